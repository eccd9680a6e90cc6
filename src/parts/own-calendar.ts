/**
 * The way into the visitor's own calendar: whether there is one, and the file, the links and the address of a subscription. What makes
 * them for one session is fetched when it is asked for.
 */
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { Lazy } from '../controllers/lazy.ts';
import { daySpan } from '../dates/period.ts';
import type { SessionItem } from '../feed/merge.ts';
import { sessionPeriod, zoneOf } from '../feed/sessions.ts';
import { heading } from './heading.ts';
import { notice } from './notices.ts';
import type { SessionContext } from './session-view.ts';

/** What makes the ways. */
export const ways = new Lazy(() => import('./add-to-calendar.ts'));

/** Whether a calendar can hold the session: its day is known, or the feed has a file for it. */
export function canBeAdded(session: SessionItem): boolean {
  return !!session.ics || !!daySpan(sessionPeriod(session), zoneOf(session));
}

/** The ways to put one session in a calendar; a notice while they are being fetched or when they can't be. */
export function ownCalendar(
  host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
  session: SessionItem,
  context: SessionContext,
): unknown {
  const { common } = context;
  const parts = ways.use(host);
  if (parts) return parts.addToCalendar(session, context);
  const { failed } = ways;
  return notice(common, [failed ? common.failed.network : common.loading], failed && (() => ways.use(host, true)));
}

/** Subscribing to the feed's own calendar, and what to expect of that. */
export function subscribe(headingLevel: number, { collection: { calendar }, words }: SessionContext): unknown {
  if (!calendar) return nothing;
  return html`<section class="subscribe stack no-print" part="subscribe">
    ${heading(headingLevel, words.subscribe, 'subscribe-title', 'heading')}
    <p class="text">${words.subscribeAbout}</p>
    <p><a class="button quiet" part="button" href=${calendar.replace(/^https?/, 'webcal')}>${words.subscribeOpen}</a></p>
    <p class="meta">${words.subscribeCopy} <a part="link" href=${calendar}>${calendar}</a></p>
  </section>`;
}
