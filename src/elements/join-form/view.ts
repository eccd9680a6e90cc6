/** The markup of the join form in pieces: fields and the session it is about. Knows what is shown; not when, and not what happens next. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SessionItem } from '../../feed/merge.ts';
import type { JoinWords } from '../../i18n/join.ts';
import { elsewhereText, ownText, placeText, sessionDate } from '../../parts/session-view.ts';
import { type Choice, type Field, textsOf } from './fields.ts';
import { type Model, shortDate } from './model.ts';

/** What the pieces need to know. */
export interface Scene extends Model {
  /** The level of the form's own heading. */
  readonly level: number;
  /** Per field that was wrong what it is; `''` when it has been put right. */
  readonly errors: ReadonlyMap<string, string>;
  readonly busy: boolean;
  /** The `lang` of text from the feed. */
  readonly lang: string | typeof nothing;
}

/** HTML, "Autofill". */
const AUTOCOMPLETE = {
  name: 'name',
  email: 'email',
  organisation: 'organization',
  role: 'organization-title',
  phone: 'tel',
} as const satisfies Readonly<Partial<Record<Field['name'], string>>>;

/** A field with its label, hint and error, tied together. */
export function fieldView(field: Field, scene: Scene): TemplateResult {
  const { name, kind, required, choices } = field;
  const { data, errors, busy, words, context, about } = scene;
  const error = errors.get(name);
  const lang = field.fromFeed ? scene.lang : nothing;
  const id = `f-${name}`;
  const [given] = textsOf(data, name);
  // where the attributes leave one choice, it is made
  const value = given ?? (choices.length === 1 ? choices[0]!.id : '');
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const invalid = error ? 'true' : nothing;
  const notes = html`${field.hint ? html`<p class="hint" part="hint" id="${id}-hint" lang=${lang}>${field.hint}</p>` : nothing}
  ${error ? html`<p class="error" part="error-message" id="${id}-error">${error}</p>` : nothing}`;
  // in one text with the word before it: Chromium leaves a space between comments out of a name
  const space = required ? '' : ' ';
  const named = kind === 'invite' && about;
  const label = html`<span lang=${lang}>${field.label + (named ? '' : space)}</span>${
      named ? html`: <strong>${ownText(about.title, about, context)}, ${shortDate(about, context) + space}</strong>` : nothing
    }${required ? nothing : optional(words)}`;
  if (kind === 'checks') return boxes(name, label, choices, scene, notes, described, !!error);
  const control =
    kind === 'invite'
      ? checkbox(name, 'true', !!value, label, busy, described)
      : kind === 'select'
        ? html`<select
            part="input"
            id=${id}
            name=${name}
            ?disabled=${busy}
            aria-required=${required}
            aria-invalid=${invalid}
            aria-describedby=${described}
          >
            <option value="">${words.choose}</option>
            ${choices.map((choice) => html`<option value=${choice.id} lang=${scene.lang} .selected=${choice.id === value}>${choice.name}</option>`)}
          </select>`
        : kind === 'long'
          ? html`<textarea
              part="input"
              id=${id}
              name=${name}
              ?readonly=${busy}
              aria-required=${required}
              aria-invalid=${invalid}
              aria-describedby=${described}
              rows="5"
              .value=${value}
            ></textarea>`
          : html`<input
              part="input"
              id=${id}
              name=${name}
              ?readonly=${busy}
              aria-required=${required}
              aria-invalid=${invalid}
              aria-describedby=${described}
              type=${name === 'email' ? name : name === 'phone' ? 'tel' : 'text'}
              autocomplete=${name in AUTOCOMPLETE ? AUTOCOMPLETE[name as keyof typeof AUTOCOMPLETE] : nothing}
              .value=${value}
            />`;
  return html`<div class="field ${error ? 'bad' : ''}" part="field ${error ? 'field-invalid' : ''}">
    ${kind === 'invite' ? nothing : html`<label part="label" for=${id}>${label}</label>`}${notes}${control}
  </div>`;
}

function optional(words: JoinWords): TemplateResult {
  return html`<span class="optional" part="optional">${words.optional}</span>`;
}

function checkbox(
  name: string,
  value: string,
  ticked: boolean,
  label: unknown,
  busy: boolean,
  described: string | typeof nothing = nothing,
): TemplateResult {
  return html`<label class="check" part="choice">
    <input part="checkbox" type="checkbox" name=${name} value=${value} .checked=${ticked} ?disabled=${busy} aria-describedby=${described} />
    <span>${label}</span>
  </label>`;
}

/** A group of boxes. */
function boxes(
  name: string,
  legend: unknown,
  choices: readonly Choice[],
  { data, busy, lang }: Scene,
  notes: unknown,
  described: string | typeof nothing,
  bad: boolean,
): TemplateResult {
  const ticked = textsOf(data, name);
  return html`<fieldset class="field ${bad ? 'bad' : ''}" part="field ${bad ? 'field-invalid' : ''}" aria-describedby=${described}>
    <legend part="label">${legend}</legend>
    ${notes}
    <div class=${name}>
      ${choices.map((choice) => checkbox(name, choice.id, ticked.includes(choice.id), html`<span lang=${lang}>${choice.name}</span>`, busy))}
    </div>
  </fieldset>`;
}

/** One unticked box per purpose, in the words that were agreed to. */
export function purposesView(scene: Scene): unknown {
  const { words, purposes } = scene;
  return purposes.length
    ? boxes('purposes', html`${`${words.purposes} `}${optional(words)}`, purposes, scene, nothing, nothing, false)
    : nothing;
}

/** A session led by its date, below what is said of it. */
export function sessionView(session: SessionItem, { context }: Scene, head: unknown, foot: unknown): TemplateResult {
  return html`<div class="invite" part="invitation">
    ${head === nothing ? nothing : html`<div class="stack">${head}</div>`}
    <div class="dated">
      ${sessionDate(session, context, true)}
      <div class="stack">
        <p class="session-title" part="session-title">${ownText(session.title, session, context)}</p>
        ${[elsewhereText(session, context), placeText(session, context)].map((text) => (text ? html`<p part="meta">${text}</p>` : nothing))}
        ${foot}
      </div>
    </div>
  </div>`;
}
