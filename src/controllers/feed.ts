/**
 * The feed behind an element: from `src` or `feed` to one collection, and in which state that is. Only the newest request counts.
 * Knows its host's attributes and the loader; knows no markup. On @lit/task, which leaves three things to us: stopping when the host
 * leaves the page, keeping the last content when a new load fails, and showing the first of several feeds before the last is in.
 */
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedError, FeedLoader, type LoadedFeed } from '../feed/client.ts';
import { type Collection, EMPTY, type FeedFrom, mergeFeeds, withdrawn } from '../feed/merge.ts';
import type { Problem } from '../feed/problem.ts';
import { readFeed } from '../feed/read.ts';

export interface FeedHost extends ReactiveControllerHost, Element {
  src: string;
  feed: unknown;
}

/** Told what happened once per load. */
export interface FeedListener {
  loaded(result: { collection: Collection; problems: Problem[]; stale: boolean; partial: boolean }): void;
  failed(error: FeedError, problems: Problem[]): void;
}

const TAGS = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];

/** One loader per page: that of an element class that is there already (another copy of this library), else a new one. */
export function sharedLoader(): FeedLoader {
  for (const tag of TAGS) {
    const known = customElements.get(`meedoen-${tag}`) as { loader?: FeedLoader } | undefined;
    if (known?.loader) return known.loader;
  }
  return new FeedLoader();
}

/** What the console has been told: each failure and each feed's mistakes once, however many elements they come to. */
const told = new WeakSet<object>();

function tell(about: object, line: string): void {
  if (told.has(about)) return;
  told.add(about);
  console.warn(`meedoen: ${line}`);
}

export class FeedController implements ReactiveController {
  readonly #host: FeedHost;
  readonly #now: () => number;
  readonly #loader: FeedLoader;
  readonly #listener: FeedListener;
  readonly #task: Task<readonly [string, unknown], void>;
  #last: readonly [string, unknown] | undefined;
  #feeds: FeedFrom[] = [];
  #gone = 0;
  #leave = new AbortController();
  collection: Collection = EMPTY;
  problems: Problem[] = [];
  /** Why (a part of) the content is missing; of several failures the first. */
  error: FeedError | undefined;
  /** An older copy is shown, because the newest could not be had. */
  stale = false;
  /** At least one of several feeds is missing. */
  partial = false;
  loading = false;

  constructor(host: FeedHost, loader: FeedLoader, now: () => number, listener: FeedListener) {
    this.#host = host;
    this.#loader = loader;
    this.#now = now;
    this.#listener = listener;
    this.#task = new Task<readonly [string, unknown], void>(host, {
      autoRun: false,
      task: ([src, feed], { signal }) => this.#load(src, feed, AbortSignal.any([signal, this.#leave.signal])),
      args: () => [host.src, host.feed],
    });
    host.addController(this);
  }

  /** Whether there is anything to load at all. */
  get hasSource(): boolean {
    return (this.#host.feed ?? null) !== null || !!this.#host.src.trim();
  }

  hostConnected(): void {
    if (this.#leave.signal.aborted) {
      this.#leave = new AbortController();
      this.#last = undefined;
    }
  }

  hostUpdate(): void {
    const { src, feed } = this.#host;
    if (this.#last?.[0] !== src || this.#last[1] !== feed) {
      this.#last = [src, feed];
      void this.retry();
    } else if (this.#feeds.length && withdrawn(this.#feeds, this.#now()).size !== this.#gone) this.#merge();
  }

  hostDisconnected(): void {
    this.#leave.abort();
  }

  /** Loads (again); resolves when that is over, well or badly. */
  async retry(): Promise<void> {
    this.loading = this.hasSource;
    this.error = undefined;
    if (this.loading) await this.#task.run();
    else this.#clear();
  }

  #merge(): void {
    this.#gone = withdrawn(this.#feeds, this.#now()).size;
    this.collection = mergeFeeds(this.#feeds, this.#now());
  }

  #clear(): void {
    this.#feeds = [];
    this.collection = EMPTY;
  }

  async #load(src: string, feed: unknown, signal: AbortSignal): Promise<void> {
    const feeds: (FeedFrom | undefined)[] = [];
    const problems: Problem[] = [];
    const errors: FeedError[] = [];
    let stale = false;
    const show = (): void => {
      this.#feeds = feeds.filter((from) => from !== undefined);
      this.problems = problems;
      this.#merge();
      this.#host.requestUpdate();
    };
    const add = (index: number, from: FeedFrom, found: readonly Problem[], old: boolean): void => {
      if (signal.aborted) return;
      feeds[index] = from;
      problems.push(...found);
      stale ||= old;
      if (found.length)
        tell(found, `${found.length} × a mistake in ${found[0]!.source} (first: ${found[0]!.path}); run "meedoen check" for the list`);
      show();
    };
    const base = this.#host.baseURI;
    if ((feed ?? null) !== null) {
      const result = await readFeed(feed, { source: 'feed', base });
      if (result.feed) add(0, { url: base, feed: result.feed }, result.problems, false);
      else errors.push(new FeedError('no-feed', { url: 'feed', problems: result.problems }));
    } else {
      await Promise.all(
        [...new Set(src.trim().split(/\s+/))].map(async (address, index) => {
          try {
            const loaded: LoadedFeed = await this.#loader.load(resolve(address, base), signal);
            add(index, loaded, loaded.problems, loaded.stale);
            if (loaded.error) tell(loaded.error, loaded.error.message);
          } catch (error) {
            errors.push(error instanceof FeedError ? error : new FeedError('network', { url: address, cause: error }));
          }
        }),
      );
    }
    if (signal.aborted) return;
    this.loading = false;
    [this.error] = errors;
    this.stale = stale;
    if (!feeds.some(Boolean)) this.#clear();
    this.partial = errors.length > 0 && feeds.some(Boolean);
    for (const error of errors) tell(error, error.message);
    this.#host.requestUpdate();
    if (feeds.some(Boolean)) this.#listener.loaded({ collection: this.collection, problems, stale, partial: this.partial });
    if (this.error) this.#listener.failed(this.error, problems);
  }
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
