import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type JoinBody, JOIN_VARIANTS, type JoinVariant } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import { entry, isObject } from '../../feed/problem.ts';
import { safeUrl } from '../../feed/url.ts';
import { joinWords, type JoinWords } from '../../i18n/join.ts';
import { sessionWords } from '../../i18n/sessions.ts';
import { heading } from '../../parts/heading.ts';
import { type SessionContext, sessionDateStyles } from '../../parts/session-view.ts';
import { FeedElement } from '../feed-element.ts';
import { Draft } from './draft.ts';
import { MeedoenJoinedEvent, MeedoenJoinSubmitEvent } from './events.ts';
import { bodyOf, type Choice, type Field, fieldsFor, isOpen, openSessions, sessionField, textOf, textsOf, validate } from './fields.ts';
import { joinStyles } from './styles.ts';
import { type Answer, answerOf, fieldMeant, mailAddress, send } from './submit.ts';
import { answerView, fieldView, joinedView, purposesView, type Scene, sessionView, shortDate, summaryView, trapView } from './view.ts';

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

  get #kind(): JoinVariant {
    return this.picked ? 'session' : JOIN_VARIANTS.includes(this.variant) ? this.variant : 'join';
  }

  get #action(): string | undefined {
    const own = this.action.trim();
    return (own && safeUrl(own, this.baseURI, true)) || this.source.collection.join?.action;
  }

  /** The sessions one can still come to, of the attributes' filters, and of the sector and region that the visitor chose. */
  #open(chosen: boolean): SessionItem[] {
    const { collection } = this.source;
    const query: { sector?: string[]; region?: string[] } = {};
    for (const name of ['sector', 'region'] as const) {
      const id = textOf(this.#draft.data, name);
      if (chosen && collection[`${name}s`].some((item) => item.id === id)) query[name] = [id];
    }
    return openSessions(collection, { ...this.fixedQuery, ...query }, this.clock.now, this.#kind);
  }

  #byId(id: string): SessionItem | undefined {
    return id ? this.source.collection.sessions.find((session) => session.id === id || session.key === id) : undefined;
  }

  /** The session that the visitor or the editor chose, open or not. */
  get #given(): SessionItem | undefined {
    return this.#kind === 'tip' ? undefined : (this.picked ?? this.#byId(this.session));
  }

  /** The session that this form is about: signed up for, or named beside the box. */
  get #about(): SessionItem | undefined {
    const given = this.#given;
    if (given && isOpen(given, this.clock.now, this.#kind)) return given;
    if (this.#kind === 'join') return this.#open(true)[0];
    return this.#byId(textOf(this.#draft.data, 'session'));
  }

  /** The session that is asked for: signed up for, or the invitation's when its box is ticked. */
  get #asked(): SessionItem | undefined {
    return this.#kind === 'session' || (this.#kind === 'join' && textOf(this.#draft.data, 'invite')) ? this.#about : undefined;
  }

  get #purposes(): Choice[] {
    const { join } = this.source.collection;
    // who tips someone else joins nothing
    return this.#kind === 'tip' ? [] : (join?.purposes ?? []).map(({ id, text }) => ({ id, name: text }));
  }

  get #fields(): Field[] {
    const words = this.#words;
    const fields = fieldsFor(this.#kind, this.source.collection, this.fixedQuery, words);
    const given = this.#given;
    if (this.#kind !== 'session' || (given && isOpen(given, this.clock.now, this.#kind))) return fields;
    const context = this.#context;
    const choices = this.#open(false).map((session) => ({
      id: session.key,
      name: `${session.title} – ${shortDate(session, context)}`,
    }));
    return [sessionField(choices, words), ...fields];
  }

  get #context(): SessionContext {
    return {
      collection: this.source.collection,
      words: sessionWords[this.language],
      common: this.common,
      locale: this.locale,
      now: this.clock.now,
      langOf: (session) => this.langOf(session),
    };
  }

  get #scene(): Scene {
    return {
      words: this.#words,
      context: this.#context,
      variant: this.#kind,
      level: this.headings(),
      data: this.#draft.data,
      errors: this.errors,
      busy: this.phase === 'sending',
      lang: this.langOf(this.source.collection),
    };
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
    const fields = this.#fields;
    this.#draft.prefill(fields);
    const scene = this.#scene;
    const { words, variant, busy, lang, level } = scene;
    const action = this.#action;
    const given = this.#given;
    const about = this.#about;
    const asks = fields[0]?.name === 'session' ? fields[0] : undefined;
    const own = variant === 'join' ? join : undefined;
    const back = this.picked ? this.#renderButton(words.notThis, this.#handleNotThis) : nothing;
    const top = html`${heading(level, own?.title ? html`<span lang=${lang}>${own.title}</span>` : words.title[variant], 'title', 'title')}
      <p class="intro" part="intro" lang=${own?.intro ? lang : nothing}>${own?.intro ?? words.intro[variant]}</p>
      ${
        asks && given
          ? html`<p class="mail" part="mail">${words.closed(given.title)}</p>
              ${back}`
          : nothing
      }`;
    if (!action && !email)
      return html`${top}
        <p class="mail" part="mail">${words.closedForm}</p>`;
    if (asks && !asks.choices.length)
      return html`${top}
        <p part="empty">${words.noSessions}</p>`;
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
        ${given && variant === 'session' && !asks ? sessionView(given, scene, nothing, back) : nothing}
        ${action ? nothing : html`<p class="mail" part="mail">${words.mail(email!)}</p>`}
        <p>${words.all}</p>
        ${fields.map((field) => (field.hidden ? nothing : fieldView(field, scene, about, !!given && about === given)))}
        ${purposesView(this.#purposes, scene)}${trapView(scene)}
        ${join?.privacy ? html`<p><a part="link" href=${join.privacy}>${words.privacy}</a></p>` : nothing} ${answerView(this.answer, scene)}
        <div class="actions" part="actions">
          ${
            action
              ? html`<button class="button" part="button submit" type="submit" aria-disabled=${busy}>
                  ${busy ? words.sending : this.answer ? words.again : words.submit[variant]}
                </button>`
              : html`<a class="button" part="button submit" href=${this.#letter(fields, email!)} @click=${this.#handleMail}
                  >${words.makeMail}</a
                >`
          }
        </div>
      </form>`;
  }

  #renderJoined({ email }: Collection): TemplateResult {
    const asked = this.#asked;
    const session = asked ?? (this.#kind === 'tip' ? undefined : this.#open(true)[0]);
    const another = this.#action || email ? this.#renderButton(this.#words.another, this.#handleAnother) : nothing;
    return joinedView(this.#scene, this.answer?.message ?? '', session, !!asked, another);
  }

  #renderButton(label: string, handle: () => void): TemplateResult {
    return html`<p><button class="link-button" part="button" type="button" @click=${handle}>${label}</button></p>`;
  }

  #body(fields: readonly Field[]): JoinBody {
    const session = this.#asked;
    const own = this.feed ? [] : this.src.split(/\s+/).map((address) => address && safeUrl(address, this.baseURI));
    return bodyOf(fields, this.#draft.data, {
      variant: this.#kind,
      session,
      purposes: this.#purposes,
      feed: session?.base ?? own.filter(Boolean).join(' '),
      language: this.language,
      elapsed: this.#draft.elapsed,
    });
  }

  /** What was filled in, as a letter. */
  #letter(fields: readonly Field[], email: string): string {
    const { data } = this.#draft;
    const about = this.#asked;
    const lines = fields.flatMap(({ name, kind, label, choices }) => {
      const values = textsOf(data, name).map((value) => choices.find(({ id }) => id === value)?.name ?? value);
      const text = kind === 'invite' || name === 'session' ? '' : values.filter(Boolean).join(', ');
      return text ? [`${label}: ${text}`] : [];
    });
    if (about) lines.unshift(`${this.#words.fields.session[0]}: ${about.title}, ${shortDate(about, this.#context)}`);
    for (const { id, name } of this.#purposes) if (textsOf(data, 'purposes').includes(id)) lines.push(name);
    return mailAddress(email, this.#words.title[this.#kind], lines);
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
    const fields = this.#fields;
    this.answer = undefined;
    if (!this.#check(fields)) return this.#focus('.summary-title');
    const session = this.#asked;
    const body = this.#body(fields);
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
      this.dispatchEvent(new MeedoenJoinedEvent(answer.response, session));
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
    const field = this.#fields.find((one) => one.name === name);
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
    if (this.#check(this.#fields)) {
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
    if (event.defaultPrevented || this.state !== 'ready' || this.phase === 'sending' || this.#kind === 'tip' || !sends) return;
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
