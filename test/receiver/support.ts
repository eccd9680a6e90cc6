/** What the tests of the receiver share: databases that are files, a real mail server, the clock, requests as the join form makes them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Row } from '@libsql/client';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { createReceiver, type LogEntry, type Receiver, type ReceiverOptions } from '../../src/receiver/index.ts';

export const SITE = 'https://www.example.org';
export const HOME = 'https://join.example.org/netwerk';

/** A folder that goes when the tests of this file are over. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'meedoen-receiver-'));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A new database each time: the address of a file that is not there yet. */
export const databaseIn = (place: string): string => `file:${path.join(place, `${crypto.randomUUID()}.db`)}`;

export interface Made {
  readonly receive: Receiver;
  readonly database: string;
  readonly log: LogEntry[];
}

/** A receiver with what a test does not care about filled in. */
export async function receiver(place: string, options: Partial<ReceiverOptions> = {}): Promise<Made> {
  const log: LogEntry[] = [];
  const database = (options.database as string | undefined) ?? databaseIn(place);
  const receive = await createReceiver({ origins: [SITE], url: HOME, log: (entry) => log.push(entry), ...options, database });
  after(() => receive.close());
  return { receive, database, log };
}

/** Reads a database from outside, as another program would. */
export async function rows(database: string, sql: string, args: (string | number)[] = []): Promise<Row[]> {
  const client = createClient({ url: database });
  try {
    return (await client.execute({ sql, args })).rows;
  } finally {
    client.close();
  }
}

export const joinOf = (more: object = {}): Record<string, unknown> => ({
  variant: 'join',
  name: 'Voorbeeld Persoon',
  email: 'voorbeeld@example.org',
  organisation: 'Voorbeeldschool',
  language: 'nl',
  elapsed: 42,
  ...more,
});

let keys = 0;
const newKey = (): string => `key-${process.pid}-${++keys}`;

/** A join as the form sends it. */
export function request(
  body: unknown,
  { key = newKey(), headers = {} }: { key?: string | undefined; headers?: Record<string, string> } = {},
): Request {
  const sent = { 'content-type': 'application/json', accept: 'application/json', origin: SITE, 'idempotency-key': `"${key}"`, ...headers };
  return new Request(`${HOME}/join`, { method: 'POST', headers: sent, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: { pointer: string; detail: string }[];
}

/** Waits until something is so; fails after five seconds. */
export async function until(what: string, is: () => unknown): Promise<void> {
  for (const end = performance.now() + 5_000; performance.now() < end; await wait(15)) if (await is()) return;
  throw new Error(`not within five seconds: ${what}`);
}

/** A port on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export interface Post {
  readonly url: string;
  readonly letters: Email[];
  /** Answers a letter to somebody with this status; `undefined` takes it. */
  refuse?: ((to: string) => number | undefined) | undefined;
  close(): Promise<void>;
}

/** A real mail server, which keeps what it gets. */
export async function postOffice(port = 0): Promise<Post> {
  const letters: Email[] = [];
  const refused = (status: number): Error => Object.assign(new Error('No'), { responseCode: status });
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50, // connections that are kept for the next letter
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const status = post.refuse?.(address);
      callback(status ? refused(status) : undefined);
    },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void PostalMime.parse(Buffer.concat(chunks)).then((letter) => (letters.push(letter), callback())));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: used } = server.server.address() as { port: number };
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  const post: Post = { url: `smtp://127.0.0.1:${used}`, letters, close };
  after(close);
  return post;
}

/** The link in a letter. */
export const linkIn = (letter: Email | undefined): string => /https:\S+\/confirm\?t=\S+/.exec(letter?.text ?? '')?.[0] ?? '';

/** The words of a page. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
