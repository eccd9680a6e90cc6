import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Lazy } from '../../controllers/lazy.ts';
import { WidthController } from '../../controllers/width.ts';
import { formatDate } from '../../dates/format.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import { filterItems } from '../../feed/select.ts';
import { agendaOf, type PeriodChoice, sessionPhase } from '../../feed/sessions.ts';
import { type SessionWords, sessionWords } from '../../i18n/sessions.ts';
import { filterBarStyles, Filters, parseControls } from '../../parts/filter-bar.ts';
import { heading } from '../../parts/heading.ts';
import { ItemDialog } from '../../parts/item-dialog.ts';
import { type SessionContext, sessionDateStyles } from '../../parts/session-view.ts';
import { memo } from '../../memo.ts';
import { MeedoenFilterChangedEvent } from '../events.ts';
import { FeedElement } from '../feed-element.ts';
import { tellSearchEngines } from '../structured-data.ts';
import type { MeedoenStoryFollowEvent } from '../story-card/events.ts';
import { notice } from '../../parts/notices.ts';
import { ownCalendar, subscribe, ways } from '../../parts/own-calendar.ts';
import { type AgendaGroup, groupByMonth, monthKey, windowOf } from './agenda.ts';
import { MeedoenSessionRegisterEvent, MeedoenSessionSelectedEvent } from './events.ts';
import type { CalendarIndex } from './month-index.ts';
import type { Month } from './month.ts';
import { sessionCalendarStyles } from './session-calendar.styles.ts';
import { type SessionActions, sessionCard } from './session-card.ts';

const VIEWS = ['list', 'month'] as const;
const PERIODS: readonly PeriodChoice[] = ['upcoming', 'past', 'all'];
const PAGE = 10;
const details = new Lazy(() => import('./session-details.ts'));
const month = new Lazy(() => import('./month.ts'));
/** Below this many em a month is a list. */
const TABLE_WIDTH = 44;

/** What follows from feed, attributes and clock; made again when one of them changes. */
interface Offer {
  /** What the attributes leave. */
  readonly within: readonly SessionItem[];
  /** Those of the period among them, in order: what the filters of a list choose from. */
  readonly offered: readonly SessionItem[];
}

/** The same after the visitor's filters: a list asks for one, a month for the other. */
interface Plan extends Offer {
  /** What they leave of all. */
  readonly found: readonly SessionItem[];
  /** What they leave of the period, in order. */
  readonly listed: readonly SessionItem[];
  /** For a month, so not before that has been fetched. */
  readonly index: CalendarIndex;
}

/**
 * The sessions of a network: an agenda (or a month) of which each card turns from an invitation into a report.
 *
 * @element meedoen-session-calendar
 * @slot - Shown before, without and instead of the sessions: a link to them.
 * @fires {MeedoenSessionSelectedEvent} meedoen-session-selected - after the visitor opened a session
 * @fires {MeedoenSessionRegisterEvent} meedoen-session-register - before the visitor goes to sign up; whoever prevents it takes over
 * @fires {MeedoenFilterChangedEvent} meedoen-filter-changed - after the visitor searched or filtered
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart filters - search field and filters
 * @csspart fold - the button that unfolds the filters in a narrow place
 * @csspart result - the number of sessions, and what can be undone
 * @csspart search - the search field
 * @csspart select - a filter, the period, the choice of a month
 * @csspart undo - takes a filter back
 * @csspart views - the switch between list and month
 * @csspart view - one of its buttons; also `chosen`
 * @csspart group - a month of the agenda
 * @csspart group-title - its heading
 * @csspart session - a card; also `upcoming`, `now`, `past` or `unknown`
 * @csspart date - its date
 * @csspart title - its heading
 * @csspart link - a link, or a button that opens a session
 * @csspart state - how things stand
 * @csspart note - why
 * @csspart near - how soon it is
 * @csspart place - where and with whom
 * @csspart elsewhere - the visitor's own time; under a month, whose time the times are
 * @csspart summary - what it is about
 * @csspart people - the speakers
 * @csspart person - one of them
 * @csspart about - themes, sectors and regions
 * @csspart outcomes - what came of it
 * @csspart outcome - one of the outcomes
 * @csspart figures - the figures
 * @csspart figure - one of them
 * @csspart materials - what can be downloaded
 * @csspart material - one of them
 * @csspart actions - what can be done
 * @csspart button - a button; signing up is also `register`, taking part from afar `online`
 * @csspart places - the places left and until when, or why one can't sign up
 * @csspart add - the ways into a calendar, folded
 * @csspart ways - the ways into a calendar
 * @csspart more - the button for the next page, or for the rest of a day
 * @csspart empty - what is said when there is nothing
 * @csspart invite - how to be invited
 * @csspart subscribe - the whole agenda in one's own calendar, folded
 * @csspart copy - the button that copies its address
 * @csspart copy-status - what is said about that
 * @csspart heading - a small heading
 * @csspart month - the month with its bar
 * @csspart month-title - its name
 * @csspart previous - the month (or, in the dialog, the session) before
 * @csspart today - back to the month of today
 * @csspart next - the month (or session) after
 * @csspart nearest - to the nearest month with sessions
 * @csspart loose - sessions without a day
 * @csspart grid - the table
 * @csspart weekday - the head of a column
 * @csspart day - a day; also `today` and `busy`
 * @csspart event - a session in its day; also its status: `scheduled`, `cancelled`, `postponed` or `moved`
 * @csspart dialog - the details
 * @csspart dialog-title - their title
 * @csspart close - closes them
 * @csspart print - the button that prints what is read
 * @csspart details - what is in them
 * @csspart when - the date in words, above the title
 * @csspart facts - where, who, about what
 * @csspart body - the text
 * @csspart links - addresses to read on
 * @csspart source - where the session comes from
 * @csspart icon - a pictogram
 * @csspart notice - what is said about loading; a failure is also `error`, what stays in sight also `floating`
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-accent-color - links, sessions in a month
 * @cssprop --meedoen-action-background-color - the main button and today
 * @cssprop --meedoen-action-color - the text on them
 * @cssprop --meedoen-background-color - the paper of the dialog and of fields
 * @cssprop --meedoen-border-radius - corners of buttons, fields and outcomes
 * @cssprop --meedoen-heading-color - headings and dates
 * @cssprop --meedoen-line-color - lines between sessions and days
 * @cssprop --meedoen-wash-color - behind outcomes
 * @cssstate loading - the feed is on its way
 * @cssstate ready - sessions are shown
 * @cssstate empty - there are none
 * @cssstate failed - the feed could not be had
 * @cssstate stale - an older copy is shown
 * @cssstate partial - one of several feeds is missing
 */
export class MeedoenSessionCalendar extends FeedElement {
  static override styles = [...FeedElement.styles, filterBarStyles, sessionDateStyles, sessionCalendarStyles];

  readonly #filters = new Filters(this, () => {
    this.earlier = this.later = 0;
    this.dispatchEvent(
      new MeedoenFilterChangedEvent(this.#filters.choices, this.#plan()[this.#view === 'month' ? 'found' : 'listed'].length),
    );
  });
  #month: Month | undefined;
  readonly #width = new WidthController(this, TABLE_WIDTH);
  readonly #dialog = new ItemDialog(this, {
    view: details,
    items: () => this.#plan().within,
    shown: () => this.#neighbours(),
    loading: () => this.source.loading,
    opened: (session) => new MeedoenSessionSelectedEvent(session),
  });
  readonly #memoOffer = memo((collection: Collection, period: PeriodChoice, _minute: number, ..._facets: string[]): Offer => {
    const within = filterItems(collection.sessions, this.fixedQuery, collection);
    return { within, offered: agendaOf(within, period, this.clock.now) };
  });
  readonly #memoPlan = memo((offer: Offer, _choices: Filters['choices']): Plan => {
    const apply = (items: readonly SessionItem[]): SessionItem[] => this.#filters.apply(items, this.source.collection);
    let found: readonly SessionItem[] | undefined;
    let listed: readonly SessionItem[] | undefined;
    let index: CalendarIndex | undefined;
    return {
      ...offer,
      get found() {
        return (found ??= apply(offer.within));
      },
      get listed() {
        return (listed ??= apply(offer.offered));
      },
      get index() {
        return (index ??= month.module!.indexByMonth(this.found));
      },
    };
  });

  /** How many more than the page are shown after it, and before it. */
  @state() private later = 0;
  @state() private earlier = 0;
  /** What the visitor chose instead of the attributes. */
  @state() private chosenView: string | undefined;
  @state() private chosenPeriod: string | undefined;
  @state() private adding = '';

  /** `list` (default) or `month`, which is a list too where a table would not fit. A month shows all its sessions, whatever the period. */
  @property({ useDefault: true }) view: 'list' | 'month' = 'list';
  /**
   * `upcoming` (default), `past` or `all`: of the list, and of what search engines are told. A month shows all there is in it, so beside
   * a month there is no choice of a period either.
   */
  @property({ useDefault: true }) period: 'upcoming' | 'past' | 'all' = 'upcoming';
  /** How many at a time; default 10, `0` for all. */
  @property({ type: Number }) limit = PAGE;
  /** What visitors can use: `search`, `sector`, `theme`, `region`, `period` (with the switch to the month); bare for all, absent for none. */
  @property() controls: string | null = null;
  /**
   * Tells search engines about the sessions of `period` (schema.org Events, JSON-LD): for the one site that is their own place. At most
   * a hundred, those to come first and then the last that have been. Without a day or a place a session is left out.
   */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;
  /** The address' parameter that opens a session; default `sessie`, `off` for none. */
  @property({ attribute: 'deep-link', useDefault: true }) deepLink = 'sessie';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('meedoen-story-follow', this.#handleFollow);
    document.addEventListener('meedoen-load', this.#handleLoad);
    // while no visitor has come near, rendering again is cheaper than a file more
    this.clock.passed = (before) => {
      if (!details.module?.passMinute(this.renderRoot, before, this.#context)) this.requestUpdate();
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('meedoen-story-follow', this.#handleFollow);
    document.removeEventListener('meedoen-load', this.#handleLoad);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // what the page asks for later on wins over what the visitor chose before
    if (changed.has('view')) this.chosenView = undefined;
    if (changed.has('period')) this.chosenPeriod = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    tellSearchEngines(this, this.#plan().within, this.source.collection);
  }

  protected override get onDemand(): readonly Lazy<object>[] {
    return [...this.#dialog.onDemand, month, ways];
  }

  protected override hasContent(): boolean {
    return this.#plan().within.length > 0;
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const { within, offered, listed } = this.#plan();
    const { words } = this;
    const controls = parseControls(this.controls);
    const shown = this.#view;
    // first, because how much it is, is said above it
    const content = shown === 'month' ? this.#renderMonth() : this.#renderList();
    return html`${controls.has('period') ? this.#renderViews() : nothing}
    ${this.#filters.render({
      controls,
      words: this.common,
      what: words.what,
      result: shown === 'month' ? (this.#month?.result ?? '') : words.sessions(listed.length),
      items: shown === 'month' ? within : offered,
      collection,
      extra: controls.has('period') && shown !== 'month' ? this.#renderPeriods() : nothing,
    })}
    ${this.chosenView && month.failed ? notice(this.common, [this.common.failed.network], false) : nothing} ${content}
    ${this.#renderSubscribe()} ${this.#renderDialog()}`;
  }

  protected override renderEmpty(): TemplateResult {
    return html`${this.#renderNone()}${this.#renderSubscribe()}`;
  }

  protected get words(): SessionWords {
    return sessionWords[this.language];
  }

  /** A month that can't be fetched is a list. */
  get #view(): string {
    const wanted = this.chosenView ?? this.view;
    return wanted === 'month' && !month.failed ? wanted : 'list';
  }

  get #period(): PeriodChoice {
    const wanted = this.chosenPeriod ?? this.period;
    return PERIODS.find((period) => period === wanted) ?? 'upcoming';
  }

  get #page(): number {
    return Number.isInteger(this.limit) && this.limit >= 0 ? this.limit || Infinity : PAGE;
  }

  get #context(): SessionContext {
    const { words, common, locale } = this;
    return { collection: this.source.collection, words, common, locale, now: this.clock.now, langOf: (session) => this.langOf(session) };
  }

  get #actions(): SessionActions {
    return {
      canJoin: [...document.querySelectorAll('meedoen-join-form')].some(({ canRegister = true }) => canRegister),
      adding: this.adding,
      open: this.#openSession,
      ways: (session) => ownCalendar(this, this.#context, (parts) => parts.addToCalendar(session, this.#context)),
      register: (session, event) => this.#handleRegister(session, event),
      add: (key, event) => {
        if ((event.target as HTMLDetailsElement).open) this.adding = key;
        else if (this.adding === key) this.adding = '';
      },
    };
  }

  /** Once per minute at most, however often the element is rendered. */
  #plan(): Plan {
    const minute = Math.floor(this.clock.now / 60_000);
    const offer = this.#memoOffer(this.source.collection, this.#period, minute, this.sector, this.theme, this.region);
    return this.#memoPlan(offer, this.#filters.choices);
  }

  #renderViews(): TemplateResult {
    const { words } = this;
    return html`<div class="views no-print" part="views" role="group" aria-label=${words.view}>
      ${VIEWS.map((view) => {
        const chosen = view === this.#view;
        return html`<button
          part="view ${chosen ? 'chosen' : ''}"
          type="button"
          aria-pressed=${chosen}
          @click=${() => this.#handleView(view)}
        >
          ${words.views[view]}
        </button>`;
      })}
    </div>`;
  }

  #renderPeriods(): TemplateResult {
    const { words } = this;
    return html`<div class="filter">
      <label for="period">${words.period}</label>
      <select id="period" part="select" @change=${this.#handlePeriod}>
        ${PERIODS.map((period) => html`<option value=${period} .selected=${period === this.#period}>${words.periods[period]}</option>`)}
      </select>
    </div>`;
  }

  #renderMonth(): unknown {
    const parts = month.use(this);
    if (!parts) return html`<div class="skeleton" part="skeleton"><p role="status">${this.common.loading}</p></div>`;
    const plan = this.#plan();
    this.#month ??= new parts.Month(this);
    return this.#month.render({
      index: plan.index,
      all: plan.found.length,
      context: this.#context,
      headingLevel: this.headings(),
      narrow: !!this.#width.narrow,
      open: this.#openSession,
      card: (session, level) => this.#renderCard(session, level),
    });
  }

  #renderList(): unknown {
    const { words } = this;
    const { listed } = this.#plan();
    if (!listed.length) return this.#renderNone();
    const { now } = this.clock;
    const page = this.#page;
    const current = this.#period === 'all' ? listed.findIndex((session) => sessionPhase(session, now) !== 'past') : 0;
    const { first, last } = windowOf(listed.length, current < 0 ? listed.length : current, page, this.earlier, this.later);
    const button = (label: string, press: () => void): TemplateResult =>
      html`<button class="button quiet no-print" part="more" type="button" @click=${press}>${label}</button>`;
    const before = Math.min(first, page);
    const after = Math.min(listed.length - last, page);
    return html`${before ? html`<p class="more row no-print">${button(words.earlier(before), () => void this.#handleMore('earlier', before))}</p>` : nothing}
    ${groupByMonth(listed.slice(first, last), now).map((group) => this.#renderGroup(group))}
    ${
      after
        ? html`<p class="more row">
            ${button(this.common.more(after), () => void this.#handleMore('later', after))}<span class="meta"
              >${words.shown(last - first, listed.length)}</span
            >
          </p>`
        : nothing
    }`;
  }

  #renderGroup({ key, past, sessions }: AgendaGroup): TemplateResult {
    const { words } = this;
    const level = this.headings();
    const date = key && formatDate(key, this.locale);
    const missing = words.unknown(key ? 'month' : 'date', past);
    const title = key.length > 4 ? date : key ? `${date}, ${missing}` : missing;
    return html`<section class="group" part="group">
      ${heading(level, title, 'group-title', 'group-title')} ${sessions.map((session) => this.#renderCard(session, level + 1))}
    </section>`;
  }

  #renderCard(session: SessionItem, level: number, withMonth?: boolean): TemplateResult {
    return sessionCard(session, level, this.#context, this.#actions, withMonth);
  }

  /**
   * Nothing found, or nothing to come: then the last one, and how to be invited to the next. When a filter is why, that is said by what is
   * fetched for it.
   */
  #renderNone(): TemplateResult {
    const { email } = this.source.collection;
    const { words } = this;
    const period = this.#period;
    const { found, offered } = this.#plan();
    const undo = offered.length ? () => this.#filters.undo() : undefined;
    const none = undo ? words.noneFound : words.none[period];
    const parts = undo || this.sector + this.theme + this.region ? details.use(this) : undefined;
    const [last] = period === 'upcoming' ? agendaOf(found, 'past', this.clock.now) : [];
    const level = this.headings();
    return html`<div class="empty" part="empty">${parts?.whyNone(none, this.fixedQuery, undo, this.#context) ?? none}</div>
      ${
        email && period !== 'past'
          ? html`<p class="invite text" part="invite">
              ${words.invite} <a part="link" href="mailto:${email}?subject=${encodeURIComponent(words.inviteSubject)}">${email}</a>
            </p>`
          : nothing
      }
      ${
        last
          ? html`<section class="group" part="group">
              ${heading(level, words.lastOne, 'group-title', 'group-title')}${this.#renderCard(last, level + 1, true)}
            </section>`
          : nothing
      }`;
  }

  #renderSubscribe(): unknown {
    return subscribe(this, this.headings(), this.#context, this.#actions);
  }

  #renderDialog(): unknown {
    const context = this.#context;
    return this.#dialog.render(this.common, this.locale, (session, { detailsTitle, detailsWhen, sessionDetails }, bodies) => ({
      title: detailsTitle(session, context),
      lang: nothing,
      before: detailsWhen(session, context),
      body: sessionDetails(session, context, this.#actions, bodies),
    }));
  }

  /** The sessions on show, in order. */
  #neighbours(): readonly SessionItem[] {
    const plan = this.#plan();
    if (this.#view === 'list' || !this.#month) return plan.listed;
    return plan.index.months.get(monthKey(this.#month.month(this.clock.now)))?.sessions ?? [];
  }

  readonly #openSession = (session: SessionItem): void => this.#dialog.open(session);

  /** The first of the new sessions gets the focus: that is where reading goes on. */
  async #handleMore(end: 'earlier' | 'later', count: number): Promise<void> {
    const links = (): HTMLElement[] => [...this.renderRoot.querySelectorAll<HTMLElement>('.session-link')];
    const before = links().length;
    this[end] += count;
    await this.updateComplete;
    links()[end === 'later' ? before : 0]?.focus();
  }

  #handleRegister(session: SessionItem, event: Event): void {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    // a new tab or window is the visitor's own wish
    if (ctrlKey || metaKey || shiftKey) return;
    // the form can only take the focus when no dialog is before it
    if (this.#actions.canJoin) this.#dialog.leave();
    // nobody took it: perhaps the form can't any more
    if (this.dispatchEvent(new MeedoenSessionRegisterEvent(session))) return this.requestUpdate();
    event.preventDefault();
    this.#dialog.leave();
  }

  #handleView(view: string): void {
    this.chosenView = view;
    if (view === 'month' && month.failed) month.use(this, true);
  }

  /** A form knows only now whether it takes sign-ups. */
  readonly #handleLoad = ({ target }: Event): void => {
    if ((target as Element).localName === 'meedoen-join-form') this.requestUpdate();
  };

  /** Who goes on from a story to a session that is shown here, gets it here. */
  readonly #handleFollow = (event: MeedoenStoryFollowEvent): void => {
    const session = !event.defaultPrevented && this.#plan().within.find(({ key }) => key === event.session?.key);
    if (!session) return;
    event.preventDefault();
    this.#openSession(session);
  };

  readonly #handlePeriod = (event: Event): void => {
    this.chosenPeriod = (event.target as HTMLSelectElement).value;
    this.earlier = this.later = 0;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-session-calendar': MeedoenSessionCalendar;
  }
}
