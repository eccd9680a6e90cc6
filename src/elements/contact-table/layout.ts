/**
 * The two forms of a set of contacts, a table and a list, with the same content in the same order. Markup only: what is shown is given.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { ContactItem } from '../../feed/merge.ts';
import type { ContactWords } from '../../i18n/contacts.ts';
import { icon } from '../../parts/icons.ts';
import { cellContent, type CellView, noteContent } from './cells.ts';
import { type Column, COLUMNS, headOf, nextOrder, type Order } from './rows.ts';

/** The order of what is shown, and what to do when the visitor asks another. */
export interface Sorting {
  readonly order: Order;
  readonly ask: (order: Order) => void;
}

const PARTS = Object.fromEntries(COLUMNS.map((column) => [column, `cell ${column}`])) as Record<Column, string>;

/** @param sorting left out where there is nothing to sort */
export function contactTable(
  contacts: readonly ContactItem[],
  columns: readonly Column[],
  view: CellView,
  sorting: Sorting | undefined,
): TemplateResult {
  return html`<table class="table" part="table">
    <caption>
      <span class="visually-hidden">${view.words.caption}</span>
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => header(column, view.words, sorting))}
      </tr>
    </thead>
    <tbody>
      ${items(contacts, columns, view, true)}
    </tbody>
  </table>`;
}

export function contactList(contacts: readonly ContactItem[], columns: readonly Column[], view: CellView): TemplateResult {
  return html`<ul class="plain list" part="list">
    ${items(contacts, columns, view, false)}
  </ul>`;
}

/** Contacts as rows or as cards; the page and the source of each go with the cell that names it. */
function items(contacts: readonly ContactItem[], columns: readonly Column[], view: CellView, wide: boolean): TemplateResult[] {
  return contacts.map((contact) => {
    const head = headOf(contact, columns);
    const cells = columns.map((column) => {
      const content = cellContent(contact, column, view, !wide);
      const named = column === (head ?? columns[0]) ? html`${content}${noteContent(contact, view)}` : content;
      const part = PARTS[column];
      if (!wide) return named === nothing ? nothing : html`<div part=${part} dir="auto">${named}</div>`;
      return column === head
        ? html`<th scope="row" part=${part} dir="auto">${named}</th>`
        : html`<td part=${part} dir="auto">${named}</td>`;
    });
    const { key, sortName = nothing } = contact;
    const lang = view.langOf(contact);
    return wide
      ? html`<tr part="row" lang=${lang} data-key=${key} data-sort=${sortName}>
          ${cells}
        </tr>`
      : html`<li class="card" part="card" lang=${lang} data-key=${key} data-sort=${sortName}>${cells}</li>`;
  });
}

/** What the headers of a table do, for a list. */
export function sortSelect(columns: readonly Column[], words: ContactWords, { order, ask }: Sorting): TemplateResult {
  const orders = ['', ...columns.flatMap((column): Order[] => [column, `-${column}`])] as Order[];
  return html`<div class="filter no-print">
    <label for="sort">${words.sortBy}</label>
    <select id="sort" part="select" @change=${(event: Event) => ask((event.target as HTMLSelectElement).value as Order)}>
      ${orders.map((value) => html`<option value=${value} .selected=${value === order}>${orderText(value, words)}</option>`)}
    </select>
  </div>`;
}

/** "Organisatie, A tot Z", "Gecontroleerd, oudste eerst". */
export function orderText(order: Order, words: ContactWords): string {
  if (!order) return words.feedOrder;
  const column = order.replace('-', '') as Column;
  const up = order === column;
  const how = column === 'checked' ? (up ? words.oldest : words.newest) : up ? words.ascending : words.descending;
  return how(words.column[column]);
}

function header(column: Column, words: ContactWords, sorting: Sorting | undefined): TemplateResult {
  const name = words.column[column];
  const order = sorting?.order;
  const direction = order === column ? 'ascending' : order === `-${column}` ? 'descending' : undefined;
  return html`<th scope="col" part=${`header ${column}`} aria-sort=${direction ?? nothing}>
    ${
      sorting
        ? html`<button class="sort" part="sort" type="button" @click=${() => sorting.ask(nextOrder(sorting.order, column))}>
            <span>${name}</span>${icon(direction === 'ascending' ? 'up' : direction ? 'down' : 'sort')}
          </button>`
        : name
    }
  </th>`;
}
