/**
 * What the drop-in bundle asks before anything else of it runs, Lit included: meedoen.ts imports it first, and it imports only names.
 *
 * Whether a Trusted Types policy forbids Lit can't be asked without using up the name `lit-html` that Lit needs a
 * moment later, so that is left to the `catch` that the build puts around the whole bundle: one console line, and the fallback stays.
 */
import { names } from './names.ts';

declare const __VERSION__: string;

/**
 * @returns true when the bundle must stop here: a copy of it (or the npm package) has already defined all five
 * elements, or the browser or the kind of document can't show them. Says so in one console line; never throws.
 */
export function guard(): boolean {
  let reason: string;
  if (!('attachInternals' in HTMLElement.prototype && 'adoptedStyleSheets' in Document.prototype)) {
    reason = 'this browser is too old, so the page keeps its own content';
  } else if (document.createElement('P').localName !== 'p') {
    reason = 'this page is XHTML, so it keeps its own content';
  } else {
    const known = names.map((name) => customElements.get(`meedoen-${name}`));
    if (known.includes(undefined)) return false;
    const { version } = known[0] as { version?: unknown };
    reason = `version ${typeof version === 'string' ? version : 'unknown'} was here first, so this copy (${__VERSION__}) does nothing`;
  }
  console.info(`meedoen: ${reason}`);
  return true;
}

// the one way for a module to stop those after it; the `catch` around the bundle knows that all has been said
// eslint-disable-next-line @typescript-eslint/only-throw-error
if (guard()) throw undefined;
