/**
 * The same person in several feeds: one row. Fetched where there are several; pure, knows no markup.
 */
import type { ContactItem } from '../../feed/merge.ts';
import { Bare } from '../../feed/problem.ts';
import { normalise } from '../../feed/search.ts';

/** Of two lists of sectors or regions; who names none is there for all, and stays so. */
const both = (a: readonly string[], b: readonly string[]): string[] => (a.length && b.length ? [...new Set([...a, ...b])] : []);

/**
 * Who is in several feeds with the same name, organisation and mail address is there once: for the sectors and regions of all of them,
 * checked when that was done last; for the rest the first has the word. What one feed says twice stays as it is.
 */
export function onePerPerson(contacts: readonly ContactItem[]): ContactItem[] {
  const people = new Map<string, ContactItem>();
  for (const contact of contacts) {
    const { key, base, name = '', organisation = '', email, sectors, regions, checked = '' } = contact;
    // no key of an item is without punctuation
    const person = email ? normalise(`${name} ${organisation} ${email}`) : key;
    const known = people.get(person);
    if (!known) people.set(person, contact);
    else if (known.base === base) people.set(key, contact);
    else {
      const added = { sectors: both(known.sectors, sectors), regions: both(known.regions, regions) };
      const newer = checked > (known.checked ?? '') ? { checked } : {};
      people.set(person, Object.assign(new Bare(), known, added, newer));
    }
  }
  return [...people.values()];
}
