/** Days, weeks and months of the calendar on the wall. Knows the Gregorian calendar; knows no clock and no sessions. */
import { DAY, fieldsOf, isoOf, type PartialDate, utcOf, weekdayOf } from './partial.ts';
import { daySpan, type Period } from './period.ts';

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

/** A mistyped end year must not make a million days. */
const MAX_DAYS = 366;

/** `count` days from one on, which is itself counted from 1 January 1970. */
const daysFrom = (first: number, count: number): CalendarDay[] =>
  Array.from({ length: count }, (_, n) => {
    const { year, month, day } = fieldsOf((first + n) * DAY);
    return { year, month, day, iso: isoOf((first + n) * DAY).slice(0, 10) };
  });

/** Steps by months, over years; without a month from January. */
export function addMonths({ year, month = 1 }: Pick<PartialDate, 'year' | 'month'>, months: number): { year: number; month: number } {
  return fieldsOf(utcOf({ year, month: month + months }));
}

/** The weeks that a month touches, from Monday: four to six of seven days each. */
export function monthGrid(year: number, month: number): Day[][] {
  const first = utcOf({ year, month }) / DAY;
  const next = utcOf({ year, month: month + 1 }) / DAY;
  const weeks: Day[][] = [];
  for (let monday = first + 1 - weekdayOf({ year, month, day: 1 }); monday < next; monday += 7)
    weeks.push(daysFrom(monday, 7).map((day) => ({ ...day, inMonth: day.month === month })));
  return weeks;
}

/** The days in the zone on which something is on, first to last, as `daySpan` knows them; of what lasts over a year the first 366. */
export function daysOf(period: Period | undefined, zone: string): CalendarDay[] {
  const span = daySpan(period, zone);
  return span ? daysFrom(span[0], Math.min(span[1] - span[0] + 1, MAX_DAYS)) : [];
}
