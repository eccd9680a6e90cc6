/**
 * Days, weeks and months of the calendar on the wall. Knows the Gregorian calendar through @internationalized/date; knows no clock and
 * no sessions.
 */
import { CalendarDate } from '@internationalized/date';
import type { PartialDate } from './partial.ts';
import type { Period } from './period.ts';
import { inZone } from './zone.ts';

/** One day, in no particular zone. */
export interface CalendarDay {
  year: number;
  /** 1 to 12 */
  month: number;
  /** 1 to 31 */
  day: number;
  /** `2021-09-17`: sorts as text, and is the key of a day */
  iso: string;
}

/** A day in the grid of a month. */
export interface Day extends CalendarDay {
  /** false for the days of the months before and after that fill the first and last week */
  inMonth: boolean;
}

const plain = (date: CalendarDate): CalendarDay => ({ year: date.year, month: date.month, day: date.day, iso: date.toString() });
const dateOf = ({ year, month = 1, day = 1 }: Pick<PartialDate, 'year' | 'month' | 'day'>) => new CalendarDate(year, month, day);

/** The day with these fields; one beyond the end of its month is the last of it. */
export function calendarDay(year: number, month: number, day = 1): CalendarDay {
  return plain(dateOf({ year, month, day }));
}

/** Steps by days, over months and years. */
export function addDays(day: Omit<CalendarDay, 'iso'>, days: number): CalendarDay {
  return plain(dateOf(day).add({ days }));
}

/** Steps by months; a day that the month does not have becomes its last (31 January and one month is 28 or 29 February). */
export function addMonths(day: Pick<PartialDate, 'year' | 'month' | 'day'>, months: number): CalendarDay {
  return plain(dateOf(day).add({ months }));
}

/** The weekday as in ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Omit<CalendarDay, 'iso'>): number {
  const date = dateOf(day);
  return (date.calendar.toJulianDay(date) % 7) + 1; // Julian day 0 is a Monday
}

/**
 * The weeks that a month touches, four to six of seven days each.
 * @param firstWeekday 1 to 7, as in ISO 8601: weeks begin on Monday unless told otherwise
 */
export function monthGrid(year: number, month: number, firstWeekday = 1): Day[][] {
  const first = dateOf({ year, month });
  const lead = (weekdayOf({ year, month, day: 1 }) - firstWeekday + 7) % 7;
  const weeks = Math.ceil((lead + first.calendar.getDaysInMonth(first)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const day = plain(first.add({ days: week * 7 + column - lead }));
      return { ...day, inMonth: day.month === month };
    }),
  );
}

/**
 * The days in the zone on which something is on, first to last. None when not even its first day is known; only the first day when its
 * end is known to the month or year only. Something that ends at midnight is not on the day that begins then.
 * @param limit at most so many days from the first: a mistyped end year must not make a million of them
 */
export function daysOf(period: Period | undefined, zone: string, limit = 366): CalendarDay[] {
  if (!period || period.precision === 'month' || period.precision === 'year') return [];
  const { start, end, endPrecision } = period;
  const from = inZone(start, zone);
  const days = [calendarDay(from.year, from.month, from.day)];
  if (endPrecision !== 'day' && endPrecision !== 'time') return days;
  const to = inZone(end - 1, zone);
  const last = calendarDay(to.year, to.month, to.day).iso;
  for (let day = days[0]!; day.iso < last && days.length < limit; days.push(day)) day = addDays(day, 1);
  return days;
}
