/**
 * An agenda in months: which sessions stand under which heading, and on which day of the grid. Pure; knows no words and no markup.
 */
import { addMonths, daysOf } from '../../dates/month.ts';
import { parsePartialDate, type PartialDate } from '../../dates/partial.ts';
import { toLocal } from '../../dates/zone.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPeriod, sessionPhase, zoneOf } from '../../feed/sessions.ts';

/** When a session begins, on its own clock, as precise as it is known. */
export function startOf(session: SessionItem): PartialDate | undefined {
  const start = parsePartialDate(session.start ?? '');
  return start && toLocal(start, zoneOf(session));
}

/** `2021-09`, or `2021` without a month. */
export function monthKey({ year, month }: { year: number; month?: number | undefined }): string {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  return digits(year, 4) + (month ? `-${digits(month, 2)}` : '');
}

export interface AgendaGroup {
  /** `2021-09`; `2021` when the month is not known, `''` when nothing is. */
  readonly key: string;
  /** Whether all of it has been. */
  readonly past: boolean;
  readonly sessions: readonly SessionItem[];
}

/** Sessions in their order, under one heading per month. */
export function groupByMonth(sessions: readonly SessionItem[], now: number): AgendaGroup[] {
  const groups = new Map<string, SessionItem[]>();
  for (const session of sessions) {
    const start = sessionPhase(session, now) === 'unknown' ? undefined : startOf(session);
    const key = start ? monthKey(start) : '';
    const group = groups.get(key);
    if (group) group.push(session);
    else groups.set(key, [session]);
  }
  return [...groups].map(([key, items]) => ({ key, sessions: items, past: items.every((item) => sessionPhase(item, now) === 'past') }));
}

/** What a month of the calendar shows. */
export interface MonthPlan {
  /** Every session of the month once, in order. */
  readonly sessions: SessionItem[];
  /** By day (`2021-09-17`); a session of several days is on each of them. */
  readonly days: Map<string, SessionItem[]>;
  /** Those of which only the month is known. */
  readonly loose: SessionItem[];
}

export interface CalendarIndex {
  readonly months: ReadonlyMap<string, MonthPlan>;
  /** Known to the year only, by year. */
  readonly years: ReadonlyMap<string, readonly SessionItem[]>;
  readonly undated: readonly SessionItem[];
}

/** A session known by month only is in each month of its period, but not in more than these. */
const MAX_MONTHS = 24;

/** Makes every month at once, so that turning a page costs the same however many sessions there are. `sessions` in ascending order. */
export function indexByMonth(sessions: readonly SessionItem[]): CalendarIndex {
  const months = new Map<string, MonthPlan>();
  const years = new Map<string, SessionItem[]>();
  const undated: SessionItem[] = [];
  const planOf = (key: string): MonthPlan => {
    let plan = months.get(key);
    if (!plan) months.set(key, (plan = { sessions: [], days: new Map(), loose: [] }));
    return plan;
  };
  const push = <K>(map: Map<K, SessionItem[]>, key: K, session: SessionItem): void => {
    const list = map.get(key);
    if (list) list.push(session);
    else map.set(key, [session]);
  };
  for (const session of sessions) {
    const start = startOf(session);
    if (!start) undated.push(session);
    else if (start.precision === 'year') push(years, monthKey(start), session);
    else if (start.precision === 'month') {
      const end = sessionPeriod(session)?.endPrecision ? parsePartialDate(session.end) : undefined;
      const last = end ? monthKey({ month: 12, ...end }) : '';
      for (let month = addMonths(start, 0), n = 0; n < MAX_MONTHS && (!n || monthKey(month) <= last); month = addMonths(month, 1), n++) {
        const plan = planOf(monthKey(month));
        plan.sessions.push(session);
        plan.loose.push(session);
      }
    } else {
      for (const day of daysOf(sessionPeriod(session), zoneOf(session))) {
        const plan = planOf(monthKey(day));
        if (plan.sessions.at(-1) !== session) plan.sessions.push(session);
        push(plan.days, day.iso, session);
      }
    }
  }
  return { months: new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1))), years, undated };
}

/** The part of a list that is shown: `first` to `last`, exclusive. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * A page of the list around `start`, made longer by what was asked for at either end. When the list ends within the page, the page
 * begins earlier.
 */
export function windowOf(length: number, start: number, page: number, earlier = 0, later = 0): Window {
  const first = Math.max(0, Math.min(start, length - page));
  return { first: Math.max(0, first - earlier), last: Math.min(length, first + page + later) };
}
