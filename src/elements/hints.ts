/**
 * A word in the console for who writes the page: an attribute that names what there is not, and what it may name. Fetched with what a
 * visitor needs on coming near, or when a filter leaves nothing to show; never shown to visitors.
 */
import { parseToday } from '../dates/now.ts';
import type { Collection } from '../feed/merge.ts';
import { type AnyItem, attributeIds, FACETS, refsOf } from '../feed/select.ts';

/** What attributes may hold, where that is a closed list; `*`: several of these words. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'meedoen-story-card': { layout: 'stacked wide quote', open: 'dialog link' },
  'meedoen-story-list': {
    kind: '* story practice initiative report foreword all',
    'group-by': 'theme sector',
    sort: 'title -title organisation -organisation published -published',
    controls: '* search sector theme region',
  },
  'meedoen-session-calendar': { view: 'list month', period: 'upcoming past all', controls: '* search sector theme region period' },
  'meedoen-contact-table': {
    mode: 'table finder',
    columns: '* organisation name role sector region email phone checked',
    controls: '* search sector region',
  },
  'meedoen-join-form': { variant: 'join session tip', encoding: 'json form' },
};
const told = new WeakSet<Element>();

/** What an attribute says, or the property that a framework set instead. */
function valueOf(element: Element, attribute: string): string {
  const property = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const value = element.getAttribute(attribute) ?? (element as unknown as Record<string, unknown>)[property];
  return typeof value === 'string' ? value : '';
}

/** The words of an attribute that are none of those allowed. */
function unknown(value: string, allowed: string): string[] {
  const known = allowed.split(' ');
  const words = known.includes('*') ? value.toLowerCase().split(/\s+/) : [value];
  return words.filter((word) => word && !known.includes(word));
}

/**
 * What is wrong with the attributes of an element: a sentence each.
 * @param collection the feed as it was read; an empty one has no say in what sectors, themes and regions there are
 */
export function hintsFor(element: Element, collection: Collection): string[] {
  const hints: string[] = [];
  const say = (attribute: string, names: readonly string[], allowed: readonly string[]): void => {
    if (!names.length) return;
    const list = allowed.length ? `there is ${allowed.join(', ')}` : 'this feed has none';
    hints.push(`${attribute}="${valueOf(element, attribute)}": not ${names.join(', ')}; ${list}`);
  };
  const allowed = ALLOWED[element.localName] ?? {};
  for (const attribute of Object.keys(allowed)) {
    const words = allowed[attribute]!;
    say(attribute, unknown(valueOf(element, attribute), words), words.replace('* ', '').split(' '));
  }
  const today = valueOf(element, 'today');
  if (today && !parseToday(today)) hints.push(`today="${today}": no date`);
  const { stories, sessions, contacts } = collection;
  const items: readonly AnyItem[] = [...stories, ...sessions, ...contacts];
  if (!items.length) return hints;
  for (const facet of FACETS) {
    const value = valueOf(element, facet);
    if (!value) continue;
    const known = new Set([...collection[`${facet}s`].map(({ id }) => id), ...items.flatMap((item) => refsOf(item, facet))]);
    const missing = attributeIds(value, facet, collection).filter((id) => !known.has(id));
    say(facet, missing, [...known]);
  }
  return hints;
}

/** Tells them, once for each element. */
export function hint(element: Element, collection: Collection): void {
  if (told.has(element)) return;
  const hints = hintsFor(element, collection);
  if (!hints.length) return;
  told.add(element);
  console.warn([`meedoen: <${element.localName}> names what there is not`, ...hints].join('\n  '));
}
