/**
 * The receiver: a handler `(Request) => Promise<Response>` that takes what join forms send, stores it, and has it confirmed by e-mail.
 * Puts the parts together and says which request goes where; what each part does is its own. Knows the Fetch API; no Node.
 */
import { writeOthers } from '../dates/format.ts';
import { intl } from '../dates/intl.ts';
import type { Collection } from '../feed/merge.ts';
import { languageFor } from '../i18n/words.ts';
import { confirmPage } from './confirm.ts';
import { Origins } from './cors.ts';
import { FeedKeeper } from './feed.ts';
import { invitationOf } from './invitation.ts';
import { JoinDesk } from './join.ts';
import { writeLetter } from './letters.ts';
import { kindOf, type Log } from './log.ts';
import { type Letter, type Mailer, smtpMailer } from './mail.ts';
import { checkOptions, DEFAULTS, ReceiverError, type ReceiverOptions } from './options.ts';
import { Outbox } from './outbox.ts';
import { Problem } from './problem.ts';
import type { DueLetter } from './store/letters.ts';
import { openStore } from './store/store.ts';
import { Signer } from './token.ts';
import { languageOf, receiverWords } from './words.ts';

/** What a server knows of a request besides what is in it. */
export interface RequestInfo {
  /** The IP address of who sent it; without it there is no limit per address. */
  readonly address?: string | undefined;
}

/** The handler, and what keeps it. */
export interface Receiver {
  /** Answers a request. Never rejects. */
  (request: Request, info?: RequestInfo): Promise<Response>;
  /** Sends the letters that are due: for servers that only run while there is a request. Others need not call it. */
  deliver(): Promise<void>;
  /** Removes what has been kept long enough. @returns how many joins that were. Done every six hours as well. */
  prune(): Promise<number>;
  /** Finishes what is being written and sent, and closes the database. */
  close(): Promise<void>;
}

const DAY = 864e5;
const PRUNE_EVERY = 6 * 36e5;
const silent: Log = () => undefined;

/**
 * Makes a receiver: opens the database (and makes it when it is a new file), begins to send letters.
 * @throws ReceiverError or DatabaseError, with what to fix
 */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  checkOptions(options);
  // letters in English have English dates; a page fetches this when it needs it
  writeOthers(intl);
  const { log = silent, now = Date.now } = options;
  const network = options.network ?? DEFAULTS.network;
  const keepUnconfirmed = options.keepUnconfirmed ?? DEFAULTS.keepUnconfirmed;
  const keep = options.keep ?? DEFAULTS.keep;
  const base = options.url?.replace(/\/+$/, '');
  const mailer = await mailerOf(options.mail);
  const database = typeof options.database === 'string' ? { url: options.database } : options.database;
  const store = await openStore({ ...database, letters: !!mailer });
  const signer = new Signer(options.secret ?? (await store.secret()));
  const feed = new FeedKeeper(options.feed, log);
  // from the start, so that the first join need not wait for it
  void feed.collection(now());
  const origins = new Origins(options.origins);
  const titleOf = (collection: Collection | undefined): string =>
    options.title ?? collection?.title ?? (base ? new URL(base).hostname : network);

  const compose = async ({ id, kind, address, join }: DueLetter): Promise<Letter> => {
    const collection = await feed.collection(now());
    const language = languageFor(join.body.language);
    // whole days, so that the letter can say until when without a time
    const expires = Math.ceil((now() + (options.linkDays ?? DEFAULTS.linkDays) * DAY) / DAY) * DAY;
    const letter = writeLetter({
      kind,
      language,
      expires,
      keepUnconfirmed,
      variant: join.variant === 'session' ? 'session' : 'join',
      network: { title: titleOf(collection), url: collection?.url, email: collection?.email },
      link: `${base}/confirm?t=${await signer.sign({ id: join.id, expires }, address)}`,
      invitation: invitationOf(join.body, collection, now(), language),
    });
    // as it was typed: it is compared in small letters, and sent as it was given
    return { ...letter, id, to: join.body.email?.trim() ?? address };
  };
  const pause = options.mailPause ?? DEFAULTS.mailPause;
  const outbox = mailer && new Outbox({ network, letters: store.letters, mailer, compose, log, now, pause });
  outbox?.wake();

  const desk = new JoinDesk({
    network,
    joins: store.joins,
    feed,
    now,
    bodyLimit: options.bodyLimit ?? DEFAULTS.bodyLimit,
    perAddress: options.perAddress ?? DEFAULTS.perAddress,
    perMinute: options.perMinute ?? DEFAULTS.perMinute,
    trustProxy: options.trustProxy ?? false,
    byLetter: !!mailer,
    accepted: () => outbox?.wake(),
  });

  const routes: Readonly<
    Record<string, { methods: readonly string[]; answer: (request: Request, info: RequestInfo) => Promise<Response> }>
  > = {
    '/join': { methods: ['POST', 'OPTIONS'], answer: (request, info) => desk.answer(request, info) },
    '/confirm': {
      methods: ['GET', 'HEAD', 'POST'],
      answer: (request) =>
        confirmPage(request, { network, joins: store.joins, signer, now, title: titleOf, collection: () => feed.collection(now()) }),
    },
    '/health': {
      methods: ['GET', 'HEAD'],
      answer: async () => {
        await store.check().catch((error: unknown) => {
          log({ level: 'error', event: 'error', error: kindOf(error) });
          throw new Problem(503, { detail: 'The database does not answer.' });
        });
        return Response.json({ status: 'ok' });
      },
    },
  };

  const respond = async (request: Request, info: RequestInfo, path: string): Promise<Response> => {
    const words = receiverWords[languageOf(request)];
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (!route) throw new Problem(404, { detail: words.notFound });
    const allow = route.methods.join(', ');
    if (!route.methods.includes(request.method)) throw new Problem(405, { detail: words.method(allow), headers: { allow } });
    if (path !== '/join') return route.answer(request, info);
    const origin = request.headers.get('origin');
    if (!origins.allows(origin, [new URL(request.url).origin, ...(base ? [new URL(base).origin] : [])])) {
      throw new Problem(403, { detail: words.origin(origin!) });
    }
    if (request.method === 'OPTIONS') return origins.preflight(origin);
    const response = await route.answer(request, info).catch((error: unknown) => refusal(error, request, log));
    return origins.mark(response, origin);
  };

  const receive = async (request: Request, info: RequestInfo = {}): Promise<Response> => {
    const start = performance.now();
    const path = pathOf(request.url, base);
    const response = await respond(request, info, path).catch((error: unknown) => refusal(error, request, log));
    response.headers.set('cache-control', 'no-store');
    response.headers.set('x-content-type-options', 'nosniff');
    const { method } = request;
    const known = Object.hasOwn(routes, path) ? path : undefined;
    log({
      level: 'info',
      event: 'request',
      network,
      path: known,
      method,
      status: response.status,
      ms: Math.round(performance.now() - start),
    });
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };

  const prune = async (): Promise<number> => {
    const retention = { network, asked: true, unconfirmed: keepUnconfirmed || undefined, all: keep || undefined };
    const removed = await store.people.prune(retention, now());
    if (removed) log({ level: 'info', event: 'prune', network, removed });
    return removed;
  };
  const tidy = (): void => void prune().catch((error: unknown) => log({ level: 'error', event: 'prune', error: kindOf(error) }));
  const pruning = setInterval(tidy, PRUNE_EVERY);
  (pruning as { unref?: () => void }).unref?.();
  tidy();

  return Object.assign(receive, {
    deliver: async () => outbox?.deliver(),
    prune,
    close: async () => {
      clearInterval(pruning);
      await outbox?.close();
      await store.close();
    },
  });
}

async function mailerOf(mail: ReceiverOptions['mail']): Promise<Mailer | undefined> {
  if (!mail || 'send' in mail) return mail;
  try {
    return await smtpMailer(mail);
  } catch (error) {
    throw new ReceiverError((error as Error).message, { cause: error });
  }
}

/** The path after that of the receiver's own address, with or without it: a proxy may take it off. */
function pathOf(address: string, base: string | undefined): string {
  const { pathname } = new URL(address);
  const prefix = base ? new URL(base).pathname.replace(/\/$/, '') : '';
  return prefix && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
}

/** The answer to a request that could not be carried out. */
function refusal(error: unknown, request: Request, log: Log): Response {
  if (error instanceof Problem) return error.toResponse();
  log({ level: 'error', event: 'error', error: kindOf(error) });
  return new Problem(500, { detail: receiverWords[languageOf(request)].failed }).toResponse();
}
