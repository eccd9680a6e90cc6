/** The tables, as a list of what each version adds (`PRAGMA user_version`): a migration that was published is never changed. */

/**
 * - `joins`: one row per accepted form. `asked` is whether it was asked to be confirmed. `body` is JSON by the fields' own names; `address` the e-mail address as it is compared (`''`
 *   with a tip that has none); `key` the idempotency key. Times are milliseconds since 1970. A tip needs no confirming.
 * - `letters`: the outbox. `due` is when to send it (again); with `sent` or `failed` it is over, and kept for a while so that nobody
 *   is sent many.
 * - `settings`: the secret of the links.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE joins (
      id TEXT PRIMARY KEY,
      network TEXT NOT NULL,
      variant TEXT NOT NULL,
      session TEXT NOT NULL,
      address TEXT NOT NULL,
      key TEXT NOT NULL,
      body TEXT NOT NULL,
      suspect INTEGER NOT NULL,
      asked INTEGER NOT NULL,
      received INTEGER NOT NULL,
      confirmed INTEGER
    ) STRICT`,
    // tips are told apart by their key; begins with the address, so that one index finds a person as well
    `CREATE UNIQUE INDEX joins_person ON joins (address, network, variant, session, CASE variant WHEN 'tip' THEN key ELSE '' END)`,
    'CREATE INDEX joins_received ON joins (received)',
    `CREATE TABLE letters (
      id TEXT PRIMARY KEY,
      join_id TEXT NOT NULL REFERENCES joins (id) ON DELETE CASCADE,
      network TEXT NOT NULL,
      address TEXT NOT NULL,
      kind TEXT NOT NULL,
      queued INTEGER NOT NULL,
      due INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      sent INTEGER,
      failed TEXT
    ) STRICT`,
    'CREATE INDEX letters_due ON letters (network, due) WHERE sent IS NULL AND failed IS NULL',
    'CREATE INDEX letters_address ON letters (address, queued)',
    'CREATE INDEX letters_join ON letters (join_id)',
    'CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
  ],
];
