/**
 * Into the visitor's own calendar: one session, as a copy that stays as it is, or all of them, as a subscription that follows. Fetched
 * when asked for (own-calendar.ts).
 * Knows the platform's ways to open a calendar file; the file's text is made in src/dates.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { calendarText, webCalendarUrls } from '../dates/ical.ts';
import { parseToday } from '../dates/now.ts';
import { calendarEventOf } from '../feed/calendar-event.ts';
import type { SessionItem } from '../feed/merge.ts';
import { readerWords } from '../i18n/reader.ts';
import { languageFor } from '../i18n/words.ts';
import { canCopy, copyButton, styles as copyStyles } from './copy-button.ts';
import { canSaveFiles, saveFile } from './save-file.ts';
import type { SessionContext } from './session-view.ts';
import { namesFor } from './story-card-view.ts';

/** The ways to put one session in a calendar: the feed's own file, else one made at the press, and two web calendars. */
export function addToCalendar(session: SessionItem, context: SessionContext): TemplateResult {
  const { collection, locale } = context;
  const opened = readerWords[languageFor(locale)];
  const event = calendarEventOf(session, namesFor(session, collection, 'theme'));
  const links = webCalendarUrls(event);
  const file = session.ics
    ? html`<a part="link" href=${session.ics}>${opened.ics}</a>`
    : links && canSaveFiles()
      ? html`<button class="link-button" part="link" type="button" @click=${() => download(session, context)}>${opened.ics}</button>`
      : nothing;
  return html`<ul class="plain ways" part="ways">
    ${file === nothing ? nothing : html`<li>${file}</li>`}
    ${
      links
        ? html`<li><a part="link" href=${links.google}>${opened.google}</a></li>
            <li><a part="link" href=${links.outlook}>${opened.outlook}</a></li>`
        : nothing
    }
  </ul>`;
}

/** The address of the feed's own calendar, in three ways, and what to expect of it. */
export function subscribeTo(calendar: string, { locale }: SessionContext): TemplateResult {
  const opened = readerWords[languageFor(locale)];
  const copy = canCopy();
  return html`<div class="stack subscription" part="ways">
    <p class="text">${opened.subscribeAbout}</p>
    <p><a class="button quiet" part="button" href=${calendar.replace(/^https?/, 'webcal')}>${opened.subscribeOpen}</a></p>
    <p class="meta">${opened.subscribeCopy}</p>
    <p class="row">
      ${copy ? html`<a part="link" href=${calendar}>${calendar}</a>` : html`<span class="address">${calendar}</span>`}
      ${copyButton(calendar, locale, { what: opened.subscribeAddress })}
    </p>
  </div>`;
}

/** Escape folds it, and does nothing else on the page. */
export function foldAway(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  event.preventDefault();
  event.stopPropagation();
  details.open = false;
  details.querySelector('summary')!.focus();
}

/** Makes the file when it is asked for. */
function download(session: SessionItem, { collection, now }: SessionContext): void {
  const event = calendarEventOf(session, namesFor(session, collection, 'theme'));
  saveFile(calendarText(event, parseToday(collection.updated) ?? now)!, 'text/calendar', session.id, '.ics');
}

export const styles = [
  ...copyStyles,
  css`
    .ways :is(a, button) {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      font-weight: 400;
    }

    .subscription {
      padding-block: 8px;
    }

    /* one press selects all of it: there is no button to copy it */
    .address {
      -webkit-user-select: all;
      user-select: all;
    }
  `,
];
