/** Dates in words by Intl: in the languages that are not written here, and what is too rare to be. */
import type { Writing } from './format.ts';

const { DateTimeFormat, ListFormat, RelativeTimeFormat } = Intl;

const FIELDS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  W: { weekday: 'long' },
  w: { weekday: 'short' },
  d: { day: 'numeric' },
  M: { month: 'long' },
  y: { year: 'numeric' },
  h: { hour: 'numeric', minute: '2-digit' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Kept, because Intl is slow to make one. @param fields letters as in `Writing`, in any order */
export function formatter(locale: string, fields: string): Intl.DateTimeFormat {
  const key = `${fields} ${locale}`;
  let found = formatters.get(key);
  if (!found) {
    const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', calendar: 'gregory' };
    for (const field of fields) Object.assign(options, FIELDS[field]);
    formatters.set(key, (found = new DateTimeFormat(locale, options)));
  }
  return found;
}

export const intl: Writing = {
  date: (utc, fields, locale) => formatter(locale, fields).format(utc),
  relative: (value, unit, locale) => new RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit),
  list: (words, locale) => new ListFormat(locale).format(words),
};
