/**
 * Makes filtered HTML fit for a page of ours: addresses resolved, headings at the right level, no empty or stray
 * pieces, pictures that wait their turn. Works on clean nodes in an inert document and gives the same result for both
 * filters; a second time it changes nothing. It goes by the allow-list once more: whatever a filter may have missed,
 * nothing else comes out.
 */
import { safeSrcset, safeUrl } from '../feed/url.ts';
import { ALLOWED_URI, allows, BLOCKS, CONTAINERS, ELEMENTS } from './allow-list.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';
const WHITE = /[\0-\x20\s\u180e\u2000-\u2029]/g;

/** What an attribute must look like, its value included. */
const FORM =
  /^(lang=[a-z]{2,3}(-[a-z0-9]{1,8})*|dir=(ltr|rtl|auto)|scope=(row|col)(group)?|type=[1ai]|(col|row)span=[1-9]\d?|(width|height)=\d{1,5}|(start|value)=-?\d{1,6}|(alt|reversed)=.*|(title|href|src|srcset|sizes|datetime)=.+)$/is;

/** What the platform's parser leaves where it has no meaning. */
const STRAY = `details:not(:has(>summary)),summary:not(details>:first-child),figcaption:not(figure>*),p:has(${BLOCKS})`;

const isBlank = (node: Node): boolean => !node.textContent?.trim();
const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;
const isNamed = (node: Node, names: string): boolean => isElement(node) && node.matches(names);
const isInline = (node: Node): boolean => !isElement(node) || !(node.matches(BLOCKS) || node.querySelector(BLOCKS));
/** Whether a screen reader has nothing to say of it. */
const isSilent = (element: Element): boolean => isBlank(element) && !element.querySelector('img:not([alt=""])');

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

const wrapParagraphs = (parent: Node): void => wrapRuns(parent, isInline, 'p');

/** Takes a container away; what stood loose in it becomes paragraphs, except where a paragraph can't be. */
function dissolve(element: Element): void {
  if (element.parentElement?.closest(`${HEADINGS},p,pre,dt,summary,caption`)) element.after(' ');
  else wrapParagraphs(element);
  unwrap(element);
}

function tidyAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const text = value.trim();
    if (allows(element.localName, name) && FORM.test(`${name}=${text}`)) element.setAttribute(name, text);
    else element.removeAttribute(name);
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
  const srcset = safeSrcset(image.getAttribute('srcset') ?? '', base);
  if (srcset) image.setAttribute('srcset', srcset);
  else for (const name of ['srcset', 'sizes']) image.removeAttribute(name);
  for (const [name, value] of Object.entries({ src, alt, loading: 'lazy', decoding: 'async' })) image.setAttribute(name, value);
}

function tidyLink(link: Element, base: string): void {
  // a place within the text can't be reached: ids are not kept
  const url = link.getAttribute('href')?.trim().startsWith('#') ? undefined : address(link, 'href', base, false);
  if (!url) return unwrap(link);
  link.setAttribute('href', url);
  // a link needs a name: one with only a decorative picture in it gets its address
  if (isSilent(link)) {
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
    if (isInline(element)) unwrap(element);
    else element.remove();
  } else if (name === 'a') tidyLink(element, base);
  else if (!ELEMENTS.has(name) && !CONTAINERS.includes(name)) unwrap(element);
  else if (name === 'th' && isSilent(element)) rename(element, 'td');
}

/** Sets right what the platform's parser leaves: list items without a list, text between items, paragraphs in paragraphs. */
function tidyStructure(element: HTMLElement): void {
  const wrap = (parent: Node, names: string, name: string): void => wrapRuns(parent, (node) => isNamed(node, names), name);
  if (element.matches('ul,ol')) wrapRuns(element, (node) => !isNamed(node, 'li'), 'li');
  else if (element.matches('dl')) {
    wrapRuns(element, (node) => !isNamed(node, 'dt,dd'), 'dd');
    // terms without descriptions, or the other way round, are not a list of them
    if (!element.matches(':has(>dt~dd)')) {
      for (const item of [...element.children]) dissolve(item);
      unwrap(element);
    }
  } else if (element.matches('li:not(ul>*,ol>*)')) wrap(element.parentNode!, 'li', 'ul');
  else if (element.matches(':is(dt,dd):not(dl>*)')) wrap(element.parentNode!, 'dt,dd', 'dl');
  else if (element.matches(STRAY)) dissolve(element);
}

/** Gives the headings their level: the highest at `top`, each deeper one a single step below, at most h6. */
function shiftHeadings(root: Element, top: number): void {
  const open: string[] = [];
  for (const heading of root.querySelectorAll(HEADINGS)) {
    while (open.length && open.at(-1)! >= heading.localName) open.pop();
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
  root.normalize();
  const all = () => [...root.querySelectorAll<HTMLElement>('*')];
  // from the last to the first: what is in an element is settled before the element itself
  for (const element of all().reverse()) tidyElement(element, base);
  root.normalize();
  // from the outside in: each piece of content moves up one step at a time
  for (const element of root.querySelectorAll(CONTAINERS.join())) dissolve(element);
  // twice: the first time may make lists
  for (let round = 0; round < 2; round++) for (const element of all().reverse()) tidyStructure(element);
  wrapParagraphs(root);
  shiftHeadings(root, headingLevel);
  root.normalize();
}
