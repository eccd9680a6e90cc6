import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Lazy } from '../../controllers/lazy.ts';
import { JOIN_VARIANTS, type JoinVariant } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import { isObject } from '../../feed/problem.ts';
import { safeUrl } from '../../feed/url.ts';
import { joinWords } from '../../i18n/join.ts';
import { sessionWords } from '../../i18n/sessions.ts';
import { heading } from '../../parts/heading.ts';
import { notice } from '../../parts/notices.ts';
import { sessionDateStyles } from '../../parts/session-view.ts';
import { FeedElement } from '../feed-element.ts';
import { Draft } from './draft.ts';
import { MeedoenJoinedEvent, MeedoenJoinSubmitEvent } from './events.ts';
import { validate } from './fields.ts';
import { letterOf, type Model, modelOf } from './model.ts';
import { joinStyles } from './styles.ts';
import type { Answer } from './submit.ts';
import { fieldView, purposesView, type Scene, sessionView } from './view.ts';

const sending = new Lazy(() => import('./sending.ts'));

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
  #warned = false;
  /** While a pointer is down nothing may move from under it: the press that ends on the button would be lost. */
  #released: Promise<unknown> | undefined;

  @state() private phase: 'filling' | 'sending' | 'joined' = 'filling';
  /** The fields that were wrong when the form was sent, and what is wrong with them now; `''` for nothing any more. */
  @state() private errors: ReadonlyMap<string, string> = new Map();
  @state() private answer: Answer | undefined;
  /** The session a visitor chose in a calendar. */
  @state() private picked: SessionItem | undefined;

  /** Where the form is sent (https or http, relative to the page); without it the feed's `join.action`. */
  @property({ useDefault: true }) action = '';
  /** Id of the session to sign up for, with `variant="session"`. */
  @property({ useDefault: true }) session = '';
  /** `join` (default), `session` to sign up for one session, `tip` for someone or something to know of. */
  @property({ useDefault: true }) variant: JoinVariant = 'join';
  /** `json` (default), or `form` as a classic form sends it (multipart), which needs no CORS preflight. */
  @property({ useDefault: true }) encoding: 'json' | 'form' = 'json';

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
    this.answer = { outcome: 'joined', message };
    this.phase = 'joined';
    this.#draft.unsent = false;
    await this.#focus('.title');
  }

  protected override get onDemand(): readonly Lazy<object>[] {
    return [sending];
  }

  protected override hasContent({ join }: Collection): boolean {
    const { unsent, since } = this.#draft;
    // what someone is filling in is never taken away
    return !!join || unsent || this.phase !== 'filling' || (!!this.#action && (!this.source.loading || since > 0));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#form) this.#draft.since ||= performance.now();
    if (this.state !== 'ready' || this.#action || this.#warned) return;
    this.#warned = true;
    console.warn('meedoen: <meedoen-join-form> has nowhere to send the form: give it an action attribute, or the feed a "join.action"');
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  get #action(): string | undefined {
    return (this.action && safeUrl(this.action, this.baseURI, true)) || this.source.collection.join?.action;
  }

  get #model(): Model {
    const { language, variant, session, picked, source, common, locale, clock, fixedQuery: query } = this;
    return modelOf({
      variant: JOIN_VARIANTS.includes(variant) ? variant : 'join',
      session,
      picked,
      query,
      data: this.#draft.data,
      words: joinWords[language],
      context: {
        collection: source.collection,
        words: sessionWords[language],
        common,
        locale,
        now: clock.now,
        langOf: (item) => this.langOf(item),
      },
    });
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const { phase, errors } = this;
    const busy = phase === 'sending';
    const scene: Scene = { ...this.#model, level: this.headings(), errors, busy, lang: this.langOf(collection) };
    return html`<div class="join">
        ${phase === 'joined' ? sending.use(this)?.joinedView(scene, this.answer?.message) : this.#renderForm(collection, scene)}
      </div>
      <p class="visually-hidden" role="status">${busy ? scene.words.sending : nothing}</p>`;
  }

  protected override renderEmpty({ email }: Collection): TemplateResult {
    return html`<p class="empty" part="empty">
      ${joinWords[this.language].unconnected} ${email ? html`<a part="link" href="mailto:${email}">${email}</a>` : nothing}
    </p>`;
  }

  #renderForm({ join, email }: Collection, scene: Scene): TemplateResult {
    const { words, variant, busy, lang, level, context, fields, given } = scene;
    const action = this.#action;
    const own = variant === 'join' ? join : undefined;
    const parts = sending.module && sending.use(this);
    const [first] = fields;
    const asks = first?.name === 'session';
    const say = (text: string): TemplateResult => html`<p class="mail" part="mail">${text}</p>`;
    const back = this.picked
      ? html`<button class="link-button" part="button" type="button" @click=${() => this.#turn(undefined)}>${words.notThis}</button>`
      : nothing;
    const top = html`${heading(level, own?.title ? html`<span lang=${lang}>${own.title}</span>` : words.title[variant], 'title', 'title')}
    ${own?.intro ? html`<p class="intro" part="intro" lang=${lang}>${own.intro}</p>` : nothing}
    ${asks && given ? html`${say(`${words.closed} ${given.title}`)}${back}` : nothing}
    ${action ? nothing : say(email ? words.mail(email) : words.unconnected)}`;
    const none = asks && !first.choices.length;
    // what is being filled in stays on screen, even when a new feed leaves nowhere to send it
    if ((none || !(action ?? email)) && !this.#draft.unsent) return html`${top}${none ? say(context.words.none.upcoming) : nothing}`;
    return html`${top}
      <form
        part="form"
        novalidate
        aria-label=${words.submit[variant]}
        aria-busy=${busy}
        @input=${this.#collect}
        @change=${this.#handleChange}
        @pointerdown=${this.#handlePointerDown}
        @submit=${this.#handleSubmit}
      >
        ${parts?.summaryView(scene, this.answer?.message, this.#handleGo)}
        ${given && !asks ? sessionView(given, scene, nothing, back) : nothing}
        <p>${words.all}</p>
        ${fields.map((field) => (field.hidden ? nothing : fieldView(field, scene)))}${purposesView(scene)}
        <div class="visually-hidden" aria-hidden="true"><input name="extra" tabindex="-1" autocomplete="off" /></div>
        ${join?.privacy ? html`<p><a part="link" href=${join.privacy}>${words.privacy}</a></p>` : nothing}${parts?.answerView(this.answer, scene)}${
          sending.failed ? notice(this.common, [this.common.failed.network], false) : nothing
        }
        <p part="actions">
          ${
            action
              ? html`<button class="button" part="button submit" type="submit" aria-disabled=${busy}>
                  ${busy ? words.sending : this.answer ? this.common.retry : words.submit[variant]}
                </button>`
              : email
                ? html`<a class="button" part="button submit" href=${letterOf(scene, email)} @click=${this.#handleMail}
                    >${words.makeMail}</a
                  >`
                : nothing
          }
        </p>
      </form>`;
  }

  /** Reads what is on screen. */
  #collect(): void {
    const form = this.#form;
    if (form && this.phase === 'filling') this.#draft.read(form);
    this.requestUpdate();
  }

  /** Checks everything, and says what is wrong at the fields and in the summary. */
  #check({ fields, data, words }: Model): boolean {
    this.#blame(fields.map((field) => [field.name, validate(field, data, words)]));
    if (this.errors.size) void this.#focus('.summary-title, [aria-invalid=true]');
    return !this.errors.size;
  }

  /** For who is quicker than the network; when it can't be had, the form says so and stays as it is. */
  async #fetchSending(): Promise<typeof sending.module> {
    this.phase = 'sending';
    try {
      return await sending.load();
    } catch (error) {
      console.warn(`meedoen: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    } finally {
      this.phase = 'filling';
    }
  }

  #blame(found: readonly (readonly [string, string])[]): void {
    this.errors = new Map(found.filter(([, text]) => text));
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    if (/^H/.test(target?.tagName ?? '')) target!.tabIndex = -1;
    target?.focus();
  }

  async #submit(action: string): Promise<void> {
    this.#collect();
    this.answer = undefined;
    const parts = sending.module ?? (await this.#fetchSending());
    if (!parts) return;
    const model = this.#model;
    if (!this.#check(model)) return;
    const { fields, asked } = model;
    const { key, since } = this.#draft;
    const { encoding, patience, language } = this;
    const sources = this.feed ? [] : this.src.split(/\s+/).map((address) => address && safeUrl(address, this.baseURI));
    const feed = asked?.base ?? sources.join(' ').trim();
    const body = parts.bodyOf(model, { feed, language, elapsed: Math.round((performance.now() - since) / 1000) });
    if (!this.dispatchEvent(new MeedoenJoinSubmitEvent(body))) return;
    this.phase = 'sending';
    const answer = await parts.send(body, { action, encoding, fields, key, patience });
    const { outcome, message, errors = [] } = answer;
    if (outcome === 'joined') {
      await this.complete(message);
      this.dispatchEvent(new MeedoenJoinedEvent(answer.response, asked));
      return;
    }
    this.answer = answer;
    this.phase = 'filling';
    // at the fields that the server means; what it says of others is said in the summary
    if (outcome === 'invalid')
      this.#blame(errors.map(([name, text], index) => [parts.fieldMeant(name, fields)?.name ?? `?${index}`, text || name]));
    else console.warn(`meedoen: ${action} did not accept the form (${outcome}): ${answer.note}`);
    await this.#focus('.summary-title');
  }

  /** Looks again at a field that was wrong, when the visitor is done with it. */
  async #handleChange({ target }: Event): Promise<void> {
    this.#collect();
    const { name } = target as HTMLInputElement;
    if (!this.errors.has(name)) return;
    await this.#released;
    const { fields, data, words } = this.#model;
    const field = fields.find((one) => one.name === name);
    this.errors = new Map([...this.errors, [name, field ? validate(field, data, words) : '']]);
  }

  #handlePointerDown(): void {
    this.#released = new Promise((resolve) => {
      // after the click that follows
      const done = (): void => void setTimeout(resolve);
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, done, { once: true, capture: true });
    });
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    const action = this.#action;
    if (action && this.phase === 'filling') void this.#submit(action);
  }

  #handleMail(event: Event): void {
    this.#collect();
    // from here on it is in the mail program
    if (this.#check(this.#model)) this.#draft.unsent = false;
    else event.preventDefault();
  }

  #handleGo(event: Event): void {
    event.preventDefault();
    void this.#focus(`[name="${(event.currentTarget as HTMLElement).dataset.field}"]`);
  }

  /** Turns to a session, or back from it. */
  #turn(session: SessionItem | undefined): void {
    this.picked = session;
    this.errors = new Map();
    this.answer = undefined;
    void this.#focus('.title');
  }

  readonly #handleRegister = (event: Event): void => {
    const session: unknown = 'session' in event ? event.session : undefined;
    const ready =
      this.state === 'ready' && this.phase !== 'sending' && this.variant !== 'tip' && (this.#action ?? this.source.collection.email);
    if (event.defaultPrevented || !ready || !isObject(session)) return;
    event.preventDefault();
    if (this.phase === 'joined') this.#draft.restart();
    this.phase = 'filling';
    this.#turn(session as SessionItem);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-join-form': MeedoenJoinForm;
  }
}
