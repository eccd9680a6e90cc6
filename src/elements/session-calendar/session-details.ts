/**
 * A whole session, as it is read in the dialog: everything the feed has for it. Markup and styles only.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../dates/format.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { isOff, sessionPeriod, sessionPhase, signUpOf } from '../../feed/sessions.ts';
import { FACETS, type Query } from '../../feed/select.ts';
import type { Bodies } from '../../parts/body.ts';
import { readerWords } from '../../i18n/reader.ts';
import { languageFor } from '../../i18n/words.ts';
import { heading } from '../../parts/heading.ts';
import { mailtoUrl } from '../../parts/address.ts';
import { linkOr, peopleList } from '../../parts/pieces.ts';
import { figureList, linkList, readerStyles } from '../../parts/reader-pieces.ts';
import {
  elsewhereText,
  joinOnline,
  materialList,
  ownText,
  type SessionContext,
  sessionState,
  signUp,
  signUpFacts,
  whenText,
} from '../../parts/session-view.ts';
import { namesFor } from '../../parts/story-card-view.ts';
import { addToCalendar, styles as waysStyles } from '../../parts/add-to-calendar.ts';
import { canBeAdded } from '../../parts/own-calendar.ts';
import type { SessionActions } from './session-card.ts';

export { passMinute } from './minute.ts';

export const unknown = 'unknownSession';

/** Dialogs start at heading level 2 (their title); what is under it at 3. */
const LEVEL = 3;

export function sessionDetails(session: SessionItem, context: SessionContext, actions: SessionActions, bodies: Bodies): TemplateResult {
  const { words, now, langOf } = context;
  const opened = readerWords[languageFor(context.locale)];
  const { summary, body, outcomes, figures, materials, speakers, links } = session;
  const over = isOff(session) || sessionPhase(session, now) === 'past';
  const lang = langOf(session);
  const action = signUp(session, context, actions.canJoin, (event) => actions.register(session, event));
  const online = joinOnline(session, context, true);
  // texts of the feed under a heading of ours; nothing when there are none
  const section = (title: string, items: readonly unknown[], content: unknown): unknown =>
    items.length
      ? html`<section>
          ${heading(LEVEL, title, 'reader-heading', 'heading')}
          <div lang=${lang}>${content}</div>
        </section>`
      : nothing;
  return html`<div class="reader" part="details" data-session=${session.id}>
    ${sessionState(session, context)}
    ${summary ? html`<p class="reader-lead text" part="summary">${ownText(summary, session, context)}</p>` : nothing}
    ${action === nothing && online === nothing ? nothing : html`<div class="stack no-print" part="actions">${action}${online}</div>`}
    ${renderFacts(session, context, actions.canJoin, action === nothing)}
    ${
      over
        ? nothing
        : html`<section class="no-print">
            ${heading(LEVEL, words.add, 'reader-heading', 'heading')}
            ${canBeAdded(session) ? addToCalendar(session, context) : html`<p class="text" part="ways">${opened.addLater}</p>`}
          </section>`
    }
    ${body ? html`<div lang=${lang}>${bodies.get(session, LEVEL)}</div>` : nothing}
    ${section(
      words.outcomes,
      outcomes,
      html`<ul class="text" part="outcomes">
        ${outcomes.map((outcome) => html`<li part="outcome">${outcome}</li>`)}
      </ul>`,
    )}
    ${figures.length ? html`<div lang=${lang}>${figureList(figures)}</div>` : nothing}
    ${section(words.materials, materials, materialList(session, context))}
    ${section(words.speakers, speakers, peopleList(speakers, words.speakers))} ${section(opened.links, links, linkList(links))}
    ${renderSource(session, context)}
  </div>`;
}

/** The facts as a list of terms. */
function renderFacts(session: SessionItem, context: SessionContext, canJoin: boolean, noAction: boolean): TemplateResult {
  const { words, collection, now } = context;
  const opened = readerWords[languageFor(context.locale)];
  const { attendance, location, online, organiser, partners, registration } = session;
  const row = (term: string, ...lines: unknown[]): unknown => {
    const there = lines.filter((line) => line && line !== nothing);
    return there.length
      ? html`<div>
          <dt>${term}</dt>
          <dd>${there.map((line) => html`<div>${line}</div>`)}</dd>
        </div>`
      : nothing;
  };
  const names = (facet: 'theme' | 'sector' | 'region'): string => namesFor(session, collection, facet).join(', ');
  const known = signUpFacts(session, context).map((fact) => html`<p class="fact">${fact}</p>`);
  const state = signUpOf(session, now);
  const email = organiser?.email ?? collection.email;
  const ask = email ? linkOr(email, mailtoUrl(email, session.title)) : organiser?.name;
  const open = state === 'open';
  return html`<dl class="facts" part="facts">
    ${row(
      opened.place,
      attendance && words.attendance[attendance],
      location &&
        (location.name || location.address) &&
        ownText([location.name, location.address].filter(Boolean).join(', '), session, context),
      location?.url && linkOr(opened.map, location.url),
      online?.url && linkOr(online.url, online.url),
    )}
    ${row(
      opened.organiser,
      organiser && linkOr(organiser.name ?? organiser.url, organiser.url),
      organiser?.email && linkOr(organiser.email, `mailto:${organiser.email}`),
    )}
    ${row(opened.partners, partners.join(', '))} ${row(opened.themes, names('theme'))} ${row(opened.sectors, names('sector'))}
    ${row(opened.regions, names('region'))}
    ${row(
      opened.signingUp,
      // until when one could have signed up for what does not take place, is no use to anyone
      noAction && !isOff(session) && known.length > 0 && known,
      registration?.opens && open && opened.since(formatDate(registration.opens, context.locale)),
      // open, there is the button; full, closed, past or off, there is nothing to do on that page
      registration?.url && state === 'later' && linkOr(opened.signUpPage, registration.url),
      open && !registration?.url && !canJoin && html`${opened.noSignUp}${ask ? [opened.ask, ask] : nothing}`,
    )}
  </dl>`;
}

function renderSource({ source, updated, url }: SessionItem, { common, locale }: SessionContext): unknown {
  const opened = readerWords[languageFor(locale)];
  const from = source?.title ?? source?.url;
  if (!from && !updated && !url) return nothing;
  return html`<footer class="reader-source meta stack" part="source">
    ${url ? html`<p>${linkOr(opened.sessionPage, url)}</p>` : nothing}
    ${from ? html`<p>${common.source}: ${linkOr(from, source?.url)}</p>` : nothing}
    ${updated ? html`<p>${opened.updated(formatDate(updated, locale))}</p>` : nothing}
  </footer>`;
}

/**
 * That there is nothing (`none`, a sentence), where a filter is why.
 * @param asked what the page asks for: it is named
 * @param undo clears the visitor's own filters, when it is those
 */
export function whyNone(none: string, asked: Query, undo: (() => void) | undefined, context: SessionContext): unknown {
  const { collection, common, words } = context;
  if (undo) {
    return html`<div class="stack">
      <p>${none}</p>
      <button class="button quiet" part="button" type="button" @click=${undo}>${common.clear}</button>
    </div>`;
  }
  const names = FACETS.flatMap((facet) => namesFor({ [`${facet}s`]: asked[facet] } as never, collection, facet));
  return `${none.slice(0, -1)} ${words.for(names.join(', '))}.`;
}

/** The title, struck out as on the card when it is not to be. */
export function detailsTitle(session: SessionItem, context: SessionContext): unknown {
  const title = ownText(session.title, session, context);
  return session.status === 'cancelled' ? html`<s>${title}</s>` : title;
}

/** When it is, above the title: that is what a session leads with. */
export function detailsWhen(session: SessionItem, context: SessionContext): TemplateResult {
  const { startNote, status } = session;
  const elsewhere = elsewhereText(session, context);
  const phase = sessionPhase(session, context.now);
  const date = whenText(session, context);
  // as on the card: only what is known, and no longer holds
  const gone = status === 'postponed' && phase !== 'unknown' && /day|time/.test(sessionPeriod(session)?.precision ?? '');
  return html`<div class="when" part="when">
    <p>
      <strong>${gone ? html`<s>${date}</s>` : date}</strong>${startNote ? [' · ', ownText(startNote, session, context)] : nothing}${
        phase === 'past' ? ` · ${context.words.past}` : nothing
      }
    </p>
    ${elsewhere ? html`<p class="meta" part="elsewhere">${elsewhere}</p>` : nothing}
  </div>`;
}

const detailStyles = css`
  .when strong {
    display: inline-block;
  }

  .when strong::first-letter {
    text-transform: uppercase;
  }

  .when {
    margin-block-end: var(--_u);
  }

  .facts > div {
    padding-block: var(--_u);
    border-block-end: 1px solid var(--_line);
  }

  .facts dt {
    font-weight: 600;
  }

  .reader .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_u) * 3);
  }

  @container dialog (min-width: 34em) {
    .facts > div {
      display: grid;
      grid-template-columns: 9em minmax(0, 1fr);
      gap: calc(var(--_u) * 2);
    }
  }
`;

export const styles = [readerStyles, ...waysStyles, detailStyles];
