/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1) read as stories. Knows that format's keys; the rules are applied by the reader afterwards.
 */
import { entry, isObject, type Path } from '../problem.ts';

const VERSION = /^https?:\/\/(www\.)?jsonfeed\.org\/version\/1(\.1)?\/?$/;

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
];

export function isJsonFeed(input: unknown): input is object {
  const version = isObject(input) ? entry(input, 'version') : undefined;
  return typeof version === 'string' && VERSION.test(version);
}

/**
 * Lays a JSON Feed out as a raw feed of ours. Everything with a `_` is left out (extensions), HTML comes only from `content_html`.
 * Tags name sectors or themes; which of the two is known only beside the feeds they are shown with (merge.ts), so they go to both.
 * @returns the raw feed, and how to name a place in it to its author
 */
export function fromJsonFeed(input: object): { feed: object; rename: (path: Path) => Path } {
  const items = entry(input, 'items');
  return {
    feed: {
      meedoen: 1,
      title: entry(input, 'title'),
      language: entry(input, 'language'),
      url: entry(input, 'home_page_url'),
      stories: Array.isArray(items) ? Array.from(items, toStory) : items,
    },
    rename: (path) => NAMES.reduce((text, [ours, theirs]) => text.replace(ours, theirs), path),
  };
}

function toStory(item: unknown): unknown {
  if (!isObject(item)) return item;
  const get = (key: string): unknown => entry(item, key);
  const text = get('content_text') ?? get('summary');
  const image = get('image') ?? get('banner_image');
  const authors = get('authors') ?? (get('author') === undefined ? undefined : [get('author')]);
  const html = get('content_html');
  return {
    id: get('id'),
    title: get('title') ?? firstWords(text ?? (typeof html === 'string' ? html.replace(/<[^>]*>/g, ' ') : undefined)),
    lead: get('summary'),
    body: html ?? (typeof get('content_text') === 'string' ? paragraphs(get('content_text') as string) : undefined),
    url: get('url') ?? get('external_url'),
    published: get('date_published'),
    language: get('language'),
    people: Array.isArray(authors)
      ? authors.map((author: unknown) => (isObject(author) ? { name: entry(author, 'name') } : author))
      : authors,
    image: image === undefined ? undefined : { src: image, alt: '' },
    sectors: get('tags'),
    themes: get('tags'),
    links: attachments(get('attachments')),
  };
}

/** A title for an item that has none: its first words, never cut inside one. */
function firstWords(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const clean = text.replace(/\s+/g, ' ').trim();
  const cut = clean.slice(0, 60);
  return clean.length <= 60 ? clean || undefined : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('');
}

function attachments(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  return value.map((item: unknown) =>
    isObject(item) ? { title: entry(item, 'title') ?? fileName(entry(item, 'url')), url: entry(item, 'url') } : item,
  );
}

function fileName(url: unknown): unknown {
  return typeof url === 'string' ? url.split(/[?#]/)[0]!.split('/').pop() || url : url;
}
