/**
 * The one way from a feed's `body` to a page: parsed inertly, filtered by the allow-list (by the browser where it can,
 * by DOMPurify where it can't), tidied. Knows where the HTML will stand; never puts it there.
 */
import { ALLOWED_URI, allows, DROPPED, PASSED, sanitizerConfig } from './allow-list.ts';
import { inertBox, parse } from './parse.ts';
import { textOnly } from './plain-text.ts';
import type { Filter } from '../sanitizer.ts';
import { rename, tidy } from './tidy.ts';

/** The filter for browsers without `setHTML`. */
export type LoadSanitizer = () => Promise<Filter>;

const loadSanitizer: LoadSanitizer = async () => (await import('../sanitizer.ts')).filter;

export interface SanitiseOptions {
  /** The element that will show it: gives the document and the default base. */
  host: Element;
  /** What relative addresses are resolved against: the feed's address. Default: the host's `baseURI`. */
  base?: string | undefined;
  /** Level of the highest heading, 1 to 6; deeper ones follow without a gap. */
  headingLevel: number;
  /** For tests. */
  load?: LoadSanitizer;
}

/** HTML longer than this (in characters) is shown as plain text; a body of real length has some ten thousand. */
const MAX_LENGTH = 200_000;
/** The same goes for more tags than this, for a tag longer than this (again in characters), */
const MAX_TAGS = 10_000;
const MAX_TAG = 20_000;
/** and for elements that a parser would have to repeat: open formatting comes back in every block that follows. */
const MAX_REPEATS = 300_000;

const FORMATTING = /^<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]/i;

/** Whether parsing takes too long: a short text can make a huge tree, as `<b 1><b 2>…<p><p>…` does. */
function isTooMuch(html: string): boolean {
  if (html.length > MAX_LENGTH) return true;
  const tags = html.match(/<[a-z][^<>]*>?/gi) ?? [];
  // three of the same kind may be open at once, by the parser's own rules
  const open = new Set(tags.filter((tag) => FORMATTING.test(tag))).size * 3;
  return tags.length > MAX_TAGS || tags.length * open > MAX_REPEATS || tags.some((tag) => tag.length > MAX_TAG);
}

/** A browser with the platform's own sanitizer (Chrome 146, Firefox 148). */
interface Sanitising {
  setHTML(html: string, options: { sanitizer: object }): void;
}

const rules = { elements: PASSED, dropped: DROPPED, allows, uri: ALLOWED_URI };

let warned = false;

/**
 * Sanitises a piece of HTML from a feed. Never throws or rejects: what can't be sanitised becomes plain text.
 *
 * @param html anything: HTML, broken HTML, plain text (whose blank lines part paragraphs)
 * @returns a new fragment without a script, style, id, form or media element in it; at once in a browser with `setHTML`,
 * else after DOMPurify has been fetched
 */
export function sanitise(html: string, options: SanitiseOptions): DocumentFragment | Promise<DocumentFragment> {
  const { host, base = host.baseURI, headingLevel, load = loadSanitizer } = options;
  const { ownerDocument: document } = host;
  // pictures written into the text are not shown, and are not to make it too long
  const short = html.replace(/(=\s*)(["'])\s*data:[^"'<>]*\2/gi, '$1$2$2');
  if (isTooMuch(short)) return textOnly(short, document, true);
  if (!/<[a-z]/i.test(short)) return textOnly(short, document);
  const text = short
    .replace(/\0/g, '')
    // <noscript> is text to some parsers and markup to others, a <form> lets its fields hide its own properties
    .replace(/(<\/?)(?:noscript|form)(?=[\s/>])/gi, '$1span')
    .replace(/(<\/?)strike(?=[\s/>])/gi, '$1s')
    // Chromium reports style="…" and on…="…" to the page's content security policy even when they are parsed inertly, and its
    // setHTML leaves is="…" where it was (version 150)
    .replace(/<[a-z][^<>]*/gi, (tag) =>
      tag.replace(/"[^"]*"|'[^']*'|(?<=[\s/"'])(?:is|style|on[a-z]+)(?=\s*=)/gi, (part) => (/^\w/.test(part) ? 'x-' : '') + part),
    );

  const finish = (box: HTMLElement): DocumentFragment => {
    tidy(box, base, headingLevel);
    const fragment = document.createDocumentFragment();
    fragment.append(...box.childNodes);
    return fragment;
  };
  const giveUp = (error: unknown): DocumentFragment => {
    if (!warned)
      console.warn(`meedoen: texts are shown without their formatting, because the sanitizer is not available. ${String(error)}`);
    warned = true;
    return textOnly(text, document);
  };

  try {
    const box = inertBox(document) as HTMLElement & Partial<Sanitising>;
    if (typeof box.setHTML === 'function') {
      box.setHTML(text, { sanitizer: sanitizerConfig(text) });
      return finish(box);
    }
  } catch (error) {
    return giveUp(error);
  }
  return load()
    .then((filter) => {
      const parsed = parse(text, document);
      // an element made with `is` stays a customised one when the attribute goes: make a plain one instead
      for (const custom of parsed.querySelectorAll('[is]'))
        if (custom.namespaceURI === parsed.namespaceURI) rename(custom, custom.localName);
      filter(parsed, rules);
      return finish(parsed);
    })
    .catch(giveUp);
}
