/**
 * Choosing what to show: filter, count, sort, group. Pure functions over a collection; one set for stories, sessions and contacts.
 */
import { type Collection, type ContactItem, directory, type SessionItem, type StoryItem } from './merge.ts';
import { contactRule, type Region, type Rule, type Sector, sessionRule, storyRule, type Theme } from './schema.ts';
import { matchesWords, normalise, words } from './search.ts';

export type Facet = 'sector' | 'theme' | 'region';
export const FACETS = ['sector', 'theme', 'region'] as const;

/** Wanted ids per facet (OR within one, AND between) and words that must all be found. */
export interface Query {
  readonly text?: string;
  readonly sector?: readonly string[];
  readonly theme?: readonly string[];
  readonly region?: readonly string[];
}

export type AnyItem = StoryItem | SessionItem | ContactItem;

const NONE: readonly string[] = [];
/** Of a name in an attribute. */
const MOST_WORDS = 8;
const isStory = (item: AnyItem): item is StoryItem => 'people' in item;

/** The ids an item has for a facet. */
export function refsOf(item: AnyItem, facet: Facet): readonly string[] {
  return facet === 'sector' ? item.sectors : facet === 'region' ? item.regions : 'themes' in item ? item.themes : NONE;
}

/**
 * Whether an item that names none matches them all: a session or contact that names no sector or region is for all of them, and contacts
 * have no themes to name; a story is about someone, somewhere, and about something.
 */
function isOpen(item: AnyItem, facet: Facet): boolean {
  return !isStory(item) && (facet !== 'theme' || !('themes' in item));
}

function facetMatches(item: AnyItem, facet: Facet, wanted: readonly string[]): boolean {
  const refs = refsOf(item, facet);
  return refs.length ? refs.some((id) => wanted.includes(id)) : isOpen(item, facet);
}

/** Everything that is searched in an item, normalised once per item. */
const searchTexts = new WeakMap<object, string>();

function searchText(item: AnyItem, names: (facet: Facet, id: string) => string): string {
  let text = searchTexts.get(item);
  if (text === undefined) {
    const found = FACETS.flatMap((facet) => refsOf(item, facet).map((id) => names(facet, id)));
    collectTexts(isStory(item) ? storyRule : 'speakers' in item ? sessionRule : contactRule, item, found);
    text = normalise(found.join(' '));
    searchTexts.set(item, text);
  }
  return text;
}

/** Makes ready what a search goes through, a step for each item: the first search in thousands is as quick as the next one then. */
export function* searchAhead(items: readonly AnyItem[], collection: Collection): Generator<void, void> {
  const names = namesOf(collection);
  for (const item of items) {
    searchText(item, names);
    yield;
  }
}

/** All running text in a value, by its rule; where it was taken from (`source`) is not what it is about. */
function collectTexts(rule: Rule, value: unknown, found: string[]): void {
  if (value === undefined) return;
  if (rule.kind === 'list') for (const element of value as unknown[]) collectTexts(rule.of, element, found);
  else if (rule.kind === 'object') {
    for (const key of Object.keys(rule.keys)) {
      if (key !== 'source') collectTexts(rule.keys[key]!, (value as Record<string, unknown>)[key], found);
    }
  } else if (rule.kind === 'html') found.push((value as string).replace(/<[^<>]*>/g, ' '));
  else if (rule.kind === 'text' || rule.kind === 'email') found.push(value as string);
}

/** Name, short name and aliases of a sector, theme or region, for searching. */
export function namesOf(collection: Collection): (facet: Facet, id: string) => string {
  const names = new Map<string, string>();
  for (const facet of FACETS) {
    for (const item of namedOf(collection, facet)) {
      const organisation = 'organisation' in item ? item.organisation : undefined;
      names.set(facet + item.id, [item.id, item.name, organisation, ...item.aliases].filter(Boolean).join(' '));
    }
  }
  return (facet, id) => names.get(facet + id) ?? id;
}

/** The items that answer to a query, in their own order. `except` leaves one facet out of it (for its own counts). */
export function filterItems<T extends AnyItem>(items: readonly T[], query: Query, collection: Collection, except?: Facet): T[] {
  const needles = words(query.text ?? '');
  const names = needles.length ? namesOf(collection) : undefined;
  const asked = FACETS.filter((facet) => facet !== except && query[facet]?.length);
  return items.filter(
    (item) =>
      asked.every((facet) => facetMatches(item, facet, query[facet]!)) && (!names || matchesWords(searchText(item, names), needles)),
  );
}

export interface FacetOption {
  readonly id: string;
  readonly name: string;
  /** How many items there would be with this choice and the other filters as they are. */
  readonly count: number;
}

/** The choices of a facet that occur in the items, and what is chosen, in the feed's order, with counts that follow the other filters. */
export function facetOptions(items: readonly AnyItem[], query: Query, collection: Collection, facet: Facet): FacetOption[] {
  const counts = new Map<string, number>();
  let open = 0;
  for (const item of filterItems(items, query, collection, facet)) {
    const refs = refsOf(item, facet);
    for (const id of refs) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (!refs.length && isOpen(item, facet)) open++;
  }
  const occurring = new Set(items.flatMap((item) => refsOf(item, facet)).concat(query[facet] ?? NONE));
  const option = (id: string, name = id): FacetOption => ({ id, name, count: (counts.get(id) ?? 0) + open });
  const options = namedOf(collection, facet).flatMap(({ id, name }) => (occurring.delete(id) ? option(id, name) : []));
  return [...options, ...Array.from(occurring, (id) => option(id))];
}

function namedOf(collection: Collection, facet: Facet): readonly (Sector | Theme | Region)[] {
  return collection[`${facet}s`];
}

/**
 * Turns the words of a `sector`, `theme` or `region` attribute into ids: ids, names or aliases, separated by spaces or commas. Several
 * words that are one name together ("voortgezet onderwijs") count as that name.
 * A word nobody knows stays as it is, so that it filters everything out instead of nothing.
 */
export function attributeIds(value: string | null | undefined, facet: Facet, collection: Collection): string[] {
  const find = directory(namedOf(collection, facet));
  const names = (value ?? '').split(/[\s,]+/).filter(Boolean);
  const ids: string[] = [];
  for (let start = 0; start < names.length;) {
    let end = Math.min(names.length, start + MOST_WORDS);
    while (end > start + 1 && find(names.slice(start, end).join(' ')) === undefined) end--;
    const name = names.slice(start, end).join(' ');
    ids.push(find(name) ?? name);
    start = end;
  }
  return ids;
}

export interface Group<T> {
  /** The id of the theme or sector; `undefined` for what has none. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly about: string | undefined;
  readonly items: readonly T[];
}

/** Stories in chapters (themes of that kind, else all themes) or by sector, in the feed's order; what belongs nowhere comes last. */
export function groupStories(stories: readonly StoryItem[], by: 'theme' | 'sector', collection: Collection): Group<StoryItem>[] {
  const chapters = collection.themes.filter((theme) => theme.kind === 'chapter');
  const heads: readonly (Theme | Sector)[] = by === 'sector' ? collection.sectors : chapters.length ? chapters : collection.themes;
  const left = new Set(stories);
  const groups: Group<StoryItem>[] = [];
  for (const head of heads) {
    const items = stories.filter((story) => left.has(story) && refsOf(story, by).includes(head.id));
    for (const story of items) left.delete(story);
    if (items.length) groups.push({ id: head.id, name: head.name ?? head.id, about: head.about, items });
  }
  if (left.size) groups.push({ id: undefined, name: undefined, about: undefined, items: [...left] });
  return groups;
}

/**
 * Sorts by a text; items without it come last in both directions, equal ones keep their order.
 * @param locale decides the alphabet (BCP 47); an unknown one falls back to Dutch
 */
export function sortBy<T>(items: readonly T[], text: (item: T) => string | undefined, locale: string, descending = false): T[] {
  const collator = collatorFor(locale);
  const keyed = items.map((item) => ({ item, key: text(item) || undefined }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
    return (descending ? -1 : 1) * collator.compare(a.key, b.key);
  });
  return keyed.map(({ item }) => item);
}

function collatorFor(locale: string): Intl.Collator {
  try {
    return new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  } catch {
    return new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });
  }
}
