/**
 * The tolerant reader: whatever came in, a clean feed and a list of what was wrong comes out. A bad item is dropped, a bad field is
 * dropped or coerced, everything else is kept. Never throws and never hangs; works in slices so that a large feed makes no long task.
 * Knows the rules of schema.ts; fetches nothing and shows nothing.
 */
import { normaliseDate } from '../dates/partial.ts';
import { periodOf } from '../dates/period.ts';
import { DEFAULT_ZONE, isTimeZone } from '../dates/zone.ts';
import { isJsonFeed } from './formats/is-json-feed.ts';
import type { fromJsonFeed } from './formats/json-feed.ts';
import { Bare, entry, isObject, type Key, pathOf, type Problem, preview } from './problem.ts';
import { type Feed, feedRule, FORMAT_VERSION, type ListRule, type ObjectRule, type Rule, storyRule } from './schema.ts';
import { inSlices } from './slices.ts';
import { safeSrcset, safeUrl } from './url.ts';

export interface ReadOptions {
  /** The name of the feed in problems: its address or file name. */
  source?: string;
  /** What relative addresses are resolved against; without it they stay as they are. */
  base?: string;
}

export interface ReadResult {
  /** The feed in the same format, normalised (reading it again changes nothing); `undefined` when it is no feed at all. */
  feed: Feed | undefined;
  problems: Problem[];
}

/** Lists longer than this are cut: a page can't show them and a forged `length` must not keep the reader busy. */
const MOST_ITEMS = 100_000;
/** The same for the lists inside an item. */
const MOST_PARTS = 1_000;
/** Nothing but running text is longer than this. */
const MOST_CHARACTERS = 5_000;
/** Bad feeds can hold more mistakes than anyone reads. */
const MOST_PROBLEMS = 1_000;

/** The many lists that an item doesn't have. */
const NONE: readonly unknown[] = Object.freeze([]);

type Values = Record<string, unknown>;
type TextRule = Exclude<Rule, ListRule | ObjectRule | { kind: 'number' | 'boolean' }>;

/**
 * Reads a parsed JSON value as a feed (format version 1, or JSON Feed 1.x).
 * Gives the main thread back every few milliseconds, so it is asynchronous even for small feeds.
 */
export async function readFeed(input: unknown, options: ReadOptions = {}): Promise<ReadResult> {
  return inSlices(readSteps(input, options, await converterFor(input)));
}

/** What a JSON Feed is laid out with, for a JSON Feed; `undefined` too when it can't be fetched. */
async function converterFor(input: unknown): Promise<typeof fromJsonFeed | undefined> {
  try {
    return isJsonFeed(valueOf(input)) ? (await import('./formats/json-feed.ts')).fromJsonFeed : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a feed bit by bit: the caller decides when to pause. @param convert for a JSON Feed */
export function* readSteps(input: unknown, options: ReadOptions, convert?: typeof fromJsonFeed): Generator<void, ReadResult> {
  const reader = new Reader(options);
  let feed: Feed | undefined;
  try {
    const value = valueOf(input);
    if (convert && isJsonFeed(value)) {
      const raw = convert(value);
      reader.story = raw.story;
      feed = yield* reader.feed(raw.feed);
    } else if (isObject(value) && entry(value, 'meedoen') !== undefined) feed = yield* reader.feed(value);
    else reader.problem('no-feed', 'feed', input, 'dropped');
    if (feed && value !== input) reader.problem('type', 'feed', input, 'coerced');
  } catch (error) {
    // a getter or proxy of the page's own that throws: the reader's own code doesn't
    reader.problem('unreadable', 'feed', String(error), 'dropped');
  }
  return { feed, problems: reader.problems };
}

/** A feed given as text is most likely its JSON. */
function valueOf(input: unknown): unknown {
  try {
    return typeof input === 'string' ? (JSON.parse(input) as unknown) : input;
  } catch {
    return input;
  }
}

/** How systems say "nothing": no key, null, an empty text. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** Applies the rules to one feed. */
class Reader {
  readonly #options: ReadOptions;
  /** Where the value is that is being read. Thousands of values are, and few of them are wrong: it becomes a path only for those. */
  readonly #keys: Key[] = [];
  readonly problems: Problem[] = [];
  /** Makes a story in our format of what the author wrote (JSON Feed). */
  story: (item: unknown) => unknown = (item) => item;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  *feed(input: object): Generator<void, Feed> {
    const feed = new Bare() as Values;
    for (const key of Object.keys(feedRule.keys)) {
      const rule: Rule = feedRule.keys[key as keyof typeof feedRule.keys];
      const value = this.#get(input, key);
      if (key === 'meedoen') feed[key] = this.#version(value, key);
      else if (rule.kind === 'list') feed[key] = yield* this.#items(rule, value, key);
      else if (!isNothing(value)) this.#put(feed, key, this.#value(rule, value, key));
      yield;
    }
    return feed as unknown as Feed;
  }

  /** Reports the value that is being read, or what lies under it at these keys. */
  problem(code: Problem['code'], expected: string, found: unknown, effect: Problem['effect'], ...keys: Key[]): undefined {
    const { source = '' } = this.#options;
    if (this.problems.length >= MOST_PROBLEMS) return;
    this.problems.push({ source, path: pathOf([...this.#keys, ...keys]), code, expected, found: preview(found), effect });
  }

  /** Reports that the value that is being read is not what its rule says. */
  #misfit(rule: Rule, found: unknown, effect: Problem['effect'] = 'dropped', code: Problem['code'] = 'type'): undefined {
    return this.problem(code, rule.kind === 'enum' ? rule.values.join('|') : rule.kind, found, effect);
  }

  #version(version: unknown, key: Key): number {
    if (version !== FORMAT_VERSION) {
      const newer = typeof version === 'number' && version > FORMAT_VERSION;
      this.problem(newer ? 'version' : 'type', String(FORMAT_VERSION), version, newer ? 'ignored' : 'coerced', key);
    }
    return FORMAT_VERSION;
  }

  /** The lists of the feed itself: items with ids of their own, a pause possible between any two. */
  *#items(rule: ListRule, value: unknown, key: Key): Generator<void, Values[]> {
    const items = new Map<unknown, Values>();
    this.#keys.push(key);
    // counted by hand, here and below: old pages have an entries() of their own
    let index = -1;
    for (const found of this.#elements(value, MOST_ITEMS)) {
      index++;
      const item = this.#value(rule.of, found, index) as Values | undefined;
      yield;
      if (!item) continue;
      const known = items.get(item.id);
      if (known) this.problem('duplicate', 'new-id', item.id, 'dropped', index, 'id');
      // who took back consent did so wherever the item stands
      if (!known || (item.withdrawn && !known.withdrawn)) items.set(item.id, item);
    }
    this.#keys.pop();
    return [...items.values()];
  }

  /** The elements of a list. A bare value where a list belongs counts as a list of one. */
  #elements(value: unknown, most: number): unknown[] {
    const elements: unknown[] = [];
    if (isNothing(value)) return elements;
    try {
      const list = Array.isArray(value) ? (value as unknown[]) : [value];
      if (list !== value) this.problem('type', 'list', value, 'coerced');
      if (list.length > most) this.problem('too-many', String(most), list.length, 'dropped');
      for (let i = 0; i < Math.min(list.length, most); i++) elements.push(this.#get(list, i));
    } catch {
      this.#unreadable();
    }
    return elements;
  }

  /** For something that the page made, and that throws when one looks into it. */
  #unreadable(...keys: Key[]): undefined {
    return this.problem('unreadable', 'value', undefined, 'dropped', ...keys);
  }

  #get(object: object, key: Key): unknown {
    try {
      return entry(object, key);
    } catch {
      return this.#unreadable(key);
    }
  }

  /** One value by its rule; `undefined` when nothing can be made of it (which has then been reported). */
  #value(rule: Rule, found: unknown, key: Key): unknown {
    let value: unknown;
    this.#keys.push(key);
    try {
      value = this.#byRule(rule, found);
    } catch {
      this.#unreadable();
    }
    this.#keys.pop();
    return value;
  }

  #byRule(rule: Rule, found: unknown): unknown {
    switch (rule.kind) {
      case 'list':
        return this.#list(rule, found);
      case 'object':
        return this.#object(rule, rule === storyRule ? this.story(found) : found);
      case 'number':
        return this.#number(rule, found);
      case 'boolean':
        return this.#boolean(rule, found);
      default:
        return this.#text(rule, found);
    }
  }

  #list(rule: ListRule, found: unknown): unknown[] {
    const { of } = rule;
    const values: unknown[] = [];
    // what a list may hold only once; names of sectors and the like may well be there twice
    const key = of.kind !== 'object' ? undefined : of.keys.id ? 'id' : of.keys.name?.required && 'name';
    let index = -1;
    for (const element of this.#elements(found, MOST_PARTS)) {
      index++;
      if (element === '') continue;
      const value = this.#value(of, element, index);
      if (value === undefined || (of.kind === 'id' && values.includes(value))) continue;
      if (key && values.some((other) => (other as Values)[key] === (value as Values)[key])) {
        this.problem('duplicate', 'new-id', (value as Values)[key], 'dropped', index, key);
      } else values.push(value);
    }
    return values;
  }

  #object(rule: ObjectRule, found: unknown): Values | undefined {
    let input = found;
    if (rule.from && (typeof found === 'string' || typeof found === 'number')) {
      this.#misfit(rule, found, 'coerced');
      input = { [rule.from]: found };
    }
    // the empty list is how PHP says "nothing"
    if (Array.isArray(input) && !input.length) return undefined;
    if (!isObject(input)) return this.#misfit(rule, found);
    const object = new Bare() as Values;
    const withdrawn = rule.keys.withdrawn && this.#withdrawn(rule.keys.withdrawn, input);
    this.#put(object, 'withdrawn', withdrawn);
    const missing: [string, Rule, unknown][] = [];
    let complete = true;
    let empty = true;
    for (const key of Object.keys(rule.keys)) {
      const keyRule = rule.keys[key]!;
      const list = keyRule.kind === 'list';
      if (list) object[key] = NONE;
      // the text of someone who took back consent goes no further than here
      if (withdrawn ? key !== 'id' : key === 'withdrawn') continue;
      const value = this.#get(input, key);
      const nothing = isNothing(value);
      if (nothing && !keyRule.required) continue;
      if (!nothing) this.#put(object, key, this.#value(keyRule, value, key));
      if (list ? (object[key] as unknown[]).length : object[key] !== undefined) empty = false;
      else if (keyRule.required) {
        complete = false;
        if (nothing) missing.push([key, keyRule, value]);
      }
    }
    // an object with nothing in it is nothing, but an item has to be there
    if (empty && !rule.keys.id) return undefined;
    for (const [key, { kind }, value] of missing) this.problem('missing', kind, value, 'dropped', key);
    if (!complete) return undefined;
    if (rule.oneOf && !withdrawn && !rule.oneOf.some((key) => object[key] !== undefined)) {
      return this.problem('missing', rule.oneOf.join('|'), undefined, 'dropped');
    }
    if (object.start !== undefined && object.end !== undefined) this.#order(object);
    return object;
  }

  #withdrawn(rule: Rule, input: object): unknown {
    const value = this.#get(input, 'withdrawn');
    return isNothing(value) ? undefined : this.#value(rule, value, 'withdrawn');
  }

  #order(session: Values): void {
    const zone = (session.timeZone as string | undefined) ?? DEFAULT_ZONE;
    if (!periodOf(session.start as string, session.end as string, zone)?.endIgnored) return;
    this.problem('order', 'after-start', session.end, 'dropped', 'end');
    delete session.end;
  }

  #number(rule: Rule, found: unknown): number | undefined {
    const number = typeof found === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(found) ? Number(found) : found;
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return this.#misfit(rule, found);
    if (number !== found) this.#misfit(rule, found, 'coerced');
    return number;
  }

  #boolean(rule: Extract<Rule, { kind: 'boolean' }>, found: unknown): boolean | undefined {
    if (typeof found === 'boolean') return found;
    const word = typeof found === 'string' || typeof found === 'number' ? String(found).trim().toLowerCase() : '';
    const value = /^(true|1|ja|yes)$/.test(word) ? true : /^(false|0|nee|no)$/.test(word) ? false : rule.cautious;
    this.#misfit(rule, found, value === undefined ? 'dropped' : 'coerced');
    return value;
  }

  #text(rule: TextRule, found: unknown): string | undefined {
    const number = Number.isFinite(found) && /^(text|id|date)$/.test(rule.kind);
    if (typeof found !== 'string' && !number) return this.#misfit(rule, found);
    const written = String(found).trim();
    const most = 'max' in rule ? rule.max : MOST_CHARACTERS;
    const long = written.length > most;
    // lone surrogates make encodeURIComponent throw later on
    const text = long ? `${written.slice(0, most - 1).replace(SURROGATES, '')}…` : written.replace(SURROGATES, '\ufffd');
    const value = text && (!long || 'max' in rule) ? this.#formed(rule, text) : undefined;
    if (value === undefined) return this.#misfit(rule, found, 'dropped', rule.kind === 'enum' ? 'enum' : 'form');
    // addresses are resolved and languages spelled as they should be without a word; numbers are fine as text
    if (long) this.problem('too-many', String(most), found, 'coerced');
    else if (value !== written && !/^(url|web|srcset|language)$/.test(rule.kind)) this.#misfit(rule, found, 'coerced', 'form');
    else if (number && rule.kind !== 'text') this.#misfit(rule, found, 'coerced');
    return value;
  }

  #formed(rule: TextRule, text: string): string | undefined {
    switch (rule.kind) {
      case 'url':
        return safeUrl(text, this.#options.base);
      case 'web':
        return safeUrl(text.replace(/^webcal:/i, 'https:'), this.#options.base, true);
      case 'srcset':
        return safeSrcset(text, this.#options.base);
      case 'date':
        return normaliseDate(text);
      case 'zone':
        return isTimeZone(text) ? text : undefined;
      case 'language':
        return canonicalLanguage(text);
      case 'email':
        return EMAIL.exec(text)?.[1];
      case 'type':
        return MEDIA_TYPE.exec(text)?.[1]!.toLowerCase();
      case 'enum':
        return rule.values.includes(text) ? text : oneOf(rule, text.toLowerCase());
      default:
        return text;
    }
  }

  #put(object: Values, key: string, value: unknown): void {
    if (value !== undefined) object[key] = value;
  }
}

const SURROGATES = /\p{Surrogate}/gu;

/** One plain address, at most with `mailto:` before it; nothing a mail header could be injected with. */
const EMAIL = /^(?:mailto:)?([^\s@<>()[\]\\,;:"?&%]+@[^\s@<>()[\]\\,;:"?&%]+)$/i;

/** RFC 9110, 8.3.1; parameters are left off. */
const MEDIA_TYPE = /^([\w.+-]+\/[\w.+-]+)(?:\s*;|$)/;

/** One of a few words, in any case; or what another word for it comes down to. */
const oneOf = ({ values, like }: Extract<Rule, { kind: 'enum' }>, text: string): string | undefined =>
  values.find((value) => value === text) ?? values.find((value) => like?.[value]?.test(text));

/** BCP 47; systems often write `nl_NL`. */
function canonicalLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}
