/** What a reader of a story can do next, as links that the page may take over. Markup and styles; what there is comes from the feed. */
import { css, html, nothing } from 'lit';
import { formatPeriod } from '../dates/format-period.ts';
import type { Collection, ContactItem, SessionItem, StoryItem } from '../feed/merge.ts';
import { type NextStep, nextStepOf } from '../feed/next-step.ts';
import { zoneOf } from '../feed/sessions.ts';
import { readerWords } from '../i18n/reader.ts';
import { languageFor } from '../i18n/words.ts';
import { mailtoUrl, telUrl } from './address.ts';
import { heading } from './heading.ts';
import { linkOr } from './pieces.ts';

export interface NextStepContext {
  readonly collection: Collection;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Asks the page whether it takes over. */
  readonly follow: (event: Event, step: NextStep) => void;
}

/** @param headingLevel of its heading */
export function nextStep(story: StoryItem, context: NextStepContext, headingLevel: number): unknown {
  const { collection, locale, now, follow } = context;
  const { contact, session } = nextStepOf(story, collection, now);
  if (!contact && !session) return nothing;
  const language = languageFor(locale);
  const words = readerWords[language];
  // ours, also under a story in another language
  return html`<section class="next-step stack no-print" part="next-step" lang=${language} dir="auto">
    ${heading(headingLevel, words.nextStep, 'reader-heading', 'heading')}
    <ul class="plain">
      ${contact && html`<li @click=${(event: Event) => follow(event, { contact })}>${words.contact}: ${whoIs(contact)}</li>`}
      ${
        session &&
        html`<li @click=${(event: Event) => follow(event, { session })}>
          ${words.nextSession}:
          ${linkOr(html`<span lang=${session.language ?? nothing}>${session.title}</span>`, addressOf(session))}${dateOf(session, locale)}
        </li>`
      }
    </ul>
  </section>`;
}

function whoIs({ name, organisation, email, phone, url }: ContactItem): unknown {
  return [
    linkOr(name ?? organisation, email ? mailtoUrl(email) : url),
    name && organisation ? `, ${organisation}` : nothing,
    phone ? [', ', linkOr(phone, telUrl(phone))] : nothing,
  ];
}

/** On a page with a calendar the session opens there. */
function addressOf({ id, url, registration }: SessionItem): string | undefined {
  const calendar = document.querySelector('meedoen-session-calendar');
  const parameter = calendar?.getAttribute('deep-link') ?? 'sessie';
  if (!calendar || parameter === 'off') return url ?? registration?.url;
  const address = new URL(location.href);
  address.search = '';
  address.searchParams.set(parameter, id);
  return address.href;
}

function dateOf(session: SessionItem, locale: string): string {
  const period = formatPeriod(session.start, session.end, zoneOf(session), locale, { weekday: 'long' });
  return period ? `, ${[period.date, period.time].filter(Boolean).join(', ')}` : '';
}

export const nextStepStyles = css`
  .next-step {
    padding: 24px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .next-step li {
    padding-block: 4px;
  }
`;
