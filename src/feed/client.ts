/**
 * Fetches feeds, and nothing else in the house does: one request per address however many ask for it, a reason within 15 seconds
 * whatever the network does, and the last good copy when there is no new one. Knows HTTP; no DOM, no elements.
 */
import type { FeedFrom } from './merge.ts';
import type { Problem } from './problem.ts';
import { readFeed } from './read.ts';
import type { Feed } from './schema.ts';

export interface LoadedFeed {
  readonly url: string;
  readonly feed: Feed;
  readonly problems: Problem[];
  /** An older copy, because the newest could not be had. */
  readonly stale: boolean;
  /** Why the newest could not be had. */
  readonly error?: FeedError;
  /** When this copy was fetched, in milliseconds since the epoch; `undefined` when it came from the browser's cache. */
  readonly loadedAt: number | undefined;
}

/**
 * - `network`: no answer: no connection, a wrong address, a redirect loop, no permission for other sites (CORS); a browser doesn't tell which
 * - `timeout`: no complete answer in time · `http`: an error status · `too-large`: over 10 MB
 * - `html`: the address of a web page · `not-json`: empty, cut off, or another format · `no-feed`: JSON, but no feed
 */
export type FeedErrorCode = 'network' | 'timeout' | 'http' | 'not-json' | 'html' | 'too-large' | 'no-feed';

/** Why there is no feed. The message is one English line that says what to fix. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  readonly url: string;
  /** The HTTP status, for code `http`. */
  readonly status: number | undefined;
  /** What the reader said, for code `no-feed`. */
  readonly problems: Problem[];
  /** How many milliseconds the server asked to wait; 0 when it didn't say. */
  readonly retryAfter: number;

  constructor(
    code: FeedErrorCode,
    {
      url,
      status,
      problems = [],
      retryAfter = 0,
      cause,
    }: { url: string; status?: number; problems?: Problem[]; retryAfter?: number; cause?: unknown },
  ) {
    super(`${url}: ${advice(code, url, status)}`, { cause });
    this.code = code;
    this.url = url;
    this.status = status;
    this.problems = problems;
    this.retryAfter = retryAfter;
  }
}

function advice(code: FeedErrorCode, url: string, status: number | undefined): string {
  switch (code) {
    case 'network':
      return /^file:/i.test(url)
        ? 'a page opened as a file cannot read a feed; put both on a web server.'
        : 'no answer; check the address, and that the server lets other sites read it (Access-Control-Allow-Origin).';
    case 'timeout':
      return `no complete answer within ${TIMEOUT / 1_000} seconds; check the server.`;
    case 'http':
      return `the server answered with status ${status}; check the address.`;
    case 'html':
      return 'a web page; give the address of the JSON file itself.';
    case 'not-json':
      return 'not JSON, or not all of it; "meedoen check" shows where.';
    case 'too-large':
      return `over ${MOST_BYTES / 1e6} MB; leave out old items.`;
    case 'no-feed':
      return 'JSON, but no feed; it should have "meedoen": 1.';
  }
}

/** The outside world, for tests. */
export interface LoaderOptions {
  fetch?: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Calls back after so many milliseconds. @returns what calls it off */
  after?: (milliseconds: number, callback: () => void) => () => void;
}

/** One attempt. */
const TIMEOUT = 10_000;
/** All attempts together; what is left of `LIMIT` after them is for the browser's cache. */
const ATTEMPTS = 12_000;
const LIMIT = 14_000;
const RETRIES = [1_000, 3_000] as const;
/** How long a feed is shared after the last one who used it left. */
const FRESH = 60_000;
/** How long a request nobody waits for any more goes on: a router moves an element by removing and adding it. */
const LINGER = 1_000;
const MOST_BYTES = 10_000_000;
/** How many copies are kept: a page that asks for another address each time must not keep them all. */
const MOST_COPIES = 20;

/** The request for one address, and who waits for it or uses what came. */
interface Job {
  readonly controller: AbortController;
  result: Promise<LoadedFeed>;
  users: number;
  /** When it was over, or when the last one who used it left. */
  done?: number;
  /** Calls off the abort. */
  stay?: (() => void) | undefined;
}

/** Loads feeds; one for the whole page. */
export class FeedLoader {
  /** The newest good copy of each feed that was loaded, by its address; and those that elements have as a property, by who has it. */
  readonly good = new Map<unknown, FeedFrom>();
  /** Called after one came in. */
  readonly listeners = new Set<() => void>();
  readonly #jobs = new Map<string, Job>();
  /** Addresses for which the next try asks the server: something went wrong (browsers also keep a 410, or a page with a `max-age`), or is asked again. */
  readonly #doubted = new Set<string>();
  readonly #fetch: typeof globalThis.fetch;
  readonly #now: () => number;
  readonly #after: (milliseconds: number, callback: () => void) => () => void;

  constructor(options: LoaderOptions = {}) {
    // looked up at every request: pages wrap fetch, and take the wrapping off again
    this.#fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
    // not Date, which pages replace
    this.#now = options.now ?? (() => performance.timeOrigin + performance.now());
    this.#after =
      options.after ??
      ((milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      });
  }

  /**
   * Gives the feed at an address. Callers share one request, what came while one of them still uses it, and for a minute after that.
   * A failure is not kept: the next call tries again.
   * @param url an absolute address; relative addresses in the feed are resolved against it (not against where a redirect led)
   * @param signal says when the caller no longer waits for the feed or uses it; without one that is as soon as it has it
   * @param again asks the server, whatever came before
   * @throws FeedError when there is no feed and no older copy; the signal's reason when it was aborted before that
   */
  load(url: string, signal?: AbortSignal, again = false): Promise<LoadedFeed> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      let job = this.#jobs.get(url);
      if (again) this.#doubted.add(url);
      if (job?.done !== undefined && (again || (!job.users && this.#now() >= job.done + FRESH))) job = undefined;
      job ??= this.#start(url);
      job.users++;
      job.stay?.();
      const used = job;
      const leave = (): void => this.#leave(url, used);
      signal?.addEventListener('abort', () => (leave(), reject(signal.reason as Error)), { once: true });
      if (!signal) used.result.then(leave, leave);
      used.result.then(resolve, reject);
    });
  }

  #start(url: string): Job {
    const controller = new AbortController();
    const job: Job = { controller, users: 0, result: this.#run(url, controller.signal) };
    this.#jobs.set(url, job);
    const end = (good: boolean): void => {
      job.done = this.#now();
      if (good) this.#doubted.delete(url);
      else this.#forget(url, job);
    };
    job.result.then(
      ({ stale }) => end(!stale),
      () => end(false),
    );
    return job;
  }

  #forget(url: string, job: Job): void {
    if (this.#jobs.get(url) === job) this.#jobs.delete(url);
  }

  #leave(url: string, job: Job): void {
    if (--job.users) return;
    if (job.done !== undefined) {
      job.done = this.#now();
      return;
    }
    job.stay = this.#after(LINGER, () => {
      if (job.users || job.done !== undefined) return;
      this.#forget(url, job);
      job.controller.abort();
    });
  }

  async #run(url: string, signal: AbortSignal): Promise<LoadedFeed> {
    if (/^file:/i.test(url)) throw new FeedError('network', { url });
    const end = this.#now() + ATTEMPTS;
    let copy: LoadedFeed | undefined;
    try {
      copy = await this.#newest(url, signal, end, this.#doubted.has(url) ? 'no-cache' : undefined);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.#doubted.add(url);
      copy = this.good.get(url) as LoadedFeed | undefined;
      // after an error status the cache would give back the error
      if (!copy && (error.code === 'network' || error.code === 'timeout')) {
        copy = await this.#attempt(url, signal, end + LIMIT - ATTEMPTS, 'force-cache').catch(() => undefined);
      }
      if (!copy) throw error;
      copy = { ...copy, stale: true, error };
    }
    this.keep(url, copy);
    return copy;
  }

  /** Keeps a copy, and says so: what it withdraws is gone from the whole page. @param of its address, or who has it */
  keep(of: unknown, copy: FeedFrom): void {
    this.good.delete(of);
    this.good.set(of, copy);
    const [oldest] = this.good.keys();
    if (this.good.size > MOST_COPIES) {
      this.good.delete(oldest);
      this.#jobs.delete(oldest as string);
    }
    for (const listener of this.listeners) listener();
  }

  /** Tries until it works, trying again makes no sense, or the time is up. */
  async #newest(url: string, signal: AbortSignal, end: number, cache?: RequestCache): Promise<LoadedFeed> {
    for (let retry = 0; ; retry++) {
      try {
        return await this.#attempt(url, signal, end, cache);
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        const { code, status = 0, retryAfter } = error;
        const wait = Math.max(RETRIES[retry] ?? Infinity, retryAfter);
        if (!(code === 'network' || status === 429 || status >= 500) || this.#now() + wait >= end) throw error;
        await new Promise<void>((resolve) => void this.#after(wait, resolve));
      }
    }
  }

  async #attempt(url: string, signal: AbortSignal, end: number, cache?: RequestCache): Promise<LoadedFeed> {
    const json = await this.#within(Math.min(TIMEOUT, end - this.#now()), url, signal, async (stop) => {
      try {
        // a header that any site may send: no preflight; and no `body`, `method` or `mode` that the page put on Object.prototype
        const headers = { accept: 'application/json' };
        const init: RequestInit & { __proto__: null } = {
          __proto__: null,
          credentials: 'omit',
          headers,
          signal: stop,
          ...(cache && { cache }),
        };
        const response = await this.#fetch(url, init);
        const { ok, status } = response;
        if (!ok) throw new FeedError('http', { url, status, retryAfter: this.#wait(response.headers.get('retry-after')) });
        return await parse(await readBytes(response, url), url);
      } catch (cause) {
        throw cause instanceof FeedError ? cause : new FeedError('network', { url, cause });
      }
    });
    const { feed, problems } = await readFeed(json, { source: url, base: url });
    if (!feed) throw new FeedError('no-feed', { url, problems });
    return { url, feed, problems, stale: false, loadedAt: cache === 'force-cache' ? undefined : this.#now() };
  }

  /** `Retry-After` (RFC 9110, 10.2.3): seconds or a date. */
  #wait(value: string | null): number {
    const seconds = Number(value ?? 0);
    return (seconds >= 0 ? seconds * 1_000 : Date.parse(value!) - this.#now()) || 0;
  }

  /** Doesn't rely on the signal alone: a fetch that the page replaced may not listen to it. */
  #within<T>(milliseconds: number, url: string, signal: AbortSignal, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const controller = new AbortController();
      const stop = (reason: Error): void => {
        reject(reason);
        controller.abort();
      };
      if (signal.aborted) return stop(signal.reason as Error);
      const cancel = this.#after(milliseconds, () => stop(new FeedError('timeout', { url })));
      const onAbort = (): void => stop(signal.reason as Error);
      signal.addEventListener('abort', onAbort);
      void work(controller.signal)
        .then(resolve, reject)
        .then(() => {
          cancel();
          signal.removeEventListener('abort', onAbort);
        });
    });
  }
}

/** The whole body, counted as it comes in: a `Content-Length` may be missing or untrue, or count compressed bytes. */
async function readBytes(response: Response, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const add = (chunk: Uint8Array<ArrayBuffer>): void => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) throw new FeedError('too-large', { url });
  };
  const reader = response.body?.getReader();
  // a fetch that the page replaced may know no streams
  if (!reader) add(new Uint8Array(await response.arrayBuffer()));
  else {
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) add(chunk.value);
    } catch (error) {
      reader.cancel().catch(() => undefined);
      throw error;
    }
  }
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes;
}

/** Reads JSON without the page's JSON object (old pages patch it). A byte order mark is skipped, invalid UTF-8 becomes U+FFFD. */
async function parse(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<unknown> {
  try {
    return await new Response(bytes).json();
  } catch {
    const start = new TextDecoder().decode(bytes.subarray(0, 200)).trim();
    throw new FeedError(/^<(?!\?xml)/.test(start) ? 'html' : 'not-json', { url });
  }
}
