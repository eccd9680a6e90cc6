/**
 * Accepting and confirming joins. Joins that come at the same time are written together (group commit): the disk is waited for once per
 * batch, and nobody is answered before it has the batch. Knows the tables of joins and letters; knows no requests and sends no mail.
 */
import type { InStatement } from '@libsql/client';
import type { JoinBody, JoinVariant } from '../../feed/join-body.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';

/** A join that may be accepted. */
export interface NewJoin {
  readonly network: string;
  readonly variant: JoinVariant;
  /** `''` for none. */
  readonly session: string;
  /** As `addressOf` gives it; `''` for none. */
  readonly address: string;
  readonly key: string;
  readonly body: JoinBody;
  /** Whether it looks like the work of a robot. */
  readonly suspect: boolean;
  /** Milliseconds since 1970. */
  readonly received: number;
}

/** A join as it is stored. */
export interface StoredJoin extends NewJoin {
  readonly id: string;
  /** Milliseconds since 1970; `undefined` while nobody has shown that the address is theirs. */
  readonly confirmed: number | undefined;
}

interface Waiting {
  readonly join: NewJoin;
  readonly accepted: () => void;
  readonly failed: (reason: unknown) => void;
}

/** The most joins in one batch: it keeps one wait for the disk, and the time others wait for it, short. */
const BATCH = 250;
/** More than this waiting means that the disk does not keep up. */
const MOST_WAITING = 10_000;
const HOUR = 36e5;
/** The most letters to one address in a day, whatever is asked: nobody can be bothered through somebody else's form. */
const LETTERS_A_DAY = 5;

export class JoinStore {
  readonly #database: Database;
  readonly #letters: boolean;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  /** @param letters whether joins are to be confirmed by letter */
  constructor(database: Database, letters: boolean) {
    this.#database = database;
    this.#letters = letters;
  }

  /**
   * Resolves when the join is on disk; nothing tells whether it was new. The same person (network, variant, session and address) is the
   * same join, and the first stands; only the same filled form (the key) changes it, until it is confirmed. A tip is the same by its key.
   * Nothing is thrown out for its key alone: a form that sends the same key for everybody must not cost a join.
   * Rejects when it could not be stored, or when too many are waiting for that: then nothing was accepted.
   */
  accept(join: NewJoin): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(new Error('too many joins are waiting for the disk'));
    return new Promise((accepted, failed) => {
      this.#waiting.push({ join, accepted, failed });
      this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    });
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // requests that came together are read together: let them all in before the first batch
    await new Promise((resolve) => setTimeout(resolve));
    while (this.#waiting.length) {
      const batch = this.#waiting.splice(0, BATCH);
      try {
        await this.#database.write(batch.flatMap(({ join }) => statementsOf(join, this.#letters)));
        for (const { accepted } of batch) accepted();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
      // the embedded database blocks while it writes: let answers out and requests in
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** @returns the join, whoever's it is: its link has to be checked against `address` */
  async find(network: string, id: string): Promise<StoredJoin | undefined> {
    const { rows } = await this.#database.execute({ sql: 'SELECT * FROM joins WHERE id = ? AND network = ?', args: [id, network] });
    return rows[0] && storedJoin(rows[0]);
  }

  /** Confirms a join; the first time counts. */
  async confirm(id: string, now: number): Promise<void> {
    await this.#database.write([{ sql: 'UPDATE joins SET confirmed = ? WHERE id = ? AND confirmed IS NULL', args: [now, id] }]);
  }
}

/** A row of the table of joins. */
export function storedJoin(row: Readonly<Record<string, unknown>>): StoredJoin {
  const { id, network, variant, session, address, key, body, suspect, received, confirmed } = row as Record<string, string | number | null>;
  return {
    id: String(id),
    network: String(network),
    variant: variant as JoinVariant,
    session: String(session),
    address: String(address),
    key: String(key),
    body: JSON.parse(String(body)) as JoinBody,
    suspect: !!suspect,
    received: Number(received),
    confirmed: confirmed === null ? undefined : Number(confirmed),
  };
}

/** What accepts a join; does no harm when it is done twice. */
function statementsOf(join: NewJoin, letters: boolean): InStatement[] {
  const { network, variant, session, address, key, received } = join;
  const values = { network, variant, session, address, key, received, body: JSON.stringify(join.body), suspect: join.suspect ? 1 : 0 };
  const insert: InStatement = {
    sql: `INSERT INTO joins (id, network, variant, session, address, key, body, suspect, asked, received)
      VALUES (:id, :network, :variant, :session, :address, :key, :body, :suspect, :asked, :received) ON CONFLICT DO NOTHING`,
    args: { ...values, id: newId(received), asked: letters && variant !== 'tip' ? 1 : 0 },
  };
  if (variant === 'tip') return [insert];
  const correct: InStatement = {
    sql: `UPDATE OR IGNORE joins SET session = :session, body = :body, suspect = :suspect
      WHERE address = :address AND network = :network AND variant = :variant AND key = :key AND confirmed IS NULL AND body <> :body`,
    args: withoutKeys(values, 'received'),
  };
  if (!letters) return [correct, insert];
  // a letter for who is new; for who is not, another one when the last is an hour old: it may have been lost
  const letter: InStatement = {
    sql: `INSERT INTO letters (id, join_id, network, address, kind, queued, due)
      SELECT :id, joins.id, network, address, CASE WHEN confirmed IS NULL THEN 'confirm' ELSE 'known' END, :received, :received
      FROM joins WHERE network = :network AND variant = :variant AND session = :session AND address = :address
      AND NOT EXISTS (SELECT 1 FROM letters WHERE join_id = joins.id AND letters.address = :address AND queued > :hourAgo)
      AND (SELECT count(*) FROM letters WHERE letters.address = :address AND queued > :dayAgo) < ${LETTERS_A_DAY}`,
    args: {
      ...withoutKeys(values, 'key', 'body', 'suspect'),
      id: newId(received),
      hourAgo: received - HOUR,
      dayAgo: received - 24 * HOUR,
    },
  };
  return [correct, insert, letter];
}

/** Statements refuse values that they have no place for. */
function withoutKeys<T extends object>(object: T, ...keys: (keyof T & string)[]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !(keys as string[]).includes(key)));
}

/**
 * An e-mail address as it is compared: without spaces around it and in small letters. What stands before the @ may be told apart by its
 * letters' case by the rules (RFC 5321, 2.4), and is by no mail server that people use.
 */
export function addressOf(email: string | undefined): string {
  return (email ?? '').trim().normalize('NFC').toLowerCase();
}
