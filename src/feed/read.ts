/**
 * The tolerant reader: whatever came in, a clean feed and a list of what was wrong comes out. A bad item is dropped, a bad field is
 * dropped or coerced, everything else is kept. Never throws and never hangs; works in slices so that a large feed makes no long task.
 * Knows the rules of schema.ts; fetches nothing and shows nothing.
 */
import { normaliseDate } from '../dates/partial.ts';
import { periodOf } from '../dates/period.ts';
import { DEFAULT_ZONE, isTimeZone } from '../dates/zone.ts';
import { fromJsonFeed, isJsonFeed } from './formats/json-feed.ts';
import { entry, isObject, type Path, type Problem, preview } from './problem.ts';
import { type Feed, feedRule, FORMAT_VERSION, type ListRule, type ObjectRule, type Rule } from './schema.ts';
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

/** A list longer than this is cut: a page can't show it and a forged `length` must not keep the reader busy. */
const MOST_ITEMS = 100_000;
/** Milliseconds of work between two pauses: well under the 50 ms of a long task. */
const SLICE = 8;
/** Bad feeds can hold more mistakes than anyone reads. */
const MOST_PROBLEMS = 1_000;

type Values = Record<string, unknown>;
type Report = (path: Path, code: Problem['code'], expected: string, found: unknown, effect: Problem['effect']) => undefined;

/**
 * Reads a parsed JSON value as a feed (format version 1, or JSON Feed 1.x).
 * Gives the main thread back every few milliseconds, so it is asynchronous even for small feeds.
 */
export async function readFeed(input: unknown, options: ReadOptions = {}): Promise<ReadResult> {
  const steps = readSteps(input, options);
  for (let until = performance.now() + SLICE; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() > until) {
      await pause();
      until = performance.now() + SLICE;
    }
  }
}

/** The same without pauses, for command lines and small feeds. */
export function readFeedNow(input: unknown, options: ReadOptions = {}): ReadResult {
  const steps = readSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

function* readSteps(input: unknown, options: ReadOptions): Generator<void, ReadResult> {
  const { source = '', base } = options;
  const problems: Problem[] = [];
  const report: Report = (path, code, expected, found, effect) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ source, path, code, expected, found: preview(found), effect });
  };
  const reader = new Reader(base, report);
  let feed: Feed | undefined;
  try {
    if (isJsonFeed(input)) {
      const raw = fromJsonFeed(input);
      reader.rename = raw.rename;
      feed = yield* reader.feed(raw.feed);
    } else if (isObject(input) && entry(input, 'meedoen') !== undefined) feed = yield* reader.feed(input);
    else report('', 'no-feed', 'feed', input, 'dropped');
  } catch (error) {
    // a getter or proxy of the page's own that throws: the reader's own code doesn't
    report('', 'unreadable', 'feed', String(error), 'dropped');
  }
  return { feed, problems };
}

/** Applies the rules to one feed. */
class Reader {
  readonly #base: string | undefined;
  readonly #report: Report;
  /** Turns a path in our format into the path the author wrote (JSON Feed). */
  rename: (path: Path) => Path = (path) => path;

  constructor(base: string | undefined, report: Report) {
    this.#base = base;
    this.#report = (path, ...rest) => report(this.rename(path), ...rest);
  }

  *feed(input: object): Generator<void, Feed> {
    const feed: Values = Object.create(null) as Values;
    this.#version(entry(input, 'meedoen'));
    for (const [key, rule] of Object.entries(feedRule.keys) as [string, Rule][]) {
      const value = entry(input, key);
      if (key === 'meedoen') feed[key] = FORMAT_VERSION;
      else if (rule.kind === 'list') feed[key] = yield* this.#items(rule, value, key);
      else this.#put(feed, key, value === undefined ? undefined : this.#value(rule, value, key));
      yield;
    }
    return feed as unknown as Feed;
  }

  #version(version: unknown): void {
    if (version === FORMAT_VERSION) return;
    if (typeof version === 'number' && version > FORMAT_VERSION)
      this.#report('meedoen', 'version', String(FORMAT_VERSION), version, 'ignored');
    else this.#report('meedoen', 'type', String(FORMAT_VERSION), version, 'coerced');
  }

  /** The lists of the feed itself: items with ids of their own, a pause possible between any two. */
  *#items(rule: ListRule, value: unknown, path: Path): Generator<void, Values[]> {
    const items: Values[] = [];
    const seen = new Set<unknown>();
    for (const [index, found] of this.#elements(value, path)) {
      const at = `${path}[${index}]`;
      const item = this.#value(rule.of, found, at) as Values | undefined;
      if (!item) continue;
      if (seen.has(item.id)) this.#report(`${at}.id`, 'duplicate', 'new-id', item.id, 'dropped');
      else items.push(item);
      seen.add(item.id);
      yield;
    }
    return items;
  }

  /** A bare value where a list belongs counts as a list of one. */
  #elements(value: unknown, path: Path): [number, unknown][] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.#report(path, 'type', 'list', value, 'coerced');
      return [[0, value]];
    }
    const length = Math.min(value.length, MOST_ITEMS);
    if (value.length > length) this.#report(path, 'too-many', String(MOST_ITEMS), value.length, 'dropped');
    const elements: [number, unknown][] = [];
    for (let i = 0; i < length; i++) elements.push([i, value[i]]);
    return elements;
  }

  /** One value by its rule; `undefined` when nothing can be made of it (which has then been reported). */
  #value(rule: Rule, found: unknown, path: Path): unknown {
    switch (rule.kind) {
      case 'list':
        return this.#list(rule, found, path);
      case 'object':
        return this.#object(rule, found, path);
      case 'number':
        return this.#number(found, path);
      case 'boolean':
        return this.#boolean(found, path, rule.cautious);
      default:
        return this.#text(rule, found, path);
    }
  }

  #list(rule: ListRule, found: unknown, path: Path): unknown[] {
    const values: unknown[] = [];
    for (const [index, element] of this.#elements(found, path)) {
      const value = this.#value(rule.of, element, `${path}[${index}]`);
      if (value !== undefined && !(rule.of.kind === 'id' && values.includes(value))) values.push(value);
    }
    return values;
  }

  #object(rule: ObjectRule, found: unknown, path: Path): Values | undefined {
    let input = found;
    if (rule.from && (typeof found === 'string' || typeof found === 'number')) {
      this.#report(path, 'type', 'object', found, 'coerced');
      input = { [rule.from]: found };
    }
    if (!isObject(input)) return this.#report(path, 'type', 'object', found, 'dropped');
    const object = Object.create(null) as Values;
    if (rule.keys.withdrawn && this.#withdrawn(rule, input, object, path)) return object.id === undefined ? undefined : object;
    for (const key of Object.keys(rule.keys)) {
      const keyRule = rule.keys[key]!;
      const value = entry(input, key);
      const at = path ? `${path}.${key}` : key;
      if (value !== undefined && value !== null) this.#put(object, key, this.#value(keyRule, value, at));
      else if (keyRule.kind === 'list') object[key] = [];
      if (keyRule.required && object[key] === undefined) {
        return value === undefined || value === null ? this.#report(at, 'missing', keyRule.kind, value, 'dropped') : undefined;
      }
    }
    if (rule.oneOf && !rule.oneOf.some((key) => object[key] !== undefined)) {
      return this.#report(path, 'missing', rule.oneOf.join('|'), undefined, 'dropped');
    }
    if (object.start !== undefined && object.end !== undefined) this.#order(object, path);
    return object;
  }

  /** A withdrawn item keeps its id and nothing else: the text of someone who took back consent goes no further than here. */
  #withdrawn(rule: ObjectRule, input: object, object: Values, path: Path): boolean {
    const value = entry(input, 'withdrawn');
    if (value === undefined || value === null || this.#value(rule.keys.withdrawn!, value, `${path}.withdrawn`) !== true) return false;
    const id = entry(input, 'id');
    if (id === undefined) this.#report(`${path}.id`, 'missing', 'id', id, 'dropped');
    else this.#put(object, 'id', this.#value(rule.keys.id!, id, `${path}.id`));
    for (const key of Object.keys(rule.keys)) if (rule.keys[key]!.kind === 'list') object[key] = [];
    object.withdrawn = true;
    return true;
  }

  #order(session: Values, path: Path): void {
    const period = periodOf(session.start as string, session.end as string, (session.timeZone as string | undefined) ?? DEFAULT_ZONE);
    if (!period?.endIgnored) return;
    this.#report(`${path}.end`, 'order', 'after-start', session.end, 'dropped');
    delete session.end;
  }

  #number(found: unknown, path: Path): number | undefined {
    const number = typeof found === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(found) ? Number(found) : found;
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return this.#report(path, 'type', 'number', found, 'dropped');
    if (number !== found) this.#report(path, 'type', 'number', found, 'coerced');
    return number;
  }

  #boolean(found: unknown, path: Path, cautious?: true): boolean | undefined {
    if (typeof found === 'boolean') return found;
    const word = String(typeof found === 'object' ? '' : found)
      .trim()
      .toLowerCase();
    const value = /^(true|1|ja|yes)$/.test(word) ? true : /^(false|0|nee|no|)$/.test(word) && typeof found !== 'object' ? false : cautious;
    this.#report(path, 'type', 'boolean', found, value === undefined ? 'dropped' : 'coerced');
    return value;
  }

  #text(rule: Exclude<Rule, ListRule | ObjectRule | { kind: 'number' | 'boolean' }>, found: unknown, path: Path): string | undefined {
    if (typeof found !== 'string' && !(typeof found === 'number' && Number.isFinite(found)))
      return this.#report(path, 'type', rule.kind, found, 'dropped');
    // lone surrogates make encodeURIComponent throw later on
    const text = String(found)
      .trim()
      .replace(/\p{Surrogate}/gu, '\ufffd');
    if (text === '') {
      // an empty key is how many systems say "nothing"
      return rule.required ? this.#report(path, 'missing', rule.kind, found, 'dropped') : undefined;
    }
    const value = this.#formed(rule, text);
    if (value === undefined)
      return this.#report(
        path,
        rule.kind === 'enum' ? 'enum' : 'form',
        rule.kind === 'enum' ? rule.values.join('|') : rule.kind,
        found,
        'dropped',
      );
    const resolved = rule.kind === 'url' || rule.kind === 'web' || rule.kind === 'srcset' || rule.kind === 'language';
    if (!resolved && value !== String(found).trim()) this.#report(path, 'form', rule.kind, found, 'coerced');
    else if (typeof found === 'number' && rule.kind !== 'text') this.#report(path, 'type', rule.kind, found, 'coerced');
    return value;
  }

  #formed(rule: Rule, text: string): string | undefined {
    switch (rule.kind) {
      case 'text':
      case 'html':
        return text.length > rule.max ? `${text.slice(0, rule.max - 1).replace(/\p{Surrogate}/gu, '')}…` : text;
      case 'url':
        return safeUrl(text, this.#base);
      case 'web':
        return safeUrl(text.replace(/^webcal:/i, 'https:'), this.#base, true);
      case 'srcset':
        return safeSrcset(text, this.#base);
      case 'date':
        return normaliseDate(text);
      case 'zone':
        return isTimeZone(text) ? text : undefined;
      case 'language':
        return canonicalLanguage(text);
      case 'email':
        return EMAIL.exec(text)?.[1];
      case 'type':
        return /^[\w.+-]+\/[\w.+-]+$/.test(text) ? text.toLowerCase() : undefined;
      case 'enum':
        return rule.values.includes(text) ? text : rule.values.find((value) => value === text.toLowerCase());
      default:
        return text;
    }
  }

  #put(object: Values, key: string, value: unknown): void {
    if (value !== undefined) object[key] = value;
  }
}

/** One plain address, at most with `mailto:` before it; nothing a mail header could be injected with. */
const EMAIL = /^(?:mailto:)?([^\s@<>()[\]\\,;:"?&%]+@[^\s@<>()[\]\\,;:"?&%]+)$/i;

function canonicalLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}
