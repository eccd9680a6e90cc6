/**
 * The calendar as a month, as it is fetched: the view, and what the agenda around it says of the month on show. Knows words and counts;
 * the table is the view's.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { DEFAULT_ZONE, offsetAt, visitorZone } from '../../dates/zone.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPeriod, zoneOf } from '../../feed/sessions.ts';
import { monthWords } from '../../i18n/month.ts';
import { languageFor } from '../../i18n/words.ts';
import type { SessionContext } from '../../parts/session-view.ts';

export { indexByMonth, MonthView, styles } from './month-view.ts';

/** "2 sessies in deze maand, 25 in totaal": one month shows but some of what was found. */
export function monthResult(shown: number, all: number, { words, locale }: SessionContext): string {
  return monthWords[languageFor(locale)].result(words.sessions(shown), all);
}

/** Whose clock the times in the table are of, for a visitor whose own shows something else at any of them. */
export function clockNote(sessions: readonly SessionItem[], { words, locale }: SessionContext): TemplateResult | typeof nothing {
  const mine = visitorZone();
  const other = sessions.filter((session) => {
    const { start, precision } = sessionPeriod(session) ?? {};
    return precision === 'time' && offsetAt(start!, zoneOf(session)) !== offsetAt(start!, mine);
  });
  if (!other.length) return nothing;
  const dutch = other.every((session) => zoneOf(session) === DEFAULT_ZONE);
  return html`<p class="meta" part="elsewhere">${dutch ? `${words.dutchTime}. ` : nothing}${monthWords[languageFor(locale)].clocks}</p>`;
}
