/**
 * Which HTML a feed may bring along: the one allow-list behind `setHTML` and DOMPurify. Knows names; touches no DOM.
 * It is published as it stands: what is not named here does not reach a page.
 */

/** Attributes that every allowed element may have. */
export const GLOBAL_ATTRIBUTES: readonly string[] = ['lang', 'dir', 'title'];

/** Those that start on a line of their own, as a selector. */
const LINES =
  'p,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,blockquote,figure,figcaption,pre,hr,details,summary,table,caption,thead,tbody,tfoot,tr,th,td';
const PHRASES = 'q,cite,br,wbr,strong,em,b,i,u,s,ins,del,sub,sup,small,mark,code,kbd,samp,var,dfn,abbr,bdi,bdo';

/** The allowed elements, each with the attributes of its own. */
export const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...`${LINES},${PHRASES}`.split(',').map((name): [string, string[]] => [name, []]),
  ['a', ['href']],
  ['img', ['src', 'srcset', 'sizes', 'alt', 'width', 'height']],
  ['ol', ['start', 'reversed', 'type']],
  ['li', ['value']],
  ['th', ['scope', 'colspan', 'rowspan']],
  ['td', ['colspan', 'rowspan']],
  ['time', ['datetime']],
]);

/** Let through by the filters because they part one paragraph from the next, then taken away: their content stays. */
export const CONTAINERS: readonly string[] =
  'div section article aside header footer main nav address hgroup center fieldset legend menu dir search dialog listing xmp plaintext'.split(
    ' ',
  );

/** The names that the filters let through. */
export const PASSED: readonly string[] = [...ELEMENTS.keys(), ...CONTAINERS];

/** A selector for everything that starts on a line of its own. */
export const BLOCKS = `${LINES},${CONTAINERS.join()}`;

/** Go with all that is in them: code, forms' controls, media, drawings. Any other unknown element leaves its text. */
export const DROPPED: readonly string[] = (
  'script style template noscript noembed noframes iframe frame frameset object embed param applet portal fencedframe ' +
  'audio video source track canvas map area svg math title head meta link base ' +
  'select option optgroup datalist textarea button input progress meter'
).split(' ');

/** What an address may look like once its white space is gone; tested before it is resolved and tested again. */
export const ALLOWED_URI = /^(?:https?:|mailto:|tel:|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i;

/** A sanitizer configuration in the form of the platform's `setHTML`, for one piece of HTML. */
export function sanitizerConfig(html: string): object {
  // setHTML drops what it does not know together with its text: name the unknown elements, as the tokenizer reads them. They pass, and
  // tidy.ts takes them away: what setHTML itself takes away within a table stays there, where no text can be
  const unknown = new Set(Array.from(html.matchAll(/<([a-z][^\s/>]*)/gi), ([, name = '']) => name.toLowerCase()));
  for (const name of [...PASSED, ...DROPPED, 'html', 'head', 'body']) unknown.delete(name);
  return {
    elements: [...PASSED, ...unknown].map((name) => ({ name, attributes: ELEMENTS.get(name) ?? [] })),
    attributes: GLOBAL_ATTRIBUTES,
    comments: false,
    dataAttributes: false,
  };
}

/** Whether an element may keep an attribute. */
export const allows = (element: string, attribute: string): boolean =>
  GLOBAL_ATTRIBUTES.includes(attribute) || !!ELEMENTS.get(element)?.includes(attribute);
