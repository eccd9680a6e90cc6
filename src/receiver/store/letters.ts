/** The outbox: which letters are due, and what became of them. Knows the tables; knows no words and no mail server. */
import type { Database } from './database.ts';
import { storedJoin, type StoredJoin } from './joins.ts';

/** - `confirm`: asks to confirm · `known`: says that they take part already */
export type LetterKind = 'confirm' | 'known';

/** A letter to be sent now. */
export interface DueLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly address: string;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
  readonly queued: number;
  readonly join: StoredJoin;
}

export class LetterStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes letters that are due, oldest first, and puts them off until `until` in the same statement: no two receivers send one letter,
   * and one that was taken by a receiver that then died is sent later.
   */
  async take(network: string, { now, until, most }: { now: number; until: number; most: number }): Promise<DueLetter[]> {
    const { rows } = await this.#database.execute({
      sql: `UPDATE letters SET due = ?, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM letters WHERE network = ? AND due <= ? AND sent IS NULL AND failed IS NULL ORDER BY due LIMIT ?) RETURNING id`,
      args: [until, network, now, most],
    });
    if (!rows.length) return [];
    const letters = await this.#database.execute({
      sql: `SELECT joins.*, letters.id AS letter, letters.address AS receiver, kind, attempts, queued FROM letters
        JOIN joins ON joins.id = join_id WHERE letters.id IN (${rows.map(() => '?').join()}) ORDER BY queued`,
      args: rows.map(({ id }) => id!),
    });
    return letters.rows.map((row) => ({
      id: row.letter as string,
      kind: row.kind as LetterKind,
      address: row.receiver as string,
      attempts: Number(row.attempts),
      queued: Number(row.queued),
      join: storedJoin(row),
    }));
  }

  async sent(id: string, now: number): Promise<void> {
    await this.#database.write([{ sql: 'UPDATE letters SET sent = ? WHERE id = ?', args: [now, id] }]);
  }

  /** To be tried again at `due`. */
  async postpone(id: string, due: number): Promise<void> {
    await this.#database.write([{ sql: 'UPDATE letters SET due = ? WHERE id = ?', args: [due, id] }]);
  }

  /** Not to be tried again. `reason` is for who looks in the database, without personal data. */
  async fail(id: string, reason: string): Promise<void> {
    await this.#database.write([{ sql: 'UPDATE letters SET failed = ? WHERE id = ?', args: [reason, id] }]);
  }

  /** When the next letter is due (milliseconds since 1970); `undefined` when none waits. */
  async nextDue(network: string): Promise<number | undefined> {
    const { rows } = await this.#database.execute({
      sql: 'SELECT min(due) AS due FROM letters WHERE network = ? AND sent IS NULL AND failed IS NULL',
      args: [network],
    });
    const due = rows[0]?.due;
    return typeof due === 'number' ? due : undefined;
  }
}
