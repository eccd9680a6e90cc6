/**
 * Dates in words, through Intl, in the precision in which they are known. Knows locales; brings no words of its own ("uur", "tot" and
 * "bij jou" are the caller's). A language tag that Intl refuses reads as Dutch; `en` is British, which writes dates as the
 * Netherlands does.
 */
import { parsePartialDate, type PartialDate, type Precision, utcOf } from './partial.ts';
import { periodOf } from './period.ts';
import { DEFAULT_ZONE, inZone, offsetAt, toLocal } from './zone.ts';

const { DateTimeFormat, ListFormat, RelativeTimeFormat } = Intl;

/** How a date is written; what is not known is never written. */
export interface DateStyle {
  /** with the weekday; without it otherwise */
  weekday?: 'long' | 'short';
  /** `long` unless told otherwise */
  month?: 'long' | 'short';
  /** `false` leaves the year out (where the month is known) */
  year?: boolean;
  /** where a date that was written with an offset is shown; `DEFAULT_ZONE` unless told otherwise */
  zone?: string;
}

/** A period in pieces, for the caller's sentence. */
export interface PeriodText {
  /** of the start, or of the whole period: "9–12 juli 2021" */
  date: string;
  /** "9.30", or when it ends on the same day "9.30 – 11.00"; empty when no time is known */
  time: string;
  /** the end, when it does not fit into `date` and `time`: another day with a time, or another precision than the start's */
  until?: { date: string; time: string };
}

// The languages meedoen speaks: their times of day, and two days in a row, are written better than Intl does.
const DUTCH = /^nl\b/i;
const BRITISH = /^en(-GB)?$/i;

const cache = new Map<string, unknown>();
function cached<T>(kind: string, locale: string, make: (locale: string) => T): T {
  const key = `${kind} ${locale}`;
  let found = cache.get(key) as T | undefined;
  if (!found) {
    try {
      found = make(locale === 'en' ? 'en-GB' : locale);
    } catch {
      found = make('nl');
    }
    cache.set(key, found);
  }
  return found;
}

/** `fields`: W or w weekday, d day, M or m month, y year, h hours and minutes, z name of the zone; capitals are long. */
function formatter(locale: string, fields: string, timeZone = 'UTC'): Intl.DateTimeFormat {
  return cached(fields + timeZone, locale, (tag) => {
    const options: Intl.DateTimeFormatOptions = { timeZone, calendar: 'gregory' };
    const has = (field: string) => fields.includes(field);
    if (has('W')) options.weekday = 'long';
    if (has('w')) options.weekday = 'short';
    if (has('d')) options.day = 'numeric';
    if (has('M')) options.month = 'long';
    if (has('m')) options.month = 'short';
    if (has('y')) options.year = 'numeric';
    if (has('h')) Object.assign(options, { hour: 'numeric', minute: '2-digit' });
    if (has('z')) options.timeZoneName = 'long';
    return new DateTimeFormat(tag, options);
  });
}

function fieldsFor(precision: Precision, { weekday, month, year = true }: DateStyle): string {
  if (precision === 'year') return 'y';
  const rest = (month === 'short' ? 'm' : 'M') + (year ? 'y' : '');
  return precision === 'month' ? rest : `${weekday ? (weekday === 'long' ? 'W' : 'w') : ''}d${rest}`;
}

const read = (date: string | PartialDate, zone: string) => {
  const partial = typeof date === 'string' ? parsePartialDate(date) : date;
  return partial && toLocal(partial, zone);
};

/**
 * The date, without its time: "2021", "september 2021", "vrijdag 17 september 2021".
 * @returns text that is no date unchanged
 */
export function formatDate(date: string | PartialDate, locale: string, style: DateStyle = {}): string {
  const partial = read(date, style.zone ?? DEFAULT_ZONE);
  return partial ? formatter(locale, fieldsFor(partial.precision, style)).format(utcOf(partial)) : (date as string);
}

/** Dutch running text has a point and no leading zero, which Intl does not know (it writes 09:30). */
function formatClock(date: PartialDate, locale: string): string {
  const separator = DUTCH.test(locale) ? '.' : BRITISH.test(locale) ? ':' : '';
  return separator ? `${date.hour}${separator}${`${date.minute}`.padStart(2, '0')}` : formatter(locale, 'h').format(utcOf(date));
}

/**
 * The time of the day: nl "9.30" (the caller adds "uur"), en "9:30" and "14:00", other languages in their own way.
 * @returns an empty text when no time is known
 */
export function formatTime(date: string | PartialDate, locale: string, zone = DEFAULT_ZONE): string {
  const partial = read(date, zone);
  return partial?.precision === 'time' ? formatClock(partial, locale) : '';
}

/**
 * A period in words: "9 en 10 juli 2021", "9–12 juli 2021", "30 december 2021 – 2 januari 2022", "september–november 2021",
 * "9.30 – 11.00". An end that does not lie after the start is left out, as `periodOf` reads it.
 * @returns `undefined` without a start
 */
export function formatPeriod(
  start: string | undefined,
  end: string | undefined,
  zone: string,
  locale: string,
  style: DateStyle = {},
): PeriodText | undefined {
  const from = read(start ?? '', zone);
  if (!from) return undefined;
  const text = (date: PartialDate) => ({ date: formatDate(date, locale, style), time: formatTime(date, locale) });
  const result: PeriodText = text(from);
  const to = read(end ?? '', zone);
  if (!to || !periodOf(start, end, zone)?.endPrecision) return result;
  const timed = to.precision === 'time';
  // no end is known beyond what the start says: the same day, or the month or year in which it starts
  const same = (['year', 'month', 'day'] as const).every((field) => to[field] === undefined || to[field] === from[field]);
  if (same && timed && from.precision === 'time') result.time += ` – ${formatTime(to, locale)}`;
  else if (timed || (!same && to.precision !== from.precision)) result.until = text(to);
  else if (!same) {
    const [first, last, fields] = [utcOf(from), utcOf(to), fieldsFor(to.precision, style)];
    const inARow = to.day && last - first === 864e5 && to.month === from.month && (DUTCH.test(locale) || BRITISH.test(locale));
    result.date = inARow
      ? joinWords([formatter(locale, fields.replace(/[my]/gi, '')).format(first), formatDate(to, locale, style)], locale)
      : formatter(locale, fields).formatRange(first, last);
  }
  return result;
}

/** "9 en 10", "po, vo en mbo": a list in words. */
export function joinWords(words: readonly string[], locale: string): string {
  return cached('list', locale, (tag) => new ListFormat(tag)).format(words);
}

/** The name of a month alone, as on a button or in a list of months: "september". */
export function monthName(month: number, locale: string, style: 'long' | 'short' = 'long'): string {
  return formatter(locale, style === 'short' ? 'm' : 'M').format(utcOf({ year: 2021, month }));
}

/** The names of the weekdays, for the head of a month. `firstWeekday` as in `monthGrid`. */
export function weekdayNames(locale: string, style: 'long' | 'short' = 'short', firstWeekday = 1): string[] {
  // 1 November 2021 was a Monday
  return Array.from({ length: 7 }, (_, n) =>
    formatter(locale, style === 'short' ? 'w' : 'W').format(utcOf({ year: 2021, month: 11, day: firstWeekday + n })),
  );
}

/** The name of the zone as it is called at that instant: "Midden-Europese zomertijd". */
export function zoneName(instant: number, zone: string, locale: string): string {
  return (
    formatter(locale, 'z', zone)
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  );
}

/**
 * The time of an instant for a visitor elsewhere.
 * @param zone of the session
 * @returns the visitor's time ("4.00"), with the date when that is another day there; `undefined` when their clock shows the same
 */
export function formatElsewhere(
  instant: number,
  zone: string,
  visitorZone: string,
  locale: string,
  style: DateStyle = {},
): { date?: string; time: string } | undefined {
  if (offsetAt(instant, zone) === offsetAt(instant, visitorZone)) return undefined;
  const here = inZone(instant, zone);
  const there: PartialDate = { precision: 'time', ...inZone(instant, visitorZone) };
  const time = formatTime(there, locale);
  return there.day === here.day ? { time } : { date: formatDate(there, locale, style), time };
}

/**
 * How old knowledge is: whole months, in the Netherlands, since the end of what a date can mean; "2019" is 0 until the end of January
 * 2020. 0 for a date to come, `undefined` for no date.
 */
export function monthsSince(text: string | undefined, now: number): number | undefined {
  const date = parsePartialDate(text ?? '');
  const period = periodOf(text, undefined, DEFAULT_ZONE);
  if (!date || !period) return undefined;
  const then = inZone(date.precision === 'time' ? period.start : period.end, DEFAULT_ZONE);
  const today = inZone(now, DEFAULT_ZONE);
  return Math.max(0, (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day ? 1 : 0));
}

/** "over 20 minuten", "morgen", "3 dagen geleden". */
export function formatRelative(value: number, unit: Intl.RelativeTimeFormatUnit, locale: string): string {
  return cached('relative', locale, (tag) => new RelativeTimeFormat(tag, { numeric: 'auto' })).format(value, unit);
}

/**
 * How far away a day is: "vandaag", "morgen", "over 3 dagen", from two weeks on in weeks, from two months on in months, from two years
 * on in years. Counts midnights in the zone, not spans of 24 hours.
 */
export function relativeDays(from: number, to: number, locale: string, zone = DEFAULT_ZONE): string {
  const midnight = (instant: number) => {
    const { year, month, day } = inZone(instant, zone);
    return utcOf({ year, month, day });
  };
  const days = Math.round((midnight(to) - midnight(from)) / 864e5);
  const size = Math.abs(days);
  const [value, unit] =
    size < 14
      ? ([days, 'day'] as const)
      : size < 60
        ? ([days / 7, 'week'] as const)
        : size < 730
          ? ([days / 30.44, 'month'] as const)
          : ([days / 365.25, 'year'] as const);
  return formatRelative(Math.round(value), unit, locale);
}
