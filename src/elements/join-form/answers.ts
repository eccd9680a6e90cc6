/** The markup of what follows on sending the form: what is wrong, why it was not accepted, the invitation. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { writing } from '../../dates/format.ts';
import { addToCalendar } from '../../parts/add-to-calendar.ts';
import { type AnswerWords, answerWords } from '../../i18n/answers.ts';
import { languageFor } from '../../i18n/words.ts';
import { heading } from '../../parts/heading.ts';
import { canBeAdded } from '../../parts/own-calendar.ts';
import { textOf } from './fields.ts';
import type { Answer } from './submit.ts';
import { type Scene, sessionView } from './view.ts';

const said = ({ locale }: Scene['context']): AnswerWords => answerWords[languageFor(locale)];

/** Everything that is wrong, with a link to each field. Its heading takes the focus. */
export function summaryView({ errors, level, context }: Scene, message: string | undefined, go: (event: Event) => void): unknown {
  const wrong = [...errors].filter(([, text]) => text);
  if (!wrong.length) return nothing;
  return html`<div class="summary stack" part="summary">
    ${heading(level + 1, said(context).summary, 'summary-title', 'summary-title')} ${message ? html`<p>${message}</p>` : nothing}
    <ul class="plain">
      ${wrong.map(
        ([name, text]) =>
          html`<li>${/^\?/.test(name) ? text : html`<a part="link" href="#f-${name}" data-field=${name} @click=${go}>${text}</a>`}</li>`,
      )}
    </ul>
  </div>`;
}

/** Why it was not accepted, where the button is. What is wrong with fields is said in the summary. */
export function answerView(answer: Answer | undefined, { level, context }: Scene): unknown {
  if (!answer || answer.outcome === 'joined' || answer.outcome === 'invalid') return nothing;
  const { outcome, message, wait } = answer;
  const minutes = Math.ceil((wait ?? 0) / 60);
  const when = minutes && minutes < 100 ? writing(context.locale).relative(minutes, 'minute', context.locale) : '';
  return html`<div class="answer stack" part="answer">
    ${heading(level + 1, said(context).refused[outcome], 'summary-title', 'summary-title')} ${message ? html`<p>${message}</p>` : nothing}
    <p>${said(context).kept} ${outcome === 'busy' ? said(context).wait(when) : nothing}</p>
  </div>`;
}

/** What is shown after joining: the session that was asked for, else the next one. */
export function joinedView(scene: Scene, message: string | undefined): TemplateResult {
  const { variant, level, data, context, asked, about: session } = scene;
  const title = `${said(context).joined[variant]}${variant === 'join' && asked ? ` ${said(context).invited}` : ''}`;
  const head = html`${heading(level, title, 'title', 'title')}
    <p>${message || said(context).next(textOf(data, 'email'))}</p>
    ${session && !asked ? html`<p>${said(context).nextSession}</p>` : nothing}`;
  return html`<div part="joined">
    ${
      session
        ? sessionView(
            session,
            scene,
            head,
            canBeAdded(session)
              ? html`<details class="add" part="add">
                  <summary class="button quiet" part="button">${context.words.add}</summary>
                  ${addToCalendar(session, context)}
                </details>`
              : nothing,
          )
        : html`<div class="invite stack">${head}</div>`
    }
  </div>`;
}

export const answerStyles = css`
  .summary,
  .answer {
    padding: calc(var(--_u) * 3);
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
  }

  .summary li {
    padding-block: calc(var(--_u) / 2);
  }

  .summary a {
    color: var(--_error);
    font-weight: 600;
  }

  .ways li {
    display: flex;
    align-items: center;
    min-block-size: 44px;
  }
`;
