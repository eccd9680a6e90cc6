/**
 * Which of their columns contacts have, and the orders there are. Pure functions over contacts; knows no markup.
 */
import type { ContactItem } from '../../feed/merge.ts';
import type { Source } from '../../feed/schema.ts';
import { refsOf } from '../../feed/select.ts';

/** The columns there are, in their usual order, and how many em each asks at the least. */
const WIDTHS = { organisation: 11, name: 9, role: 8, sector: 9, region: 6, email: 14, phone: 8, checked: 7.5 };
export type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

const isColumn = (name: string): name is Column => Object.hasOwn(WIDTHS, name);

/** The columns that hold ids; the others hold texts. */
export const isFacet = (column: Column): column is 'sector' | 'region' => column === 'sector' || column === 'region';

/** The name of a sector or region. */
export type Label = (facet: 'sector' | 'region', id: string) => string;

/**
 * The columns of a `columns` attribute, each once, in that order; without any known one: those for which some contact has something.
 */
export function columnsFor(attribute: string | null, contacts: readonly ContactItem[]): Column[] {
  const asked = [...new Set((attribute ?? '').toLowerCase().split(/\s+/).filter(isColumn))];
  return asked.length
    ? asked
    : COLUMNS.filter((column) => contacts.some((contact) => (isFacet(column) ? refsOf(contact, column).length : contact[column])));
}

/**
 * How many em each column asks so that no word in it breaks, and an address only before its `@`. By eye: to measure text costs more than
 * to draw it. A word is as wide as what is left of it without narrow letters.
 */
export function roomsFor(columns: readonly Column[], contacts: readonly ContactItem[], label: Label): number[] {
  return columns.map((column) => {
    let room = WIDTHS[column];
    // names are bold, what follows them is small; beside an address are buttons
    const wide = column === 'name' ? 0.77 : /^[oe]/.test(column) ? 0.72 : 0.65;
    const around = column === 'email' ? 5.5 : 1.5;
    const texts = contacts.map((contact) =>
      isFacet(column)
        ? refsOf(contact, column)
            .map((id) => label(column, id))
            .join(' ')
        : contact[column],
    );
    // only words so long that they might ask more
    const long = new RegExp(`@?[^\\s@-]{${Math.floor((room - around) / wide)},}`, 'g');
    for (const word of texts.join(' ').match(long) ?? []) room = Math.max(room, word.replace(/[fijlrt.]/g, '').length * wide + around);
    return room;
  });
}

/** The column that names the row: the organisation, else the person; `undefined` when neither is shown or known. */
export function headOf(contact: ContactItem, columns: readonly Column[]): Column | undefined {
  return (['organisation', 'name'] as const).find((column) => contact[column] && columns.includes(column));
}

/** An order: a column, or one with `-` before it, or `''` for the feed's own. */
export type Order = Column | `-${Column}` | '';

/** A `sort` attribute; what is no column is the feed's order. */
export function parseOrder(attribute: string | null): Order {
  const order = (attribute ?? '').trim().toLowerCase();
  return isColumn(order.replace(/^-/, '')) ? (order as Order) : '';
}

/** What the next press on a column's header asks for: A to Z, Z to A, the feed's order. */
export function nextOrder(order: Order, column: Column): Order {
  return order === column ? `-${column}` : order === `-${column}` ? '' : column;
}

/** The different sources of contacts, in the order in which they are met, each by a contact that is from there. */
export function sourcesOf(contacts: readonly ContactItem[]): Map<string, ContactItem> {
  const sources = new Map<string, ContactItem>();
  for (const contact of contacts) if (contact.source) sources.set(sourceKey(contact.source), contact);
  return sources;
}

/** The same for sources that read the same. */
export const sourceKey = ({ title, url }: Source): string => `${title ?? ''}\n${url ?? ''}`;
