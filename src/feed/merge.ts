/**
 * Several feeds as one collection: whose item is whose, who withdrew what, and which sector is meant by which name.
 * Knows feeds that have been read; loads nothing and shows nothing.
 */
import { parsePartialDate } from '../dates/partial.ts';
import { periodOf } from '../dates/period.ts';
import { DEFAULT_ZONE } from '../dates/zone.ts';
import type { Contact, Feed, Join, Region, Sector, Session, Source, Story, Theme } from './schema.ts';
import { normalise } from './search.ts';

/** A feed and the address it came from; `''` for one given as a property. */
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

type Named = { readonly id: string; readonly name?: string; readonly aliases: readonly string[] };

/** Joins what several feeds say of the same sector, theme or region: the first to say something has the word, aliases add up. */
function joinNamed<T extends Named>(lists: readonly (readonly T[])[]): T[] {
  const byId = new Map<string, T>();
  for (const list of lists) {
    for (const item of list) {
      const known = byId.get(item.id);
      byId.set(item.id, known ? { ...item, ...known, aliases: [...new Set([...known.aliases, ...item.aliases])] } : item);
    }
  }
  return [...byId.values()];
}

/**
 * Finds the id for what an author or an attribute wrote: an id, a name or an alias, whatever the case or accents.
 * @returns a function that gives the id, or `undefined` for a name nobody knows
 */
export function directory(items: readonly Named[]): (name: string) => string | undefined {
  const ids = new Map<string, string>();
  const add = (name: string | undefined, id: string): void => {
    const key = name === undefined ? '' : normalise(name);
    if (key && !ids.has(key)) ids.set(key, id);
  };
  for (const item of items) add(item.id, item.id);
  for (const item of items) for (const name of [item.name, ...item.aliases]) add(name, item.id);
  return (name) => ids.get(normalise(name));
}

/**
 * Makes one collection of feeds. Items that any of them withdraws, or whose `expires` has passed in any of them, are left out of all.
 * @param now milliseconds since the epoch
 */
export function mergeFeeds(feeds: readonly FeedFrom[], now: number): Collection {
  const [first] = feeds;
  if (!first) return EMPTY;
  const all = <K extends 'sectors' | 'themes' | 'regions'>(key: K): Feed[K][] => feeds.map(({ feed }) => feed[key]);
  const sectors = joinNamed(all('sectors'));
  const themes = joinNamed(all('themes'));
  const regions = joinNamed(all('regions'));
  const find = { sectors: directory(sectors), themes: directory(themes), regions: directory(regions) };
  const gone = withdrawn(feeds, now);
  const collect = <T extends Story | Session | Contact>(list: (feed: Feed) => readonly T[]): Item<T>[] => {
    const items = new Map<string, Item<T>>();
    for (const { url, feed } of feeds) {
      for (const item of list(feed)) {
        const key = keyOf(item.id, url);
        if (gone.has(key) || items.has(key)) continue;
        items.set(key, withRefs({ language: feed.language, source: feed.source, ...item, key, base: url } as Item<T>, find));
      }
    }
    return [...items.values()];
  };
  const say = <K extends 'title' | 'url' | 'email' | 'calendar' | 'language' | 'join'>(key: K): Pick<Feed, K> => {
    const value = feeds.find(({ feed }) => feed[key] !== undefined)?.feed[key];
    return (value === undefined ? {} : { [key]: value }) as Pick<Feed, K>;
  };
  const updated = feeds.flatMap(({ feed }) => feed.updated ?? []).sort()[0];
  return {
    ...say('title'),
    ...say('url'),
    ...say('email'),
    ...say('calendar'),
    ...say('language'),
    ...say('join'),
    ...(updated !== undefined && { updated }),
    sectors,
    themes,
    regions,
    stories: collect((feed) => feed.stories),
    sessions: collect((feed) => feed.sessions),
    contacts: collect((feed) => feed.contacts),
  };
}

/** The keys of everything that may no longer be shown at `now` (milliseconds since the epoch). */
export function withdrawn(feeds: readonly FeedFrom[], now: number): Set<string> {
  const gone = new Set<string>();
  for (const { url, feed } of feeds) {
    for (const list of [feed.stories, feed.sessions, feed.contacts] as const) {
      for (const item of list) {
        if (item.withdrawn || ('expires' in item && hasPassed(item.expires, now))) gone.add(keyOf(item.id, url));
      }
    }
  }
  return gone;
}

/** A date-only `expires` is inclusive: the item goes at the end of that day (Dutch time). */
function hasPassed(expires: string | undefined, now: number): boolean {
  if (!expires) return false;
  const timed = parsePartialDate(expires)?.precision === 'time';
  const period = periodOf(expires, undefined, DEFAULT_ZONE);
  return !!period && now >= (timed ? period.start : period.end);
}

type Refs = { sectors?: readonly string[]; themes?: readonly string[]; regions?: readonly string[] };

/** Names and aliases become ids. A JSON Feed tag was put in both sectors and themes: it stays where it is known. */
function withRefs<T extends Refs>(item: T, find: Record<keyof Refs, (name: string) => string | undefined>): T {
  const refs: Refs = {};
  for (const key of ['sectors', 'themes', 'regions'] as const) {
    const names = item[key];
    if (names?.length) refs[key] = [...new Set(names.map((name) => find[key](name) ?? name))];
  }
  if (refs.sectors && item.sectors?.join() === item.themes?.join()) {
    refs.sectors = refs.sectors.filter((id) => find.sectors(id));
    refs.themes = refs.themes!.filter((id) => find.themes(id));
  }
  return { ...item, ...refs };
}
