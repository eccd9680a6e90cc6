/**
 * The way into the visitor's own calendar: whether there is one, and folded, with what is in the folds fetched when one is opened.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
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

/** What folds open: one at a time. */
export interface Folds {
  /** The key of what is open. */
  readonly adding: string;
  /** Called when one has opened or closed. */
  readonly add: (key: string, event: Event) => void;
}

/** Something folded, of which the content is made when it is open. Escape closes it. */
export function fold(key: string, { adding, add }: Folds, part: string, summary: unknown, content: () => unknown): TemplateResult {
  return html`<details
    class="add ${part} no-print"
    name="add"
    part=${part}
    ?open=${adding === key}
    @toggle=${(event: Event) => add(key, event)}
    @keydown=${(event: KeyboardEvent) => ways.module?.foldAway(event)}
  >
    <summary>${summary}</summary>
    ${adding === key ? content() : nothing}
  </details>`;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The ways into a calendar, made by `make`; a notice while what makes them is being fetched or when it can't be. */
export function ownCalendar(host: Host, { common }: SessionContext, make: (parts: NonNullable<typeof ways.module>) => unknown): unknown {
  const parts = ways.use(host);
  if (parts) return make(parts);
  const { failed } = ways;
  return notice(common, [failed ? common.failed.network : common.loading], failed && (() => ways.use(host, true)));
}

/** Subscribing to the feed's own calendar; nothing when it has none. */
export function subscribe(host: Host, headingLevel: number, context: SessionContext, folds: Folds): unknown {
  const { calendar } = context.collection;
  if (!calendar) return nothing;
  return fold(calendar, folds, 'subscribe', heading(headingLevel, context.words.subscribe, '', 'heading'), () =>
    ownCalendar(host, context, (parts) => parts.subscribeTo(calendar, context)),
  );
}
