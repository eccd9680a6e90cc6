/**
 * An event as iCalendar text (RFC 5545, 7986, 6868) and as links that open the form of a web calendar. Pure: knows no feed, no file and
 * no clock, and brings no words; the same event always makes the same text.
 *
 * Times in Europe/Amsterdam are written on that clock, with the rules of the zone beside them; those of every other zone in UTC, which is
 * the same instant in every calendar and spares a database of zones. What has no day cannot be in a calendar.
 */
import { basic, clean, escapeText, fold, line, quote } from './content-line.ts';
import { DAY, isoOf, parsePartialDate } from './partial.ts';
import { daySpan, periodOf } from './period.ts';
import { DEFAULT_ZONE, offsetAt, toInstant } from './zone.ts';

/** What a calendar can hold of a session. Keys are those of the feed; texts are plain text, addresses safe and absolute. */
export interface CalendarEvent {
  /** the same for ever, also when everything else changes: the feed and the item's id, or the id alone when that is a URI */
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

/** The summer time of the Netherlands as it is since 1996; a rule from 1970 on is what Outlook reads reliably. */
const RULES_SINCE = Date.UTC(1996, 0);
const change = (kind: string, from: string, to: string, name: string, start: string, month: number) =>
  `BEGIN:${kind}\nTZOFFSETFROM:${from}\nTZOFFSETTO:${to}\nTZNAME:${name}\nDTSTART:${start}\nRRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU\nEND:${kind}`;
const ZONE = [
  `BEGIN:VTIMEZONE\nTZID:${DEFAULT_ZONE}`,
  change('DAYLIGHT', '+0100', '+0200', 'CEST', '19700329T020000', 3),
  change('STANDARD', '+0200', '+0100', 'CET', '19701025T030000', 10),
  'END:VTIMEZONE',
].flatMap((lines) => lines.split('\n'));

/** Instants for a time; for all day midnights in UTC, standing for days, the end exclusive. */
interface Span {
  allDay: boolean;
  start: number;
  end?: number | undefined;
  zone: string;
}

function spanOf({ start, end, timeZone: zone = DEFAULT_ZONE }: CalendarEvent): Span | undefined {
  const period = periodOf(start, end, zone);
  const days = daySpan(period, zone);
  if (!period || !days) return undefined;
  const [first, last] = days;
  if (period.precision === 'day') return { allDay: true, start: first * DAY, end: (last + 1) * DAY, zone };
  return { allDay: false, start: period.start, end: period.endPrecision === 'time' || last > first ? period.end : undefined, zone };
}

const details = ({ description = '', online, url }: CalendarEvent, limit = Infinity) => {
  const text = description.length > limit ? `${description.slice(0, limit).replace(/\p{Surrogate}$/u, '')}…` : description;
  return [text, ...new Set([online, url])].filter((part, n) => part && (!n || !text.includes(part))).join('\n\n');
};

function timeLine(name: string, instant: number, { allDay, zone }: Span): string {
  if (allDay) return `${name};VALUE=DATE:${basic(instant).slice(0, 8)}`;
  // Not on the clock of the zone: years with other rules, and the hours around a change of the clock. RFC 5545 says which of two equal
  // hours is meant, but its readers differ; in UTC there is but one.
  const onClock = zone === DEFAULT_ZONE && instant >= RULES_SINCE && offsetAt(instant - 36e5, zone) === offsetAt(instant + 36e5, zone);
  return onClock ? `${name};TZID=${zone}:${basic(instant + offsetAt(instant, zone)).slice(0, -1)}` : `${name}:${basic(instant)}`;
}

/**
 * A VCALENDAR of one event.
 * A time without an end has no DTEND (nothing is invented); an end on a later day without a time is that midnight.
 * @param stamp when the information was last brought up to date, in milliseconds since 1970: DTSTAMP of an event without `updated`
 * @returns text to be sent as `text/calendar; charset=utf-8`; `undefined` for what cannot be in a calendar
 */
export function calendarText(event: CalendarEvent, stamp: number): string | undefined {
  const span = spanOf(event);
  if (!span) return undefined;
  const { status = '', sequence, categories, organiser: { name, email } = {} } = event;
  const updated = parsePartialDate(event.updated);
  const revised = basic(updated ? toInstant(updated, DEFAULT_ZONE) : stamp);
  const times = [timeLine('DTSTART', span.start, span), span.end && timeLine('DTEND', span.end, span)];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//meedoen//meedoen//NL',
    'CALSCALE:GREGORIAN',
    ...(/;TZID/.test(times.join()) ? ZONE : []),
    'BEGIN:VEVENT',
    line('UID', escapeText(event.uid)),
    `DTSTAMP:${revised}`,
    ...times,
    line('SUMMARY', escapeText(event.title)),
    line('DESCRIPTION', escapeText(details(event))),
    line('LOCATION', escapeText(event.location)),
    line('URL', event.url),
    line('CONFERENCE;VALUE=URI;FEATURE=VIDEO', event.online),
    line('CATEGORIES', categories?.filter(Boolean).map(escapeText).join()),
    email ? `ORGANIZER${name ? `;CN=${quote(name)}` : ''}:mailto:${email}` : line('CONTACT', escapeText(name)),
    updated && `LAST-MODIFIED:${revised}`,
    sequence && `SEQUENCE:${Math.floor(sequence)}`,
    `STATUS:${/^(cancelled|postponed)$/.test(status) ? 'CANCELLED' : 'CONFIRMED'}`,
    // a day without a time must not make the visitor look occupied from midnight to midnight
    span.allDay && 'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('');
}

// Form encoding would do (+ for a space), but Outlook shows the plus signs.
const link = (base: string, parameters: Record<string, string | false | 0 | undefined>) =>
  base +
  Object.entries(parameters)
    .map(([key, value]) => (value ? `&${key}=${encodeURIComponent(clean(value))}` : ''))
    .join('');

/**
 * Addresses that open the form for a new event, filled in: Google's, where one without an end ends as it begins, and that of Outlook for
 * school and work. `undefined` for what cannot be in a calendar.
 */
export function webCalendarUrls(event: CalendarEvent): { google: string; outlook: string } | undefined {
  const span = spanOf(event);
  if (!span) return undefined;
  const { allDay, start, end } = span;
  const { title, location } = event;
  // longer addresses are refused by mail and web servers on the way
  const body = details(event, 1000);
  const date = (instant: number) => isoOf(instant).replace(allDay ? /T.*/ : /\.\d+/, '');
  return {
    google: link('https://calendar.google.com/calendar/render?action=TEMPLATE', {
      text: title,
      dates: `${date(start)}/${date(end ?? start)}`.replace(/[-:]/g, ''),
      details: body,
      location,
    }),
    outlook: link('https://outlook.office.com/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent', {
      subject: title,
      startdt: date(start),
      // one whole day needs no end, and readers of the link differ on whether it is inclusive
      enddt: end && !(allDay && end - start === DAY) && date(end),
      allday: allDay && 'true',
      // read as HTML, in which a line break is a space
      body: clean(body)
        .replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replace(/\n/g, '<br>'),
      location,
    }),
  };
}
