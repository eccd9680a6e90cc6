/**
 * Sessions by month and day, for the calendar as a month. Pure; knows no words and no markup.
 */
import { addMonths, daysOf } from '../../dates/month.ts';
import { DAY, isoOf, parsePartialDate } from '../../dates/partial.ts';
import { daySpan, sortKey } from '../../dates/period.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPeriod, zoneOf } from '../../feed/sessions.ts';
import { monthKey, startOf } from './agenda.ts';

/** What a month of the calendar shows. */
export interface MonthPlan {
  /** Every session of the month once. */
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

/** A day, or a time on the clock of its own zone. */
const LOCAL = /^\d{4}-\d\d-\d\d(T[\d:.]+)?$/;

/** The days on which a session is on, as text. Nearly always that is one, which its text already says. */
function isoDaysOf(session: SessionItem): readonly string[] {
  const { start = '', end = start } = session;
  const day = start.slice(0, 10);
  if (LOCAL.test(start) && LOCAL.test(end) && end.startsWith(day)) return [day];
  const period = sessionPeriod(session);
  const zone = zoneOf(session);
  const [first, last] = daySpan(period, zone)!;
  return first === last ? [isoOf(first * DAY).slice(0, 10)] : daysOf(period, zone).map(({ iso }) => iso);
}

/** Makes every month at once, so that turning a page costs the same however many sessions there are. What is in one is sorted by `planFor`. */
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
    const { precision, endPrecision } = sessionPeriod(session) ?? {};
    if (!precision) undated.push(session);
    else if (precision === 'year') push(years, monthKey(startOf(session)!), session);
    else if (precision === 'month') {
      const start = startOf(session)!;
      const end = endPrecision ? parsePartialDate(session.end) : undefined;
      const last = end ? monthKey({ month: 12, ...end }) : '';
      for (let month = addMonths(start, 0), n = 0; n < MAX_MONTHS && (!n || monthKey(month) <= last); month = addMonths(month, 1), n++) {
        const plan = planOf(monthKey(month));
        plan.sessions.push(session);
        plan.loose.push(session);
      }
    } else {
      for (const day of isoDaysOf(session)) {
        const plan = planOf(day.slice(0, 7));
        if (plan.sessions.at(-1) !== session) plan.sessions.push(session);
        push(plan.days, day, session);
      }
    }
  }
  const sorted = <T>(map: Map<string, T>): Map<string, T> => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { months: sorted(months), years: sorted(years), undated };
}

const inOrder = new WeakSet<MonthPlan>();

/** One month (`2021-09`) with what is in it in order; sorted when it is first asked for, because most months never are. */
export function planFor({ months }: CalendarIndex, key: string): MonthPlan | undefined {
  const plan = months.get(key);
  if (plan && !inOrder.has(plan)) {
    inOrder.add(plan);
    const when = (session: SessionItem): number => sortKey(sessionPeriod(session));
    for (const list of [plan.sessions, plan.loose, ...plan.days.values()]) list.sort((a, b) => when(a) - when(b));
  }
  return plan;
}
