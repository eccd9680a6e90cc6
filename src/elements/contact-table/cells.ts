/**
 * What a contact shows in each column: the same content in a table, in a list and in the finder. Knows one contact at a time.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, monthsSince } from '../../dates/format.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { refsOf } from '../../feed/select.ts';
import { markMatches, matchesWords, normalise } from '../../feed/search.ts';
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
  /** What became of copying which contact's address. */
  readonly copied: { readonly key: string; readonly text: string } | undefined;
  /** The `lang` of a contact's own text, where it differs. */
  readonly langOf: (contact: ContactItem) => string | typeof nothing;
}

/** Names of sectors and regions; with the alias that was searched for, so that "basisonderwijs" can be seen to be found. */
export function labelsOf(collection: Collection, needles: readonly string[]): Label {
  const labels = new Map<string, string>();
  const has = (text: string, needle: string): boolean => matchesWords(normalise(text), [needle]);
  for (const facet of ['sector', 'region'] as const) {
    for (const { id, name = id, aliases } of collection[`${facet}s`]) {
      const alias = aliases.find((alias) => needles.some((needle) => has(alias, needle) && !has(name, needle)));
      labels.set(facet + id, alias ? `${name} (${alias})` : name);
    }
  }
  return (facet, id) => labels.get(facet + id) ?? id;
}

/** The text with what was searched for marked in it. */
function marked(text: string | undefined, needles: readonly string[]): unknown {
  if (!needles.length || !text) return text ?? nothing;
  return markMatches(text, needles).map(({ text, match }) => (match ? html`<mark part="mark">${text}</mark>` : text));
}

/**
 * The content of one cell; `nothing` when the contact has none.
 * @param column any column
 * @param full with its own words, for where there is no column header
 */
export function cellContent(contact: ContactItem, column: Column, view: CellView, full: boolean): unknown {
  const { words, needles } = view;
  switch (column) {
    case 'sector':
    case 'region': {
      const ids = refsOf(contact, column);
      // who names none is there for all: the filters say so too
      return ids.length ? marked(ids.map((id) => view.label(column, id)).join(', '), needles) : own(contact, view.common.all[column], view);
    }
    case 'email':
      return contact.email ? emailCell(contact, contact.email, view) : nothing;
    case 'phone': {
      const text = marked(contact.phone, needles);
      const url = telUrl(contact.phone ?? '');
      return url ? html`<a class="phone" part="link" href=${url}>${text}</a>` : text;
    }
    case 'checked': {
      const { checked } = contact;
      if (!checked) return nothing;
      // a year or a month is shorter than a day
      const when = `${checked.length > 7 ? words.on : words.in} ${formatDate(checked, view.locale)}`;
      const text = own(contact, full ? `${words.checked} ${when}` : when, view);
      const stale = (monthsSince(checked, view.now) ?? 0) >= view.staleAfter;
      // the space is a value, because minifying takes one between tags away
      return stale ? html`${text}${' '}<span class="stale" part="stale">${own(contact, words.stale, view)}</span>` : text;
    }
    default:
      return marked(contact[column], needles);
  }
}

function emailCell({ key }: ContactItem, email: string, { words, needles, copied, language }: CellView): TemplateResult {
  const at = email.indexOf('@');
  const label = `${words.copy} ${email}`;
  return html`<span class="address" lang=${language}
    ><a class="email" part="link" href=${mailtoUrl(email)}
      >${marked(email.slice(0, at), needles)}<wbr />${marked(email.slice(at), needles)}</a
    >${
      navigator.clipboard
        ? html`<button class="copy no-print" part="copy" type="button" aria-label=${label} title=${label}></button>`
        : nothing
    }${copied?.key === key ? html`<span class="copied" part="copied">${copied.text}</span>` : nothing}</span
  >`;
}

/** Our own words among a contact's, in our own language. */
function own(contact: ContactItem, text: string, { language, langOf }: CellView): unknown {
  return langOf(contact) === nothing ? text : html`<span lang=${language}>${text}</span>`;
}
