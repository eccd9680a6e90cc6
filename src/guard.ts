/**
 * What the drop-in bundle asks before anything else of it runs, Lit included. Imports nothing: the build puts it in
 * front of the bundle, inside the same `try`.
 *
 * Whether a Trusted Types policy forbids Lit can't be asked without using up the name `lit-html` that Lit needs a
 * moment later, so that is left to the `catch` around the whole bundle: one console line, and the fallback stays.
 */
declare const __VERSION__: string;

const NAMES = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];

/**
 * @returns true when the bundle must stop here: a copy of it (or the npm package) has already defined all five
 * elements, or the browser or the kind of document can't show them. Says so in one console line; never throws.
 */
export function guard(): boolean {
  let reason: string | undefined;
  if (
    typeof customElements !== 'object' ||
    !('attachInternals' in HTMLElement.prototype) ||
    !('adoptedStyleSheets' in Document.prototype)
  ) {
    reason = 'this browser is too old for its elements, so the page keeps its own content';
  } else if (document.createElement('P').localName !== 'p') {
    reason = 'it needs an HTML document, and this one is XHTML, so the page keeps its own content';
  } else {
    const known = NAMES.map((name) => customElements.get(`meedoen-${name}`));
    if (known.some((element) => !element)) return false;
    const { version } = known[0] as { version?: unknown };
    reason = `version ${typeof version === 'string' ? version : 'unknown'} was here first, so this copy (${__VERSION__}) does nothing`;
  }
  console.info(`meedoen: ${reason}`);
  return true;
}
