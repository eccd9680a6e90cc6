/**
 * The network's feed, as new as it can be had: read again now and then, the last good copy kept. Knows how to get a feed; decides nothing
 * by it. A feed that can't be had never holds up a join or a letter for longer than one attempt.
 */
import { FeedLoader } from '../feed/client.ts';
import { type Collection, mergeFeeds } from '../feed/merge.ts';
import { readFeed } from '../feed/read.ts';
import type { Feed } from '../feed/schema.ts';
import { kindOf, type Log } from './log.ts';

/** The address of a feed, or what reads its JSON (from a file, say). */
export type FeedSource = string | (() => Promise<unknown>);

/** How long a copy is new. */
const FRESH = 15 * 60_000;
/** How long after a failure the next attempt is. */
const RETRY = 60_000;

export class FeedKeeper {
  readonly #source: FeedSource | undefined;
  readonly #log: Log;
  readonly #loader = new FeedLoader();
  #feed: Feed | undefined;
  #reading: Promise<void> | undefined;
  /** When to read again (milliseconds since 1970). */
  #due = 0;

  constructor(source: FeedSource | undefined, log: Log) {
    this.#source = source;
    this.#log = log;
  }

  /** Whether there is a feed that could not be read yet. */
  get missing(): boolean {
    return this.#source !== undefined && !this.#feed;
  }

  /** The feed at a time (milliseconds since 1970); `undefined` without one, or when it could not be had. */
  async collection(now: number): Promise<Collection | undefined> {
    await this.#renew(now);
    return this.#feed && mergeFeeds([{ url: this.#address, feed: this.#feed }], now);
  }

  /** The fields that are meant by the names on the wire: those that the feed renames (`as`). */
  async names(now: number): Promise<ReadonlyMap<string, string>> {
    await this.#renew(now);
    return new Map((this.#feed?.join?.fields ?? []).flatMap(({ name, as }) => (as ? [[as, name]] : [])));
  }

  get #address(): string {
    return typeof this.#source === 'string' ? this.#source : '';
  }

  /** Reads it again when it is time to; only who has no copy yet waits for that. */
  async #renew(now: number): Promise<void> {
    if (this.#source === undefined || (now < this.#due && !this.#reading)) return;
    const reading = (this.#reading ??= this.#read(now).finally(() => (this.#reading = undefined)));
    if (!this.#feed) await reading;
  }

  async #read(now: number): Promise<void> {
    try {
      if (typeof this.#source === 'string') this.#feed = (await this.#loader.load(this.#source)).feed;
      else {
        const { feed } = await readFeed(await this.#source!());
        if (!feed) throw new TypeError('JSON, but no feed');
        this.#feed = feed;
      }
      this.#due = now + FRESH;
    } catch (error) {
      this.#due = now + RETRY;
      this.#log({ level: 'warn', event: 'feed', error: kindOf(error), kept: !!this.#feed });
    }
  }
}
