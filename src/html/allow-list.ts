/**
 * Which HTML a feed may bring along: the one allow-list behind `setHTML` and DOMPurify. Knows names; touches no DOM.
 * It is published as it stands: what is not named here does not reach a page.
 */

/** Attributes that every allowed element may have. */
export const GLOBAL_ATTRIBUTES: readonly string[] = ['lang', 'dir', 'title'];

/** The allowed elements, each with the attributes of its own. */
export const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...(
    'p h1 h2 h3 h4 h5 h6 ul dl dt dd blockquote q cite figure figcaption pre hr br wbr details summary ' +
    'strong em b i u s ins del sub sup small mark code kbd samp var dfn abbr bdi bdo ' +
    'table caption thead tbody tfoot tr'
  )
    .split(' ')
    .map((name): [string, string[]] => [name, []]),
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
  'div section article aside header footer main nav address hgroup center fieldset legend menu dir search dialog listing xmp plaintext strike'.split(
    ' ',
  );

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
  const elements = [...ELEMENTS].map(([name, attributes]) => ({ name, attributes: [...attributes] }));
  for (const name of CONTAINERS) elements.push({ name, attributes: [] });
  const settled = new Set([...elements.map(({ name }) => name), ...DROPPED, 'html', 'head', 'body']);
  // setHTML drops what it does not know together with its text: name the unknown elements, as the tokenizer reads them
  const unknown = new Set<string>();
  for (const [, name = ''] of html.matchAll(/<([a-z][^\s/>]*)/gi)) {
    const lower = name.toLowerCase();
    if (!settled.has(lower)) unknown.add(lower);
  }
  return {
    elements,
    attributes: [...GLOBAL_ATTRIBUTES],
    replaceWithChildrenElements: [...unknown],
    comments: false,
    dataAttributes: false,
  };
}

/** Whether an element may keep an attribute. */
export const allows = (element: string, attribute: string): boolean =>
  GLOBAL_ATTRIBUTES.includes(attribute) || !!ELEMENTS.get(element)?.includes(attribute);
