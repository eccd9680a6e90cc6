/**
 * What is wrong in a feed, in a form that programs can read; the words for people are in i18n/problems.ts.
 * Also how to look into values that may come from anywhere.
 */

/** Where in the feed: `sessions[3].start`; empty for the feed as a whole. */
export type Path = string;
/** A step on the way there: the name of a key, or a place in a list. */
export type Key = string | number;

export interface Problem {
  /** The feed's address or file name. */
  source: string;
  path: Path;
  /**
   * - `no-feed`: neither `meedoen` nor a JSON Feed `version`
   * - `unreadable`: the value itself throws when it is read
   * - `version`: a newer format
   * - `type`: another kind of value · `form`: the right kind, written wrongly · `enum`: none of the allowed words
   * - `missing`: a required key · `duplicate`: an id used before · `order`: end before start · `too-many`
   */
  code: 'no-feed' | 'unreadable' | 'version' | 'type' | 'form' | 'enum' | 'missing' | 'duplicate' | 'order' | 'too-many';
  /** The kind of value (`text`, `date`, …), the allowed words separated by `|`, or a number. */
  expected: string;
  /** The start of what was there; empty when nothing was. */
  found: string;
  /** What the reader did: left it out, made the best of it, or read on as if it were right. */
  effect: 'dropped' | 'coerced' | 'ignored';
}

/** Writes the steps to a value as a path. */
export function pathOf(keys: readonly Key[]): Path {
  return keys.reduce<Path>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${key}` : key), '');
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object with nothing above it: what a page put on `Object.prototype` is not the feed's. Engines keep these fast; what
 * `Object.create(null)` gives is a slow dictionary.
 */
export class Bare {}
Object.setPrototypeOf(Bare.prototype, null);

/** An object's own value; what a page put on `Object.prototype` is not the feed's. */
export function entry(object: object, key: string | number): unknown {
  return Object.prototype.hasOwnProperty.call(object, key) ? (object as Record<string | number, unknown>)[key] : undefined;
}

/** A few characters of any value, for a report. */
export function preview(value: unknown): string {
  const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
  try {
    if (value === undefined) return '';
    if (typeof value === 'string') return `"${cut(value)}"`;
    if (Array.isArray(value)) return value.length ? '[…]' : '[]';
    return isObject(value) ? `{ ${cut(Object.keys(value).slice(0, 4).join(', '))} }` : cut(`${value as string}`);
  } catch {
    // a value that can't even be turned into text is still a value
    return '?';
  }
}
