/**
 * What time does to a session: when it is, whether it has been, whether one can sign up. Pure; knows no words, no markup and no clock.
 */
import { DAY } from '../dates/partial.ts';
import { type Period, periodOf, type Phase, phaseOf, sortKey } from '../dates/period.ts';
import { DEFAULT_ZONE } from '../dates/zone.ts';
import type { SessionItem } from './merge.ts';
import type { Session } from './schema.ts';

/** The zone of a session's clock. */
export function zoneOf(session: Session): string {
  return session.timeZone ?? DEFAULT_ZONE;
}

const periods = new WeakMap<Session, { period: Period | undefined }>();

/** From when to when a session is; `undefined` without a start. Read once per session. */
export function sessionPeriod(session: Session): Period | undefined {
  let known = periods.get(session);
  if (!known) periods.set(session, (known = { period: periodOf(session.start, session.end, zoneOf(session)) }));
  return known.period;
}

/**
 * Where a session lies from now (milliseconds since 1970). Without a start an end that has passed makes it `past`, and so do outcomes:
 * nobody has those of something to come. What was postponed and has no new date is `unknown` once its old date is over.
 */
export function sessionPhase(session: Session, now: number): Phase {
  const phase = phaseOf(sessionPeriod(session), now);
  if (phase === 'past') return session.status === 'postponed' ? 'unknown' : phase;
  if (phase !== 'unknown') return phase;
  const end = phaseOf(periodOf(session.end, undefined, zoneOf(session)), now);
  return session.outcomes.length || end === 'past' ? 'past' : phase;
}

/** Whether it does not take place (then). */
export function isOff({ status }: Session): boolean {
  return status === 'cancelled' || status === 'postponed';
}

/** `none`: there is nothing (any more) to sign up for; `later`, `closed` and `full` are the reasons why one can't now. */
export type SignUp = 'open' | 'later' | 'closed' | 'full' | 'none';

/** Whether one can sign up now. A date-only `closes` is inclusive. What has begun or does not take place has no sign-up. */
export function signUpOf(session: Session, now: number): SignUp {
  const { registration } = session;
  if (isOff(session) || /^(past|now)$/.test(sessionPhase(session, now))) return 'none';
  if (!registration) return 'open';
  const zone = zoneOf(session);
  const closes = periodOf(registration.closes, undefined, zone);
  const opens = periodOf(registration.opens, undefined, zone);
  if (closes && now >= (closes.precision === 'time' ? closes.start : closes.end)) return 'closed';
  if (opens && now < opens.start) return 'later';
  return registration.full || registration.left === 0 ? 'full' : 'open';
}

/** From when on it is said how near a session is: two weeks. */
export const NEAR = 14 * DAY;
/** From when on the way into an online session is shown: an hour. */
export const SOON = 36e5;

/** Which sessions a list is about. */
export type PeriodChoice = 'upcoming' | 'past' | 'all';

/**
 * The sessions of a period in the order of an agenda: the first to come first, what has been the other way round. Dates that are known
 * to the month or year only come after the days they may be, those without a date last.
 */
export function agendaOf(sessions: readonly SessionItem[], choice: PeriodChoice, now: number): SessionItem[] {
  const past = choice === 'past';
  return sessions
    .map((session) => {
      const phase = sessionPhase(session, now);
      const period = phase === 'unknown' ? undefined : sessionPeriod(session);
      const key = past ? (period ? -period.start : Infinity) : sortKey(period);
      return { session, wanted: choice === 'all' || (phase === 'past') === past, key };
    })
    .filter(({ wanted }) => wanted)
    .sort((a, b) => (a.key === b.key ? 0 : a.key - b.key))
    .map(({ session }) => session);
}
