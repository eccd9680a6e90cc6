/**
 * The feed behind an element: from `src` or `feed` to one collection, and in which state that is. Only the newest request counts.
 * Knows its host's attributes and the loader; knows no markup. On @lit/task, which leaves three things to us: letting go of a feed when
 * the host leaves the page (also of one that came), keeping the last content when a new load fails, and showing the first of several
 * feeds before the last is in.
 */
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedError, FeedLoader } from '../feed/client.ts';
import { type Collection, EMPTY, type FeedFrom, keysOf, mergeWithout, withdrawn } from '../feed/merge.ts';
import type { Problem } from '../feed/problem.ts';
import { readFeed } from '../feed/read.ts';
import { names } from '../names.ts';

export interface FeedHost extends ReactiveControllerHost, Element {
  src: string;
  feed: unknown;
}

/** Told what happened once per load. */
export interface FeedListener {
  loaded(result: { feed: Collection; problems: Problem[]; stale: boolean; partial: boolean }): void;
  failed(error: FeedError, problems: Problem[]): void;
}

/** One loader per page: that of an element class that is there already (another copy of this library), else a new one. */
export function sharedLoader(): FeedLoader {
  for (const name of names) {
    const known = customElements.get(`meedoen-${name}`) as { loader?: FeedLoader } | undefined;
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
  #last: readonly [string, unknown] | undefined;
  #feeds: FeedFrom[] = [];
  /** What any feed of the page withdrew, or said until when it stays, at the last merge. */
  #gone: string | undefined;
  readonly #task: Task;
  /** Aborted when the host no longer waits for its feed or uses it. */
  #use = new AbortController();
  /** The host has been taken out of the page, and what it was loading was stopped. */
  #left = false;
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
    this.#task = new Task(host, {
      autoRun: false,
      args: () => [],
      task: ([again]: readonly boolean[]) => this.#load(this.#use.signal, again),
    });
    host.addController(this);
  }

  /** Whether there is anything to load at all. */
  get hasSource(): boolean {
    return (this.#host.feed ?? null) !== null || !!this.#host.src.trim();
  }

  hostConnected(): void {
    // there is none in an older copy of this library
    this.#loader.listeners?.add(this.#heard);
    if (!this.#left) return;
    this.#left = false;
    this.#last = undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { src, feed } = this.#host;
    if (this.#last?.[0] !== src || !Object.is(this.#last[1], feed)) {
      this.#last = [src, feed];
      void this.retry(false);
    } else this.#merge();
  }

  hostDisconnected(): void {
    this.#loader.listeners?.delete(this.#heard);
    this.#left = true;
    this.#leave();
  }

  /**
   * Loads (again); resolves when that is over, well or badly.
   * @param again asks the server, also when other elements have the feed
   */
  async retry(again = true): Promise<void> {
    this.#leave();
    this.loading = this.hasSource;
    this.error = undefined;
    this.#host.requestUpdate();
    if (this.loading) return this.#task.run([again]);
    this.#clear();
  }

  #leave(): void {
    this.#use.abort();
    this.#use = new AbortController();
    this.#loader.good?.delete(this);
  }

  /**
   * Merges what is loaded, unless that is done and nothing more has gone. What other elements have loaded counts as well: who takes back
   * consent in one feed has done so for the page.
   * @returns whether the collection is another
   */
  #merge(): boolean {
    const gone = withdrawn([...this.#feeds, ...(this.#loader.good?.values() ?? [])], this.#now);
    const names = [...gone].join();
    if (names === this.#gone || !this.#feeds.length) return false;
    const known = this.#gone !== undefined;
    this.#gone = names;
    const collection = mergeWithout(this.#feeds, gone);
    // what is gone elsewhere may be nothing of ours
    if (known && keysOf(collection) === keysOf(this.collection)) return false;
    this.collection = collection;
    return true;
  }

  readonly #heard = (): void => {
    if (this.#merge()) this.#host.requestUpdate();
  };

  #clear(): void {
    this.#feeds = [];
    this.collection = EMPTY;
  }

  async #load(signal: AbortSignal, again?: boolean): Promise<void> {
    const { src, feed, baseURI: base } = this.#host;
    const feeds: (FeedFrom | undefined)[] = [];
    const problems: Problem[] = [];
    const errors: FeedError[] = [];
    let stale = false;
    // shown as they come in, in the order of `src`
    const add = (index: number, from: FeedFrom, found: readonly Problem[]): void => {
      if (signal.aborted) return;
      feeds[index] = from;
      problems.push(...found);
      const [first] = found;
      if (first) tell(found, `${found.length} × a mistake in ${first.source} (first: ${first.path}); run "meedoen check" for the list`);
      this.#feeds = feeds.filter((from) => from !== undefined);
      this.problems = problems;
      this.#gone = undefined;
      this.#merge();
    };
    if ((feed ?? null) !== null) {
      const result = await readFeed(feed, { source: 'feed', base });
      const from = result.feed && { url: base, feed: result.feed };
      if (from) {
        add(0, from, result.problems);
        if (!signal.aborted) this.#loader.keep?.(this, from);
      } else errors.push(new FeedError('no-feed', { url: 'the feed property', problems: result.problems }));
    } else {
      const addresses = [...new Set(src.trim().split(/\s+/))];
      await Promise.all(
        addresses.map(async (address, index) => {
          try {
            const loaded = await this.#loader.load(resolve(address, base), signal, again);
            add(index, loaded, loaded.problems);
            if (addresses.length > 1) this.#host.requestUpdate();
            stale ||= loaded.stale;
            if (loaded.error) tell(loaded.error, loaded.error.message);
          } catch (error) {
            errors.push(error instanceof FeedError ? error : new FeedError('network', { url: address, cause: error }));
          }
        }),
      );
    }
    if (signal.aborted) return;
    const some = feeds.some(Boolean);
    if (!some) this.#clear();
    this.loading = false;
    [this.error] = errors;
    this.stale = stale;
    this.partial = some && !!this.error;
    for (const error of errors) tell(error, error.message);
    // the task asks for the update when this is over
    if (some) this.#listener.loaded({ feed: this.collection, problems, stale, partial: this.partial });
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
