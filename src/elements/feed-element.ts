/**
 * What the five elements share: where the feed comes from, which part of it is wanted, in which language and on which day, and the four
 * states of loading. Each element says what is to be shown; this says when. Knows no stories, sessions or contacts.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClockController } from '../controllers/clock.ts';
import { FeedController, sharedLoader } from '../controllers/feed.ts';
import { LanguageController } from '../controllers/language.ts';
import { Lazy } from '../controllers/lazy.ts';
import { SurroundingsController } from '../controllers/surroundings.ts';
import { formatDate } from '../dates/format.ts';
import type { Collection } from '../feed/merge.ts';
import { attributeIds, type Facet, type Query } from '../feed/select.ts';
import { type CommonWords, commonWords } from '../i18n/common.ts';
import { type Language, localeFor } from '../i18n/words.ts';
import { notice, noticeStyles } from '../parts/notices.ts';
import { baseStyles } from '../styles/base.ts';
import { MeedoenErrorEvent, MeedoenLoadEvent } from './events.ts';

export type FeedState = 'loading' | 'ready' | 'empty' | 'failed';

/** What a self-closed tag swallows from the rest of the page, and what nobody writes as a fallback. */
const SWALLOWED =
  'h1,h2,h3,h4,h5,h6,header,footer,main,nav,aside,search,form,script,[data-meedoen],' +
  '[role=banner],[role=contentinfo],[role=main],[role=navigation],[role=complementary],[role=search],[role=form]';
const swallowed = (element: Element): boolean => element.matches(SWALLOWED) || element.localName.startsWith('meedoen-');

const hints = new Lazy(() => import('./hints.ts'));

/**
 * What the manifest tells of all five elements; an element may say more precisely what a thing is there.
 *
 * @csspart notice - what is said about loading; a failure is also `error`
 * @csspart button - a button
 * @cssprop --meedoen-accent-color - links and accents
 * @cssprop --meedoen-action-background-color - the main button
 * @cssprop --meedoen-action-color - the text on it
 * @cssprop --meedoen-background-color - the paper of dialogs and fields
 * @cssprop --meedoen-border-radius - corners of pictures, fields and buttons
 * @cssprop --meedoen-color - text
 * @cssprop --meedoen-control-border-color - the border of fields
 * @cssprop --meedoen-error-color - what is wrong
 * @cssprop --meedoen-focus-color - the line around what has the focus
 * @cssprop --meedoen-heading-color - headings
 * @cssprop --meedoen-heading-font-family - the typeface of headings
 * @cssprop --meedoen-heading-font-weight - the weight of headings
 * @cssprop --meedoen-line-color - lines
 * @cssprop --meedoen-wash-color - the ground of what stands out
 * @cssstate stale - an older copy is shown
 * @cssstate partial - one of several feeds is missing
 */
export abstract class FeedElement extends LitElement {
  static override styles = [baseStyles, noticeStyles];
  /** One loader for all elements of the page, also for those of another copy of this library. */
  static readonly loader = sharedLoader();

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  protected readonly clock = new ClockController(this);
  protected readonly source = new FeedController(this, FeedElement.loader, () => this.clock.now, {
    loaded: (result) => this.dispatchEvent(new MeedoenLoadEvent(result)),
    failed: (error, problems) => this.dispatchEvent(new MeedoenErrorEvent(error, problems)),
  });
  #swallowing = false;
  #state: FeedState = 'loading';
  #warned = false;

  constructor() {
    super();
    new SurroundingsController(this);
    for (const type of ['pointerover', 'focusin']) this.addEventListener(type, () => void this.prepare(), { once: true });
  }

  /** What the element can't be shown without, where that is fetched too. */
  protected get needed(): Lazy<object> | undefined {
    return undefined;
  }

  /** What is fetched only when a visitor comes near. */
  protected get onDemand(): readonly Lazy<object>[] {
    return [];
  }

  /** Address of the feed; several addresses separated by spaces are shown as one. */
  @property({ useDefault: true }) src = '';
  /** The feed itself as parsed JSON; wins over `src` while it is not null. Replace it to change it. */
  @property({ attribute: false }) feed: unknown = null;
  /** Only these sectors: ids or aliases, separated by spaces. */
  @property({ useDefault: true }) sector = '';
  /** Only these themes: ids or aliases, separated by spaces. */
  @property({ useDefault: true }) theme = '';
  /** Only these regions: ids or aliases, separated by spaces. */
  @property({ useDefault: true }) region = '';
  /** The highest heading that is shown, 1 to 6; default 2 (a card alone: 3). */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;
  /** Freezes the clock: a date (`2021-09-20`) or a date with a time, for previews and tests. */
  @property({ useDefault: true }) today = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lookForSwallowed();
    // what is still coming in may go deeper than a slot can tell
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#lookForSwallowed, { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.#lookForSwallowed);
  }

  /** Fetches what opening something will need; so does the first pointer over the element, and the focus in it. */
  async prepare(): Promise<void> {
    const { needed, onDemand } = this;
    // with their styles: put into the root at the press, all of the list would be styled again then
    await Promise.allSettled([hints, ...(needed ? [needed] : []), ...onDemand].map((part) => part.load().then(() => part.use(this))));
    hints.module?.hint(this, this.source.collection);
  }

  /** Loads the feed again; resolves when that is over, well or badly. */
  async reload(): Promise<void> {
    this.needed?.use(this, true);
    await this.source.retry();
    await this.updateComplete;
  }

  /** Whether the collection holds something for this element. */
  protected abstract hasContent(collection: Collection): boolean;
  protected abstract renderContent(collection: Collection): unknown;
  /** What is said when the feed was read and holds nothing for this element. */
  protected abstract renderEmpty(collection: Collection): unknown;

  protected get language(): Language {
    return this.#language.language;
  }

  protected get locale(): string {
    return localeFor(this.language, this.#language.value);
  }

  protected get common(): CommonWords {
    return commonWords[this.language];
  }

  /** The heading level to start from; a value that is none gives `fallback`. */
  protected headings(fallback = 2): number {
    const level = this.headingLevel ?? 0;
    return Number.isInteger(level) && level >= 1 && level <= 6 ? level : fallback;
  }

  /** The filters that the attributes set. */
  protected get fixedQuery(): Query {
    // asked with every update, and mostly none is set
    const ids = (facet: Facet): string[] => (this[facet] ? attributeIds(this[facet], facet, this.source.collection) : []);
    return {
      text: '', // not the one that a page may have put on Object.prototype
      sector: ids('sector'),
      theme: ids('theme'),
      region: ids('region'),
    };
  }

  /** The `lang` for text from the feed: only where it differs from the language the element speaks. */
  protected langOf(item: { readonly language?: string }): string | typeof nothing {
    const [language] = item.language?.toLowerCase().split('-') ?? [];
    return language && language !== this.language ? item.language! : nothing;
  }

  /** What is shown since the last render. */
  protected get state(): FeedState {
    return this.#state;
  }

  #currentState(): FeedState {
    const { source } = this;
    const { needed } = this;
    if (this.#language.waiting || (needed && !needed.use(this) && !needed.failed)) return 'loading';
    if (needed?.failed) return 'failed';
    if (this.hasContent(source.collection)) return 'ready';
    return source.loading ? 'loading' : source.error && !source.partial ? 'failed' : 'empty';
  }

  /** Frameworks set properties as they would attributes: digits for a number, true for a bare one, nothing for one that is taken back. */
  protected override scheduleUpdate(): void {
    const values = this as unknown as Record<PropertyKey, unknown>;
    for (const [name, { attribute, type, useDefault }] of (this.constructor as typeof LitElement).elementProperties) {
      const value = values[name];
      if (attribute === false || type === Boolean) continue;
      if (type === Number) values[name] = value && parseFloat(value as string);
      else if (typeof value !== 'string') values[name] = value === true ? '' : value ? `${value as string}` : useDefault ? '' : null;
    }
    void super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state, source } = this;
    try {
      const { states } = this.#internals;
      states.clear();
      for (const name of [state, source.stale && 'stale', source.partial && 'partial']) if (name) states.add(name);
    } catch {
      // browsers before :state() wanted two dashes: styling by state is all that is lost
    }
    if (state === 'empty' && !this.#warned && this.isConnected) {
      this.#warned = true;
      if (!source.hasSource) console.warn(`meedoen: <${this.localName}> has no src and no feed, so there is nothing to show`);
      else if (this.sector || this.theme || this.region) void this.prepare();
    }
  }

  override render(): TemplateResult {
    const { source } = this;
    // asked once per update: it may go through all items
    const state = (this.#state = this.#currentState());
    const read = state === 'ready' || (state === 'empty' && source.hasSource);
    return html`<div class="meedoen" part="base" lang=${this.language}>
      <div class="box">
        <slot ?hidden=${read && !this.#swallowing} @slotchange=${this.#lookForSwallowed}>
          ${state === 'loading' ? html`<div class="skeleton" part="skeleton"><p>${this.common.loading}</p></div>` : nothing}
        </slot>
        ${read || state === 'failed' ? this.#renderNotice(state) : nothing}
        ${read ? (state === 'ready' ? this.renderContent(source.collection) : this.renderEmpty(source.collection)) : nothing}
      </div>
    </div>`;
  }

  /** What is to be said about loading, with a way to try again. */
  #renderNotice(state: FeedState): unknown {
    const { source, common } = this;
    const { updated } = source.collection;
    const lines: string[] = [];
    const code = source.error?.code ?? 'network';
    if (state === 'failed') lines.push(common.failed[code === 'html' ? 'no-feed' : code]);
    else {
      if (source.stale) lines.push(common.stale(updated ? formatDate(updated, this.locale) : ''));
      if (source.partial) lines.push(common.partial);
    }
    return lines.length ? notice(common, lines, () => this.reload(), state === 'failed' ? 'error' : '') : nothing;
  }

  readonly #lookForSwallowed = (): void => {
    const swallowing = [...this.children].some((child) => !child.slot && [child, ...child.querySelectorAll('*')].some(swallowed));
    if (swallowing === this.#swallowing) return;
    this.#swallowing = swallowing;
    this.requestUpdate();
    if (swallowing) {
      console.warn(`meedoen: <${this.localName}> holds more than a fallback; is </${this.localName}> missing? It stays visible`);
    }
  };
}
