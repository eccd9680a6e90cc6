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
/** About six days. No zone moves its clock and moves it back within so short a time. */
const SPAN = 2 ** 29;

interface ZoneCache {
  readonly name: string;
  /** offset in milliseconds at the edges of spans, by number of the span */
  readonly edges: Map<number, number>;
}
const known = new Map<string, boolean>();
const caches = new Map<string, ZoneCache>();

/** Whether this browser knows the zone (IANA name, in any case). An offset such as `+01:00` is no zone: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    try {
      answer = !!new DateTimeFormat('en', { timeZone: `${name}` }) && /^[a-z]/i.test(name);
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

// Asking Intl costs 10 to 50 µs a time, which thousands of sessions would feel; so it is asked once per span, and again only for
// instants in a span in which the clock changes.
function offset(instant: number, { name, edges }: ZoneCache): number {
  const span = Math.floor(instant / SPAN);
  const at = (n: number) => {
    let edge = edges.get(n);
    if (edge === undefined) edges.set(n, (edge = fromAbsolute(n * SPAN, name).offset));
    return edge;
  };
  const start = at(span);
  return start === at(span + 1) ? start : fromAbsolute(instant, name).offset;
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
