import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WidthController } from '../../controllers/width.ts';
import { joinWords } from '../../dates/format.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { filterItems } from '../../feed/select.ts';
import { words as wordsOf } from '../../feed/search.ts';
import { type ContactWords, contactWords } from '../../i18n/contacts.ts';
import { filterBarStyles, Filters, parseControls } from '../../parts/filter-bar.ts';
import { heading } from '../../parts/heading.ts';
import { MeedoenFilterChangedEvent } from '../events.ts';
import { FeedElement } from '../feed-element.ts';
import { mailtoUrl } from './address.ts';
import { type CellView, labelsOf, sourceList } from './cells.ts';
import { contactTableStyles } from './contact-table.styles.ts';
import { MeedoenContactSelectedEvent } from './events.ts';
import { findContacts, type FinderFacet, type Finding, OTHER } from './finder.ts';
import { contactList, contactTable, orderText, sortSelect } from './layout.ts';
import { type Column, columnsFor, memo, type Order, ordered, parseOrder, roomFor, sourcesOf } from './rows.ts';

/** How many are shown at a time: more would keep who types waiting, and nobody reads them. */
const PAGE = 400;
/** How many of them before anything else; the others a moment later. */
const FIRST = 100;
const MOMENT = 50;
/** How long "copied" stays, in milliseconds. */
const COPIED = 4000;

const NONE: readonly ContactItem[] = [];
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
 * @csspart email - the address with its copy button
 * @csspart phone - the phone number
 * @csspart checked - when the contact was checked
 * @csspart stale - "may be out of date"
 * @csspart link - a mail or phone link
 * @csspart copy - the button that copies the address
 * @csspart copied - its confirmation
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
 * @csspart button - the button that clears the filters
 * @csspart notice - what is said about loading
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
    this.dispatchEvent(new MeedoenFilterChangedEvent(this.#filters.choices, this.#rows.length));
  });
  readonly #width = new WidthController(this, () => roomFor(this.#columns));
  readonly #memoWithin = memo((collection: Collection, ..._attributes: string[]) =>
    filterItems(collection.contacts, this.fixedQuery, collection),
  );
  readonly #memoColumns = memo(columnsFor);
  readonly #memoSources = memo(sourcesOf);
  readonly #memoRows = memo((contacts: ContactItem[], order: Order, locale: string, _choices: object) => {
    this.#shown = FIRST;
    const { collection } = this.source;
    return ordered(this.#filters.apply(contacts, collection), order, collection, locale);
  });
  readonly #memoFinding = memo((contacts: ContactItem[], chosen: Record<FinderFacet, string>) =>
    findContacts(contacts, this.source.collection, chosen, this.fixedQuery),
  );
  #shown = FIRST;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;

  @state() private order: Order = '';
  /** What became of copying which contact's address. */
  @state() private copied: CellView['copied'];
  /** What a screen reader is told. */
  @state() private said = '';
  @state() private chosen: Record<FinderFacet, string> = { sector: '', region: '' };

  /**
   * Which columns in which order, separated by spaces: `organisation name role sector region email phone checked`.
   * Default those of which something is known.
   */
  @property() columns = '';
  /** The column to sort by, with `-` before it for the other way round; default the feed's order. */
  @property() sort = '';
  /** `table` (default), or `finder`: choose a sector, get the one person. */
  @property() mode: 'table' | 'finder' = 'table';
  /** After how many months a contact is called "may be out of date"; more than 0, default 12. */
  @property({ attribute: 'stale-after', type: Number }) staleAfter = 12;
  /** What visitors can use: `search`, `sector`, `region`; bare for all, absent for none. */
  @property() controls: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#handlePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#handlePrint);
    clearTimeout(this.#timer);
    clearTimeout(this.#copyTimer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('sort')) this.order = parseOrder(this.sort);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    clearTimeout(this.#timer);
    if (this.#shown < Math.min(PAGE, this.#rows.length)) this.#timer = setTimeout(() => this.#show(PAGE), MOMENT);
  }

  protected override hasContent(): boolean {
    return this.#within.length > 0;
  }

  /** What the attributes leave, before the visitor's own filters. */
  get #within(): ContactItem[] {
    return this.#memoWithin(this.source.collection, this.sector, this.theme, this.region);
  }

  /** What is shown, in the order in which it is shown. */
  get #rows(): readonly ContactItem[] {
    return this.#memoRows(this.#within, this.order, this.locale, this.#filters.choices);
  }

  get #columns(): Column[] {
    return this.#memoColumns(this.columns, this.#within);
  }

  get #finding(): Finding {
    return this.#memoFinding(this.#within, this.chosen);
  }

  get #words(): ContactWords {
    return contactWords[this.language];
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const needles = this.mode === 'finder' ? [] : wordsOf(this.#filters.choices.text);
    const view: CellView = {
      words: this.#words,
      common: this.common,
      language: this.language,
      locale: this.locale,
      now: this.clock.now,
      staleAfter: this.staleAfter > 0 ? this.staleAfter : 12,
      needles,
      sources: this.#memoSources(this.mode === 'finder' ? (this.#finding.found ?? NONE) : this.#rows),
      label: labelsOf(collection, needles),
      canCopy: !!navigator.clipboard,
      copied: this.copied,
      langOf: (contact) => this.langOf(contact),
    };
    return html`<div @click=${this.#handleClick}>
        ${this.mode === 'finder' ? this.#renderFinder(collection, view) : this.#renderAll(collection, view)}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  protected override renderEmpty({ email }: Collection): TemplateResult {
    return html`<div class="empty stack" part="empty">
      <p>${this.#words.none}</p>
      ${this.#renderMailbox(email)}
    </div>`;
  }

  #renderAll(collection: Collection, view: CellView): TemplateResult {
    const rows = this.#rows;
    const narrow = !!this.#width.narrow;
    const columns = this.#columns;
    const sorting = this.#within.length > 1 ? { order: this.order, ask: this.#handleSort } : undefined;
    const sort = narrow && sorting ? sortSelect(columns, view.words, sorting) : nothing;
    const controls = new Set([...parseControls(this.controls)].filter((control) => control !== 'theme' && control !== 'period'));
    const shown = rows.length > this.#shown ? rows.slice(0, this.#shown) : rows;
    return html`${
      controls.size
        ? this.#filters.render({
            controls,
            words: this.common,
            what: view.words.what,
            result: view.words.contacts(rows.length),
            items: this.#within,
            collection,
            fixed: this.fixedQuery,
            extra: sort,
          })
        : sort === nothing
          ? nothing
          : html`<div class="filter-bar no-print" part="filters">${sort}</div>`
    }
    ${!rows.length ? this.#renderNobody(collection, view) : narrow ? contactList(shown, columns, view) : contactTable(shown, columns, view, sorting)}
    ${this.#renderMore(rows.length)} ${rows.length ? sourceList(view, this.langOf(rows[0]!)) : nothing}`;
  }

  #renderMore(count: number): unknown {
    const left = count - Math.max(PAGE, this.#shown);
    return left > 0
      ? html`<p class="no-print">
          <button class="button quiet" part="more" type="button" @click=${this.#handleMore}>
            ${this.common.more(Math.min(left, PAGE))}
          </button>
        </p>`
      : nothing;
  }

  /** Nobody answers to what was searched for: what that was, how to undo it, and who to ask. */
  #renderNobody({ email }: Collection, { words, label }: CellView): TemplateResult {
    const { text, sector, region } = this.#filters.choices;
    const asked = [text.trim() && `‘${text.trim()}’`, sector && label('sector', sector), region && label('region', region)].filter(Boolean);
    return html`<div class="empty stack" part="empty">
      <p dir="auto">${words.noneFor(joinWords(asked, this.locale))}</p>
      <p><button class="button quiet" part="button" type="button" @click=${this.#handleClear}>${this.common.clear}</button></p>
      ${this.#renderMailbox(email)}
    </div>`;
  }

  #renderMailbox(email: string | undefined): unknown {
    return email ? html`<p>${this.#words.mailbox} <a class="email" part="link" href=${mailtoUrl(email)}>${email}</a>.</p>` : nothing;
  }

  #renderFinder(collection: Collection, view: CellView): TemplateResult {
    const { words } = view;
    const { questions, found, general } = this.#finding;
    return html`<section class="finder" part="finder" aria-labelledby="finder-title">
      <div id="finder-title">${heading(this.headings(), words.finder, 'finder-title', 'finder-title')}</div>
      <div class="questions no-print">
        ${questions.map(
          ({ facet, options }) =>
            html`<div class="filter">
              <label for=${facet}>${words.choose[facet]}</label>
              <select id=${facet} part="select" @change=${this.#handleChoice}>
                <option value="" .selected=${!this.chosen[facet]}>${words.noChoice}</option>
                ${[...options, { id: OTHER, name: words.other }].map(
                  ({ id, name }) => html`<option value=${id} .selected=${id === this.chosen[facet]}>${name}</option>`,
                )}
              </select>
            </div>`,
        )}
      </div>
      ${
        found
          ? html`<div class="found" part="found">
              ${
                found.length
                  ? html`${general ? html`<p>${words.noneOwn}</p>` : nothing}${contactList(found, this.#columns, view)}`
                  : html`<p>${words.nobody}</p>
                      ${this.#renderMailbox(collection.email)}`
              }
            </div>`
          : nothing
      }
      ${found?.length ? sourceList(view, this.langOf(found[0]!)) : nothing}
    </section>`;
  }

  #say(text: string): void {
    // the same words again are only said when they differ
    this.said = text === this.said ? `${text}\u00a0` : text;
  }

  #show(count: number): void {
    this.#shown = count;
    this.requestUpdate();
  }

  readonly #handleSort = (order: Order): void => {
    this.order = order;
    this.#say(this.#words.sorted(orderText(order, this.#words)));
  };

  #handleChoice(event: Event): void {
    const { id, value } = event.target as HTMLSelectElement;
    this.chosen = id === 'sector' ? { sector: value, region: '' } : { ...this.chosen, region: value };
    const { found } = this.#finding;
    const [first] = found ?? [];
    if (!found) this.#say(this.chosen.sector ? this.#words.choose.region : '');
    else if (!first) this.#say(this.#words.nobody);
    else
      this.#say(
        this.#words.found(
          joinWords(
            found.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', ')),
            this.locale,
          ),
        ),
      );
    if (first && found!.length === 1) this.dispatchEvent(new MeedoenContactSelectedEvent(first));
  }

  #handleClick(event: Event): void {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    const contact = key === undefined ? undefined : this.#within.find((contact) => contact.key === key);
    if (!contact) return;
    if (target.closest('.copy')) void this.#copy(contact);
    else if (target.closest('a[href^="mailto:"], a[href^="tel:"]')) this.dispatchEvent(new MeedoenContactSelectedEvent(contact));
  }

  async #copy({ key, email = '' }: ContactItem): Promise<void> {
    clearTimeout(this.#copyTimer);
    let text = this.#words.copied;
    try {
      await navigator.clipboard.writeText(email);
    } catch {
      text = this.#words.notCopied;
    }
    this.copied = { key, text };
    this.#say(text);
    this.#copyTimer = setTimeout(() => (this.copied = undefined), COPIED);
  }

  #handleClear(): void {
    this.#filters.clear();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.filter-bar :is(input, select)')?.focus());
  }

  /** The first of the new rows gets the focus: that is where reading goes on. */
  async #handleMore(): Promise<void> {
    const before = this.#shown;
    this.#show(before + PAGE);
    await this.updateComplete;
    this.renderRoot.querySelectorAll('[data-key]')[before]?.querySelector<HTMLElement>('a, button')?.focus();
  }

  /** Paper has room for all rows, also for those that were still to come. */
  readonly #handlePrint = (): void => {
    if (this.#shown >= this.#rows.length) return;
    this.#show(Infinity);
    this.performUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-contact-table': MeedoenContactTable;
  }
}
