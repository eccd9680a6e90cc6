/**
 * Dates in words, in the precision in which they are known: Dutch ones by dutch.ts, others by Intl. Brings no words of its own ("uur",
 * "tot" and "bij jou" are the caller's). A `locale` is one of `localeFor` (i18n/words.ts): Dutch or English, and valid.
 */
import { dutch, isDutch } from './dutch.ts';
import { DAY, parsePartialDate, type PartialDate, type Precision, utcOf } from './partial.ts';
import { periodOf } from './period.ts';
import { dayAt, DEFAULT_ZONE, inZone, offsetAt, toLocal } from './zone.ts';

/** How a date is written; what is not known is never written. */
export interface DateStyle {
  /** with the weekday; without it otherwise */
  weekday?: 'long';
  /** `false` leaves the year out (where the month is known) */
  year?: boolean;
  /** where a date that was written with an offset is shown; `DEFAULT_ZONE` unless told otherwise */
  zone?: string;
}

/** How a language writes. */
export interface Writing {
  /**
   * A moment in words.
   * @param utc on a clock of UTC, as `utcOf` counts
   * @param fields what of it is written, in any order: W weekday, w short weekday, d day, M month, y year, h time
   */
  date(utc: number, fields: string, locale: string): string;
  /** How far away something is: "over 20 minuten", "morgen". @param value 1 or more, of days 0 or more */
  relative(value: number, unit: 'minute' | 'day' | 'week', locale: string): string;
  /** "po, vo en mbo" */
  list(words: readonly string[], locale: string): string;
}

let others: Writing | undefined;
/** Gives the languages other than Dutch (intl.ts), which most pages need not fetch; without them everything is written in Dutch. */
export function writeOthers(writing: Writing): void {
  others = writing;
}
export const writing = (locale: string): Writing => (isDutch(locale) || !others ? dutch : others);

/** The letters for a date of this precision. */
export function fieldsFor(precision: Precision, { weekday, year = true }: DateStyle): string {
  if (precision === 'year') return 'y';
  return (precision === 'month' ? '' : weekday ? 'Wd' : 'd') + (year ? 'My' : 'M');
}

/** A date as it is shown in a zone. */
export const readDate = (date: string | PartialDate | undefined, zone = DEFAULT_ZONE) => {
  const partial = typeof date === 'object' ? date : parsePartialDate(date);
  return partial && toLocal(partial, zone);
};

/**
 * The date, without its time: "2021", "september 2021", "vrijdag 17 september 2021".
 * @returns text that is no date unchanged
 */
export function formatDate(date: string | PartialDate, locale: string, style: DateStyle = {}): string {
  const partial = readDate(date, style.zone);
  return partial ? writing(locale).date(utcOf(partial), fieldsFor(partial.precision, style), locale) : (date as string);
}

/**
 * The time of the day: nl "9.30" (the caller adds "uur"), en "9:30" and "14:00", en-US "2:00 PM". Running text has no leading zero, and
 * in Dutch a point, neither of which Intl knows (it writes 09:30).
 * @returns an empty text when no time is known
 */
export function formatTime(date: string | PartialDate, locale: string, zone?: string): string {
  const partial = readDate(date, zone);
  if (partial?.precision !== 'time') return '';
  return writing(locale)
    .date(utcOf(partial), 'h', locale)
    .replace(/^0(?=\d)/, '');
}

/** The names of the weekdays from Monday, for the head of a month. */
export function weekdayNames(locale: string, style: 'long' | 'short' = 'short'): string[] {
  // 5 January 1970 was a Monday
  return Array.from({ length: 7 }, (_, n) => writing(locale).date((n + 4) * DAY, style === 'long' ? 'W' : 'w', locale));
}

/**
 * The time of an instant for a visitor elsewhere.
 * @param zone of the session
 * @param known the day (zone.ts) that has been said, so that the date is not said again; the session's own by default
 * @returns the visitor's time ("4.00"), with the date when that is another day there; `undefined` when their clock shows the same
 */
export function formatElsewhere(
  instant: number,
  zone: string,
  visitorZone: string,
  locale: string,
  style?: DateStyle,
  known = dayAt(instant, zone),
): { date?: string; time: string } | undefined {
  if (offsetAt(instant, zone) === offsetAt(instant, visitorZone)) return undefined;
  const there: PartialDate = { precision: 'time', ...inZone(instant, visitorZone) };
  const time = formatTime(there, locale);
  return known === dayAt(instant, visitorZone) ? { time } : { date: formatDate(there, locale, style), time };
}

/**
 * How old knowledge is: whole months, in the Netherlands, since the end of what a date can mean; "2019" is 0 until the end of January
 * 2020. 0 for a date to come, `undefined` for no date.
 */
export function monthsSince(text: string | undefined, now: number): number | undefined {
  const period = periodOf(text, undefined, DEFAULT_ZONE);
  if (!period) return undefined;
  const then = inZone(period.begun, DEFAULT_ZONE);
  const today = inZone(now, DEFAULT_ZONE);
  return Math.max(0, (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day ? 1 : 0));
}

/** How far away a day is: "vandaag", "morgen", "over 3 dagen", from two weeks on in weeks. Counts midnights in the zone, not 24 hours. */
export function relativeDays(from: number, to: number, locale: string, zone = DEFAULT_ZONE): string {
  const days = dayAt(to, zone) - dayAt(from, zone);
  return days < 14 ? writing(locale).relative(days, 'day', locale) : writing(locale).relative(Math.round(days / 7), 'week', locale);
}
