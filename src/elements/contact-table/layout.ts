/**
 * The two forms of a set of contacts, a table and a list, with the same content in the same order. Markup only: what is shown is given.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { ContactItem } from '../../feed/merge.ts';
import type { ContactWords } from '../../i18n/contacts.ts';
import { fixed, flat } from '../../parts/flat.ts';
import { icon } from '../../parts/icons.ts';
import { linkOr } from '../../parts/pieces.ts';
import { siteName } from '../../parts/address.ts';
import { cellContent, type CellView } from './cells.ts';
import { type Column, headOf, nextOrder, type Order, sourceKey, sourcesOf } from './rows.ts';

/** The order of what is shown, and what to do when the visitor asks another. */
export interface Sorting {
  readonly order: Order;
  readonly ask: (order: Order) => void;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** How many are shown; default all. */
  readonly count?: number;
  /** As a table, not as a list: how much room each column asks compared with the others. */
  readonly rooms?: readonly number[] | undefined;
  /** Left out where there is nothing to sort. */
  readonly sorting?: Sorting | undefined;
}

/** Contacts as a table or a list, and where they come from; their sources are numbered when there are several. */
export function contactRows(
  contacts: readonly ContactItem[],
  { columns, count, rooms: wide, sorting }: Layout,
  view: CellView,
): TemplateResult {
  const { words } = view;
  const sources = sourcesOf(contacts);
  const several = sources.size > 1;
  /** From which source a contact comes, and where its own page is; behind what names it. */
  const note = ({ url, source }: ContactItem): TemplateResult =>
    html`${
      source && several
        ? html`${'\u00a0'}<sup part="source-number" lang=${view.language}
              ><span class="visually-hidden">${words.source} </span>${[...sources.keys()].indexOf(sourceKey(source)) + 1}</sup
            >`
        : nothing
    }${url ? html`${' '}<a class="meta" part="website" href=${url}>${siteName(url)}</a>` : nothing}`;

  const rows = contacts.slice(0, count).map((contact) => {
    const head = headOf(contact, columns);
    const noted = contact.url ?? (several && contact.source);
    const cell = (column: Column): TemplateResult | typeof nothing => {
      const content = cellContent(contact, column, view, !wide);
      const named = noted && column === (head ?? columns[0]) ? [content, note(contact)] : content;
      const part = fixed(column);
      if (!wide) return named === nothing ? nothing : html`<div part="cell ${part}" dir="auto">${[named]}</div>`;
      // there are thousands of these: text alone needs no marker of Lit's. What can be pressed stays in a list of its own, with the focus,
      // and so does what is text in some rows only: sorted, rows change what they say and not what they look like
      if ((typeof named !== 'string' && named !== nothing) || /^(phone|checked)$/.test(column))
        return column === head
          ? html`<th scope="row" part="cell ${part}" dir="auto">${[named]}</th>`
          : html`<td part="cell ${part}" dir="auto">${[named]}</td>`;
      const text = named === nothing ? '' : named;
      return column === head
        ? html`<th scope="row" part="cell ${part}" dir="auto" .textContent=${text}></th>`
        : html`<td part="cell ${part}" dir="auto" .textContent=${text}></td>`;
    };
    let cells = html``;
    for (const column of columns) cells = html`${cells}${cell(column)}`;
    const { key, sortName = nothing } = contact;
    const lang = view.langOf(contact);
    return flat(
      wide
        ? html`<tr part="row" lang=${lang} data-key=${key} data-sort=${sortName}>
            ${cells}
          </tr>`
        : html`<li class="card" part="card" lang=${lang} data-key=${key} data-sort=${sortName}>${cells}</li>`,
    );
  });

  return html`${
      wide
        ? html`<table part="table">
            <caption>
              <span class="visually-hidden">${words.caption}</span>
            </caption>
            <thead>
              <tr>
                ${columns.map((column, at) => header(column, words, sorting, wide[at]!))}
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
        : html`<ul class="plain list" part="list">
            ${rows}
          </ul>`
    }
    <div class="sources meta" part="sources" ?hidden=${!sources.size}>
      ${`${view.common.source}: `}
      <ol class=${several ? '' : 'plain'}>
        ${Array.from(sources.values(), (contact) => {
          const { title, url } = contact.source!;
          return html`<li part="source" lang=${view.langOf(contact)} dir="auto">${linkOr(title ?? url, url)}</li>`;
        })}
      </ol>
    </div>`;
}

/** A question with its answers. */
export function select(
  id: string,
  label: string,
  options: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<div class="filter no-print">
    <label for=${id}>${label}</label>
    <select id=${id} part="select" @change=${onChange}>
      ${options.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>
  </div>`;
}

/** What the headers of a table do, for a list. */
export function sortSelect(columns: readonly Column[], words: ContactWords, { order, ask }: Sorting): TemplateResult {
  const orders: Order[] = ['', ...columns.flatMap((column): Order[] => [column, `-${column}`])];
  const options = orders.map((id) => ({ id, name: orderText(id, words) }));
  return select('sort', words.sortBy, options, order, (event) => ask((event.target as HTMLSelectElement).value as Order));
}

/** "Organisatie, A tot Z", "Gecontroleerd, oudste eerst". */
export function orderText(order: Order, words: ContactWords): string {
  if (!order) return words.feedOrder;
  const column = order.replace('-', '') as Column;
  return `${words.column[column]}, ${words.orders[(column === 'checked' ? 2 : 0) + (order === column ? 0 : 1)]}`;
}

function header(column: Column, words: ContactWords, sorting: Sorting | undefined, room: number): TemplateResult {
  // set as a property, because a page's policy may forbid it as an attribute
  const width = `inline-size: ${room}em` as unknown as CSSStyleDeclaration;
  const name = words.column[column];
  const order = sorting?.order;
  const direction = order === column ? 'ascending' : order === `-${column}` ? 'descending' : undefined;
  return html`<th scope="col" .style=${width} part=${`header ${column}`} aria-sort=${direction ?? nothing}>
    ${
      sorting
        ? html`<button class="sort" part="sort" type="button" @click=${() => sorting.ask(nextOrder(sorting.order, column))}>
            <span>${name}</span>${icon(direction === 'ascending' ? 'up' : direction ? 'down' : 'sort')}
          </button>`
        : name
    }
  </th>`;
}
