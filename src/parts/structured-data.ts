/**
 * Stories in words that search engines read: schema.org Articles as JSON-LD (https://schema.org/Article). Fetched for elements with
 * `structured-data`. Says only what the feed says.
 */
import { parsePartialDate } from '../dates/partial.ts';
import type { Collection, StoryItem } from '../feed/merge.ts';
import { parse } from '../html/parse.ts';
import { namesFor } from './story-card-view.ts';

type Json = Readonly<Record<string, unknown>>;

/** Without what is empty: a key with nothing is a mistake to who checks it. */
function filled(values: Json): Json {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length)),
  );
}

/**
 * One story as an Article.
 * @param url where it can be read when the feed does not say
 */
export function articleOf(story: StoryItem, collection: Collection, url: string): Json {
  const { title, lead, image, people, organisation, published, language, source, video } = story;
  const organisationOf = (name: string | undefined): Json | undefined => (name ? { '@type': 'Organization', name } : undefined);
  return filled({
    '@type': 'Article',
    headline: title,
    description: lead,
    url: story.url ?? url,
    image:
      image &&
      filled({
        '@type': 'ImageObject',
        url: image.src,
        width: image.width,
        height: image.height,
        caption: image.alt,
        creditText: image.credit,
      }),
    // an ISO 8601 date, as precise as it is known
    datePublished: parsePartialDate(published) ? published : undefined,
    inLanguage: language,
    keywords: namesFor(story, collection, 'theme').join(', '),
    about: organisationOf(organisation),
    mentions: people
      .filter(({ name }) => name)
      .map(({ name, role, organisation: of }) => filled({ '@type': 'Person', name, jobTitle: role, affiliation: organisationOf(of) })),
    isBasedOn: source && filled({ '@type': 'CreativeWork', name: source.title, url: source.url }),
    video: video && filled({ '@type': 'VideoObject', name: video.title ?? title, url: video.url, thumbnailUrl: video.poster }),
  });
}

/**
 * Puts the stories in a script of data among the host's children, in a slot that does not show. Parsed as the texts of stories are:
 * where Trusted Types are on, browsers also guard the text of a script that can't run.
 */
export function writeStructuredData(host: HTMLElement, stories: readonly StoryItem[], collection: Collection, deepLink: string): void {
  const addressOf = ({ id }: StoryItem): string => {
    const url = new URL(host.ownerDocument.location.href);
    url.hash = '';
    if (deepLink !== 'off') url.searchParams.set(deepLink, id);
    return url.href;
  };
  const text = JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': stories.map((story) => articleOf(story, collection, addressOf(story))),
    // what would end the script early
  }).replace(/</g, '\\u003c');
  const known = host.querySelector(':scope > script[slot=structured-data]');
  if (known?.textContent === text) return;
  const [script] = parse(`<script type="application/ld+json" slot="structured-data">${text}</script>`, document).children;
  known?.remove();
  host.append(script!);
}
