/**
 * JSON Feed 1.x (jsonfeed.org/version/1.1) read as stories. Knows that format's keys; the rules are applied by the reader afterwards.
 */
import { entry, isObject, type Path } from '../problem.ts';

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

/** @returns the path as its author wrote it: the reader's paths are those of our own format */
export function jsonFeedPath(path: Path): Path {
  return NAMES.reduce((text, [ours, theirs]) => text.replace(ours, theirs), path);
}

/**
 * Lays a JSON Feed out as a raw feed of ours. Everything with a `_` is left out (extensions), HTML comes only from `content_html`.
 * Tags name sectors or themes; which of the two is known only beside the feeds they are shown with (merge.ts), so they go to both.
 * @returns the raw feed, and how to make a raw story of each of its items
 */
export function fromJsonFeed(input: object): { feed: object; story: (item: unknown) => unknown } {
  return {
    feed: {
      meedoen: 1,
      title: entry(input, 'title'),
      language: entry(input, 'language'),
      url: entry(input, 'home_page_url'),
      stories: entry(input, 'items'),
    },
    story: toStory,
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
    title: get('title') || firstWords(text || get('summary') || (typeof html === 'string' ? textOf(html) : undefined)),
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

const ENTITIES = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
]);

/** The text of HTML, good enough for a title. */
function textOf(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').replace(/&(#?\w{2,8});/g, (all, name: string) => {
    const code = Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1));
    return name.startsWith('#') ? String.fromCodePoint(Math.min(code || 0xfffd, 0x10ffff)) : (ENTITIES.get(name) ?? all);
  });
}

/** A title for an item that has none: its first words, never cut inside one. */
function firstWords(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const clean = text.replace(/\s+/g, ' ').trim();
  const cut = clean.slice(0, 60);
  return clean === cut ? clean : `${cut.replace(/ [^ ]*$/, '')}…`;
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
