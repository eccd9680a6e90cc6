/**
 * "Who is my contact?": from a sector, and a region where that matters, to the one person, or few. Pure; knows no markup.
 */
import type { Collection, ContactItem } from '../../feed/merge.ts';
import { type Query, refsOf } from '../../feed/select.ts';

export type FinderFacet = 'sector' | 'region';
const FINDER_FACETS = ['sector', 'region'] as const;

/** The choice for who does not find theirs in the list; no id of a feed is blank. */
export const OTHER = ' ';

export interface Finding {
  /** What is to be chosen, in this order. */
  readonly questions: readonly { readonly facet: FinderFacet; readonly options: readonly { id: string; name: string }[] }[];
  /** Who it is; `undefined` until enough has been chosen. */
  readonly found: readonly ContactItem[] | undefined;
  /** They are there for everyone: nobody is for the chosen sector or region alone. */
  readonly general: boolean;
}

/**
 * Narrows contacts down to those of the chosen sector and region. Who names the choice goes before who names none; a region is asked
 * only when the contacts of the sector have several. Contacts of few sectors go before those of many.
 * @param contacts within `fixed`
 * @param chosen ids; `''` for not yet chosen, `OTHER` for none of the list
 * @param fixed what the attributes fix: one id is not asked for any more, several are all there is to choose from
 */
export function findContacts(
  contacts: readonly ContactItem[],
  collection: Collection,
  chosen: Record<FinderFacet, string>,
  fixed: Query,
): Finding {
  const questions: Finding['questions'][number][] = [];
  let left = contacts;
  let general = false;
  for (const facet of FINDER_FACETS) {
    const nameless = left.filter((contact) => !refsOf(contact, facet).length);
    const occurring = new Set(left.flatMap((contact) => refsOf(contact, facet)));
    const only = fixed[facet] ?? [];
    let id = only.length === 1 ? only[0]! : chosen[facet];
    if (only.length !== 1) {
      if (occurring.size < (facet === 'region' ? 2 : 1)) continue;
      const options = collection[`${facet}s`].map(({ id, name = id }) => ({ id, name }));
      for (const { id } of options) occurring.delete(id);
      for (const id of occurring) options.push({ id, name: id });
      questions.push({ facet, options: only.length ? options.filter(({ id }) => only.includes(id)) : options });
      // who is there for every region can be shown before one is chosen
      if (!id && (facet === 'sector' || !nameless.length)) return { questions, found: undefined, general };
      id ||= OTHER;
    }
    const own = left.filter((contact) => refsOf(contact, facet).includes(id));
    left = own.length ? own : nameless;
    general ||= !own.length && !!chosen[facet];
  }
  const few = (contact: ContactItem): number => contact.sectors.length || Infinity;
  return { questions, found: [...left].sort((a, b) => few(a) - few(b) || 0), general };
}
