/**
 * The desk where forms come in: lets in as many as it should, reads and judges each, and answers when it is on disk. The same answer for
 * whoever joins and for whoever had joined: nobody finds out who is a member. Knows requests and words; the tables are the store's.
 */
import { languageFor } from '../i18n/words.ts';
import type { JoinBody } from '../feed/join-body.ts';
import { type Fields, readFields } from './body.ts';
import type { FeedKeeper } from './feed.ts';
import { bucketOf, forwardedAddress, Limiter } from './limits.ts';
import { Problem } from './problem.ts';
import { addressOf, type JoinStore } from './store/joins.ts';
import { validate } from './validate.ts';
import { languageOf, receiverWords, type ReceiverWords } from './words.ts';

export interface JoinDeskOptions {
  readonly network: string;
  readonly joins: JoinStore;
  readonly feed: FeedKeeper;
  readonly now: () => number;
  readonly bodyLimit: number;
  readonly perAddress: number;
  readonly perMinute: number;
  readonly trustProxy: boolean;
  /** Whether joins are confirmed by letter, so that the visitor has to be told to look for it. */
  readonly byLetter: boolean;
  /** Called when a join is on disk. */
  readonly accepted: () => void;
}

/** Seconds: quicker than this, nobody has read the form. */
const TOO_QUICK = 2;

export class JoinDesk {
  readonly #options: JoinDeskOptions;
  readonly #perAddress: Limiter;
  readonly #perMinute: Limiter;

  constructor(options: JoinDeskOptions) {
    this.#options = options;
    this.#perAddress = new Limiter(options.perAddress);
    this.#perMinute = new Limiter(options.perMinute);
  }

  /** @throws Problem */
  async answer(request: Request, info: { readonly address?: string | undefined }): Promise<Response> {
    const { feed, bodyLimit, now, network, joins, byLetter, accepted } = this.#options;
    const early = receiverWords[languageOf(request)];
    this.#limit(request, info.address, early);
    const key = keyOf(request.headers.get('idempotency-key'), early);
    const names = await feed.names(now());
    const sent = await readFields(request, { limit: bodyLimit, names, words: early });
    const fields = typeof sent.email === 'string' ? { ...sent, email: sent.email.trim() } : sent;
    const words = typeof fields.language === 'string' ? receiverWords[languageFor(fields.language)] : early;
    const body = this.#judge(fields, words, names);

    const { idempotency_key: formKey, ...rest } = body as JoinBody & { idempotency_key?: string };
    const { variant, session = '', email, elapsed, extra } = rest;
    const join = {
      network,
      variant,
      session: variant === 'tip' ? '' : session,
      address: addressOf(email),
      key: await identityOf(key ?? formKey, rest),
      body: rest,
      suspect: !!extra || elapsed < TOO_QUICK,
      received: now(),
    };
    try {
      await joins.accept(join);
    } catch (cause) {
      // nothing was accepted; `cause` is for who reads the error, not for the visitor
      throw Object.assign(new Problem(503, { detail: words.notStored, headers: { 'retry-after': '30' } }), { cause });
    }
    accepted();
    return Response.json(byLetter && variant !== 'tip' ? { message: words.accepted[variant] } : {}, { status: 202 });
  }

  #limit(request: Request, address: string | undefined, words: ReceiverWords): void {
    const { trustProxy, now } = this.#options;
    const from = (trustProxy && forwardedAddress(request)) || address;
    const wait = (from && this.#perAddress.take(bucketOf(from), now())) || this.#perMinute.take('', now());
    if (wait) throw new Problem(429, { detail: words.limited, headers: { 'retry-after': String(wait) } });
  }

  #judge(fields: Fields, words: ReceiverWords, names: ReadonlyMap<string, string>): JoinBody {
    const wires = new Map([...names].map(([wire, name]) => [name, wire]));
    try {
      return validate(fields, words, (name) => wires.get(name) ?? name);
    } catch (error) {
      // the feed may give fields other names, and could not be read yet: that is no mistake of the visitor's
      if (this.#options.feed.missing) throw new Problem(503, { detail: words.notStored, headers: { 'retry-after': '30' } });
      throw error;
    }
  }
}

/**
 * The key of a form: a string of structured fields (RFC 8941, §3.3.3), so in quotes; bare too, as many send it.
 * @throws Problem 400
 */
function keyOf(header: string | null, words: ReceiverWords): string | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const [, quoted] = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/.exec(text) ?? [];
  const key = quoted?.replace(/\\(.)/g, '$1') ?? (/^[\w.:~+/=-]+$/.test(text) ? text : '');
  if (!key || key.length > 100) throw new Problem(400, { detail: words.key });
  return key;
}

/**
 * What makes a form the same when it comes again. Of a tip that is what it says as well: it has no person to be known by, and a form of
 * another make may send the same key for everybody. `elapsed` goes on while the visitor tries again.
 */
async function identityOf(key: string | undefined, body: JoinBody): Promise<string> {
  // storing one request twice is harmless for us as well
  if (key === undefined) return `own-${crypto.randomUUID()}`;
  if (body.variant !== 'tip') return key;
  const { elapsed: _elapsed, ...said } = body;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)));
  return `${key} ${Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
