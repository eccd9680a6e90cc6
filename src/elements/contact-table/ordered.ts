/** Contacts in alphabetical order. Fetched when a visitor comes near a header, or the editor sorts. Pure; knows no markup. */
import type { ContactItem } from '../../feed/merge.ts';
import { refsOf, sortBy } from '../../feed/select.ts';
import { surnameFirst } from './names.ts';
import { type Column, isFacet, type Label, type Order } from './rows.ts';

/**
 * Contacts in order; people by surname. Who has nothing to sort by comes last.
 * @param label the name of a sector or region
 */
export function ordered(contacts: readonly ContactItem[], order: Order, label: Label, locale: string): readonly ContactItem[] {
  const column = order.replace('-', '') as Column;
  const text = (contact: ContactItem): string | undefined =>
    isFacet(column)
      ? refsOf(contact, column)
          .map((id) => label(column, id))
          .join(' ')
      : column === 'name'
        ? (contact.sortName ?? (contact.name && surnameFirst(contact.name)))
        : contact[column];
  return order ? sortBy(contacts, text, locale, order.startsWith('-')) : contacts;
}
