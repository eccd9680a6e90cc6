/**
 * What a contact shows in each column: the same content in a table, in a list and in the finder. Knows one contact at a time.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, monthsSince } from '../../dates/format.ts';
import { parsePartialDate } from '../../dates/partial.ts';
import type { Collection, ContactItem } from '../../feed/merge.ts';
import type { Source } from '../../feed/schema.ts';
import { refsOf } from '../../feed/select.ts';
import { markMatches, matchesWords, normalise } from '../../feed/search.ts';
import type { CommonWords } from '../../i18n/common.ts';
import type { ContactWords } from '../../i18n/contacts.ts';
import { linkOr } from '../../parts/pieces.ts';
import { mailtoUrl, siteName, telUrl } from './address.ts';
import { type Column, type Label, sourceKey } from './rows.ts';

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
  readonly sources: ReadonlyMap<string, Source>;
  /** From `labelsOf`. */
  readonly label: Label;
  /** Whether addresses can be copied, and what became of that for which contact. */
  readonly canCopy: boolean;
  readonly copied: { readonly key: string; readonly text: string } | undefined;
  /** The `lang` of a contact's own text, where it differs. */
  readonly langOf: (contact: ContactItem) => unknown;
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
export function marked(text: string | undefined, needles: readonly string[]): unknown {
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
      const { phone } = contact;
      const url = phone && telUrl(phone);
      return url ? html`<a class="phone" part="link" href=${url}>${marked(phone, needles)}</a>` : marked(phone, needles);
    }
    case 'checked': {
      const when = contact.checked && checkedText(contact.checked, view);
      const stale = (monthsSince(contact.checked, view.now) ?? -1) >= view.staleAfter;
      if (!when) return nothing;
      const text = own(contact, full ? words.checked(when) : when, view);
      // the space is a value, because minifying takes one between tags away
      return stale ? html`${text}${' '}<span class="stale" part="stale">${own(contact, words.stale, view)}</span>` : text;
    }
    default:
      return marked(contact[column], needles);
  }
}

/** From which of several sources a contact comes, and where its own page is; behind what names it. */
export function noteContent(contact: ContactItem, { words, sources, language }: CellView): unknown {
  const { url, source } = contact;
  const number = source && sources.size > 1 ? [...sources.keys()].indexOf(sourceKey(source)) + 1 : 0;
  return html`${
    number ? html`<sup part="source-number" lang=${language}><span class="visually-hidden">${words.source} </span>${number}</sup>` : nothing
  }${url ? html` <a class="website meta" part="website" href=${url}>${siteName(url)}</a>` : nothing}`;
}

/** The sources under the list; numbered when there are several. */
export function sourceList({ sources, common }: CellView, lang: unknown): TemplateResult {
  return html`<div class="sources meta" part="sources" ?hidden=${!sources.size}>
    ${common.source}:
    <ol class=${sources.size > 1 ? '' : 'plain'}>
      ${Array.from(
        sources.values(),
        ({ title, url }) => html`<li part="source" lang=${lang as string} dir="auto">${linkOr(title ?? url, url)}</li>`,
      )}
    </ol>
  </div>`;
}

function emailCell({ key }: ContactItem, email: string, { words, needles, canCopy, copied, language }: CellView): TemplateResult {
  const at = email.indexOf('@');
  const label = words.copy(email);
  return html`<span class="address" lang=${language}
    ><a class="email" part="link" href=${mailtoUrl(email)}
      >${marked(email.slice(0, at), needles)}<wbr />${marked(email.slice(at), needles)}</a
    >${
      canCopy ? html`<button class="copy no-print" part="copy" type="button" aria-label=${label} title=${label}></button>` : nothing
    }${copied?.key === key ? html`<span class="copied" part="copied">${copied.text}</span>` : nothing}</span
  >`;
}

/** "in 2019", "op 3 maart 2021". */
function checkedText(checked: string, { words, locale }: CellView): string {
  const precision = parsePartialDate(checked)?.precision;
  const date = formatDate(checked, locale);
  return precision === 'year' || precision === 'month' ? words.in(date) : words.on(date);
}

/** Our own words among a contact's, in our own language. */
function own(contact: ContactItem, text: string, { language }: CellView): unknown {
  const known = contact.language?.split('-')[0]!.toLowerCase();
  return !known || known === language ? text : html`<span lang=${language}>${text}</span>`;
}
