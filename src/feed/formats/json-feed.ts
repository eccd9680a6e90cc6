/**
 * JSON Feed 1.x (jsonfeed.org/version/1.1) read as stories. Knows that format's keys; the rules are applied by the reader afterwards.
 */
import { entry, isObject, type Path } from '../problem.ts';

const VERSION = /^https?:\/\/(www\.)?jsonfeed\.org\/version\/1(\.\d+)?\/?$/;

/** Our key → theirs, for the path in a problem. */
const NAMES: readonly [RegExp, string][] = [
  [/^stories/, 'items'],
  [/^url$/, 'home_page_url'],
  [/\.lead$/, '.summary'],
  [/\.body$/, '.content_html'],
  [/\.image\.src$/, '.image'],
  [/\.published$/, '.date_published'],
  [/\.people/, '.authors'],
  [/\.links/, '.attachments'],
  [/\.(sectors|themes)/, '.tags'],
];

export function isJsonFeed(input: unknown): input is object {
  const version = isObject(input) ? entry(input, 'version') : undefined;
  return typeof version === 'string' && VERSION.test(version);
}

/**
 * Lays a JSON Feed out as a raw feed of ours. Everything with a `_` is left out (extensions), HTML comes only from `content_html`.
 * Tags name sectors or themes; which of the two is known only beside the feeds they are shown with (merge.ts), so they go to both.
 * @returns the raw feed, how to make a raw story of each of its items, and how to name a place in it to its author
 */
export function fromJsonFeed(input: object): { feed: object; story: (item: unknown) => unknown; rename: (path: Path) => Path } {
  return {
    feed: {
      meedoen: 1,
      title: entry(input, 'title'),
      language: entry(input, 'language'),
      url: entry(input, 'home_page_url'),
      stories: entry(input, 'items'),
    },
    story: toStory,
    rename: (path) => NAMES.reduce((text, [ours, theirs]) => text.replace(ours, theirs), path),
  };
}

/** One more than the reader takes, so that it says that there are too many. */
const MOST = 1_001;

function listOf(value: unknown, make: (element: unknown) => unknown): unknown {
  return Array.isArray(value) ? Array.from({ length: Math.min(value.length, MOST) }, (_, i) => make(value[i])) : value;
}

function toStory(item: unknown): unknown {
  if (!isObject(item)) return item;
  const get = (key: string): unknown => entry(item, key);
  const html = get('content_html');
  const text = get('content_text');
  const image = get('image') || get('banner_image');
  return {
    id: get('id'),
    title: get('title') || firstWords(text || get('summary')) || firstWords(html, true),
    lead: get('summary'),
    body: html || (typeof text === 'string' ? paragraphs(text) : undefined),
    url: get('url') || get('external_url'),
    published: get('date_published'),
    language: get('language'),
    people: listOf(get('authors') ?? get('author'), (author) => (isObject(author) ? { name: entry(author, 'name') } : author)),
    image: image ? { src: image, alt: '' } : undefined,
    sectors: get('tags'),
    themes: get('tags'),
    links: listOf(get('attachments'), (file) =>
      isObject(file) ? { title: entry(file, 'title') || fileName(entry(file, 'url')), url: entry(file, 'url') } : file,
    ),
  };
}

const ENTITIES: readonly [RegExp, string][] = [
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&amp;/g, '&'],
];

/** A title for an item that has none: its first words, never cut inside one. */
function firstWords(text: unknown, html = false): string | undefined {
  if (typeof text !== 'string') return undefined;
  let clean = text;
  if (html) {
    clean = clean.replace(/<[^<>]*>/g, ' ').replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
      const point = Number(`0${code}`.replace(/^0(?=\d)/, ''));
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    });
    for (const [entity, character] of ENTITIES) clean = clean.replace(entity, character);
  }
  clean = clean.replace(/\s+/g, ' ').trim();
  if (clean.length <= 60) return clean || undefined;
  const cut = clean.slice(0, 60);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut.replace(/\p{Surrogate}/gu, '')}…`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')}</p>`)
    .join('');
}

function fileName(url: unknown): unknown {
  return typeof url === 'string' ? url.split(/[?#]/)[0]!.split('/').pop() || url : url;
}
