/**
 * Dates that are as precise as their author knows: `2021`, `2021-09`, `2021-09-17`, `2021-09-17T09:30`.
 * Knows the written form and which days exist. Knows no time zones (zone.ts) and no words (format.ts).
 */

// A page may replace Date later on (mocks, old polyfills); what was there when this module loaded is kept.
const NativeDate = Date;

/** How much of a date is known. */
export type Precision = 'year' | 'month' | 'day' | 'time';

/** A date as written: proleptic Gregorian fields on the wall clock, nothing filled in. */
export interface PartialDate {
  precision: Precision;
  /** 1 to 9999 */
  year: number;
  /** 1 to 12 */
  month?: number;
  /** 1 to 31 */
  day?: number;
  /** 0 to 23, on the clock of `offset`, else of the zone the date is read in */
  hour?: number;
  minute?: number;
  /** 0 to 59, with a fraction where one was written */
  second?: number;
  /** minutes east of UTC, when the text said so (`Z` is 0) */
  offset?: number;
}

/** In milliseconds, on a clock that never changes. */
export const DAY = 864e5;

/**
 * What people write by hand, the canonical form among it; year first, so that day and month cannot be mistaken for each other. Lets
 * through nothing beyond its range but the 31st (30th, 29th) of shorter months.
 */
const WRITTEN =
  /^\s*((?!0000)\d{4})(?:[-/](0?[1-9]|1[0-2])(?:[-/](0?[1-9]|[12]\d|3[01])(?:(?:T| {1,3})([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)? ?(?:(Z)|([+-])([01]?\d|2[0-3])(?::?([0-5]\d))?)?)?)?)?\s*$/i;

/**
 * The milliseconds since 1970 at which a clock on UTC shows these fields. Missing ones are the first of their kind; ones beyond their
 * range carry over (day 32, month 13), which is how the callers step to the next day, month or year.
 */
export function utcOf({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0 }: Omit<PartialDate, 'precision'>): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; 400 Gregorian years are always 146,097 days
  return NativeDate.UTC(year + 400, month - 1, day, hour, minute, 0, Math.round(second * 1000)) - 146_097 * DAY;
}

/** The inverse of `utcOf`, with the ISO weekday (1 is Monday). */
export function fieldsOf(utc: number) {
  const date = new NativeDate(utc);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds() + date.getUTCMilliseconds() / 1000,
    weekday: date.getUTCDay() || 7,
  };
}

/** The weekday as in ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Omit<PartialDate, 'precision'>): number {
  return fieldsOf(utcOf(day)).weekday;
}

/** `2021-09-17T09:30:00.000Z`: the fields of `fieldsOf` as text. */
export const isoOf = (utc: number): string => new NativeDate(utc).toISOString();

/** A date as people write it, with its canonical form: that of ISO 8601 and RFC 3339, with a capital T and Z and a colon in the offset. */
function read(text: string | undefined): { date: PartialDate; canonical: string } | undefined {
  const match = WRITTEN.exec(`${text}`);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, z, sign, offsetHours, offsetMinutes = '00'] = match;
  const two = (digits: string) => digits.padStart(2, '0');
  const date: PartialDate = { precision: hour ? 'time' : day ? 'day' : month ? 'month' : 'year', year: +year! };
  let canonical = year!;
  if (month) {
    date.month = +month;
    canonical += `-${two(month)}`;
  }
  if (day) {
    date.day = +day;
    canonical += `-${two(day)}`;
    if (date.day > 28 && fieldsOf(utcOf(date)).day !== date.day) return undefined;
  }
  if (hour) {
    date.hour = +hour;
    date.minute = +minute!;
    canonical += `T${two(hour)}:${minute}`;
  }
  if (second) {
    const digits = second + (fraction ? `.${fraction}` : '');
    date.second = +digits;
    canonical += `:${digits}`;
  }
  if (z) {
    date.offset = 0;
    canonical += 'Z';
  }
  if (sign) {
    date.offset = +`${sign}1` * (+offsetHours! * 60 + +offsetMinutes) + 0; // no -0
    canonical += `${sign + two(offsetHours!)}:${offsetMinutes}`;
  }
  return { date, canonical };
}

/**
 * Reads a date in canonical form.
 * @returns `undefined` for anything else: another form, a day or hour that does not exist (2021-02-30, 24:00), a year before 1
 */
export function parsePartialDate(text: string | undefined): PartialDate | undefined {
  const found = read(text);
  return found?.canonical === text ? found?.date : undefined;
}

/**
 * Brings a date into canonical form, from the ways in which people write one by hand: a space for the T, a point in the time, slashes,
 * single digits, `+0200`, small letters, spaces around it. The value is never guessed: 17-09-2021 is refused, since another reader
 * takes the 3rd of April for the 4th of March.
 * @returns the same text when it is canonical already, `undefined` when it is no date
 */
export function normaliseDate(text: string): string | undefined {
  return read(text)?.canonical;
}
