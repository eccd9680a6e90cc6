/**
 * The calendar as a month, as it is fetched: the view, with what there is to say around the month on show: how much of all it is, and
 * whose clock its times are of. Knows words and counts; the table and the keys are the view's (month-view.ts).
 */
import { html, nothing, type TemplateResult } from 'lit';
import { zoneName } from '../../dates/format.ts';
import { DEFAULT_ZONE, offsetAt, visitorZone } from '../../dates/zone.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPeriod, zoneOf } from '../../feed/sessions.ts';
import { monthWords } from '../../i18n/month.ts';
import { languageFor } from '../../i18n/words.ts';
import type { SessionContext } from '../../parts/session-view.ts';
import { monthKey } from './agenda.ts';
import { planFor } from './month-index.ts';
import { type MonthContent, MonthView } from './month-view.ts';

export { indexByMonth, styles } from './month-view.ts';

/**
 * The clocks that the times in the table are of, where the visitor's own shows something else: "Nederlandse tijd". What that is on
 * theirs is in the details.
 */
function clocksOf(sessions: readonly SessionItem[], { words, locale }: SessionContext): string {
  const mine = visitorZone();
  const names = sessions.map((session) => {
    const zone = zoneOf(session);
    const { start, precision } = sessionPeriod(session) ?? {};
    if (precision !== 'time' || offsetAt(start!, zone) === offsetAt(start!, mine)) return '';
    return zone === DEFAULT_ZONE ? words.dutchTime : zoneName(start!, zone, locale);
  });
  return [...new Set(names)].filter(Boolean).join(', ');
}

export class Month extends MonthView {
  /** Of how many sessions the month shows how many: "2 sessies in deze maand, 25 in totaal". Of what was rendered last. */
  result = '';

  /** @param content with how many sessions there are, in whatever month */
  override render(content: MonthContent & { readonly all: number }): TemplateResult {
    const { all, context, index, narrow } = content;
    const { words, locale, now } = context;
    const sessions = planFor(index, monthKey(this.month(now)))?.sessions ?? [];
    this.result = monthWords[languageFor(locale)].result(words.sessions(sessions.length), all);
    // a card says it itself
    const clocks = !narrow && clocksOf(sessions, context);
    return html`${super.render(content)}${clocks ? html`<p class="meta" part="elsewhere">${clocks}</p>` : nothing}`;
  }
}
