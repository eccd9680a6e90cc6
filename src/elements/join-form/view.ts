/** The markup of the join form in pieces: fields, messages, the invitation. Knows what is shown; not when, and not what happens next. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JoinVariant } from '../../feed/join-body.ts';
import type { SessionItem } from '../../feed/merge.ts';
import type { JoinWords } from '../../i18n/join.ts';
import { heading } from '../../parts/heading.ts';
import { elsewhereText, ownText, placeText, type SessionContext, sessionDate } from '../../parts/session-view.ts';
import { addToCalendar, canBeAdded } from '../session-calendar/add-to-calendar.ts';
import { AUTOCOMPLETE, type Choice, type Field, textOf, textsOf } from './fields.ts';
import { shortDate } from './model.ts';
import type { Answer } from './submit.ts';

/** What the pieces need to know. */
export interface Scene {
  readonly words: JoinWords;
  readonly variant: JoinVariant;
  /** The level of the form's own heading. */
  readonly level: number;
  readonly data: FormData;
  readonly errors: ReadonlyMap<string, string>;
  readonly busy: boolean;
  /** The `lang` of text from the feed. */
  readonly lang: unknown;
  /** For what is shown of a session. */
  readonly context: SessionContext;
}

/**
 * A field with its label, hint and error, tied together.
 * @param about the session that the invitation is for
 * @param chosen whether the editor chose that session, so that it need not be the next
 */
export function fieldView(field: Field, scene: Scene, about: SessionItem | undefined, chosen: boolean): TemplateResult {
  const { name, kind, required } = field;
  const { data, errors, busy, words } = scene;
  const error = errors.get(name);
  const lang = field.fromFeed ? scene.lang : nothing;
  const id = `f-${name}`;
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const label = html`<span lang=${lang}>${field.label}</span>${required ? nothing : optional(words)}`;
  const notes = html`${field.hint ? html`<p class="hint" part="hint" id="${id}-hint" lang=${lang}>${field.hint}</p>` : nothing}
  ${error ? html`<p class="error" part="error-message" id="${id}-error">${error}</p>` : nothing}`;
  const invalid = error ? 'true' : nothing;
  const [value = ''] = textsOf(data, name);
  const wrapper = `field ${error ? 'bad' : ''}`;
  const part = `field ${error ? 'field-invalid' : ''}`;
  if (kind === 'checks') {
    const ticked = textsOf(data, name);
    return html`<fieldset class=${wrapper} part=${part} aria-describedby=${described}>
      <legend part="label">${label}</legend>
      ${notes}
      <div class="checks short">
        ${field.choices.map((choice) => checkbox(name, choice.id, ticked.includes(choice.id), html`<span lang=${scene.lang}>${choice.name}</span>`, busy))}
      </div>
    </fieldset>`;
  }
  if (kind === 'invite') {
    return html`<div class=${wrapper} part=${part}>
      ${checkbox(name, 'true', !!value, html`<span lang=${lang}>${chosen && !field.fromFeed ? words.thisSession : field.label}</span>${about ? html`: ${sessionName(about, scene)}` : nothing}${optional(words)}`, busy, described)}
      ${notes}
    </div>`;
  }
  let control: TemplateResult;
  if (kind === 'select') {
    control = html`<select
      part="input"
      id=${id}
      name=${name}
      ?disabled=${busy}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${described}
    >
      <option value="" .selected=${!value}>${words.choose}</option>
      ${field.choices.map((choice) => html`<option value=${choice.id} lang=${choice.id === 'other' ? nothing : scene.lang} .selected=${choice.id === value}>${choice.name}</option>`)}
    </select>`;
  } else if (kind === 'long') {
    control = html`<textarea
      part="input"
      id=${id}
      name=${name}
      rows="5"
      ?readonly=${busy}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${described}
      .value=${value}
    ></textarea>`;
  } else {
    control = html`<input
      part="input"
      id=${id}
      name=${name}
      type=${name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
      autocomplete=${(!(scene.variant === 'tip' && name === 'organisation') && AUTOCOMPLETE[name]) || nothing}
      ?readonly=${busy}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${described}
      .value=${value}
    />`;
  }
  return html`<div class=${wrapper} part=${part}>
    <label part="label" for=${id}>${label}</label>
    ${notes}${control}
  </div>`;
}

function optional(words: JoinWords): TemplateResult {
  return html` <span class="optional" part="optional">${words.optional}</span>`;
}

function checkbox(
  name: string,
  value: string,
  ticked: boolean,
  label: unknown,
  busy: boolean,
  described: unknown = nothing,
): TemplateResult {
  return html`<label class="check" part="choice">
    <input part="checkbox" type="checkbox" name=${name} value=${value} .checked=${ticked} ?disabled=${busy} aria-describedby=${described} />
    <span>${label}</span>
  </label>`;
}

/** One unticked box per purpose, in the words that were agreed to. */
export function purposesView(purposes: readonly Choice[], { words, data, busy, lang }: Scene): unknown {
  if (!purposes.length) return nothing;
  const ticked = textsOf(data, 'purposes');
  return html`<fieldset class="field" part="field">
    <legend part="label">${words.purposes}${optional(words)}</legend>
    <div class="checks">
      ${purposes.map(({ id, name }) => checkbox('purposes', id, ticked.includes(id), html`<span lang=${lang}>${name}</span>`, busy))}
    </div>
  </fieldset>`;
}

/** For robots; a person who meets it is told to leave it. */
export function trapView({ words, data }: Scene): TemplateResult {
  return html`<div class="visually-hidden" aria-hidden="true">
    <label>${words.empty}<input name="extra" tabindex="-1" autocomplete="off" .value=${textOf(data, 'extra')} /></label>
  </div>`;
}

/** Everything that is wrong, with a link to each field. Its heading takes the focus. */
export function summaryView(
  fields: readonly Field[],
  { errors, words, level }: Scene,
  message: string,
  go: (event: Event) => void,
): unknown {
  const wrong = [...errors];
  if (!wrong.length) return nothing;
  return html`<div class="summary stack" part="summary">
    ${heading(level + 1, words.summary, 'summary-title', 'summary-title')} ${message ? html`<p>${message}</p>` : nothing}
    <ul class="plain">
      ${wrong.map(([name, text]) =>
        fields.some((field) => field.name === name)
          ? html`<li><a part="link" href="#f-${name}" data-field=${name} @click=${go}>${text}</a></li>`
          : html`<li>${text}</li>`,
      )}
    </ul>
  </div>`;
}

/** Why it was not accepted, where the button is. What is wrong with fields is said in the summary. */
export function answerView(answer: Answer | undefined, { words, level }: Scene): unknown {
  if (!answer || answer.outcome === 'joined' || answer.outcome === 'invalid') return nothing;
  const { outcome, message, wait = 0 } = answer;
  const [title, text] = words.refused[outcome];
  return html`<div class="answer stack" part="answer">
    ${heading(level + 1, title, 'summary-title', 'summary-title')} ${message ? html`<p>${message}</p>` : nothing}
    <p>${text}${outcome === 'busy' ? ` ${words.wait(Math.ceil(wait / 60))}` : nothing}</p>
  </div>`;
}

/** What is shown after joining. `asked`: the visitor asked for this session; else it is only the next one. */
export function joinedView(scene: Scene, message: string, session: SessionItem | undefined, asked: boolean, foot: unknown): TemplateResult {
  const { words, variant, level, data, context } = scene;
  const title = `${words.joined[variant]}${variant === 'join' && asked ? ` ${words.invited}` : ''}`;
  const head = html`${heading(level, title, 'title', 'title')}
    <p>${message || words.next(textOf(data, 'email'))}</p>
    ${session && !asked ? html`<p>${words.nextSession}</p>` : nothing}`;
  if (!session)
    return html`<div class="invite" part="joined"><div class="stack">${head}</div></div>
      ${foot}`;
  const add = html`<details class="add" part="add">
    <summary class="button quiet" part="button">${context.words.add}</summary>
    ${addToCalendar(session, context)}
  </details>`;
  return html`<div part="joined">${sessionView(session, scene, head, canBeAdded(session) ? add : nothing)}</div>
    ${foot}`;
}

/** "Baancreatie, oktober 2021" */
function sessionName(session: SessionItem, { context }: Scene): TemplateResult {
  return html`<strong>${ownText(session.title, session, context)}, ${shortDate(session, context)}</strong>`;
}

/** A session led by its date; who listens hears the date last, because the focus goes to the heading. */
export function sessionView(session: SessionItem, { context }: Scene, head: unknown, foot: unknown): TemplateResult {
  const place = placeText(session, context);
  const elsewhere = elsewhereText(session, context);
  return html`<div class="invite" part="invitation">
    <div class="stack">
      ${head}
      <p class="session-title" part="session-title">${ownText(session.title, session, context)}</p>
      ${elsewhere ? html`<p part="meta">${elsewhere}</p>` : nothing}${place ? html`<p part="meta">${place}</p>` : nothing}${foot}
    </div>
    ${sessionDate(session, context, true)}
  </div>`;
}
