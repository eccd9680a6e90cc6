/**
 * HTML as paragraphs of plain text: what is left when a body can't be filtered. Every result is a text node, so nothing
 * in it can be markup.
 */
import { DROPPED } from './allow-list.ts';
import { parse } from './parse.ts';

/** What is longer (in characters) is cut: no text anyone reads is, and a page would not survive it. */
const MAX_LENGTH = 1_000_000;

// Each pattern that looks for an end also accepts the end of the text: it never has to start over, so it stays linear.
const COMMENT = /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)/g;
const HIDDEN = new RegExp(
  `<(${DROPPED.filter((name) => !/^(noscript|param|source|track|area|meta|link|base|input|embed)$/.test(name)).join('|')})(?=[\\s/>])[^]*?(?:</\\1(?=[\\s/>])[^>]*(?:>|$)|$)`,
  'gi',
);
const PICTURE = /<img\s[^>]*?\balt\s*=\s*(?:"([^">]*)"|'([^'>]*)')[^>]*(?:>|$)/gi;
const BREAK = /<br[\s/>][^>]*?>?/gi;
const BLOCK =
  /<\/?(?:p|h[1-6r]|[uod]l|li|d[tdi][^\s/>]*|blockquote|fig[^\s/>]*|t(?:able|r|head|body|foot)|caption|details|summary|pre|section|article|aside|header|footer|main|nav|address|form)(?=[\s/>])[^>]*(?:>|$)/gi;
const CELL = /<\/t[dh][\s>]/gi;
const TAG = /<\/?[a-z][^>]*(?:>|$)/gi;

/**
 * @param html any text, HTML or not
 * @returns a paragraph for each block, `<br>` where a line was broken; never markup from the text itself
 */
export function textOnly(html: string, document: Document): DocumentFragment {
  const bare = (html.length > MAX_LENGTH ? `${html.slice(0, MAX_LENGTH)}…` : html)
    .replace(COMMENT, '')
    .replace(HIDDEN, ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/g, /<[a-z]/i.test(html) ? ' ' : '\n')
    .replace(PICTURE, ' $1$2 ')
    .replace(BREAK, '\n')
    .replace(BLOCK, '\n\n')
    .replace(CELL, ' $&')
    .replace(TAG, '')
    .replace(/</g, '&lt;');
  const fragment = document.createDocumentFragment();
  for (const paragraph of (parse(bare, document).textContent ?? '').split(/\n\s*\n/)) {
    const lines = paragraph.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    const text = lines.filter(Boolean);
    if (!text.length) continue;
    const p = document.createElement('p');
    text.forEach((line, i) => p.append(...(i ? [document.createElement('br')] : []), line));
    fragment.append(p);
  }
  return fragment;
}
