/** Everything the receiver keeps, behind one door. */
import { Database, type DatabaseOptions } from './database.ts';
import { JoinStore } from './joins.ts';
import { LetterStore } from './letters.ts';
import { PeopleStore } from './people.ts';

export interface Store {
  readonly joins: JoinStore;
  readonly letters: LetterStore;
  readonly people: PeopleStore;
  /** A secret that is made at first use and then kept; 64 hexadecimal digits. */
  secret(): Promise<string>;
  /** Resolves when the database answers. */
  check(): Promise<void>;
  /** Waits for what is being written, then closes the database. */
  close(): Promise<void>;
}

/**
 * @param letters whether joins are to be confirmed by letter (default: yes)
 * @throws DatabaseError
 */
export async function openStore(options: DatabaseOptions & { readonly letters?: boolean }): Promise<Store> {
  const database = await Database.open(options);
  const joins = new JoinStore(database, options.letters ?? true);
  return {
    joins,
    letters: new LetterStore(database),
    people: new PeopleStore(database),
    async secret() {
      const made = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      await database.write([{ sql: `INSERT OR IGNORE INTO settings (name, value) VALUES ('secret', ?)`, args: [made] }]);
      const { rows } = await database.execute(`SELECT value FROM settings WHERE name = 'secret'`);
      return rows[0]!.value as string;
    },
    async check() {
      await database.execute(`SELECT value FROM settings WHERE name = 'opened'`);
    },
    async close() {
      await joins.settled();
      database.close();
    },
  };
}
