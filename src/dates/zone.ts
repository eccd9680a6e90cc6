/**
 * Between wall clocks and instants. Knows time zones through Temporal, else Intl; nothing of words or of periods.
 * Instants are milliseconds since 1970 UTC. A zone name that this browser does not know reads as `DEFAULT_ZONE`: a wrong name in a
 * feed must not take the page down.
 */
import { DAY, fieldsOf, type PartialDate, utcOf } from './partial.ts';

// A page may replace these later on; what was there when this module loaded is kept.
const { DateTimeFormat } = Intl;
/** What is used of Temporal, where the browser has it: it knows an offset in a tenth of the time that Intl needs for its first. */
interface TemporalLike {
  Now: { timeZoneId: () => string };
  Instant: { fromEpochMilliseconds: (instant: number) => { toZonedDateTimeISO: (zone: string) => { offsetNanoseconds: number } } };
}

/** Asked for only when a zone is: a browser makes it then, and a page of stories mostly has no use for it. */
const getTemporal = () => (globalThis as { Temporal?: TemporalLike }).Temporal;

/** The zone of every date that names no other. */
export const DEFAULT_ZONE = 'Europe/Amsterdam';

const MINUTE = 60_000;
/** About 23 days. Since 1970 no zone has moved its clock and moved it back within so short a time (Ramadan in Morocco: four weeks). */
const SPAN = 2 ** 15 * MINUTE;

interface Zone {
  /** the offset at an instant, in milliseconds */
  readonly ask: (instant: number) => number;
  /** offset in milliseconds at the instants at which spans begin */
  readonly edges: Map<number, number>;
}
const zones = new Map<string, Zone | undefined>();

function byTemporal({ Instant }: TemporalLike, name: string): Zone['ask'] {
  return (instant) => Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
}

/** For browsers without Temporal; exported to be held to it. @throws RangeError for a zone that this browser does not know */
export function byIntl(name: string): Zone['ask'] {
  // writes an instant with the offset behind it: "17-9-2021 GMT+02:00"; in the language of most pages, which needs none more
  const format = new DateTimeFormat('nl', { timeZone: `${name}`, timeZoneName: 'longOffset' });
  return (instant) => {
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+):?(\d+)?$/.exec(format.format(instant)) ?? [];
    return +`${sign}1000` * (+hours * 3600 + +minutes * 60 + +seconds);
  };
}

function find(name: string): Zone | undefined {
  if (!zones.has(name)) {
    let zone: Zone | undefined;
    try {
      const temporal = getTemporal();
      const ask = temporal ? byTemporal(temporal, name) : byIntl(name);
      ask(0);
      if (/^[a-z]/i.test(name)) zone = { ask, edges: new Map() };
    } catch {
      // a RangeError: there is no such zone
    }
    zones.set(name, zone);
  }
  return zones.get(name);
}

/** Whether this browser knows the zone (IANA name, in any case). An offset such as `+01:00` is no zone: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  return !!find(name);
}

/** The visitor's own zone; `DEFAULT_ZONE` where the browser hides it. */
export function visitorZone(): string {
  const temporal = getTemporal();
  const name = temporal ? temporal.Now.timeZoneId() : new DateTimeFormat('nl').resolvedOptions().timeZone;
  return isTimeZone(name) ? name : DEFAULT_ZONE;
}

/**
 * How far the zone's clock is ahead of UTC at that instant, in milliseconds.
 *
 * Asking costs up to 50 µs a time, which thousands of sessions would feel. Where the offset is the same at both ends of a span it
 * is the same within it; a span in which the clock changes is halved, down to the minute at which it does.
 */
export function offsetAt(instant: number, zone: string, span = SPAN): number {
  const { ask, edges } = find(zone) ?? find(DEFAULT_ZONE)!;
  const at = (edge: number): number => {
    let offset = edges.get(edge);
    if (offset === undefined) edges.set(edge, (offset = ask(edge)));
    return offset;
  };
  const start = Math.floor(instant / span) * span;
  return span === MINUTE || at(start) === at(start + span) ? at(start) : offsetAt(instant, zone, span / 2);
}

/**
 * The instant at which the known period of a date begins: the first moment of that year, month or day, or the time itself.
 * A time that the zone's clock skips or shows twice resolves as RFC 5545 §3.3.5 and Temporal's `compatible` do: after the gap by as much
 * as it lay in it, and the first of the two.
 * @param zone where the clock of a date without an offset hangs
 */
export function toInstant(date: PartialDate, zone: string): number {
  const local = utcOf(date);
  if (date.offset !== undefined) return local - date.offset * MINUTE;
  // the clock shows the time under the offset of the day before, or that of the day after, or both (the first is meant), or neither
  const under = (near: number) => local - offsetAt(near, zone);
  const shown = (instant: number) => instant + offsetAt(instant, zone) === local;
  const first = under(local - DAY);
  if (shown(first)) return first;
  const second = under(local + DAY);
  return shown(second) ? second : first;
}

/** What calendar and clock show in the zone at that instant; `weekday` as in ISO 8601, 1 is Monday. */
export function inZone(instant: number, zone: string) {
  return fieldsOf(instant + offsetAt(instant, zone));
}

/** The day on the calendar in the zone at that instant, counted from 1 January 1970: subtracting two counts midnights, not hours. */
export function dayAt(instant: number, zone: string): number {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY);
}

/** The date as calendar and clock in the zone show it. Only one written with another offset changes. */
export function toLocal(date: PartialDate, zone: string): PartialDate {
  return date.offset === undefined ? date : { precision: 'time', ...inZone(toInstant(date, zone), zone) };
}
