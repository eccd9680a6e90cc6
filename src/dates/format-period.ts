/** Periods in words, as format.ts writes dates. */
import { type DateStyle, fieldsFor, formatDate, formatTime, readDate, writing } from './format.ts';
import { formatter } from './intl.ts';
import { DAY, type PartialDate, utcOf } from './partial.ts';
import { periodOf } from './period.ts';

/** A period in pieces, for the caller's sentence. */
export interface PeriodText {
  /** of the start, or of the whole period: "9–12 juli 2021" */
  date: string;
  /** "9.30", or when it ends on the same day "9.30 – 11.00"; empty when no time is known */
  time: string;
  /** the end, when it does not fit into `date` and `time`: another day with a time, or another precision than the start's */
  until?: { date: string; time: string };
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
  const from = readDate(start, zone);
  if (!from) return undefined;
  const text = (date: PartialDate) => ({ date: formatDate(date, locale, style), time: formatTime(date, locale) });
  const result: PeriodText = text(from);
  const to = readDate(end, zone);
  if (!to || !periodOf(start, end, zone)?.endPrecision) return result;
  const timed = to.precision === 'time';
  // no end is known beyond what the start says: the same day, or the month or year in which it starts
  const same = (['year', 'month', 'day'] as const).every((field) => to[field] === undefined || to[field] === from[field]);
  if (same && timed && from.precision === 'time') result.time += ` – ${formatTime(to, locale)}`;
  else if (timed || (!same && to.precision !== from.precision)) result.until = text(to);
  else if (!same) {
    const [first, last, fields] = [utcOf(from), utcOf(to), fieldsFor(to.precision, style)];
    // two days in a row are better said with "and", where the day comes first
    result.date =
      last - first === DAY && to.month === from.month && /^(nl|en-GB)/.test(locale)
        ? writing(locale).list([writing(locale).date(first, fields.replace(/[My]/g, ''), locale), formatDate(to, locale, style)], locale)
        : formatter(locale, fields).formatRange(first, last);
  }
  return result;
}
