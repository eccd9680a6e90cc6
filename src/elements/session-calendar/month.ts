/**
 * The calendar as a month, as it is fetched: the view, with what there is to say around the month on show: how much of all it is, and
 * whose clock its times are of. Knows words and counts; the table and the keys are the view's (month-view.ts).
 */
import { html, nothing, type TemplateResult } from 'lit';
import { DEFAULT_ZONE, visitorZone } from '../../dates/zone.ts';
import { monthWords } from '../../i18n/month.ts';
import { languageFor } from '../../i18n/words.ts';
import { monthKey } from './agenda.ts';
import { planFor } from './month-index.ts';
import { keepsTo, type MonthContent, MonthView } from './month-view.ts';

export { indexByMonth, styles } from './month-view.ts';

export class Month extends MonthView {
  /** Of how many sessions the month shows how many: "2 sessies in deze maand, 25 in totaal". Of what was rendered last. */
  result = '';

  /** @param content with how many sessions there are, in whatever month */
  override render(content: MonthContent & { readonly all: number }): TemplateResult {
    const { all, context, index, narrow } = content;
    const { words, locale, now } = context;
    const sessions = planFor(index, monthKey(this.month(now)))?.sessions ?? [];
    this.result = monthWords[languageFor(locale)].result(words.sessions(sessions.length), all);
    // of what is on another clock still, each says it itself; so does every card
    const mine = visitorZone();
    const dutch = !narrow && sessions.some((session) => keepsTo(session, DEFAULT_ZONE) && !keepsTo(session, mine));
    this.clock = dutch ? DEFAULT_ZONE : mine;
    return super.render({ ...content, note: dutch ? html`<p class="meta" part="elsewhere">${words.dutchTime}</p>` : nothing });
  }
}
