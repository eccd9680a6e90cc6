import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Lazy } from '../../controllers/lazy.ts';
import { WidthController } from '../../controllers/width.ts';
import { writing } from '../../dates/format.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { filterItems } from '../../feed/select.ts';
import { words as wordsOf } from '../../feed/search.ts';
import { type ContactWords, contactWords } from '../../i18n/contacts.ts';
import { notice } from '../../parts/notices.ts';
import { filterBarStyles, Filters, parseControls } from '../../parts/filter-bar.ts';
import { memo } from '../../memo.ts';
import { MeedoenFilterChangedEvent } from '../events.ts';
import { FeedElement } from '../feed-element.ts';
import { mailtoUrl } from '../../parts/address.ts';
import { type CellView, labelsOf } from './cells.ts';
import { contactTableStyles } from './contact-table.styles.ts';
import { MeedoenContactSelectedEvent } from './events.ts';
import type { Finder } from './finder-view.ts';
import type { Tools } from './save.ts';
import { contactRows, orderText, type Sorting, sortSelect } from './layout.ts';
import { FIRST, PAGE, Paging } from './paging.ts';
import { type Column, columnsFor, type Order, parseOrder, roomsFor } from './rows.ts';

const later = new Lazy(() => import('./later.ts'));

/**
 * Contacts: a table where there is room for its columns, a list where there is not, or the question "who is my contact?".
 *
 * @element meedoen-contact-table
 * @slot - Shown before, without and instead of the contacts: a link to them.
 * @fires {MeedoenContactSelectedEvent} meedoen-contact-selected - after the visitor followed a mail or phone link, or found their contact
 * @fires {MeedoenFilterChangedEvent} meedoen-filter-changed - after the visitor searched or filtered
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart filters - search field and filters
 * @csspart fold - the button that unfolds the filters in a narrow place
 * @csspart search - the search field
 * @csspart select - a filter, the order of the list, or a question of the finder
 * @csspart result - the number of contacts, and what can be undone
 * @csspart undo - takes one filter back
 * @csspart table - the table
 * @csspart header - a column's header, with the name of the column
 * @csspart sort - the button in it
 * @csspart icon - the arrow in that
 * @csspart row - a row of the table
 * @csspart list - the list in a narrow place, and what the finder found
 * @csspart card - a contact in it
 * @csspart cell - one thing about a contact, with the name of its column
 * @csspart organisation - the organisation
 * @csspart name - the person
 * @csspart role - what they do
 * @csspart sector - the sectors they are there for
 * @csspart region - the regions they are there for
 * @csspart email - the address with its buttons
 * @csspart phone - the phone number
 * @csspart checked - when the contact was checked
 * @csspart stale - "may be out of date"
 * @csspart link - a mail or phone link
 * @csspart copy - the button that copies the address
 * @csspart copied - its confirmation
 * @csspart save-contact - the button that saves one contact for an address book
 * @csspart save - below, the ways to keep all contacts that are shown
 * @csspart copy-status - what became of copying all addresses
 * @csspart website - the link to a contact's own page
 * @csspart source-number - which of several sources a contact comes from
 * @csspart more - the button for the next page of a very long list
 * @csspart sources - the sources, below
 * @csspart source - one of them
 * @csspart mark - what was searched for, in the text
 * @csspart finder - the finder
 * @csspart finder-title - its heading
 * @csspart found - the finder's answer
 * @csspart empty - what is said when there is nobody
 * @csspart button - the button that clears the filters, and those below that keep what is shown
 * @csspart notice - what is said about loading; a failure is also `error`, what stays in sight also `floating`
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-accent-color - links
 * @cssprop --meedoen-line-color - lines between rows
 * @cssprop --meedoen-background-color - the paper of fields
 * @cssprop --meedoen-border-radius - corners of fields and buttons
 * @cssstate loading - the feed is on its way
 * @cssstate ready - contacts are shown
 * @cssstate empty - there are none
 * @cssstate failed - the feed could not be had
 * @cssstate stale - an older copy is shown
 * @cssstate partial - one of several feeds is missing
 */
export class MeedoenContactTable extends FeedElement {
  static override styles = [...FeedElement.styles, filterBarStyles, contactTableStyles];

  readonly #filters = new Filters(this, () => {
    this.dispatchEvent(new MeedoenFilterChangedEvent(this.#filters.choices, this.#shown.rows.length));
  });
  readonly #paging = new Paging(this, () => this.performUpdate());
  readonly #width = new WidthController(this, () => this.#within.rooms.reduce((sum, room) => sum + room, 0));
  /** What the attributes leave, before the visitor's own filters. */
  readonly #memoWithin = memo((collection: Collection, columns: string, people: typeof later.module, ..._facets: string[]) => {
    const all = collection.contacts;
    const contacts = filterItems(people ? people.onePerPerson(all) : all, this.fixedQuery, collection);
    const shown = columnsFor(columns, contacts);
    return { contacts, columns: shown, rooms: roomsFor(shown, contacts.slice(0, FIRST), labelsOf(collection)) };
  });
  /** What the visitor's filters leave of that, in the order in which it is shown. */
  readonly #memoShown = memo((contacts: ContactItem[], by: Order, locale: string, { text }: Filters['choices']) => {
    const { collection } = this.source;
    const found = this.#filters.apply(contacts, collection);
    return { needles: wordsOf(text), rows: by ? later.module!.ordered(found, by, labelsOf(collection), locale) : found };
  });
  #order: Order = '';
  #finder: Finder | undefined;
  #tools: Tools | undefined;
  /** What was asked and could not be done, because its part could not be fetched. */
  #undone: (() => void) | undefined;
  /** What a screen reader is told. */
  #said = '';

  /**
   * Which columns in which order, separated by spaces: `organisation name role sector region email phone checked`.
   * Default those of which something is known.
   */
  @property({ useDefault: true }) columns = '';
  /** The column to sort by, with `-` before it for the other way round; default the feed's order. */
  @property({ useDefault: true }) sort = '';
  /** `table` (default), or `finder`: choose a sector, get the one person. */
  @property({ useDefault: true }) mode: 'table' | 'finder' = 'table';
  /** The subject that a mail to a contact begins with; default none. */
  @property({ useDefault: true }) subject = '';
  /** After how many months a contact is called "may be out of date"; more than 0, default 12. */
  @property({ attribute: 'stale-after', type: Number }) staleAfter = 12;
  /** What visitors can use: `search`, `sector`, `region`; bare for all, absent for none. */
  @property() controls: string | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('sort')) this.#order = parseOrder(this.sort);
  }

  /** The order in which the contacts are: the feed's until they can be sorted. */
  get #sorted(): Order {
    return this.#order && later.use(this) ? this.#order : '';
  }

  override async prepare(): Promise<void> {
    await super.prepare();
    this.requestUpdate();
  }

  protected override get onDemand(): readonly Lazy<object>[] {
    return [later];
  }

  /** A finder that can't be fetched is a table. */
  get #finds(): boolean {
    return this.mode === 'finder' && !later.failed;
  }

  /** In several feeds may be the same people. */
  get #several(): boolean {
    return /\S\s+\S/.test(this.src);
  }

  protected override get needed(): Lazy<object> | undefined {
    return (this.mode === 'finder' || parseOrder(this.sort) || this.#several) && !later.failed ? later : undefined;
  }

  protected override hasContent(): boolean {
    return this.#within.contacts.length > 0;
  }

  get #within(): { readonly contacts: ContactItem[]; readonly columns: Column[]; readonly rooms: number[] } {
    return this.#memoWithin(
      this.source.collection,
      this.columns,
      this.#several ? later.module : undefined,
      this.sector,
      this.theme,
      this.region,
    );
  }

  get #shown(): Pick<CellView, 'needles'> & { readonly rows: readonly ContactItem[] } {
    return this.#memoShown(this.#within.contacts, this.#sorted, this.locale, this.#filters.choices);
  }

  get #words(): ContactWords {
    return contactWords[this.language];
  }

  get #view(): CellView {
    const { needles } = this.#shown;
    const { module } = later;
    return {
      needles,
      label: (module ? module.foundLabels : labelsOf)(this.source.collection, needles),
      words: this.#words,
      common: this.common,
      language: this.language,
      locale: this.locale,
      now: this.clock.now,
      staleAfter: this.staleAfter > 0 ? this.staleAfter : 12,
      // styles come with it
      mark: (module ?? needles.length) ? later.use(this)?.markMatches : undefined,
      tools:
        module &&
        ((contact, full) => (this.#tools ??= new module.Tools(this, (text) => this.#say(text))).buttons(contact, this.locale, full)),
      subject: this.subject,
      langOf: (contact) => this.langOf(contact),
    };
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const view = this.#view;
    return html`<div @click=${this.#handleClick}>
        ${this.#finds ? this.#renderFinder(collection, view) : this.#renderAll(collection, view)}
      </div>
      <p class="visually-hidden" role="status">${this.#said}</p>
      ${this.#undone ? notice(this.common, [this.common.failed.network], this.#undone, 'floating') : nothing}`;
  }

  protected override renderEmpty(collection: Collection): TemplateResult {
    return this.#renderNobody(this.#words.none, collection);
  }

  #renderAll(collection: Collection, view: CellView): unknown {
    const { contacts, columns, rooms } = this.#within;
    const { rows } = this.#shown;
    const { words } = view;
    this.#paging.search(this.#filters.choices.text, rows.length);
    const controls = parseControls(this.controls);
    const wide = !this.#width.narrow;
    const sorting = contacts.length > 1 ? { order: this.#sorted, ask: this.#handleSort } : undefined;
    const extra = sorting && !wide ? sortSelect(columns, words, sorting) : nothing;
    const bar = controls.size
      ? this.#filters.render({
          controls,
          words: this.common,
          what: words.what,
          result: words.contacts(rows.length),
          items: contacts,
          collection,
          extra,
        })
      : extra;
    // in one template, so that who types keeps the field when nothing is found
    return html`${bar}${rows.length ? this.#renderRows(rows, columns, wide ? rooms : undefined, sorting, collection, view) : this.#renderNoneFor(collection, view)}`;
  }

  #renderNoneFor(collection: Collection, { words, label }: CellView): TemplateResult {
    const { text, sector, region } = this.#filters.choices;
    const asked = [text.trim() && `‘${text.trim()}’`, sector && label('sector', sector), region && label('region', region)];
    return this.#renderNobody(`${words.noneFor} ${writing(this.locale).list(asked.filter(Boolean), this.locale)}.`, collection, true);
  }

  #renderRows(
    rows: readonly ContactItem[],
    columns: readonly Column[],
    rooms: readonly number[] | undefined,
    sorting: Sorting | undefined,
    collection: Collection,
    view: CellView,
  ): TemplateResult {
    const { shown, goal } = this.#paging;
    const left = rows.length - goal;
    return html`${contactRows(rows, { columns, count: shown, rooms, sorting }, view)}
      ${
        left > 0
          ? html`<p class="next row no-print">
              ${(left > PAGE ? [PAGE, left] : [left]).map(
                (count) =>
                  html`<button class="button quiet" part="more" type="button" @click=${() => this.#handleMore(count)}>
                    ${this.common.more(count)}
                  </button>`,
              )}
            </p>`
          : nothing
      }
      <details class="no-print" part="save" @toggle=${() => this.#ask()}>
        <summary part="button">${view.words.save}</summary>
        ${later.module?.saveAll(rows, columns, collection, view)}
      </details>`;
  }

  #renderFinder(collection: Collection, view: CellView): unknown {
    this.#finder ??= new later.module!.Finder(this);
    return this.#finder.render({
      ...this.#within,
      collection,
      query: this.fixedQuery,
      view,
      language: this.language,
      headingLevel: this.headings(),
      nobody: (why) => this.#renderNobody(why, collection),
      say: (text) => this.#say(text),
    });
  }

  /** There is nobody: why, how to undo that, and whom to ask. */
  #renderNobody(why: string, { email }: Collection, undo = false): TemplateResult {
    return html`<div class="empty stack" part="empty">
      <p dir="auto">${why}</p>
      ${
        undo
          ? html`<button class="button quiet" part="button" type="button" @click=${() => this.#filters.undo()}>
              ${this.common.clear}
            </button>`
          : nothing
      }
      ${email ? html`<p>${this.#words.mailbox} <a class="email" part="link" href=${mailtoUrl(email, this.subject)}>${email}</a>.</p>` : nothing}
    </div>`;
  }

  #say(text: string): void {
    // the same words again are only said when they differ
    this.#said = text === this.#said ? `${text}\u00a0` : text;
    this.requestUpdate();
  }

  /** Does what needs the part that is fetched later; says so, with a way to try again, when that can't be had. */
  #ask(act?: () => void): void {
    const done = (): void => {
      this.#undone = undefined;
      act?.();
      this.requestUpdate();
    };
    if (later.module) return done();
    later.load().then(done, () => {
      this.#undone = () => this.#ask(act);
      this.#say(this.common.failed.network);
    });
  }

  readonly #handleSort = (by: Order): void => {
    this.#ask(() => {
      this.#order = by;
      this.#say(`${this.#words.sorted}: ${orderText(by, this.#words)}`);
    });
  };

  #handleClick({ target }: Event): void {
    const from = (selector: string): HTMLElement | null => (target as Element).closest<HTMLElement>(selector);
    const key = from('[data-key]')?.dataset.key;
    const contact = this.#within.contacts.find((contact) => contact.key === key);
    if (!contact) return;
    if (this.#tools?.press(from('.tool'), contact, this.source.collection, this.#view)) return;
    if (from('.email, .phone')) this.dispatchEvent(new MeedoenContactSelectedEvent(contact));
  }

  /** The first of the new rows gets the focus: that is where reading goes on. */
  async #handleMore(count: number): Promise<void> {
    const before = this.#paging.more(count);
    await this.updateComplete;
    this.renderRoot.querySelectorAll('[data-key]')[before]?.querySelector<HTMLElement>('a, button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-contact-table': MeedoenContactTable;
  }
}
