/** `structured-data`, the same for all that have it: what search engines are told is fetched and written only when asked for. */
import { Lazy } from '../controllers/lazy.ts';
import type { Collection, SessionItem, StoryItem } from '../feed/merge.ts';
import type { FeedElement } from './feed-element.ts';

const parts = new Lazy(() => import('../parts/structured-data.ts'));

type Host = FeedElement & { readonly structuredData: boolean; readonly deepLink: string };

/** Writes, renews or takes away what search engines read. */
export function tellSearchEngines(host: Host, items: readonly StoryItem[] | readonly SessionItem[], collection: Collection): void {
  if (host.structuredData) parts.use(host)?.writeStructuredData(host, items, collection);
  else host.querySelector(':scope > script[slot=structured-data]')?.remove();
}
