/**
 * Turns HTML text into nodes that belong to no page: nothing in them loads, runs or is upgraded. Sanitises nothing.
 *
 * The one module of this folder that knows Lit: where Trusted Types are enforced and `setHTML` is missing (Safari 26),
 * every parser wants a policy, and `lit-html` is the only one that hosts are asked to allow. Lit's `render` parses
 * into a template and clones it into the document of `creationScope`, which here is one without a window.
 */
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- for its Trusted Types policy, see above
import { html, render } from 'lit';

/**
 * An element in a document of its own without a window. Reached by way of a template, because the page's
 * `document.implementation` can be clobbered; a new document each time, because node iterators slow down their document.
 */
export function inertBox(document: Document): HTMLElement {
  const { implementation } = document.createElement('template').content.ownerDocument;
  return implementation.createHTMLDocument('').createElement('div');
}

/** @returns a `div` in an inert document with the parsed, unfiltered HTML; it must be filtered before it goes anywhere */
export function parse(text: string, document: Document): HTMLElement {
  const box = inertBox(document);
  // A template takes bare table rows, a div does not: the leading <wbr> makes its parser read on as in a div.
  const strings = ['<wbr>' + text] as unknown as string[] & { raw: string[] };
  strings.raw = strings;
  render(html(strings), box, { creationScope: box.ownerDocument });
  box.querySelector('wbr')?.remove();
  return box;
}
