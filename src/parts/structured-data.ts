/**
 * Stories and sessions in words that search engines read: schema.org Articles and Events as JSON-LD (https://schema.org/Article,
 * https://schema.org/Event). Fetched for elements with `structured-data`. Says only what the feed says.
 */
import { parseToday } from '../dates/now.ts';
import { isoOf, parsePartialDate } from '../dates/partial.ts';
import { offsetAt, toInstant } from '../dates/zone.ts';
import type { Collection, SessionItem, StoryItem } from '../feed/merge.ts';
import type { Person, Session } from '../feed/schema.ts';
import { agendaOf, type PeriodChoice, sessionPeriod, signUpOf, zoneOf } from '../feed/sessions.ts';
import { parse } from '../html/parse.ts';
import { namesFor } from './story-card-view.ts';

type Json = Readonly<Record<string, unknown>>;

/** Without what is empty: a key with nothing is a mistake to who checks it. */
function filled(values: Json): Json {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length)),
  );
}

const organisationOf = (name: string | undefined): Json | undefined => (name ? { '@type': 'Organization', name } : undefined);

const peopleOf = (people: readonly Person[]): Json[] =>
  people
    .filter(({ name }) => name)
    .map(({ name, role, organisation }) => filled({ '@type': 'Person', name, jobTitle: role, affiliation: organisationOf(organisation) }));

/**
 * One story as an Article. Its film is not told of: search engines take none without the day it was put online, which no feed says.
 * @param url where it can be read when the feed does not say
 */
export function articleOf(story: StoryItem, collection: Collection, url: string): Json {
  const { title, lead, image, people, organisation, published, language, source } = story;
  return filled({
    '@type': 'Article',
    headline: title,
    description: lead,
    url: story.url ?? url,
    image:
      image &&
      filled({
        '@type': 'ImageObject',
        url: image.src,
        width: image.width,
        height: image.height,
        caption: image.alt,
        creditText: image.credit,
      }),
    // an ISO 8601 date, as precise as it is known
    datePublished: parsePartialDate(published) ? published : undefined,
    inLanguage: language,
    keywords: namesFor(story, collection, 'theme').join(', '),
    about: organisationOf(organisation),
    mentions: peopleOf(people),
    isBasedOn: source && filled({ '@type': 'CreativeWork', name: source.title, url: source.url }),
  });
}

/** `2021-09-17`, or `2021-09-17T09:30:00+02:00` on the session's own clock; nothing when the day is not known. */
function momentOf(text: string | undefined, zone: string): string | undefined {
  const date = parsePartialDate(text);
  if (!date?.day) return undefined;
  if (date.precision !== 'time') return text;
  const instant = toInstant(date, zone);
  const offset = offsetAt(instant, zone);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const local = isoOf(instant + offset).replace(/\.\d+Z?$|Z$/, '');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Where a session is, and how one can be there; nothing when the feed does not say. `page` is what can be read about it. */
function placesOf({ attendance, location, online, registration }: Session, page: string): { places: Json[]; mode: string } | undefined {
  const { name, address } = location ?? {};
  const onsite = attendance !== 'online' && (address ?? name);
  const afar = online?.url ?? (attendance === 'online' || attendance === 'hybrid' ? (registration?.url ?? page) : undefined);
  const places = [
    ...(onsite ? [filled({ '@type': 'Place', name, address: onsite, url: location?.url })] : []),
    ...(afar && attendance !== 'onsite' ? [{ '@type': 'VirtualLocation', url: afar }] : []),
  ];
  if (!places.length) return undefined;
  return { places, mode: attendance === 'hybrid' || places.length > 1 ? 'Mixed' : onsite ? 'Offline' : 'Online' };
}

/** Signing up, as long as there is something to sign up for. */
function offerOf(session: Session, zone: string, now: number): Json | undefined {
  const { url, opens } = session.registration ?? {};
  const state = signUpOf(session, now);
  if (!url || state === 'closed' || state === 'none') return undefined;
  return filled({
    '@type': 'Offer',
    url,
    availability: `https://schema.org/${state === 'full' ? 'SoldOut' : 'InStock'}`,
    validFrom: momentOf(opens, zone),
  });
}

const STATUS = { scheduled: 'Scheduled', cancelled: 'Cancelled', postponed: 'Postponed', moved: 'Rescheduled' };

/**
 * One session as an Event with all that Google wants of one (name, start, place). The dates of what is cancelled or postponed stay what
 * they were.
 * @param url where it can be read when the feed does not say
 * @param now milliseconds since 1970
 * @returns nothing for a session of which the feed does not say on which day and where it is: that can't be made up
 */
export function eventOf(session: SessionItem, collection: Collection, url: string, now: number): Json | undefined {
  const { title, summary, status = 'scheduled', previousStart, organiser, speakers, partners, registration, language } = session;
  const zone = zoneOf(session);
  const startDate = momentOf(session.start, zone);
  const page = session.url ?? url;
  const where = placesOf(session, page);
  if (!startDate || !where) return undefined;
  const { places, mode } = where;
  const left = registration?.full ? 0 : registration?.left;
  return filled({
    '@type': 'Event',
    name: title,
    description: summary,
    url: page,
    startDate,
    endDate: sessionPeriod(session)?.endPrecision ? momentOf(session.end, zone) : undefined,
    previousStartDate: momentOf(previousStart, zone),
    eventStatus: `https://schema.org/Event${STATUS[previousStart && status === 'scheduled' ? 'moved' : status]}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: places.length > 1 ? places : places[0],
    organizer:
      organiser && filled({ '@type': 'Organization', name: organiser.name ?? organiser.url, url: organiser.url, email: organiser.email }),
    performer: peopleOf(speakers),
    contributor: partners.map(organisationOf),
    offers: offerOf(session, zone, now),
    maximumAttendeeCapacity: registration?.capacity,
    remainingAttendeeCapacity: left,
    inLanguage: language,
    keywords: namesFor(session, collection, 'theme').join(', '),
  });
}

interface Host extends HTMLElement {
  readonly deepLink: string;
  readonly today: string;
  /** Of a calendar: which sessions it is about. */
  readonly period?: PeriodChoice;
}

/**
 * No more items than this: a search engine follows links for the rest, and thousands are megabytes of text that it, and every visitor's
 * browser, has to go through.
 */
const MOST = 100;

const isSession = (item: StoryItem | SessionItem): item is SessionItem => 'speakers' in item;

/** What was told last, of what: it is asked with every update. */
const told = new WeakMap<Host, readonly unknown[]>();

/**
 * Puts the items, at most a hundred, in a script of data among the host's children, in a slot that does not show. Parsed as the texts of stories are:
 * where Trusted Types are on, browsers also guard the text of a script that can't run.
 */
export function writeStructuredData(host: Host, items: readonly StoryItem[] | readonly SessionItem[], collection: Collection): void {
  const { deepLink, period, today } = host;
  const known = host.querySelector(':scope > script[slot=structured-data]');
  const { href } = host.ownerDocument.location;
  const inputs = [items, collection, period, today, deepLink, href];
  if (known && told.get(host)?.every((value, at) => value === inputs[at])) return;
  told.set(host, inputs);
  const now = parseToday(today) ?? Date.now();
  const address = new URL(href);
  address.hash = '';
  const sessions = items.filter(isSession);
  // what is to come is what people look for; what has been comes after it, the last one first
  const agenda = period === 'past' ? [] : agendaOf(sessions, 'upcoming', now);
  if (period === 'past' || period === 'all') agenda.push(...agendaOf(sessions, 'past', now));
  const graph: Json[] = [];
  for (const item of sessions.length ? agenda : items) {
    if (deepLink !== 'off') address.searchParams.set(deepLink, item.id);
    const json = isSession(item) ? eventOf(item, collection, address.href, now) : articleOf(item, collection, address.href);
    if (json) graph.push(json);
    if (graph.length === MOST) break;
  }
  // what would end the script early
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(/</g, '\\u003c');
  if (known?.textContent === text) return;
  const [script] = parse(`<script type="application/ld+json" slot="structured-data">${text}</script>`, document).children;
  known?.remove();
  host.append(script!);
}
