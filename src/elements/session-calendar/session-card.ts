/**
 * A session in the agenda: the same card before, during and after. Markup only; the element decides what opening and signing up do.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionItem } from '../../feed/merge.ts';
import { isOff, sessionPhase } from '../../feed/sessions.ts';
import { heading } from '../../parts/heading.ts';
import { dotted, peopleList } from '../../parts/pieces.ts';
import {
  elsewhereText,
  joinOnline,
  materialList,
  ownText,
  placeText,
  type SessionContext,
  sessionDate,
  sessionState,
  signUp,
} from '../../parts/session-view.ts';
import { namesFor } from '../../parts/story-card-view.ts';
import { canBeAdded, fold, type Folds } from '../../parts/own-calendar.ts';

/** What the element lets a session do. */
export interface SessionActions extends Folds {
  /** Whether the page has a form to sign up with. */
  readonly canJoin: boolean;
  open(session: SessionItem): void;
  register(session: SessionItem, event: Event): void;
  /** The ways into a calendar. */
  ways(session: SessionItem): unknown;
}

/**
 * @param headingLevel of the title
 * @param withMonth for a card under no heading of its month
 */
export function sessionCard(
  session: SessionItem,
  headingLevel: number,
  context: SessionContext,
  actions: SessionActions,
  withMonth?: boolean,
): TemplateResult {
  const { words, collection, now } = context;
  const { status, speakers, summary } = session;
  const phase = sessionPhase(session, now);
  const off = isOff(session);
  const title = ownText(session.title, session, context);
  const place = dotted([phase === 'past' ? words.past : '', placeText(session, context)]);
  const lang = context.langOf(session) as string;
  const elsewhere = elsewhereText(session, context);
  const about = dotted((['theme', 'sector', 'region'] as const).map((facet) => namesFor(session, collection, facet).join(', ')));
  const action = signUp(session, context, actions.canJoin, (event) => actions.register(session, event));
  const online = joinOnline(session, context);
  const doing = action !== nothing || online !== nothing;
  const add = phase !== 'past' && !off && canBeAdded(session);
  return html`<article class="session ${doing ? 'doing' : ''}" part="session ${phase}" data-session=${session.id}>
    ${sessionDate(session, context, withMonth)}
    <div class="stack">
      ${heading(
        headingLevel,
        html`<button class="session-link" part="link" type="button" aria-haspopup="dialog" @click=${() => actions.open(session)}>
          ${status === 'cancelled' ? html`<s>${title}</s>` : title}${off ? html`<span class="visually-hidden">, ${words.status[status!]}</span>` : nothing}
        </button>`,
        'session-title',
        'title',
      )}
      ${sessionState(session, context)} ${place ? html`<p class="meta" part="place">${place}</p>` : nothing}
      ${elsewhere ? html`<p class="meta" part="elsewhere">${elsewhere}</p>` : nothing}
      ${summary ? html`<p class="text" part="summary">${ownText(summary, session, context)}</p>` : nothing}
      ${speakers.length ? html`<div lang=${lang}>${peopleList(speakers, words.speakers)}</div>` : nothing}
      ${about ? html`<p class="meta" part="about" lang=${lang}>${about}</p>` : nothing}
      ${phase === 'past' ? renderDone(session, headingLevel + 1, context) : nothing}
    </div>
    ${
      doing || add
        ? html`<div class="act no-print" part="actions">
            ${action}${online}
            ${
              add
                ? fold(session.key, actions, 'add', html`${words.add}<span class="visually-hidden">${`: ${session.title}`}</span>`, () =>
                    actions.ways(session),
                  )
                : nothing
            }
          </div>`
        : nothing
    }
  </article>`;
}

/** What came of it: the reason to come back. */
function renderDone(session: SessionItem, headingLevel: number, context: SessionContext): unknown {
  const { outcomes, figures, materials } = session;
  const { words } = context;
  if (!outcomes.length && !figures.length && !materials.length) return nothing;
  return html`<div class="done stack" part="outcomes">
    ${heading(headingLevel, outcomes.length || figures.length ? words.outcomes : words.materials, 'done-title', 'heading')}
    ${
      outcomes.length || figures.length
        ? html`<ul class="text">
            ${figures.map(({ value, label }) => html`<li part="figure"><strong>${value}</strong>${label ? [' ', ownText(label, session, context)] : nothing}</li>`)}
            ${outcomes.map((outcome) => html`<li part="outcome">${ownText(outcome, session, context)}</li>`)}
          </ul>`
        : nothing
    }
    ${materialList(session, context)}
  </div>`;
}
