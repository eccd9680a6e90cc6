/**
 * A story as a card, in three layouts. Markup and styles; who opens what is decided by the element that shows it.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Collection, StoryItem } from '../feed/merge.ts';
import { type AnyItem, refsOf } from '../feed/select.ts';
import type { StoryWords } from '../i18n/stories.ts';
import { dotted, personText } from './pieces.ts';
import { heading } from './heading.ts';

export type CardLayout = 'stacked' | 'wide' | 'quote';

export interface CardContext {
  readonly collection: Collection;
  readonly words: StoryWords;
  readonly headingLevel: number;
  readonly lang: unknown;
  /** The address the title links to; without one it is a button that calls `open`. */
  readonly href: string | undefined;
  readonly open: (event: Event) => void;
}

/** Words read in a minute, calmly. */
const PACE = 200;

/** Whole minutes that reading takes, at least one; 0 when there is nothing to read. */
export function minutesToRead(story: StoryItem): number {
  const count = (story.body ?? '').replace(/<[^>]*>/g, ' ').match(/\S+/g)?.length ?? 0;
  return count && Math.max(1, Math.round(count / PACE));
}

/** The names of a story's sectors and themes, as the feed gives them. */
export function namesFor(item: AnyItem, collection: Collection, facet: 'sector' | 'theme' | 'region'): string[] {
  const list: readonly { id: string; name?: string }[] =
    facet === 'sector' ? collection.sectors : facet === 'theme' ? collection.themes : collection.regions;
  return refsOf(item, facet).map((id) => list.find((item) => item.id === id)?.name ?? id);
}

/** Two capitals for a story without a picture: of the organisation's name, else of the title. */
export function initials(story: StoryItem): string {
  const words = (story.organisation ?? story.title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  return (names.length ? names : words)
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join('');
}

export function storyCard(story: StoryItem, layout: CardLayout, context: CardContext): TemplateResult {
  return html`<article
    class="card ${layout}"
    part="card ${layout}"
    lang=${context.lang}
    @click=${(event: MouseEvent) => pressCard(event)}
  >
    ${layout === 'quote' ? renderQuote(story, context) : renderPlain(story, layout, context)}
  </article>`;
}

function renderPlain(story: StoryItem, layout: CardLayout, context: CardContext): TemplateResult {
  const { collection, words } = context;
  const kind = story.kind && story.kind !== 'story' ? words.kind[story.kind] : undefined;
  const minutes = minutesToRead(story);
  return html`${portrait(story)}
    <div class="card-text" dir="auto">
      <p class="meta" part="meta">
        ${dotted([kind, namesFor(story, collection, 'sector').join(', '), minutes ? words.minutes(minutes) : undefined])}
      </p>
      ${title(story, context)} ${story.organisation ? html`<p class="meta" part="organisation">${story.organisation}</p>` : nothing}
      ${story.lead ? html`<p class="lead" part="lead">${story.lead}</p>` : nothing}
      ${layout === 'wide' ? html`<p class="go" part="more" aria-hidden="true">${words.read} →</p>` : nothing}
    </div>`;
}

/** The person's own words first; without a quote the lead takes their place. */
function renderQuote(story: StoryItem, context: CardContext): TemplateResult {
  const { quote } = story;
  const speaker = story.people.find(({ name }) => name && quote?.by?.includes(name));
  return html`<figure dir="auto">
    <blockquote part="quote">
      ${quote ? html`<p>‘${quote.text.replace(/^[‘“"']|[’”"']$/g, '')}’</p>` : html`<p>${story.lead ?? story.title}</p>`}
    </blockquote>
    <figcaption class="meta" part="by">
      ${quote?.by ? (speaker ? personText(speaker) : html`<strong>${quote.by}</strong>`) : (story.organisation ?? nothing)}
    </figcaption>
    ${title(story, context)}
  </figure>`;
}

function title(story: StoryItem, { headingLevel, href, open }: CardContext): TemplateResult {
  const text = href
    ? html`<a class="card-link" part="link" href=${href} @click=${open}>${story.title}</a>`
    : html`<button class="card-link" part="link" type="button" aria-haspopup="dialog" @click=${open}>${story.title}</button>`;
  return heading(headingLevel, text, 'card-title', 'title');
}

/** The picture, or a designed place without one: also when it turns out not to load. */
export function portrait(story: StoryItem, eager = false): TemplateResult {
  const { image } = story;
  return html`<div class="portrait ${image ? '' : 'broken'}" part="portrait">
    <span class="initials" part="initials" aria-hidden="true">${initials(story)}</span>
    ${
      image
        ? html`<img
            part="image"
            src=${image.src}
            srcset=${image.srcset ?? nothing}
            sizes=${image.srcset ? '(max-width: 40rem) 100vw, 36rem' : nothing}
            alt=${image.alt ?? ''}
            width=${image.width ?? nothing}
            height=${image.height ?? nothing}
            loading=${eager ? 'eager' : 'lazy'}
            decoding="async"
            @error=${handleImage}
            @load=${handleImage}
          />`
        : nothing
    }
  </div>`;
}

function handleImage(event: Event): void {
  (event.target as Element).parentElement?.classList.toggle('broken', event.type === 'error');
}

/** A press anywhere on the card is a press on its title; selecting text, or a press on a link of its own, is not. */
function pressCard(event: MouseEvent): void {
  const card = event.currentTarget as HTMLElement;
  if (event.defaultPrevented || event.button || (event.target as Element).closest('a, button') || String(getSelection())) return;
  card.querySelector<HTMLElement>('.card-link')?.click();
}

export const storyCardStyles = css`
  .card {
    position: relative;
    cursor: pointer;
  }

  .portrait {
    position: relative;
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

  .portrait .initials,
  .portrait.broken img {
    display: none;
  }

  .portrait.broken .initials {
    display: grid;
    place-items: center;
    block-size: 100%;
    font-family: var(--_heading-font);
    font-size: 3.6em;
    font-weight: 650;
    letter-spacing: 0.02em;
    color: var(--_accent);
  }

  .card-text > * + * {
    margin-block-start: calc(var(--_u) / 2);
  }

  .card-title {
    font-size: 1.3em;
  }

  .card-link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    line-height: inherit;
    color: inherit;
    text-align: start;
    text-decoration: none;
    hyphens: auto;
  }

  .card:hover .card-link {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.1em;
    text-underline-offset: 0.15em;
  }

  .go {
    min-block-size: 44px;
    padding-block: 10px;
    font-weight: 600;
    color: var(--_accent);
  }

  .stacked .portrait {
    margin-block-end: calc(var(--_u) * 2);
  }

  .wide .portrait {
    aspect-ratio: 5 / 4;
    margin-block-end: calc(var(--_u) * 2);
  }

  .wide .card-title {
    font-size: clamp(1.4em, 5cqi, 2.2em);
    line-height: 1.12;
  }

  .wide .lead {
    max-inline-size: 60ch;
    margin-block-start: var(--_u);
    font-size: 1.12em;
  }

  .quote {
    padding-inline-start: clamp(12px, 4cqi, 32px);
    border-inline-start: 4px solid var(--_accent);
  }

  .quote blockquote {
    font-size: clamp(1.3em, 4.4cqi, 1.9em);
    font-weight: 500;
    line-height: 1.25;
    text-wrap: balance;
  }

  .quote figcaption {
    margin-block: calc(var(--_u) * 2);
  }

  .quote .card-title {
    font-size: 1em;
  }

  .quote .card-link {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }

  @container box (min-width: 38rem) {
    .wide {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
      gap: calc(var(--_u) * 5);
      align-items: center;
    }

    .wide .portrait {
      margin: 0;
    }
  }

  @media (forced-colors: active) {
    .portrait.broken {
      border: 1px solid CanvasText;
    }
  }
`;
