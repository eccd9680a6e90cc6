/**
 * The session that a letter or a page names: the one that was asked for, else the next of the feed. Never one that does not take place,
 * has been or is full; none rather than one made up. Pure: knows feeds and joins, brings the words of sessions.
 */
import { formatPeriod } from '../dates/format-period.ts';
import { calendarText } from '../dates/ical.ts';
import { calendarEventOf } from '../feed/calendar-event.ts';
import type { JoinBody } from '../feed/join-body.ts';
import type { Collection, SessionItem } from '../feed/merge.ts';
import { filterItems } from '../feed/select.ts';
import { agendaOf, isOff, sessionPhase, signUpOf, zoneOf } from '../feed/sessions.ts';
import { sessions as englishSessions } from '../i18n/en/sessions.ts';
import { sessionWords } from '../i18n/sessions.ts';
import { type Language, localeFor } from '../i18n/words.ts';

/** A session in words. */
export interface Invitation {
  readonly title: string;
  /** As precise as it is known: "vrijdag 17 september 2021, 9.30 – 11.00 uur". */
  readonly when: string;
  /** Online, or where; `''` when the feed does not say. */
  readonly where: string;
  readonly url: string | undefined;
  /** Whether it was asked for, or is just the next. */
  readonly asked: boolean;
  /** The calendar file; `undefined` for what has no day yet. */
  readonly calendar: string | undefined;
}

/**
 * @param collection the feed at that time; without one there is no session
 * @param now milliseconds since 1970
 */
export function invitationOf(body: JoinBody, collection: Collection | undefined, now: number, language: Language): Invitation | undefined {
  const session = collection && chosenSession(body, collection, now);
  if (!session) return undefined;
  const { themes } = collection;
  const categories = session.themes.map((id) => themes.find((theme) => theme.id === id)?.name ?? id);
  return {
    title: session.title,
    when: whenOf(session, language),
    where: whereOf(session, language),
    url: session.url ?? session.registration?.url,
    asked: body.session !== undefined && isSession(session, body.session),
    calendar: calendarText(calendarEventOf(session, categories), now),
  };
}

const isSession = ({ id, key }: SessionItem, name: string): boolean => id === name || key === name;

function chosenSession(
  { variant, session: name, invite, sector, region }: JoinBody,
  collection: Collection,
  now: number,
): SessionItem | undefined {
  const { sessions } = collection;
  if (name !== undefined) {
    const asked = sessions.find((session) => isSession(session, name));
    if (asked && !isOff(asked) && sessionPhase(asked, now) !== 'past') return asked;
  }
  // who signs up for one session is not sent to another; who was asked, and wants no invitation, gets none
  if (variant !== 'join' || invite === false) return undefined;
  const known = (list: readonly { id: string }[], id: string | undefined): string[] =>
    list.flatMap((one) => (one.id === id ? [one.id] : []));
  const query = { sector: known(collection.sectors, sector), region: known(collection.regions, region) };
  // as the form chooses (elements/join-form/model.ts)
  return agendaOf(filterItems(sessions, query, collection), 'upcoming', now).find((session) => /open|later/.test(signUpOf(session, now)));
}

function wordsOf(language: Language): typeof englishSessions {
  return language === 'en' ? englishSessions : sessionWords.nl;
}

function whenOf(session: SessionItem, language: Language): string {
  const words = wordsOf(language);
  const period = formatPeriod(session.start, session.end, zoneOf(session), localeFor(language, language), { weekday: 'long' });
  if (!period) return words.unknown('date');
  const { date, time, until } = period;
  const end = until && [until.date, until.time && words.clock(until.time)].filter(Boolean).join(', ');
  const zone = time && zoneOf(session) !== 'Europe/Amsterdam' ? `(${zoneOf(session)})` : '';
  return [[date, [time && words.clock(time), zone].filter(Boolean).join(' ')], end && [words.until(end)], [session.startNote]]
    .flat()
    .filter(Boolean)
    .join(', ');
}

function whereOf({ attendance, location }: SessionItem, language: Language): string {
  const place = [location?.name, location?.address].filter(Boolean).join(', ');
  return [attendance && wordsOf(language).attendance[attendance], place].filter(Boolean).join(': ');
}
