/**
 * From when to when something is on, and where that lies from now. Knows how precise dates are; refuses to know what they belong to
 * and how they are worded.
 */
import { DAY, fieldsOf, parsePartialDate, type PartialDate, type Precision } from './partial.ts';
import { dayAt, toInstant } from './zone.ts';

/** Instants are milliseconds since 1970 UTC. */
export interface Period {
  /** The first instant at which it can begin. */
  start: number;
  /** The instant at which it has certainly begun: `start` for a time, else the end of that day, month or year (or of the whole period). */
  begun: number;
  /** The first instant after it. */
  end: number;
  /** Of the start. */
  precision: Precision;
  /** Of the end; missing when no end is known. */
  endPrecision?: Precision;
  /** An end was given that is no date or does not lie after the start: the period is read without it. */
  endIgnored?: true;
}

/** Where a period lies from now. */
export type Phase = 'unknown' | 'upcoming' | 'now' | 'past';

/** The first instant after all that a date can mean: the next day, month or year; a time itself. */
function endOf(date: PartialDate, zone: string): number {
  const { precision } = date;
  return toInstant(precision === 'time' ? date : { ...date, [precision]: date[precision]! + 1 }, zone);
}

/**
 * @param start canonical text; no or no valid one: no period
 * @param end canonical text; inclusive when it has no time (2021-07-12 is until midnight). Without an end the period lasts until the end of
 * the start's day, month or year
 * @param zone whose days these are
 */
export function periodOf(start: string | undefined, end: string | undefined, zone: string): Period | undefined {
  const from = parsePartialDate(start);
  if (!from) return undefined;
  const to = parsePartialDate(end);
  const { precision } = from;
  const first = toInstant(from, zone);
  const last = to ? endOf(to, zone) : first;
  const period: Period = { start: first, begun: precision === 'time' ? first : endOf(from, zone), end: 0, precision };
  if (to && last > first) {
    period.end = last;
    period.begun = Math.min(period.begun, last);
    period.endPrecision = to.precision;
  } else {
    const midnight = () => toInstant({ ...fieldsOf((dayAt(first, zone) + 1) * DAY), precision: 'day' }, zone);
    period.end = precision === 'time' ? midnight() : period.begun;
    if (end) period.endIgnored = true;
  }
  return period;
}

const isDay = (precision: Precision | undefined): boolean => precision === 'day' || precision === 'time';

/**
 * The first and the last day in the zone on which something is on, counted as `dayAt` does. Nothing when not even its first day is known;
 * only the first day when its end is known to the month or year only. What ends at midnight is not on the day that begins then.
 */
export function daySpan(period: Period | undefined, zone: string): readonly [first: number, last: number] | undefined {
  if (!period || !isDay(period.precision)) return undefined;
  const { start, end, endPrecision } = period;
  const first = dayAt(start, zone);
  return [first, isDay(endPrecision) ? dayAt(end - 1, zone) : first];
}

/**
 * `upcoming` until it has certainly begun, `now` from then on, `past` from its end, `unknown` without a date.
 * So a session on a day without a time, or in a month, is upcoming until that is over; one of several days is on from the second day;
 * one with a time but no known end is on until its day is over (`endPrecision` is missing then: say "begun at 9.30", not "until").
 */
export function phaseOf(period: Period | undefined, now: number): Phase {
  if (!period) return 'unknown';
  return now >= period.end ? 'past' : now >= period.begun ? 'now' : 'upcoming';
}

/**
 * A number to sort an agenda by, ascending: by start; a day without a time before the times of that day; a month without a day after
 * the days of that month ("dag nog onbekend"), a year without a month after its months; without a date last.
 */
export function sortKey(period: Period | undefined): number {
  if (!period) return Infinity;
  const { precision, start, begun } = period;
  return precision === 'month' ? begun - 2 : precision === 'year' ? begun - 1 : start;
}
