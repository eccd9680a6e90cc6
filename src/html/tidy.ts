/**
 * Makes filtered HTML fit for a page of ours: addresses resolved, headings at the right level, no empty or stray
 * pieces, pictures that wait their turn. Works on clean nodes in an inert document and gives the same result for both
 * filters; a second time it changes nothing. It goes by the allow-list once more: whatever a filter may have missed,
 * nothing else comes out.
 */
import { safeSrcset, safeUrl } from '../feed/url.ts';
import { ALLOWED_URI, allows, CONTAINERS, ELEMENTS } from './allow-list.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';
const WRAPPERS = CONTAINERS.filter((name) => name !== 'strike').join();
/** A selector for everything that starts on a line of its own. */
export const BLOCKS = `${HEADINGS},p,ul,ol,li,dl,dt,dd,blockquote,figure,figcaption,table,caption,thead,tbody,tfoot,tr,th,td,hr,pre,details,summary,${WRAPPERS}`;
const WHITE = /[\0-\x20\xa0\u1680\u180e\u2000-\u2029\u205f\u3000]/g;

/** What an attribute's value must look like; all others are taken as they are. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['lang', /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i],
  ['dir', /^(ltr|rtl|auto)$/i],
  ['scope', /^(row|col)(group)?$/i],
  ['type', /^[1ai]$/i],
  ['colspan', /^[1-9]\d?$/],
  ['rowspan', /^[1-9]\d?$/],
  ['width', /^\d{1,5}$/],
  ['height', /^\d{1,5}$/],
  ['start', /^-?\d{1,6}$/],
  ['value', /^-?\d{1,6}$/],
]);

const isBlank = (node: Node): boolean => !node.textContent?.trim();
const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;
const isBlock = (node: Node): boolean => isElement(node) && (node.matches(BLOCKS) || !!node.querySelector(BLOCKS));
const within = (parent: Node | null, names: string): boolean => !!parent && isElement(parent) && parent.matches(names);

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Puts an element of another name in the place of this one. */
export function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  for (const { name, value } of element.attributes) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Puts each run of neighbours that belong together into an element of its own; white space between runs stays out. */
function wrapRuns(parent: Node, belongs: (node: Node) => boolean, name: string): void {
  let run: Element | undefined;
  for (const node of [...parent.childNodes]) {
    if (isElement(node) || !isBlank(node) ? !belongs(node) : !run) run = undefined;
    else {
      if (!run) {
        run = node.ownerDocument!.createElement(name);
        parent.insertBefore(run, node);
      }
      run.append(node);
    }
  }
}

/** Takes a container away; what stood loose in it becomes paragraphs, except where a paragraph can't be. */
function dissolve(element: Element): void {
  if (element.parentElement?.closest(`${HEADINGS},p,pre,dt,summary,caption`)) element.after(' ');
  else wrapRuns(element, (node) => !isBlock(node), 'p');
  unwrap(element);
}

function tidyAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const text = value.trim();
    const form = FORMS.get(name);
    if (!allows(element.localName, name) || (form ? !form.test(text) : !text && name !== 'alt' && name !== 'reversed')) {
      element.removeAttribute(name);
    } else if (text !== value) element.setAttribute(name, text);
  }
}

/** An address of the HTML as one that can be loaded, or `undefined`. */
function address(element: Element, name: string, base: string, web: boolean): string | undefined {
  const value = element.getAttribute(name) ?? '';
  return value && ALLOWED_URI.test(value.replace(WHITE, '')) ? safeUrl(value, base, web) : undefined;
}

function tidyPicture(image: Element, base: string): void {
  const src = address(image, 'src', base, true);
  const alt = image.getAttribute('alt') ?? '';
  const isTracker = ['width', 'height'].some((side) => Number(image.getAttribute(side) ?? 2) < 2);
  if (!src || isTracker) return image.replaceWith(isTracker ? '' : alt);
  image.setAttribute('src', src);
  image.setAttribute('alt', alt);
  const srcset = safeSrcset(image.getAttribute('srcset') ?? '', base);
  if (srcset) image.setAttribute('srcset', srcset);
  else for (const name of ['srcset', 'sizes']) image.removeAttribute(name);
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
}

function tidyLink(link: Element, base: string): void {
  // a place within the text can't be reached: ids are not kept
  const url = link.getAttribute('href')?.trim().startsWith('#') ? undefined : address(link, 'href', base, false);
  if (!url) return unwrap(link);
  link.setAttribute('href', url);
  // a link needs a name: one with only a decorative picture in it gets its address
  if (isBlank(link) && !link.querySelector('img:not([alt=""])')) {
    link.setAttribute('aria-label', link.getAttribute('title') ?? url.replace(/^\w+:(\/\/)?/, ''));
  }
}

/** Whether an element shows nothing, now that what was in it has been tidied: then nothing but white space is left. */
const isEmpty = (element: Element): boolean =>
  !element.matches('img,hr,br,wbr,th,td') &&
  [...element.childNodes].every((node) => (isElement(node) ? node.matches('br,wbr') : isBlank(node)));

function tidyElement(element: HTMLElement, base: string): void {
  const name = element.localName;
  tidyAttributes(element);
  if (name === 'img') tidyPicture(element, base);
  else if (isEmpty(element)) {
    if (isBlock(element)) element.remove();
    else unwrap(element);
  } else if (name === 'a') tidyLink(element, base);
  else if (name === 'strike') rename(element, 's');
  else if (!ELEMENTS.has(name) && !CONTAINERS.includes(name)) unwrap(element);
  else if (name === 'th' && isBlank(element) && !element.querySelector('img:not([alt=""])')) rename(element, 'td');
}

/** Sets right what the platform's parser leaves: list items without a list, text between items, paragraphs in paragraphs. */
function tidyStructure(element: HTMLElement): void {
  const parent = element.parentNode;
  if (element.matches('ul,ol')) wrapRuns(element, (node) => !within(node, 'li'), 'li');
  else if (element.matches('dl')) {
    wrapRuns(element, (node) => !within(node, 'dt,dd'), 'dd');
    // terms without descriptions, or the other way round, are not a list of them
    if (!element.querySelector(':scope > dt ~ dd')) {
      for (const item of [...element.children]) dissolve(item);
      unwrap(element);
    }
  } else if (element.matches('li') && parent && !within(parent, 'ul,ol')) wrapRuns(parent, (node) => within(node, 'li'), 'ul');
  else if (element.matches('dt,dd') && parent && !within(parent, 'dl')) wrapRuns(parent, (node) => within(node, 'dt,dd'), 'dl');
  else if (element.matches('details') && !element.querySelector(':scope > summary')) dissolve(element);
  else if (
    (element.matches('summary') && !(within(parent, 'details') && element.matches(':first-child'))) ||
    (element.matches('figcaption') && !within(parent, 'figure')) ||
    (element.matches('p') && element.querySelector(BLOCKS))
  )
    dissolve(element);
}

/** Gives the headings their level: the highest at `top`, each deeper one a single step below, at most h6. */
function shiftHeadings(root: Element, top: number): void {
  const open: string[] = [];
  for (const heading of root.querySelectorAll(HEADINGS)) {
    while (open.length && open[open.length - 1]! >= heading.localName) open.pop();
    open.push(heading.localName);
    const name = `h${Math.min(6, top + open.length - 1)}`;
    if (name !== heading.localName) rename(heading, name);
  }
}

/**
 * @param root a box in an inert document, filtered
 * @param base absolute address that relative ones are resolved against
 * @param headingLevel 1 to 6: the level of the highest heading
 */
export function tidy(root: Element, base: string, headingLevel: number): void {
  const comments = root.ownerDocument.createTreeWalker(root, 128 /* NodeFilter.SHOW_COMMENT */);
  const found: ChildNode[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  root.normalize();
  const all = () => [...root.querySelectorAll<HTMLElement>('*')];
  // from the last to the first: what is in an element is settled before the element itself
  for (const element of all().reverse()) tidyElement(element, base);
  // from the outside in: each piece of content moves up one step at a time
  for (const element of root.querySelectorAll(WRAPPERS)) dissolve(element);
  // twice: the first time may make lists
  for (let round = 0; round < 2; round++) for (const element of all().reverse()) tidyStructure(element);
  wrapRuns(root, (node) => !isBlock(node), 'p');
  shiftHeadings(root, Math.min(6, Math.max(1, headingLevel)));
  root.normalize();
}
