/**
 * Between wall clocks and instants. Knows time zones through Intl and @internationalized/date, and nothing of words or of periods.
 * Instants are milliseconds since 1970 UTC. A zone name that this browser does not know reads as `DEFAULT_ZONE`: a wrong name in a
 * feed must not take the page down.
 */
import { CalendarDateTime, fromAbsolute } from '@internationalized/date';
import { fieldsOf, type PartialDate, utcOf } from './partial.ts';

const { DateTimeFormat } = Intl;

/** The zone of every date that names no other. */
export const DEFAULT_ZONE = 'Europe/Amsterdam';

const DAY = 864e5;
/** About 25 days. Since 1970 no zone has moved its clock and moved it back within so short a time (Ramadan in Morocco: four weeks). */
const SPAN = 2 ** 31;
/** About 17 minutes: around a change of the clock nothing is remembered. */
const SMALLEST_SPAN = 2 ** 20;

interface ZoneCache {
  readonly name: string;
  /** offset in milliseconds at the instants at which spans begin */
  readonly edges: Map<number, number>;
}
const known = new Map<string, boolean>();
const caches = new Map<string, ZoneCache>();

/** Whether this browser knows the zone (IANA name, in any case). An offset such as `+01:00` is no zone: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    try {
      new DateTimeFormat('en', { timeZone: `${name}` });
      answer = /^[a-z]/i.test(name);
    } catch {
      answer = false;
    }
    known.set(name, answer);
  }
  return answer;
}

/** The visitor's own zone; `DEFAULT_ZONE` where the browser hides it. */
export function visitorZone(): string {
  const name = new DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(name) ? name : DEFAULT_ZONE;
}

function cacheOf(zone: string): ZoneCache {
  let cache = caches.get(zone);
  if (!cache) caches.set(zone, (cache = { name: isTimeZone(zone) ? zone : DEFAULT_ZONE, edges: new Map() }));
  return cache;
}

// Asking Intl costs 10 to 50 µs a time, which thousands of sessions would feel. Where the offset is the same at both ends of a span it is
// the same within it; a span in which the clock changes is halved.
function offset(instant: number, cache: ZoneCache, span = SPAN): number {
  const { name, edges } = cache;
  const at = (edge: number) => {
    let found = edges.get(edge);
    if (found === undefined) edges.set(edge, (found = fromAbsolute(edge, name).offset));
    return found;
  };
  const start = Math.floor(instant / span) * span;
  if (at(start) === at(start + span)) return at(start);
  return span > SMALLEST_SPAN ? offset(instant, cache, span / 2) : fromAbsolute(instant, name).offset;
}

/** How far the zone's clock is ahead of UTC at that instant, in minutes (before about 1940 not always a whole number). */
export function offsetAt(instant: number, zone: string): number {
  return offset(instant, cacheOf(zone)) / 60_000;
}

/**
 * The instant at which the known period of a date begins: the first moment of that year, month or day, or the time itself.
 * A time that the zone's clock skips or shows twice resolves as RFC 5545 §3.3.5 and Temporal's `compatible` do: after the gap by as much
 * as it lay in it, and the first of the two.
 * @param zone where the clock of a date without an offset hangs
 */
export function toInstant(date: PartialDate, zone: string): number {
  const local = utcOf(date);
  if (date.offset !== undefined) return local - date.offset * 60_000;
  const cache = cacheOf(zone);
  const before = offset(local - DAY, cache);
  if (before === offset(local + DAY, cache)) return local - before;
  const { year, month, day, hour, minute, second } = fieldsOf(local);
  return new CalendarDateTime(year, month, day, hour, minute, Math.floor(second), Math.round((second % 1) * 1000))
    .toDate(cache.name, 'compatible')
    .getTime();
}

/** What calendar and clock show in the zone at that instant; `weekday` as in ISO 8601, 1 is Monday. */
export function inZone(instant: number, zone: string) {
  return fieldsOf(instant + offset(instant, cacheOf(zone)));
}

/** The date as calendar and clock in the zone show it. Only one written with another offset changes. */
export function toLocal(date: PartialDate, zone: string): PartialDate {
  if (date.offset === undefined) return date;
  const { weekday: _, ...fields } = inZone(toInstant(date, zone), zone);
  return { precision: 'time', ...fields };
}
