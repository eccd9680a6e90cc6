/**
 * Where the filter for browsers without `setHTML` comes from in the npm build: a chunk of the page's own bundle.
 * The drop-in bundle has load-sanitizer.drop-in.ts in this place.
 */
import type { Filter } from '../sanitizer.ts';

/**
 * @param host an element of ours on the page
 * @throws when the filter can't be had
 */
export type LoadSanitizer = (host: Element) => Promise<Filter>;

export const loadSanitizer: LoadSanitizer = async () => (await import('../sanitizer.ts')).filter;
