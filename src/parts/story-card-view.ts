/**
 * A story as a card, in three layouts. Markup and styles; who opens what is decided by the element that shows it.
 */
/* eslint lit-a11y/accessible-name: off -- names are set as textContent */
import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Collection, StoryItem } from '../feed/merge.ts';
import { isReadable } from '../feed/readable.ts';
import { type AnyItem, type Facet, refsOf } from '../feed/select.ts';
import type { StoryWords } from '../i18n/stories.ts';
import { fixed } from './flat.ts';
import { atLevel } from './heading.ts';
import { dotted, personText } from './pieces.ts';

export type CardLayout = 'stacked' | 'wide' | 'quote';

export interface CardContext {
  readonly collection: Collection;
  readonly words: StoryWords;
  readonly headingLevel: number;
  readonly lang: string | typeof nothing;
  /** The address the title links to; without one it is a button. */
  readonly href?: string | undefined;
}

/** Words read in a minute, calmly. */
const PACE = 200;

/** The names of an item's sectors, themes or regions, as the feed gives them. */
export function namesFor(item: AnyItem, collection: Collection, facet: Facet): string[] {
  const list: readonly { id: string; name?: string }[] = collection[`${facet}s`];
  return refsOf(item, facet).map((id) => list.find((item) => item.id === id)?.name ?? id);
}

/** How many words a story has: counted once, because a list is drawn more often. */
const counts = new WeakMap<StoryItem, number>();

/** What stands above a title: what kind of story it is, where it comes from and how long it takes to read. */
export function storyMeta(
  story: StoryItem,
  { collection, words }: { readonly collection: Collection; readonly words: StoryWords },
  kind: string,
  ...facets: Facet[]
): TemplateResult {
  let count = counts.get(story);
  if (count === undefined) counts.set(story, (count = story.body?.replace(/<[^<>]*>/g, ' ').match(/\S+/g)?.length ?? 0));
  const minutes = count && words.minutes(Math.round(count / PACE) || 1);
  const { language } = words;
  const pieces = [
    [kind, language],
    ...facets.map((facet) => [namesFor(story, collection, facet).join(', '), collection.language ?? language]),
    [minutes, language],
  ].filter(([text]) => text) as [string, string][];
  // else our words and the feed's are marked among those of a story: its language may be another one
  if ([story.language, collection.language].every((tag) => (tag ?? language).split('-')[0] === language))
    return html`<p class="meta" part="meta" .textContent=${dotted(pieces.map(([text]) => text))}></p>`;
  // apart, so that the title says in which direction the card is read
  return html`<p class="meta" part="meta">
    <bdi>${pieces.map(([text, lang], at) => [at ? ' · ' : '', html`<span lang=${lang}>${text}</span>`])}</bdi>
  </p>`;
}

/** Two capitals for a story without a picture: of the organisation's name, else of the title. */
function initials(story: StoryItem): string {
  const words = (story.organisation ?? story.title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  return (names.length ? names : words)
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join('');
}

/**
 * A list has thousands of these, and the browser goes through all of Lit's markers: so what is only text is set as `textContent`, which
 * needs none, and a press is listened to once, around all cards (`pressedCard`). To be made flat by who shows it.
 */
export function storyCard(story: StoryItem, layout: CardLayout, context: CardContext): TemplateResult {
  const { organisation, lead, image, kind = 'story' } = story;
  const { words, lang, href } = context;
  const meta = storyMeta(story, context, kind === 'story' ? '' : words.kind[kind], 'sector', 'theme');
  const shape = fixed(layout === 'wide' ? layout : 'stacked');
  // without words there is nothing to put first
  return layout === 'quote' && (story.quote ?? lead)
    ? html`<article class="card quote" part="card quote" lang=${lang} dir="auto">${renderQuote(story, context, meta)}</article>`
    : html`<article class="card ${shape}" part="card ${shape}" lang=${lang} dir="auto">
        ${portrait(story)}
        <div class="card-text">
          ${meta}${title(story, context)}
          ${organisation ? html`<p class="meta" part="organisation" .textContent=${organisation}></p>` : nothing}
          ${lead ? html`<p class="lead" part="lead" .textContent=${lead}></p>` : nothing}
          ${layout === 'wide' && (isReadable(story) || story.url) ? html`<p class="go" part="more" aria-hidden="true"><bdi>${words.read} →</bdi></p>` : nothing}
        </div>
        ${image?.credit && href ? html`<p class="meta" part="credit" .textContent=${image.credit}></p>` : nothing}
      </article>`;
}

/** The person's own words first; without a quote the lead takes their place. */
function renderQuote(story: StoryItem, context: CardContext, meta: TemplateResult): TemplateResult {
  const { quote, lead, organisation, people } = story;
  const by = quote?.by;
  const words = quote ? inQuotes(quote.text) : lead;
  return html`${quoted(words!, by ? personText(people.find(({ name }) => name && by.includes(name)) ?? { name: by }) : organisation)}${title(story, context)}${meta}`;
}

/** Somebody's words between our quotation marks, whichever the feed has. */
export function inQuotes(text: string): string {
  return `‘${text.replace(/^[‘“"']|[’”"']$/g, '')}’`;
}

/** Words, and under them whose they are. */
export function quoted(text: string, by: unknown): TemplateResult {
  return html`<figure class="quoted">
    <blockquote part="quote"><p>${text}</p></blockquote>
    ${by ? html`<figcaption class="meta" part="by">${by}</figcaption>` : nothing}
  </figure>`;
}

function title(story: StoryItem, { headingLevel, href }: CardContext): TemplateResult {
  const { title, url } = story;
  const readable = isReadable(story);
  const address = href ?? (readable ? '' : url);
  const link = address
    ? html`<a class="card-link" part="link" href=${address} .textContent=${title}></a>`
    : readable
      ? html`<button class="card-link" part="link" type="button" aria-haspopup="dialog" .textContent=${title}></button>`
      : title;
  return atLevel(headingLevel, html`<h2 class="card-title" part="title">${link}</h2>`);
}

/**
 * The picture, or a designed place without one: also when it turns out not to load. To be made flat by who shows it. Initials have a
 * direction of their own, so that they don't decide on that of a card.
 */
export function portrait(story: StoryItem): TemplateResult {
  const { image } = story;
  const src = image && !broken.has(image.src) ? image.src : '';
  return html`<div class="portrait ${src ? '' : 'broken'}" part="portrait" dir="auto">
    <span class="initials" part="initials" aria-hidden="true" .textContent=${initials(story)}></span>
    ${
      image
        ? html`<img
            part="image"
            loading="lazy"
            src=${src}
            srcset=${image.srcset ? src && image.srcset : nothing}
            sizes=${image.srcset ? '(max-width: 40rem) 100vw, 36rem' : nothing}
            alt=${image.alt ?? ''}
            width=${image.width ?? nothing}
            height=${image.height ?? nothing}
            decoding="async"
            @error=${handleError}
          />`
        : nothing
    }
  </div>`;
}

/** Addresses of pictures that did not load: not asked for again on this page. */
export const broken = new Set<string>();

/** Lit calls a listener as its element. */
function handleError(this: LitElement, { target }: Event): void {
  broken.add((target as Element).getAttribute('src')!);
  this.requestUpdate();
}

/**
 * The card that a press opens: one on its title, or anywhere else on it. Selecting text, or a press on a link of its own, is none; a
 * title that is a link is followed instead.
 */
export function pressedCard(event: MouseEvent): Element | undefined {
  const target = event.target as Element;
  const card = target.closest('.card');
  const link = card?.querySelector<HTMLElement>('.card-link');
  if (!link || event.defaultPrevented) return undefined;
  if (target.closest('a, button') ? !link.contains(target) : String(getSelection())) return undefined;
  if (link.localName === 'button') return card!;
  if (!link.contains(target)) link.click();
  return undefined;
}

export const storyCardStyles = css`
  .card:has(.card-link) {
    cursor: pointer;
  }

  .portrait {
    aspect-ratio: 4 / 5;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_wash);
  }

  .portrait img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  /* nor the credit of a picture that isn't there */
  .initials,
  .broken img,
  .broken ~ .meta {
    display: none;
  }

  .broken .initials {
    display: grid;
    place-items: center;
    block-size: 100%;
    font-family: var(--_heading-font);
    font-size: 3.6em;
    font-weight: 650;
    color: var(--_accent);
  }

  .stacked {
    max-inline-size: 32em;
  }

  .card .portrait {
    margin-block-end: 16px;
  }

  .card-text > * + * {
    margin-block-start: 4px;
  }

  .card-title {
    font-size: 1.3em;
  }

  /* however long, the whole is in the reader, and read aloud */
  .card :is(.lead, blockquote p) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 10;
  }

  .card-link {
    color: inherit;
    text-align: start;
    text-decoration-line: none;
    text-decoration-color: var(--_accent);
  }

  .card:hover .card-link {
    text-decoration-line: underline;
    text-decoration-thickness: 0.1em;
  }

  .go {
    padding-block: 10px;
    font-weight: 600;
    color: var(--_accent);
  }

  .wide .portrait {
    aspect-ratio: 5 / 4;
  }

  .wide .card-title {
    font-size: clamp(1.4em, 5cqi, 2.2em);
    line-height: 1.12;
  }

  .wide .lead {
    max-inline-size: 60ch;
    margin-block-start: 8px;
    font-size: 1.12em;
  }

  .quote,
  .reader .quoted {
    padding-inline-start: clamp(12px, 4cqi, 32px);
    border-inline-start: 4px solid var(--_accent);
  }

  .quoted blockquote {
    font-size: clamp(1.3em, 4.4cqi, 1.9em);
    font-weight: 500;
    line-height: 1.25;
    text-wrap: balance;
  }

  .quoted figcaption {
    margin-block-start: 16px;
  }

  .quote .card-title {
    margin-block-start: 16px;
    font-size: 1em;
  }

  .quote .card-link {
    color: var(--_accent);
    text-decoration-line: underline;
  }

  @container box (min-width: 38em) {
    .wide {
      display: grid;
      grid-template-columns: 5fr 7fr;
      gap: 4px 40px;
      align-items: center;
    }

    .wide .portrait {
      margin: 0;
    }
  }

  @media (forced-colors: active) {
    .broken {
      border: 1px solid;
    }
  }
`;
