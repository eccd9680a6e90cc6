/**
 * The form at work: what is filled in, checking, sending, the answer. Fetched when a form is on the page, with all that it shows.
 * Sends nothing before it is told to, keeps nothing in the browser, and loses nothing that was typed, whatever the answer.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { JOIN_VARIANTS, type JoinVariant } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import { isObject } from '../../feed/problem.ts';
import type { Query } from '../../feed/select.ts';
import { safeUrl } from '../../feed/url.ts';
import type { CommonWords } from '../../i18n/common.ts';
import { type JoinWords, joinWords } from '../../i18n/join.ts';
import { sessionWords } from '../../i18n/sessions.ts';
import type { Language } from '../../i18n/words.ts';
import { heading } from '../../parts/heading.ts';
import { sessionDateStyles } from '../../parts/session-view.ts';
import { answerStyles, answerView, joinedView, summaryView } from './answers.ts';
import { Draft } from './draft.ts';
import { MeedoenJoinedEvent, MeedoenJoinSubmitEvent } from './events.ts';
import { validate } from './fields.ts';
import { bodyOf, letterOf, type Model, modelOf } from './model.ts';
import { joinStyles } from './styles.ts';
import { type Answer, fieldMeant, send } from './submit.ts';
import { fieldView, purposesView, type Scene, sessionView } from './view.ts';

/** The element, as far as the form knows it. */
interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly action: string;
  readonly session: string;
  readonly variant: JoinVariant;
  readonly encoding: string;
  readonly src: string;
  readonly feed: unknown;
}

/** What the element knows at this moment. */
interface Setting {
  readonly collection: Collection;
  readonly loading: boolean;
  /** Whether the form is on show. */
  readonly ready: boolean;
  readonly language: Language;
  readonly locale: string;
  readonly common: CommonWords;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The filters of the attributes. */
  readonly query: Query;
  /** The level of the form's heading. */
  readonly level: number;
  /** Milliseconds to wait for an answer. */
  readonly patience: number;
  readonly langOf: (item: { readonly language?: string }) => string | typeof nothing;
}

export const styles = [sessionDateStyles, joinStyles, answerStyles];

export class Form implements ReactiveController {
  readonly #host: Host;
  readonly #setting: () => Setting;
  readonly #draft: Draft;
  #warned = false;
  /** Something was typed since the form was read. */
  #typed = false;
  /** While a pointer is down nothing may move from under it: the press that ends on the button would be lost. */
  #released: Promise<unknown> | undefined;
  #phase: 'filling' | 'sending' | 'joined' = 'filling';
  /** The fields that were wrong when the form was sent, and what is wrong with them now; `''` for nothing any more. */
  #errors: ReadonlyMap<string, string> = new Map();
  #answer: Answer | undefined;
  /** The session a visitor chose in a calendar. */
  #picked: SessionItem | undefined;

  constructor(host: Host, setting: () => Setting) {
    this.#host = host;
    this.#setting = setting;
    this.#draft = new Draft(host);
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('meedoen-session-register', this.#handleRegister);
  }

  hostDisconnected(): void {
    document.removeEventListener('meedoen-session-register', this.#handleRegister);
  }

  hostUpdate(): void {
    if (this.#typed) this.#collect();
  }

  hostUpdated(): void {
    if (this.#form) this.#draft.since ||= performance.now();
    if (!this.#setting().ready || this.#action || this.#warned) return;
    this.#warned = true;
    console.warn('meedoen: <meedoen-join-form> has nowhere to send the form: give it an action attribute, or the feed a "join.action"');
  }

  get words(): JoinWords {
    return joinWords[this.#setting().language];
  }

  /** It was accepted; `message` is what is to be said about that. */
  async complete(message = ''): Promise<void> {
    this.#answer = { outcome: 'joined', message };
    this.#phase = 'joined';
    this.#draft.unsent = false;
    await this.#focus('.title');
  }

  hasContent({ join }: Collection): boolean {
    const { unsent, since } = this.#draft;
    // what someone is filling in is never taken away
    return !!join || unsent || this.#phase !== 'filling' || (!!this.#action && (!this.#setting().loading || since > 0));
  }

  get #form(): HTMLFormElement | null {
    return this.#host.renderRoot.querySelector('form');
  }

  get #action(): string | undefined {
    const { action, baseURI } = this.#host;
    return (action && safeUrl(action, baseURI, true)) || this.#setting().collection.join?.action;
  }

  get #model(): Model {
    const { variant, session } = this.#host;
    const { language, collection, query, common, locale, now, langOf } = this.#setting();
    return modelOf({
      variant: JOIN_VARIANTS.includes(variant) ? variant : 'join',
      session,
      picked: this.#picked,
      query,
      data: this.#draft.data,
      words: joinWords[language],
      context: { collection, words: sessionWords[language], common, locale, now, langOf },
    });
  }

  render(): TemplateResult {
    const busy = this.#phase === 'sending';
    const { level, collection, langOf } = this.#setting();
    const scene: Scene = { ...this.#model, level, errors: this.#errors, busy, lang: langOf(collection) };
    return html`<div class="join">
        ${this.#phase === 'joined' ? joinedView(scene, this.#answer?.message) : this.#renderForm(collection, scene)}
      </div>
      <p class="visually-hidden" role="status">${busy ? scene.words.sending : nothing}</p>`;
  }

  #renderForm({ join, email }: Collection, scene: Scene): TemplateResult {
    const { words, variant, busy, lang, level, context, fields, given } = scene;
    const action = this.#action;
    const own = variant === 'join' ? join : undefined;
    const [first] = fields;
    const asks = first?.name === 'session';
    const say = (text: string): TemplateResult => html`<p class="mail" part="mail">${text}</p>`;
    const back = this.#picked
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
        @input=${this.#handleInput}
        @change=${this.#handleChange}
        @pointerdown=${this.#handlePointerDown}
        @submit=${this.#handleSubmit}
      >
        ${summaryView(scene, this.#answer?.message, this.#handleGo)} ${given && !asks ? sessionView(given, scene, nothing, back) : nothing}
        <p>${words.all}</p>
        ${fields.map((field) => (field.hidden ? nothing : fieldView(field, scene)))}${purposesView(scene)}
        <div class="visually-hidden" aria-hidden="true"><input name="extra" tabindex="-1" autocomplete="off" /></div>
        ${join?.privacy ? html`<p><a part="link" href=${join.privacy}>${words.privacy}</a></p>` : nothing}${answerView(this.#answer, scene)}
        <p part="actions">
          ${
            action
              ? html`<button class="button" part="button submit" type="submit" aria-disabled=${busy}>
                  ${busy ? words.sending : this.#answer ? this.#setting().common.retry : words.submit[variant]}
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
    this.#typed = false;
    if (form && this.#phase === 'filling') this.#draft.read(form);
    this.#host.requestUpdate();
  }

  /** Checks everything, and says what is wrong at the fields and in the summary. */
  #check({ fields, data, words }: Model): boolean {
    this.#blame(fields.map((field) => [field.name, validate(field, data, words)]));
    if (this.#errors.size) void this.#focus('.summary-title');
    return !this.#errors.size;
  }

  #blame(found: readonly (readonly [string, string])[]): void {
    this.#errors = new Map(found.filter(([, text]) => text));
    this.#host.requestUpdate();
  }

  /** Shows what has changed, then puts the focus there. */
  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (/^H/.test(target?.tagName ?? '')) target!.tabIndex = -1;
    target?.focus();
  }

  async #submit(action: string): Promise<void> {
    this.#collect();
    this.#answer = undefined;
    const model = this.#model;
    if (!this.#check(model)) return;
    const { fields, asked } = model;
    const { key, since } = this.#draft;
    const { encoding, baseURI, src } = this.#host;
    const { patience, language } = this.#setting();
    const sources = this.#host.feed ? [] : src.split(/\s+/).map((address) => address && safeUrl(address, baseURI));
    const feed = asked?.base ?? sources.join(' ').trim();
    const body = bodyOf(model, { feed, language, elapsed: Math.round((performance.now() - since) / 1000) });
    if (!this.#host.dispatchEvent(new MeedoenJoinSubmitEvent(body))) return;
    this.#phase = 'sending';
    this.#host.requestUpdate();
    // one list that goes by PHP's way of naming lists means that all of them do
    const brackets = this.#setting().collection.join?.fields?.some(({ as }) => as?.endsWith('[]'));
    const answer = await send(body, { action, encoding, fields, brackets: !!brackets, key, patience });
    const { outcome, message, errors = [] } = answer;
    if (outcome === 'joined') {
      await this.complete(message);
      this.#host.dispatchEvent(new MeedoenJoinedEvent(answer.response, asked));
      return;
    }
    this.#answer = answer;
    this.#phase = 'filling';
    // at the fields that the server means; what it says of others is said in the summary
    if (outcome === 'invalid')
      this.#blame(errors.map(([name, text], index) => [fieldMeant(name, fields)?.name ?? `?${index}`, text || name]));
    else console.warn(`meedoen: ${action} did not accept the form (${outcome}): ${answer.note}`);
    await this.#focus('.summary-title');
  }

  /** Nothing on screen follows from a letter, but the letter of a form without an address: it is read when something does, or is drawn. */
  readonly #handleInput = ({ target }: Event): void => {
    this.#typed = !!(target as HTMLInputElement).value && this.#draft.unsent && !!this.#action;
    if (!this.#typed) this.#collect();
  };

  /** Looks again at a field that was wrong, when the visitor is done with it. */
  readonly #handleChange = async ({ target }: Event): Promise<void> => {
    this.#collect();
    const { name } = target as HTMLInputElement;
    if (!this.#errors.has(name)) return;
    await this.#released;
    const { fields, data, words } = this.#model;
    const field = fields.find((one) => one.name === name);
    this.#errors = new Map([...this.#errors, [name, field ? validate(field, data, words) : '']]);
    this.#host.requestUpdate();
  };

  readonly #handlePointerDown = (): void => {
    this.#released = new Promise((resolve) => {
      // after the click that follows
      const done = (): void => void setTimeout(resolve);
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, done, { once: true, capture: true });
    });
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const action = this.#action;
    if (action && this.#phase === 'filling') void this.#submit(action);
  };

  readonly #handleMail = (event: Event): void => {
    this.#collect();
    // from here on it is in the mail program
    if (this.#check(this.#model)) this.#draft.unsent = false;
    else event.preventDefault();
  };

  readonly #handleGo = (event: Event): void => {
    event.preventDefault();
    void this.#focus(`[name="${(event.currentTarget as HTMLElement).dataset.field}"]`);
  };

  /** Turns to a session, or back from it. */
  #turn(session: SessionItem | undefined): void {
    this.#picked = session;
    this.#errors = new Map();
    this.#answer = undefined;
    void this.#focus('.title');
  }

  readonly #handleRegister = (event: Event): void => {
    const session: unknown = 'session' in event ? event.session : undefined;
    const ready =
      this.#setting().ready &&
      this.#phase !== 'sending' &&
      this.#host.variant !== 'tip' &&
      (this.#action ?? this.#setting().collection.email);
    if (event.defaultPrevented || !ready || !isObject(session)) return;
    event.preventDefault();
    if (this.#phase === 'joined') this.#draft.restart();
    this.#phase = 'filling';
    this.#turn(session as SessionItem);
  };
}
