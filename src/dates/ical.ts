/**
 * Events as iCalendar text (RFC 5545, 7986, 6868) and as links that open the form of a web calendar. Pure: knows no feed, no file and no
 * clock, and brings no words; the same events always make the same text.
 *
 * Times in Europe/Amsterdam are written on that clock, with the rules of the zone beside them; those of every other zone in UTC, which is
 * the same instant in every calendar and spares a database of zones. What has no day cannot be in a calendar: see `calendarObstacle`.
 */
import { fieldsOf, parsePartialDate, utcOf } from './partial.ts';
import { periodOf } from './period.ts';
import { DEFAULT_ZONE, inZone, isTimeZone, offsetAt, toInstant } from './zone.ts';

/** What a calendar can hold of a session. Keys are those of the feed; texts are plain text. */
export interface CalendarEvent {
  /** the same for ever, also when everything else changes: see `uidOf` */
  uid: string;
  title: string;
  /** dates in canonical form (partial.ts), the end inclusive when it has no time */
  start?: string | undefined;
  end?: string | undefined;
  timeZone?: string | undefined;
  /** `cancelled` and `postponed` become CANCELLED: neither takes place then. A new date with a higher `sequence` brings it back. */
  status?: 'scheduled' | 'cancelled' | 'postponed' | 'moved' | undefined;
  /** raised by the author with every change of date, place or status */
  sequence?: number | undefined;
  updated?: string | undefined;
  /** the addresses `online` and `url` are put under it, where it does not hold them: few calendars show them otherwise */
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
  /** where to take part from afar */
  online?: string | undefined;
  categories?: readonly string[] | undefined;
  organiser?: { name?: string | undefined; email?: string | undefined } | undefined;
}

export interface CalendarOptions {
  /** when the information was last brought up to date, in milliseconds since 1970: DTSTAMP of events without `updated` */
  stamp: number;
  /** name of the whole calendar, for a subscription */
  name?: string | undefined;
  description?: string | undefined;
  /** page about the calendar */
  url?: string | undefined;
  /** https address of the calendar file itself */
  source?: string | undefined;
  /** how often to ask for news, as an RFC 5545 duration: `PT12H` */
  refresh?: string | undefined;
}

/** The summer time of the Netherlands as it is since 1996; a rule from 1970 on is what Outlook reads reliably. */
const RULES_SINCE = Date.UTC(1996, 0);
const change = (kind: string, from: string, to: string, name: string, start: string, month: number) =>
  `BEGIN:${kind}\nTZOFFSETFROM:${from}\nTZOFFSETTO:${to}\nTZNAME:${name}\nDTSTART:${start}\nRRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU\nEND:${kind}`;
const ZONE = [
  `BEGIN:VTIMEZONE\nTZID:${DEFAULT_ZONE}\nX-LIC-LOCATION:${DEFAULT_ZONE}`,
  change('DAYLIGHT', '+0100', '+0200', 'CEST', '19700329T020000', 3),
  change('STANDARD', '+0200', '+0100', 'CET', '19701025T030000', 10),
  'END:VTIMEZONE',
].join('\n');

/** One line break, no control characters, no halves of characters. */
const clean = (text: string) =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
/** RFC 5545 §3.3.11 */
const escapeText = (text: string) =>
  clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
/** RFC 6868: what may not be in a quoted parameter */
const quote = (text: string) => `"${clean(text).replace(/[\^\n"]/g, (char) => (char === '^' ? '^^' : char === '"' ? "^'" : '^n'))}"`;

function uri(text: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(text!);
    return /^(https?|mailto):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 5545 §3.1: at most 75 octets of UTF-8 a line, no character cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const code = char.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    octets += size;
    if (octets > 75) {
      folded += '\r\n ';
      octets = 1 + size;
    }
    folded += char;
  }
  return folded;
}

const digits = (value: number, length = 2) => `${Math.floor(value)}`.padStart(length, '0');
/** `20210917` or `20210917T093000`, of fields read as UTC */
function basic(utc: number, withTime = true): string {
  const { year, month, day, hour, minute, second } = fieldsOf(utc);
  return digits(year, 4) + digits(month) + digits(day) + (withTime ? `T${digits(hour)}${digits(minute)}${digits(second)}` : '');
}

/** Instants for a time; for all day midnights in UTC, standing for days, the end exclusive. */
interface Span {
  allDay: boolean;
  start: number;
  end?: number;
  zone: string;
}

function spanOf({ start, end, timeZone }: CalendarEvent): Span | undefined {
  const zone = timeZone && isTimeZone(timeZone) ? timeZone : DEFAULT_ZONE;
  const period = periodOf(start, end, zone);
  if (!period || period.precision === 'year' || period.precision === 'month') return undefined;
  const { allDay, endPrecision } = period;
  const dayOf = (instant: number) => {
    const { year, month, day } = inZone(instant, zone);
    return utcOf({ year, month, day });
  };
  const first = dayOf(period.start);
  // an end known to the month or year only is not known to a calendar
  const last = endPrecision === 'day' || endPrecision === 'time' ? dayOf(period.end - 1) : first;
  if (allDay) return { allDay, start: first, end: last + 864e5, zone };
  return { allDay, start: period.start, ...((endPrecision === 'time' || last > first) && { end: period.end }), zone };
}

/** Why an event cannot be in a calendar: it has no date, or none to the day. `undefined` when it can. */
export function calendarObstacle(event: CalendarEvent): 'no-date' | 'no-day' | undefined {
  return spanOf(event) ? undefined : parsePartialDate(event.start ?? '') ? 'no-day' : 'no-date';
}

/** An item's identity in calendars: its feed and its id, or the id alone when that is a URI. */
export function uidOf(feedUrl: string, id: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(id) ? id : `${feedUrl}#${id}`;
}

const details = ({ description = '', online, url }: CalendarEvent, limit = Infinity) => {
  const text = description.length > limit ? `${description.slice(0, limit).replace(/\p{Surrogate}$/u, '')}…` : description;
  return [text, ...new Set([uri(online), uri(url)])].filter((part, n) => part && (!n || !text.includes(part))).join('\n\n');
};

/**
 * A VCALENDAR with those of the events that have a day, in the order given. Without any it holds the rules of the zone alone, so that an
 * empty subscription stays a valid one.
 * A time without an end has no DTEND (nothing is invented); an end on a later day without a time is that midnight.
 * @returns text to be sent as `text/calendar; charset=utf-8`
 */
export function calendarText(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const lines: string[] = [];
  const add = (name: string, value: string | undefined) => value && lines.push(`${name}:${value}`);
  const addText = (name: string, value: string | undefined) => value && add(name, escapeText(value));
  let zoned = false;
  const addTime = (name: string, instant: number, { allDay, zone }: Span) => {
    // Not on the clock of the zone: years with other rules, and the hours around a change of the clock. RFC 5545 says which of two equal
    // hours is meant, but its readers differ; in UTC there is but one.
    const onClock = zone === DEFAULT_ZONE && instant >= RULES_SINCE && offsetAt(instant - 36e5, zone) === offsetAt(instant + 36e5, zone);
    zoned ||= onClock && !allDay;
    if (allDay) add(`${name};VALUE=DATE`, basic(instant, false));
    else if (onClock) add(`${name};TZID=${zone}`, basic(instant + offsetAt(instant, zone) * 60_000));
    else add(name, `${basic(instant)}Z`);
  };

  for (const event of events) {
    const span = spanOf(event);
    if (!span) continue;
    const { status, sequence, organiser, categories } = event;
    const updated = parsePartialDate(event.updated ?? '');
    const revised = updated ? toInstant(updated, DEFAULT_ZONE) : options.stamp;
    lines.push('BEGIN:VEVENT');
    addText('UID', event.uid);
    add('DTSTAMP', `${basic(revised)}Z`);
    addTime('DTSTART', span.start, span);
    if (span.end) addTime('DTEND', span.end, span);
    addText('SUMMARY', event.title);
    addText('DESCRIPTION', details(event));
    addText('LOCATION', event.location);
    add('URL', uri(event.url));
    add('CONFERENCE;VALUE=URI;FEATURE=VIDEO', uri(event.online));
    add('CATEGORIES', categories?.filter(Boolean).map(escapeText).join());
    const { name, email } = organiser ?? {};
    if (email) add(`ORGANIZER${name ? `;CN=${quote(name)}` : ''}`, uri(`mailto:${email}`));
    else addText('CONTACT', name);
    if (updated) add('LAST-MODIFIED', `${basic(revised)}Z`);
    if (sequence) add('SEQUENCE', digits(sequence, 1));
    add('STATUS', status === 'cancelled' || status === 'postponed' ? 'CANCELLED' : 'CONFIRMED');
    // a day without a time must not make the visitor look occupied from midnight to midnight
    if (span.allDay) add('TRANSP', 'TRANSPARENT');
    lines.push('END:VEVENT');
  }

  const body = lines.splice(0);
  const { name, description, url, source, refresh } = options;
  lines.push('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//meedoen//meedoen//NL', 'CALSCALE:GREGORIAN');
  // RFC 7986 and what was there before it, for the calendars that do not know it
  for (const key of ['NAME', 'X-WR-CALNAME']) addText(key, name);
  for (const key of ['DESCRIPTION', 'X-WR-CALDESC']) addText(key, description);
  add('URL', uri(url));
  add('SOURCE;VALUE=URI', uri(source));
  add('REFRESH-INTERVAL;VALUE=DURATION', refresh);
  add('X-PUBLISHED-TTL', refresh);
  if (zoned || !body.length) lines.push(...ZONE.split('\n'));
  return [...lines, ...body, 'END:VCALENDAR', ''].map(fold).join('\r\n');
}

// Form encoding would do (+ for a space), but Outlook shows the plus signs.
const link = (base: string, parameters: Record<string, string | undefined>) =>
  base +
  Object.entries(parameters)
    .flatMap(([key, value]) => (value ? `&${key}=${encodeURIComponent(clean(value))}` : []))
    .join('');
/** Longer addresses are refused by mail and web servers on the way. */
const LINK_DETAILS = 1000;

/** Opens Google's form for a new event, filled in; `undefined` for what cannot be in a calendar. Without an end it ends as it begins. */
export function googleCalendarUrl(event: CalendarEvent): string | undefined {
  const span = spanOf(event);
  if (!span) return undefined;
  const { allDay, start, end = start } = span;
  const date = (instant: number) => (allDay ? basic(instant, false) : `${basic(instant)}Z`);
  return link('https://calendar.google.com/calendar/render?action=TEMPLATE', {
    text: event.title,
    dates: `${date(start)}/${date(end)}`,
    details: details(event, LINK_DETAILS),
    location: event.location,
  });
}

/**
 * Opens the form for a new event of Outlook on the web, filled in; `undefined` for what cannot be in a calendar.
 * @param host `outlook.office.com` for an account of school or work (default), `outlook.live.com` for one's own
 */
export function outlookCalendarUrl(event: CalendarEvent, host = 'outlook.office.com'): string | undefined {
  const span = spanOf(event);
  if (!span) return undefined;
  const { allDay, start, end } = span;
  const date = (instant: number) =>
    basic(instant, !allDay).replace(/^(....)(..)(..)(?:T(..)(..)(..))?/, allDay ? '$1-$2-$3' : '$1-$2-$3T$4:$5:$6Z');
  return link(`https://${host}/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent`, {
    subject: event.title,
    startdt: date(start),
    // one whole day needs no end, and readers of the link differ on whether it is inclusive
    enddt: end === undefined || (allDay && end - start === 864e5) ? undefined : date(end),
    allday: allDay ? 'true' : undefined,
    body: details(event, LINK_DETAILS),
    location: event.location,
  });
}
