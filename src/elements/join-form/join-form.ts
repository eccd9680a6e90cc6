import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type JoinBody, JOIN_VARIANTS, type JoinVariant } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import { entry, isObject } from '../../feed/problem.ts';
import { safeUrl } from '../../feed/url.ts';
import { joinWords, type JoinWords } from '../../i18n/join.ts';
import { sessionWords } from '../../i18n/sessions.ts';
import { heading } from '../../parts/heading.ts';
import { sessionDateStyles } from '../../parts/session-view.ts';
import { FeedElement } from '../feed-element.ts';
import { Draft } from './draft.ts';
import { MeedoenJoinedEvent, MeedoenJoinSubmitEvent } from './events.ts';
import { bodyOf, type Field, validate } from './fields.ts';
import { letterOf, type Model, modelOf, nextFor, type Setting } from './model.ts';
import { joinStyles } from './styles.ts';
import { type Answer, answerOf, fieldMeant, send } from './submit.ts';
import { answerView, fieldView, joinedView, purposesView, type Scene, sessionView, summaryView, trapView } from './view.ts';

/**
 * The form to join the network, sign up for one session or give a tip; afterwards it is the invitation to the next session.
 * Sends nothing before it is told to, keeps nothing in the browser, and loses nothing that was typed, whatever the answer.
 *
 * @element meedoen-join-form
 * @slot - Shown before, without and instead of the form: a link or a mail address.
 * @fires {MeedoenJoinSubmitEvent} meedoen-join-submit - before a filled form is sent; cancel it to send it yourself
 * @fires {MeedoenJoinedEvent} meedoen-joined - after the server accepted it
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart form - the form
 * @csspart title - its heading
 * @csspart intro - the text under the heading
 * @csspart field - a field with its label; `field-invalid` when something is wrong with it
 * @csspart label - the label of a field or a group of boxes
 * @csspart optional - “(niet verplicht)”
 * @csspart hint - the explanation of a field
 * @csspart error-message - what is wrong with a field
 * @csspart input - a text field or a list
 * @csspart choice - a box with its label
 * @csspart checkbox - the box itself
 * @csspart summary - everything that is wrong, with links to the fields
 * @csspart summary-title - the heading of the summary or the answer
 * @csspart answer - what is said when it could not be sent
 * @csspart mail - what is said where sending is not connected
 * @csspart actions - the row of the button
 * @csspart button - a button; the main one is also `submit`
 * @csspart invitation - a session with its date
 * @csspart date - the date set large
 * @csspart session-title - the title of that session
 * @csspart meta - its date in words and its place
 * @csspart add - the ways to put it in a calendar
 * @csspart ways - the list of them
 * @csspart joined - what is shown after joining
 * @csspart link - a link
 * @csspart empty - what is said when the feed has no form
 * @csspart notice - what is said about loading
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-action-background-color - the main button and ticked boxes
 * @cssprop --meedoen-action-color - the text on the main button
 * @cssprop --meedoen-background-color - the inside of fields
 * @cssprop --meedoen-control-border-color - the border of fields
 * @cssprop --meedoen-error-color - what is wrong
 * @cssprop --meedoen-wash-color - the ground of the invitation
 * @cssprop --meedoen-border-radius - corners of fields and buttons
 * @cssstate loading - the feed is on its way
 * @cssstate ready - the form or the invitation is shown
 * @cssstate empty - the feed has no form
 * @cssstate failed - the feed could not be had
 */
export class MeedoenJoinForm extends FeedElement {
  static override styles = [...FeedElement.styles, sessionDateStyles, joinStyles];

  /** Milliseconds to wait for an answer. */
  protected patience = 20_000;
  readonly #draft = new Draft(this);
  #touched: ReadonlySet<string> = new Set();
  #warned = false;
  /** While a pointer is down nothing may move from under it: the press that ends on the button would be lost. */
  #released: Promise<void> | undefined;

  @query('form') private form!: HTMLFormElement | null;

  @state() private phase: 'filling' | 'sending' | 'joined' = 'filling';
  @state() private errors: ReadonlyMap<string, string> = new Map();
  @state() private answer: Answer | undefined;
  /** The session a visitor chose in a calendar. */
  @state() private picked: SessionItem | undefined;

  /** Where the form is sent (https or http, relative to the page); without it the feed's `join.action`. */
  @property() action = '';
  /** Id of a session: the one to sign up for, or the one that the invitation names instead of the next. */
  @property() session = '';
  /** `join` (default), `session` to sign up for one session, `tip` for someone or something to know of. */
  @property() variant: JoinVariant = 'join';
  /** `json` (default), or `form` as a classic form sends it (multipart), which needs no CORS preflight. */
  @property() encoding: 'json' | 'form' = 'json';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('meedoen-session-register', this.#handleRegister);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('meedoen-session-register', this.#handleRegister);
  }

  /** For a page that cancels `meedoen-join-submit` and sends the form itself: shows that it was accepted, and what the page wants said. */
  async complete(message = ''): Promise<void> {
    this.answer = answerOf('joined', { message });
    this.phase = 'joined';
    this.#draft.unsent = false;
    await this.#focus('.title');
  }

  protected override hasContent({ join }: Collection): boolean {
    // what someone is filling in is never taken away
    if (join || this.#draft.unsent || this.phase !== 'filling') return true;
    return !!this.#action && (!this.source.loading || this.#draft.begun);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.form) this.#draft.begin();
    if (this.state !== 'ready' || this.#action || this.#warned) return;
    this.#warned = true;
    console.warn('meedoen: <meedoen-join-form> has nowhere to send the form: give it an action attribute, or the feed a "join.action"');
  }

  get #words(): JoinWords {
    return joinWords[this.language];
  }

  get #action(): string | undefined {
    const own = this.action.trim();
    return (own && safeUrl(own, this.baseURI, true)) || this.source.collection.join?.action;
  }

  get #setting(): Setting {
    const { picked, session } = this;
    return {
      variant: JOIN_VARIANTS.includes(this.variant) ? this.variant : 'join',
      session,
      picked,
      query: this.fixedQuery,
      data: this.#draft.data,
      words: this.#words,
      context: {
        collection: this.source.collection,
        words: sessionWords[this.language],
        common: this.common,
        locale: this.locale,
        now: this.clock.now,
        langOf: (item) => this.langOf(item),
      },
    };
  }

  #scene({ words, context, data }: Setting, variant: JoinVariant): Scene {
    const { errors, phase } = this;
    const lang = this.langOf(this.source.collection);
    return { words, context, variant, level: this.headings(), data, errors, busy: phase === 'sending', lang };
  }

  protected override renderContent(collection: Collection): TemplateResult {
    return html`<div class="join">${this.phase === 'joined' ? this.#renderJoined(collection) : this.#renderForm(collection)}</div>
      <p class="visually-hidden" role="status">${this.phase === 'sending' ? this.#words.sending : nothing}</p>`;
  }

  protected override renderEmpty({ email }: Collection): TemplateResult {
    return html`<p class="empty" part="empty">
      ${this.#words.closedForm} ${email ? html`<a part="link" href="mailto:${email}">${email}</a>` : nothing}
    </p>`;
  }

  #renderForm({ join, email }: Collection): TemplateResult {
    const setting = this.#setting;
    const model = modelOf(setting);
    const { variant, fields, given, about } = model;
    this.#draft.prefill(fields);
    const scene = this.#scene(setting, variant);
    const { words, busy, lang, level } = scene;
    const action = this.#action;
    const asks = fields[0]?.name === 'session' ? fields[0] : undefined;
    const own = variant === 'join' ? join : undefined;
    const back = this.picked ? this.#renderButton(words.notThis, this.#handleNotThis) : nothing;
    const say = (text: string): TemplateResult => html`<p class="mail" part="mail">${text}</p>`;
    const unconnected = action ? nothing : say(email ? words.mail(email) : words.closedForm);
    const top = html`${heading(level, own?.title ? html`<span lang=${lang}>${own.title}</span>` : words.title[variant], 'title', 'title')}
      <p class="intro" part="intro" lang=${own?.intro ? lang : nothing}>${own?.intro ?? words.intro[variant]}</p>
      ${asks && given ? html`${say(words.closed(given.title))}${back}` : nothing}`;
    // what is being filled in stays on screen, even when a new feed leaves nowhere to send it
    if (!this.#draft.unsent) {
      if (!action && !email) return html`${top}${unconnected}`;
      if (asks && !asks.choices.length) return html`${top}${say(words.noSessions)}`;
    }
    return html`${top}
      <form
        part="form"
        novalidate
        aria-label=${words.submit[variant]}
        aria-busy=${busy}
        @input=${this.#handleInput}
        @change=${this.#handleChange}
        @click=${this.#handleClick}
        @pointerdown=${this.#handlePointerDown}
        @submit=${this.#handleSubmit}
      >
        ${summaryView(fields, scene, this.answer?.message ?? '', this.#handleGo)}
        ${given && variant === 'session' && !asks ? sessionView(given, scene, nothing, back) : nothing} ${unconnected}
        <p>${words.all}</p>
        ${fields.map((field) => (field.hidden ? nothing : fieldView(field, scene, about, !!given && about === given)))}
        ${purposesView(model.purposes, scene)}${trapView(scene)}
        ${join?.privacy ? html`<p><a part="link" href=${join.privacy}>${words.privacy}</a></p>` : nothing} ${answerView(this.answer, scene)}
        <div class="actions" part="actions">
          ${
            action
              ? html`<button class="button" part="button submit" type="submit" aria-disabled=${busy}>
                  ${busy ? words.sending : this.answer ? words.again : words.submit[variant]}
                </button>`
              : email
                ? html`<a class="button" part="button submit" href=${letterOf(model, setting, email)} @click=${this.#handleMail}
                    >${words.makeMail}</a
                  >`
                : nothing
          }
        </div>
      </form>`;
  }

  #renderJoined({ email }: Collection): TemplateResult {
    const setting = this.#setting;
    const { variant, asked } = modelOf(setting);
    const { context, query, data } = setting;
    const session = asked ?? (variant === 'tip' ? undefined : nextFor(context.collection, query, data, context.now));
    const another = this.#action || email ? this.#renderButton(this.#words.another, this.#handleAnother) : nothing;
    return joinedView(this.#scene(setting, variant), this.answer?.message ?? '', session, !!asked, another);
  }

  #renderButton(label: string, handle: () => void): TemplateResult {
    return html`<p><button class="link-button" part="button" type="button" @click=${handle}>${label}</button></p>`;
  }

  #body({ variant, fields, purposes, asked }: Model): JoinBody {
    const own = this.feed ? [] : this.src.split(/\s+/).map((address) => address && safeUrl(address, this.baseURI));
    return bodyOf(fields, this.#draft.data, {
      variant,
      session: asked,
      purposes,
      feed: asked?.base ?? own.filter(Boolean).join(' '),
      language: this.language,
      elapsed: this.#draft.elapsed,
    });
  }

  #collect(): void {
    if (this.form && this.phase === 'filling') this.#draft.read(this.form);
    this.requestUpdate();
  }

  /** Everything that is wrong, said at the fields and in the summary. */
  #check(fields: readonly Field[]): boolean {
    this.#blame(fields.map(({ name }, index) => [name, validate(fields[index]!, this.#draft.data, this.#words)]));
    return !this.errors.size;
  }

  #blame(found: readonly (readonly [string, string | undefined])[]): void {
    const errors = new Map<string, string>();
    for (const [name, text] of found) if (text && !errors.has(name)) errors.set(name, text);
    this.errors = errors;
    this.#touched = new Set(errors.keys());
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    if (target?.matches('h1,h2,h3,h4,h5,h6')) target.tabIndex = -1;
    target?.focus();
  }

  async #submit(): Promise<void> {
    const action = this.#action;
    if (this.phase !== 'filling' || !action) return;
    this.#collect();
    const model = modelOf(this.#setting);
    const { fields } = model;
    this.answer = undefined;
    if (!this.#check(fields)) return this.#focus('.summary-title');
    const body = this.#body(model);
    if (!this.dispatchEvent(new MeedoenJoinSubmitEvent(body))) return;
    this.phase = 'sending';
    const answer = await send(body, {
      action,
      encoding: this.encoding === 'form' ? 'form' : 'json',
      rename: new Map(fields.map(({ name, wire }) => [name, wire])),
      key: this.#draft.key,
      patience: this.patience,
    });
    const { outcome, message, note } = answer;
    if (outcome === 'joined') {
      await this.complete(message);
      this.dispatchEvent(new MeedoenJoinedEvent(answer.response, model.asked));
      return;
    }
    this.answer = answer;
    this.phase = 'filling';
    if (outcome === 'invalid') {
      // at the fields that the server means; what it says of others is said in the summary
      const shown = fields.filter(({ hidden }) => !hidden);
      this.#blame(
        answer.errors.map(([name, text], index) => {
          const field = fieldMeant(name, shown);
          return [field?.name ?? `?${index}`, text || field?.missing || name];
        }),
      );
    } else if (outcome !== 'offline') console.warn(`meedoen: ${action} did not accept the form (${outcome}): ${note}`);
    await this.#focus('.summary-title');
  }

  #restart(): void {
    this.#draft.restart();
    this.answer = undefined;
    this.errors = new Map();
    this.phase = 'filling';
  }

  readonly #handleInput = (): void => this.#collect();

  /** Looks again at a field that was wrong, when the visitor is done with it. */
  readonly #handleChange = async (event: Event): Promise<void> => {
    this.#collect();
    const { name } = event.target as HTMLInputElement;
    if (!this.#touched.has(name)) return;
    await this.#released;
    const field = modelOf(this.#setting).fields.find((one) => one.name === name);
    const error = field && validate(field, this.#draft.data, this.#words);
    const errors = new Map(this.errors);
    if (error) errors.set(name, error);
    else errors.delete(name);
    this.errors = errors;
  };

  readonly #handlePointerDown = (): void => {
    this.#released = new Promise((resolve) => {
      // after the click that follows
      const done = (): void => void setTimeout(resolve);
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, done, { once: true, capture: true });
    });
  };

  /** A press while it is being sent changes nothing. */
  readonly #handleClick = (event: Event): void => {
    if (this.phase === 'sending') event.preventDefault();
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#submit();
  };

  readonly #handleMail = (event: Event): void => {
    this.#collect();
    if (this.#check(modelOf(this.#setting).fields)) {
      // from here on it is in the mail program
      this.#draft.unsent = false;
      return;
    }
    event.preventDefault();
    void this.#focus('.summary-title');
  };

  readonly #handleGo = (event: Event): void => {
    event.preventDefault();
    void this.#focus(`[name="${(event.currentTarget as HTMLElement).dataset.field}"]`);
  };

  readonly #handleNotThis = (): void => {
    this.picked = undefined;
    void this.#focus('.title');
  };

  readonly #handleAnother = (): void => {
    this.#restart();
    this.picked = undefined;
    void this.#focus('.title');
  };

  readonly #handleRegister = (event: Event): void => {
    const session: unknown = 'session' in event ? event.session : undefined;
    const sends = this.#action || this.source.collection.email;
    if (event.defaultPrevented || this.state !== 'ready' || this.phase === 'sending' || this.variant === 'tip' || !sends) return;
    if (!isObject(session) || typeof entry(session, 'title') !== 'string') return;
    event.preventDefault();
    if (this.phase === 'joined') this.#restart();
    this.picked = session as SessionItem;
    this.errors = new Map();
    this.answer = undefined;
    void this.#focus('.title');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-join-form': MeedoenJoinForm;
  }
}
