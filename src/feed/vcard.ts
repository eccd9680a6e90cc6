/**
 * People and organisations as vCards (RFC 6350, version 4.0). Pure: knows neither markup nor files, and brings no words.
 * Nothing is invented: what a feed does not say is not in the card, and what is no exact date makes no revision.
 */
import { basic, escapeText, fold, line, quote } from '../dates/content-line.ts';
import { parsePartialDate } from '../dates/partial.ts';
import { DEFAULT_ZONE, toInstant } from '../dates/zone.ts';

/** What an address book can hold of a contact. Texts are plain text, addresses safe and absolute. */
export interface VCard {
  /** the same for ever, also when everything else changes: the feed and the item's id, or the id alone when that is a URI */
  uid: string;
  /** the person; without one it is the card of the organisation */
  name?: string | undefined;
  /** the name in its parts, as address books sort and greet by them; `sortAs` is "surname, given" where that differs */
  parts?: { family: string; given?: string | undefined; suffix?: string | undefined; sortAs?: string | undefined } | undefined;
  organisation?: string | undefined;
  role?: string | undefined;
  email?: string | undefined;
  /** as the feed has it */
  phone?: string | undefined;
  /** the same as a `tel:` address; a national number has none (RFC 3966 wants to know its country) and is written as text */
  tel?: string | undefined;
  url?: string | undefined;
  categories?: readonly string[] | undefined;
  note?: string | undefined;
  /** when it was last known to be right: a day counts from its midnight in the Netherlands, a month or a year is none */
  checked?: string | undefined;
}

/**
 * A value that is no row of components keeps its semicolons: RFC 6350 §3.4 lets it, and there are readers that don't take the backslash
 * away. In `escapeText` every semicolon has one of its own.
 */
const text = (value: string | undefined): string => escapeText(value).replaceAll('\\;', ';');

/** A URI as it is, else a text: RFC 6350 §6.7.6. */
function uidLine(uid: string): string | undefined {
  return /^[a-z][a-z\d+.-]*:[!-~]+$/i.test(uid) ? `UID:${uid}` : line('UID;VALUE=text', text(uid));
}

/** Timestamps have a time (RFC 6350 §4.3.5): of a day the first. */
function revision(checked: string | undefined): string | undefined {
  const date = parsePartialDate(checked);
  return date && /day|time/.test(date.precision) ? basic(toInstant(date, DEFAULT_ZONE)) : undefined;
}

function card({ uid, name, parts, organisation, role, email, phone, tel, url, categories, note, checked }: VCard): string {
  const sortAs = parts?.sortAs;
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//meedoen//meedoen//NL',
    uidLine(uid),
    `KIND:${name ? 'individual' : 'org'}`,
    // required, also when it is empty: RFC 6350 §6.2.1
    `FN:${text(name ?? organisation)}`,
    name &&
      parts &&
      `N${sortAs ? `;SORT-AS=${quote(sortAs.split(/, */, 2).join())}` : ''}:${[parts.family, parts.given, '', '', parts.suffix].map(escapeText).join(';')}`,
    line('ORG', escapeText(organisation)),
    line('TITLE', text(role)),
    line('EMAIL', text(email)),
    tel ? `TEL;VALUE=uri:${tel}` : line('TEL', text(phone)),
    line('URL', url),
    line('CATEGORIES', categories?.filter(Boolean).map(text).join()),
    line('NOTE', text(note)),
    line('REV', revision(checked)),
    'END:VCARD',
  ]
    .map((content) => fold(content))
    .join('');
}

/**
 * The cards one after the other, as address books take them in.
 * @returns text to be sent or saved as `text/vcard; charset=utf-8`
 */
export function vcardText(cards: readonly VCard[]): string {
  return cards.map(card).join('');
}
