/**
 * HTML as paragraphs of plain text: what is left when a body can't be filtered. Every result is a text node, so nothing
 * in it can be markup.
 */
import { BLOCKS, DROPPED } from './allow-list.ts';
import { parse } from './parse.ts';

/** What is longer (in characters) is cut: no text anyone reads is, and a page would not survive it. */
const MAX_LENGTH = 1_000_000;

/**
 * @param html HTML, or plain text whose blank lines part paragraphs
 * @param isTooMuch whether a parser must not see its tags, because there are too many of them
 * @returns a paragraph for each block, `<br>` where a line was broken
 */
export function textOnly(html: string, document: Document, isTooMuch = false): DocumentFragment {
  const text = isTooMuch
    ? html
        .slice(0, MAX_LENGTH)
        .replace(/<\/?[a-z!?][^>]*(>|$)/gi, '\n\n')
        .replace(/</g, '&lt;')
    : html;
  const box = parse(/<[a-z]/i.test(text) ? text.replace(/\s+/g, ' ') : text, document);
  for (const element of box.querySelectorAll(`br,img,${DROPPED.join()},${BLOCKS}`)) {
    if (element.matches(BLOCKS)) {
      element.prepend('\n\n');
      element.append('\n\n');
    } else element.replaceWith(element.matches('br') ? '\n' : (element.getAttribute('alt') ?? ''));
  }
  const fragment = document.createDocumentFragment();
  for (const paragraph of (box.textContent ?? '').split(/\n\s*\n/)) {
    const lines = paragraph.split('\n').filter((line) => line.trim());
    const p = document.createElement('p');
    lines.forEach((line, i) => p.append(...(i ? [document.createElement('br')] : []), line.trim()));
    if (lines.length) fragment.append(p);
  }
  return fragment;
}
