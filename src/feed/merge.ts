/**
 * Several feeds as one collection: whose item is whose, who withdrew what, and which sector is meant by which name.
 * Knows feeds that have been read; loads nothing and shows nothing.
 */
import { parsePartialDate } from '../dates/partial.ts';
import { periodOf } from '../dates/period.ts';
import { DEFAULT_ZONE } from '../dates/zone.ts';
import { Bare } from './problem.ts';
import type { Contact, Feed, Join, Region, Sector, Session, Source, Story, Theme } from './schema.ts';
import { normalise } from './search.ts';

/** A feed and the address it came from; that of the page for one given as a property. */
export interface FeedFrom {
  readonly url: string;
  readonly feed: Feed;
}

/** An item as it stands in a collection. */
export type Item<T> = T & {
  /** The same for the same item everywhere: the id when it is a URI, else the feed's address and the id. */
  readonly key: string;
  /** The address of its feed: what relative addresses in its `body` are resolved against. */
  readonly base: string;
  /** The language of its text (BCP 47), when the feed says so. */
  readonly language?: string;
  readonly source?: Source;
};

export type StoryItem = Item<Story>;
export type SessionItem = Item<Session>;
export type ContactItem = Item<Contact>;

export interface Collection {
  /** Of the first feed that has it. */
  readonly title?: string;
  readonly url?: string;
  readonly email?: string;
  readonly calendar?: string;
  readonly language?: string;
  /** The oldest `updated` of the feeds: how old what is shown may be. */
  readonly updated?: string;
  readonly sectors: readonly Sector[];
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
  readonly stories: readonly StoryItem[];
  readonly sessions: readonly SessionItem[];
  readonly contacts: readonly ContactItem[];
  readonly join?: Join;
}

export const EMPTY: Collection = { sectors: [], themes: [], regions: [], stories: [], sessions: [], contacts: [] };

/** RFC 3986, scheme: an id that is an address of its own is the same item in every feed. */
const URI = /^[a-z][a-z\d+.-]*:/i;

/** @returns the identity of an item of a feed */
export function keyOf(id: string, base: string): string {
  return URI.test(id) ? id : `${base}#${id}`;
}

/** The lists of items that can be withdrawn. An id is one item within its own list. */
const KINDS = ['stories', 'sessions', 'contacts'] as const;

/** One object of several, without a prototype: what a page put on `Object.prototype` is not the feed's. */
const join = <T>(...parts: readonly object[]): T => Object.assign(new Bare(), ...parts) as T;

type Named = { readonly id: string; readonly name?: string; readonly aliases: readonly string[] };

/** Joins what several feeds say of the same sector, theme or region: the first to say something has the word, aliases add up. */
function joinNamed<T extends Named>(lists: readonly (readonly T[])[]): T[] {
  const byId = new Map<string, T>();
  for (const list of lists) {
    for (const item of list) {
      const known = byId.get(item.id);
      byId.set(item.id, known ? join(item, known, { aliases: [...new Set([...known.aliases, ...item.aliases])] }) : item);
    }
  }
  return [...byId.values()];
}

/**
 * Finds the id for what an author or an attribute wrote: an id, a name or an alias, whatever the case or accents.
 * @returns a function that gives the id, or `undefined` for a name nobody knows
 */
export function directory(items: readonly Named[]): (name: string) => string | undefined {
  const exact = new Map<string, string | undefined>();
  const ids = new Map<string, string>();
  const add = (name: string | undefined, id: string): void => {
    const key = normalise(name ?? '');
    if (key && !ids.has(key)) ids.set(key, id);
  };
  for (const { id } of items) {
    exact.set(id, id);
    add(id, id);
  }
  for (const { id, name, aliases } of items) for (const other of [name, ...aliases]) add(other, id);
  return (name) => {
    // thousands of items name the same few
    if (!exact.has(name)) exact.set(name, ids.get(normalise(name)));
    return exact.get(name);
  };
}

/**
 * Makes one collection of feeds. Items that any of them withdraws, or whose `expires` has passed in any of them, are left out of all.
 * @param now milliseconds since the epoch
 */
export function mergeFeeds(feeds: readonly FeedFrom[], now: number): Collection {
  return mergeWithout(
    feeds,
    withdrawn(feeds, () => now),
  );
}

/** What was made of an item of a feed, and of what: it stays the same object, for who shows it, while that stays the same. */
const made = new WeakMap<object, { readonly of: string; readonly item: object }>();

/** The same, when it is known what is gone. */
export function mergeWithout(feeds: readonly FeedFrom[], gone: ReadonlySet<string>): Collection {
  if (!feeds.length) return EMPTY;
  const named = <T extends Named>(list: (feed: Feed) => readonly T[]): T[] => joinNamed(feeds.map(({ feed }) => list(feed)));
  const sectors = named((feed) => feed.sectors);
  const themes = named((feed) => feed.themes);
  const regions = named((feed) => feed.regions);
  const find = { sectors: directory(sectors), themes: directory(themes), regions: directory(regions) };
  const collection: Record<string, unknown> = join({ sectors, themes, regions });
  for (const kind of KINDS) {
    const items = new Map<string, object>();
    for (const { url, feed } of feeds) {
      const { language, source } = feed;
      const said = { ...(language && { language }), ...(source && { source }) };
      for (const item of feed[kind]) {
        const key = keyOf(item.id, url);
        if (gone.has(kind + key) || items.has(key)) continue;
        const refs = idsOf(item, find);
        const of = `${url} ${Object.values(refs).join(';')}`;
        let known = made.get(item);
        if (known?.of !== of) made.set(item, (known = { of, item: join(said, item, refs, { key, base: url }) }));
        items.set(key, known.item);
      }
    }
    collection[kind] = [...items.values()];
  }
  for (const key of ['title', 'url', 'email', 'calendar', 'language', 'join'] as const) {
    const says = feeds.find(({ feed }) => feed[key] !== undefined);
    if (says) collection[key] = says.feed[key];
  }
  const [updated] = feeds.flatMap(({ feed }) => feed.updated ?? []).sort();
  if (updated) collection.updated = updated;
  return collection as unknown as Collection;
}

/** Which items there are, as one text. */
export const keysOf = (collection: Collection): string => KINDS.flatMap((kind) => collection[kind].map(({ key }) => key)).join();

/** What feeds hold that is gone, or will be: the kind of item, its id, and the instant from which it is. Mostly none, and often asked. */
const leaving = new WeakMap<Feed, readonly (readonly [kind: string, id: string, from: number])[]>();

/**
 * What may no longer be shown.
 * @param now gives milliseconds since the epoch; asked only when something expires
 */
export function withdrawn(feeds: readonly FeedFrom[], now: () => number): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { url, feed } of feeds) {
    let items = leaving.get(feed);
    if (!items) {
      const found = KINDS.flatMap((kind) =>
        (feed[kind] as readonly Story[])
          .filter((item) => item.withdrawn || item.expires !== undefined)
          .map((item) => [kind, item.id, goneFrom(item)] as const),
      );
      leaving.set(feed, (items = found));
    }
    for (const [kind, id, from] of items) if (from <= 0 || now() >= from) gone.add(kind + keyOf(id, url));
  }
  return gone;
}

/** When it is gone, in milliseconds since the epoch. A date-only `expires` is inclusive: the item goes at the end of that day (Dutch time). */
function goneFrom({ withdrawn, expires }: Pick<Story, 'withdrawn' | 'expires'>): number {
  if (withdrawn) return 0;
  const period = expires && periodOf(expires, undefined, DEFAULT_ZONE);
  if (!period) return Infinity;
  return parsePartialDate(expires)?.precision === 'time' ? period.start : period.end;
}

type Refs = { sectors?: readonly string[]; themes?: readonly string[]; regions?: readonly string[] };

/** Names and aliases become ids. A JSON Feed tag was put in both sectors and themes: it stays where it is known. */
function idsOf(item: Refs, find: Record<keyof Refs, (name: string) => string | undefined>): Refs {
  const tags = (): boolean => item.sectors?.join('\n') === item.themes?.join('\n');
  const refs: Refs = {};
  for (const key of ['sectors', 'themes', 'regions'] as const) {
    if (!item[key]?.length) continue;
    refs[key] = [...new Set(item[key].flatMap((name) => find[key](name) ?? (key !== 'regions' && tags() ? [] : name)))];
  }
  return refs;
}
