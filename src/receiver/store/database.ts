/**
 * The database: opens it, asserts that what is accepted is on disk, brings its tables up to date. Knows libSQL and the tables; knows no
 * joins, no letters and no requests.
 */
import type { Client, InStatement, ResultSet } from '@libsql/client';
import { MIGRATIONS } from './tables.ts';

/** Where the joins are. */
export interface DatabaseOptions {
  /** `file:joins.db` for the embedded database; `libsql://…`, `https://…`, `http://…`, `ws(s)://…` for a libSQL or Turso server. */
  readonly url: string;
  /** The token of a server. */
  readonly authToken?: string;
}

/** Why the database can't be used; the message is one English sentence that says what to fix. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** How long a statement waits for another process (an export, a second receiver) to finish writing. */
const BUSY_TIMEOUT = 5_000;
/** `PRAGMA synchronous`: every commit waits until the disk has it. */
const FULL = 2;

/**
 * One connection, kept in order. `@libsql/client` pools connections and a pragma reaches one of them; with one, it reaches all.
 * Transactions are only ever whole batches: interactive ones of parallel requests would wait for each other and fail.
 */
export class Database {
  readonly #client: Client;
  readonly #embedded: boolean;

  private constructor(client: Client) {
    this.#client = client;
    this.#embedded = client.protocol === 'file';
  }

  /**
   * Opens a database, makes it when it is a file that is not there yet, and proves that it can be written.
   * @throws DatabaseError
   */
  static async open({ url, authToken }: DatabaseOptions): Promise<Database> {
    const { createClient } = await import('@libsql/client').catch((cause: unknown) => {
      throw new DatabaseError('The package @libsql/client is not installed: npm install @libsql/client', { cause });
    });
    try {
      const config = { url, timeout: BUSY_TIMEOUT, ...(authToken && { authToken }) };
      // a server may serve many requests at once; a file has one connection, so that its settings hold
      const database = new Database(createClient(/^file:|^:memory:/.test(url) ? { ...config, concurrency: 1 } : config));
      try {
        await database.#prepare();
        await database.#migrate();
      } catch (error) {
        database.close();
        throw error;
      }
      return database;
    } catch (error) {
      throw error instanceof DatabaseError ? error : new DatabaseError(explain(error, url), { cause: error });
    }
  }

  /** Settings of the connection, read back: what a build of SQLite does not do, it does not refuse either. */
  async #prepare(): Promise<void> {
    if (!this.#embedded) return;
    const pragma = async (name: string): Promise<unknown> => Object.values((await this.#client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0];
    const mode = await pragma('journal_mode = WAL');
    if (mode !== 'wal') {
      throw new DatabaseError(
        `The database keeps a journal of the kind “${String(mode)}” where WAL is needed; use a file on a local disk.`,
      );
    }
    await pragma(`synchronous = FULL`);
    const sync = await pragma('synchronous');
    if (Number(sync) < FULL) {
      throw new DatabaseError(
        `The database does not wait for the disk (synchronous is ${String(sync)}), so an accepted join could be lost.`,
      );
    }
    // the log goes into the file at 32 MB rather than at 4: under load the same pages are written once, not every second
    await pragma('wal_autocheckpoint = 8000');
    // what is deleted is gone from the file as well
    await pragma('secure_delete = ON');
  }

  async #migrate(): Promise<void> {
    const { rows } = await this.#client.execute('PRAGMA user_version');
    const version = Number(rows[0]?.user_version ?? 0);
    if (version > MIGRATIONS.length) {
      throw new DatabaseError(
        `The database was made by a newer version of meedoen (${version}; this one knows ${MIGRATIONS.length}): update meedoen.`,
      );
    }
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index >= version) await this.#client.batch([...statements, `PRAGMA user_version = ${index + 1}`], 'write');
    }
    // also when there was nothing to migrate: a disk that is full or read-only is found now, not with the first join
    await this.#client.batch(["INSERT OR REPLACE INTO settings (name, value) VALUES ('opened', datetime('now'))"], 'write');
  }

  /** Reads, or changes with one statement. */
  execute(statement: InStatement): Promise<ResultSet> {
    return this.#client.execute(statement);
  }

  /**
   * Writes all or nothing; resolves when it is on disk. After an error it is tried once more on a new connection (a connection that was
   * refused by a busy database may not work again): so only for statements that do no harm twice.
   */
  async write(statements: InStatement[]): Promise<ResultSet[]> {
    try {
      return await this.#client.batch(statements, 'write');
    } catch (error) {
      if (this.#client.closed) throw error;
      // eslint-disable-next-line @typescript-eslint/await-thenable -- the types say void, and it is a promise
      await this.#client.reconnect();
      await this.#prepare();
      return this.#client.batch(statements, 'write');
    }
  }

  close(): void {
    this.#client.close();
  }
}

/** The sentence for a refusal to start. The causes of SQLite are short, and the same in every language. */
function explain(error: unknown, url: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const where = url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
  if (/READONLY|readonly|EACCES|permission/i.test(message))
    return `The database ${where} can’t be written: give this user the right to write the file and its folder.`;
  if (/CANTOPEN|unable to open|ENOENT/i.test(message))
    return `The database ${where} can’t be opened: does its folder exist, and may this user write there?`;
  if (/NOTADB|not a database|malformed|CORRUPT/i.test(message))
    return `${where} is no database (or a damaged one): name another file, or put a back-up back.`;
  if (/FULL|disk is full|ENOSPC/i.test(message)) return `The disk of ${where} is full.`;
  if (/BUSY|locked/i.test(message))
    return `The database ${where} is held by another program that has been writing for more than ${BUSY_TIMEOUT / 1_000} seconds.`;
  if (/fetch failed|ECONNREFUSED|ENOTFOUND|WebSocket/i.test(message))
    return `The database server ${where} does not answer: check its address.`;
  if (/\b40[13]\b|UNAUTHORIZED|authenticat/i.test(message))
    return `The database server ${where} does not let us in: check the token (MEEDOEN_DB_TOKEN).`;
  if (/URL|scheme/i.test(message)) return `“${where}” is no address of a database: use file:joins.db, or libsql://… for a server.`;
  return `The database ${where} can’t be used: ${message}`;
}
