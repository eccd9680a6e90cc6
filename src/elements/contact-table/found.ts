/** What was found by another name than is shown. Fetched with what a search needs; pure, knows no markup. */
import type { Collection } from '../../feed/merge.ts';
import { matchesWords, normalise } from '../../feed/search.ts';
import type { Label } from './rows.ts';

/** Names of sectors and regions; with the alias that was searched for, so that "basisonderwijs" can be seen to be found. */
export function foundLabels(collection: Collection, needles: readonly string[]): Label {
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
