/**
 * What a minute does to a calendar on the page: how near a session is, is said again in its place, and nothing else is touched. Knows
 * when anything else changes; what is to be rendered then is the element's.
 */
import { periodOf } from '../../dates/period.ts';
import { dayAt, DEFAULT_ZONE } from '../../dates/zone.ts';
import type { Session } from '../../feed/schema.ts';
import { NEAR, sessionPeriod, SOON, zoneOf } from '../../feed/sessions.ts';
import { nearText, type SessionContext } from '../../parts/session-view.ts';

/**
 * Whether anything changes for a session between two instants (milliseconds since 1970), but how near it is: its phase, signing up, the
 * way in, and whether it is said how near it is.
 */
export function hasTurned(session: Session, from: number, to: number): boolean {
  const zone = zoneOf(session);
  const period = sessionPeriod(session) ?? periodOf(session.end, undefined, zone);
  // what is over changes no more
  if (!period || period.end <= from) return false;
  const { start, begun, end } = period;
  const [opens, closes] = [session.registration?.opens, session.registration?.closes].map((date) => periodOf(date, undefined, zone));
  return [start - NEAR, start - SOON, start, begun, end, opens?.start, closes?.start, closes?.end].some(
    (moment) => moment! > from && moment! <= to,
  );
}

/**
 * @param before when it was last said
 * @returns whether that is all: not when a session turned or the day did
 */
export function passMinute(root: ParentNode, before: number, context: SessionContext): boolean {
  const { now, collection } = context;
  const { sessions } = collection;
  if (dayAt(before, DEFAULT_ZONE) !== dayAt(now, DEFAULT_ZONE) || sessions.some((session) => hasTurned(session, before, now))) return false;
  for (const near of root.querySelectorAll<HTMLElement>('[data-near]')) {
    const session = sessions.find(({ key }) => key === near.dataset.near);
    const text = session && nearText(session, context);
    if (text && text !== near.textContent) near.textContent = text;
  }
  return true;
}
