/**
 * An agenda in months: which sessions stand under which heading. Pure; knows no words and no markup.
 */
import { parsePartialDate, type PartialDate } from '../../dates/partial.ts';
import { toLocal } from '../../dates/zone.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPhase, zoneOf } from '../../feed/sessions.ts';

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
