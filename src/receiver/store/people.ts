/**
 * What the network does with what it has got: read it all, show, correct or delete what there is of one person, and remove what is too
 * old. Knows the tables; knows no files and no command line.
 */
import type { InStatement, InValue } from '@libsql/client';
import type { JoinBody } from '../../feed/join-body.ts';
import type { Database } from './database.ts';
import { addressOf, storedJoin, type StoredJoin } from './joins.ts';

/** Which joins: all networks, variants and states where nothing is said. */
export interface Choice {
  readonly network?: string | undefined;
  readonly variant?: string | undefined;
  /** Only those that were confirmed, and tips. */
  readonly confirmed?: boolean | undefined;
}

/** How long things are kept, in days; what is not said is kept. */
export interface Retention {
  readonly network?: string | undefined;
  /** Joins and sign-ups that nobody confirmed. */
  readonly unconfirmed?: number | undefined;
  /** Of the unconfirmed only those who were sent a letter about it: who joined before there was mail could not confirm. */
  readonly asked?: boolean | undefined;
  /** Everything. */
  readonly all?: number | undefined;
}

const DAY = 864e5;
const PAGE = 500;
/** How long the outbox remembers what was sent; more than the day over which it counts. */
const LETTERS_KEPT = 30;

export class PeopleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All joins of a choice in the order in which they came, a page at a time: however many there are, memory holds few. */
  async *all(choice: Choice): AsyncGenerator<StoredJoin> {
    const { where, args } = conditions(choice);
    for (let after = 0; ;) {
      const { rows } = await this.#database.execute({
        sql: `SELECT rowid AS place, * FROM joins WHERE rowid > ? ${where} ORDER BY rowid LIMIT ${PAGE}`,
        args: [after, ...args],
      });
      for (const row of rows) yield storedJoin(row);
      if (rows.length < PAGE) return;
      after = Number(rows.at(-1)!.place);
    }
  }

  /** What there is of one person: what they sent, and when letters went out to them. */
  async of(email: string, { network }: Choice): Promise<(StoredJoin & { letters: object[] })[]> {
    const { rows } = await this.#database.execute({
      sql: `SELECT * FROM joins WHERE address = ? ${network === undefined ? '' : 'AND network = ?'} ORDER BY received`,
      args: network === undefined ? [addressOf(email)] : [addressOf(email), network],
    });
    const found = [];
    for (const row of rows) {
      const letters = await this.#database.execute({
        sql: 'SELECT kind, address, queued, sent, failed FROM letters WHERE join_id = ? ORDER BY queued',
        args: [row.id!],
      });
      found.push({ ...storedJoin(row), letters: letters.rows.map((letter) => ({ ...letter })) });
    }
    return found;
  }

  /**
   * Changes fields in everything there is of one person; a field set to `undefined` is taken out.
   * @returns how many joins it changed
   * @throws when the new address is that of another join of the same kind
   */
  async correct(email: string, fields: Partial<JoinBody>, choice: Choice): Promise<number> {
    const joins = await this.of(email, choice);
    const statements = joins.map(({ id, body }): InStatement => {
      const next = Object.fromEntries(
        Object.entries({ ...body, ...fields }).filter(([, value]) => value !== undefined),
      ) as unknown as JoinBody;
      return { sql: 'UPDATE joins SET body = ?, address = ? WHERE id = ?', args: [JSON.stringify(next), addressOf(next.email), id] };
    });
    if (statements.length) await this.#database.write(statements);
    return joins.length;
  }

  /**
   * Deletes everything there is of one person.
   * @returns how many joins that were
   */
  async delete(email: string, { network }: Choice): Promise<number> {
    const condition = `address = ? ${network === undefined ? '' : 'AND network = ?'}`;
    const args = network === undefined ? [addressOf(email)] : [addressOf(email), network];
    return this.#delete(condition, args);
  }

  /**
   * Removes what has been kept long enough.
   * @param now milliseconds since 1970
   * @returns how many joins that were
   */
  async prune({ network, unconfirmed, asked, all }: Retention, now: number): Promise<number> {
    const only = network === undefined ? '' : 'AND network = ?';
    const args = network === undefined ? [] : [network];
    let removed = 0;
    if (unconfirmed !== undefined) {
      const sent = `AND asked = 1 AND NOT EXISTS (SELECT 1 FROM letters WHERE join_id = joins.id AND sent IS NULL AND failed IS NULL)`;
      const condition = `variant <> 'tip' AND confirmed IS NULL AND received < ? ${asked ? sent : ''} ${only}`;
      removed += await this.#delete(condition, [now - unconfirmed * DAY, ...args]);
    }
    if (all !== undefined) removed += await this.#delete(`received < ? ${only}`, [now - all * DAY, ...args]);
    await this.#database.write([
      {
        sql: `DELETE FROM letters WHERE coalesce(sent, queued) < ? AND (sent IS NOT NULL OR failed IS NOT NULL)`,
        args: [now - LETTERS_KEPT * DAY],
      },
    ]);
    return removed;
  }

  /** Letters go with their join, also where foreign keys are not enforced. */
  async #delete(condition: string, args: InValue[]): Promise<number> {
    const [, joins] = await this.#database.write([
      { sql: `DELETE FROM letters WHERE join_id IN (SELECT id FROM joins WHERE ${condition})`, args },
      { sql: `DELETE FROM joins WHERE ${condition}`, args },
    ]);
    return joins!.rowsAffected;
  }
}

function conditions({ network, variant, confirmed }: Choice): { where: string; args: string[] } {
  const where: string[] = [];
  const args: string[] = [];
  for (const [column, value] of Object.entries({ network, variant })) {
    if (value === undefined) continue;
    where.push(`AND ${column} = ?`);
    args.push(value);
  }
  if (confirmed) where.push(`AND (confirmed IS NOT NULL OR variant = 'tip')`);
  return { where: where.join(' '), args };
}
