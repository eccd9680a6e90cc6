/**
 * What a contact shows in each column: the same content in a table, in a list and in the finder. Knows one contact at a time.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, monthsSince } from '../../dates/format.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { refsOf } from '../../feed/select.ts';
import type { markMatches } from '../../feed/mark.ts';
import type { CommonWords } from '../../i18n/common.ts';
import type { ContactWords } from '../../i18n/contacts.ts';
import { mailtoUrl, telUrl } from '../../parts/address.ts';
import type { Column, Label } from './rows.ts';

/** What is the same for all contacts of one rendering. */
export interface CellView {
  readonly words: ContactWords;
  readonly common: CommonWords;
  readonly language: string;
  readonly locale: string;
  readonly now: number;
  /** Months after which an address may be out of date. */
  readonly staleAfter: number;
  /** What was searched for. */
  readonly needles: readonly string[];
  /** From `labelsOf`. */
  readonly label: Label;
  /** Marks those, once it is there. */
  readonly mark: typeof markMatches | undefined;
  /** The buttons beside a contact's address, once they are there. */
  readonly tools: ((contact: ContactItem, full?: boolean) => unknown) | undefined;
  /** The subject of a mail. */
  readonly subject: string;
  /** The `lang` of a contact's own text, where it differs. */
  readonly langOf: (contact: ContactItem) => string | typeof nothing;
}

/** Names of sectors and regions. */
export function labelsOf(collection: Collection): Label {
  return (facet, id) => collection[`${facet}s`].find((named) => named.id === id)?.name ?? id;
}

/** The text with what was searched for marked in it. */
function marked(text: string | undefined, { needles, mark }: CellView): unknown {
  if (!needles.length || !mark || !text) return text ?? nothing;
  return mark(text, needles).map(({ text, match }) => (match ? html`<mark part="mark">${text}</mark>` : text));
}

/**
 * The content of one cell; `nothing` when the contact has none.
 * @param column any column
 * @param full with its own words, for where there is no column header
 */
export function cellContent(contact: ContactItem, column: Column, view: CellView, full: boolean): unknown {
  const { words } = view;
  switch (column) {
    case 'sector':
    case 'region': {
      const ids = refsOf(contact, column);
      // who names none is there for all: the filters say so too
      return ids.length ? marked(ids.map((id) => view.label(column, id)).join(', '), view) : own(contact, view.common.all[column], view);
    }
    case 'email':
      return contact.email ? emailCell(contact, contact.email, view) : nothing;
    case 'phone': {
      const text = marked(contact.phone, view);
      const url = telUrl(contact.phone ?? '');
      const link = url ? html`<a class="phone" part="link" href=${url}>${text}</a>` : text;
      // beside the mail address otherwise; with room for them before they come, so that the link keeps the focus that brings them
      return contact.phone && !contact.email ? [link, view.tools?.(contact)] : link;
    }
    case 'checked': {
      const { checked } = contact;
      if (!checked) return nothing;
      const when = checkedText(checked, words, view.locale);
      const text = own(contact, full ? `${words.checked} ${when}` : when, view);
      const stale = (monthsSince(checked, view.now) ?? 0) >= view.staleAfter;
      // the space is a value, because minifying takes one between tags away
      return stale ? html`${text}${' '}<span class="stale" part="stale">${own(contact, words.stale, view)}</span>` : text;
    }
    default:
      return marked(contact[column], view);
  }
}

/** "in 2019", "op 3 maart 2021". */
export function checkedText(checked: string, words: ContactWords, locale: string): string {
  // a year or a month is shorter than a day
  return `${checked.length > 7 ? words.on : words.in} ${formatDate(checked, locale)}`;
}

/** It may be broken before its `@`; a browser puts a space there in the name of the link, if it makes that itself. */
function emailCell(contact: ContactItem, email: string, view: CellView): TemplateResult {
  const at = email.indexOf('@');
  return html`<span class="address" lang=${view.language}
    ><a class="email" part="link" href=${mailtoUrl(email, view.subject)} aria-label=${email}
      >${marked(email.slice(0, at), view)}<wbr />${marked(email.slice(at), view)}</a
    >${view.tools?.(contact)}</span
  >`;
}

/** Our own words among a contact's, in our own language. */
function own(contact: ContactItem, text: string, { language, langOf }: CellView): unknown {
  return langOf(contact) === nothing ? text : html`<span lang=${language}>${text}</span>`;
}
