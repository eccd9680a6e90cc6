/**
 * A whole story, as it is read in the dialog: everything the feed has for it, in an order that reads. Markup and styles only.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Collection, StoryItem } from '../feed/merge.ts';
import type { CommonWords } from '../i18n/common.ts';
import type { StoryWords } from '../i18n/stories.ts';
import { formatDate } from '../dates/format.ts';
import type { Bodies } from './body.ts';
import { heading } from './heading.ts';
import { icon } from './icons.ts';
import { dotted, figureList, linkList, linkOr, peopleList } from './pieces.ts';
import { minutesToRead, namesFor, portrait } from './story-card-view.ts';

export interface ReaderContext {
  readonly collection: Collection;
  readonly words: StoryWords;
  readonly common: CommonWords;
  readonly locale: string;
  readonly bodies: Bodies;
}

/** Dialogs start at heading level 2 (their title); what is under it at 3. */
const LEVEL = 3;

/** What stands above the title: where the story comes from and how long it takes. */
export function storyMeta(story: StoryItem, { collection, words }: ReaderContext): TemplateResult {
  const minutes = minutesToRead(story);
  const names = (['sector', 'region', 'theme'] as const).map((facet) => namesFor(story, collection, facet).join(', '));
  return html`<p class="meta" part="meta">
    ${dotted([words.kind[story.kind ?? 'story'], ...names, minutes ? words.minutes(minutes) : undefined])}
  </p>`;
}

export function storyReader(story: StoryItem, context: ReaderContext): TemplateResult {
  const { words, common, bodies } = context;
  return html`<div class="reader" part="reader">
    ${story.organisation ? html`<p part="organisation"><strong>${story.organisation}</strong></p>` : nothing}
    ${story.lead ? html`<p class="reader-lead text" part="lead">${story.lead}</p>` : nothing}
    ${story.image ? renderPicture(story, common) : nothing} ${peopleList(story.people, words.people)}
    ${story.quote ? renderQuote(story.quote) : nothing} ${figureList(story.figures)} ${story.body ? bodies.get(story, LEVEL) : nothing}
    ${story.tips.length ? renderTips(story, words) : nothing}
    ${story.sidebars.length ? html`<div class="sidebars" part="sidebars">${story.sidebars.map(renderSidebar)}</div>` : nothing}
    ${story.video ? renderVideo(story.video, words) : nothing}
    ${story.links.length ? html`<section>${heading(LEVEL, common.links, 'reader-heading', 'heading')}${linkList(story.links)}</section>` : nothing}
    ${renderSource(story, context)}
  </div>`;
}

function renderPicture(story: StoryItem, common: CommonWords): TemplateResult {
  const credit = story.image?.credit;
  return html`<figure class="reader-picture">
    ${portrait(story, true)}${credit ? html`<figcaption class="meta" part="credit">${credit.includes(':') ? '' : `${common.picture}: `}${credit}</figcaption>` : nothing}
  </figure>`;
}

function renderQuote({ text, by }: { text: string; by?: string }): TemplateResult {
  return html`<figure class="reader-quote">
    <blockquote part="quote"><p>‘${text.replace(/^[‘“"']|[’”"']$/g, '')}’</p></blockquote>
    ${by ? html`<figcaption class="meta" part="by">${by}</figcaption>` : nothing}
  </figure>`;
}

function renderTips({ tips }: StoryItem, words: StoryWords): TemplateResult {
  return html`<section class="tips" part="tips">
    ${heading(LEVEL, words.tips, 'reader-heading', 'heading')}
    <ul class="plain text">
      ${tips.map((tip) => html`<li part="tip">${icon('check')}<span>${tip}</span></li>`)}
    </ul>
  </section>`;
}

function renderSidebar({ title, text, links }: StoryItem['sidebars'][number]): TemplateResult {
  return html`<section class="sidebar stack" part="sidebar">
    ${title ? heading(LEVEL, title, 'reader-heading', 'heading') : nothing}${text ? html`<p class="text">${text}</p>` : nothing}${linkList(links)}
  </section>`;
}

/** A link, not a player: nothing is asked of a video host before the visitor goes there. */
function renderVideo({ title, url, poster }: NonNullable<StoryItem['video']>, words: StoryWords): TemplateResult {
  return html`<p class="video" part="video">
    <a part="link" href=${url}>
      ${poster ? html`<img src=${poster} alt="" loading="lazy" decoding="async" />` : nothing}<span
        >${words.video}${title ? `: ${title}` : ''}</span
      >
    </a>
  </p>`;
}

function renderSource(story: StoryItem, { words, common, locale }: ReaderContext): unknown {
  const { source, published, url } = story;
  if (!source?.title && !source?.url && !published && !url) return nothing;
  return html`<footer class="reader-source meta stack" part="source">
    ${source?.title || source?.url ? html`<p>${common.source}: ${linkOr(source.title ?? source.url, source.url)}</p>` : nothing}
    ${published ? html`<p>${words.published(formatDate(published, locale))}</p>` : nothing}
    ${url ? html`<p>${linkOr(words.elsewhere, url)}</p>` : nothing}
  </footer>`;
}

export const storyReaderStyles = css`
  .reader > * + * {
    margin-block-start: calc(var(--_u) * 4);
  }

  .reader > .reader-lead {
    margin-block-start: calc(var(--_u) * 2);
    font-size: 1.2em;
    line-height: 1.45;
  }

  .reader-picture .portrait {
    aspect-ratio: auto;
    max-inline-size: 24rem;
  }

  .reader-picture .portrait img {
    block-size: auto;
    max-block-size: 70vb;
  }

  .reader-picture figcaption {
    margin-block-start: var(--_u);
  }

  .reader-quote {
    padding-inline-start: calc(var(--_u) * 3);
    border-inline-start: 4px solid var(--_accent);
  }

  .reader-quote blockquote {
    font-size: clamp(1.25em, 4cqi, 1.6em);
    font-weight: 500;
    line-height: 1.3;
  }

  .reader-quote figcaption {
    margin-block-start: var(--_u);
  }

  .reader-heading {
    margin-block-end: var(--_u);
    font-size: 1.2em;
  }

  .tips li {
    display: grid;
    grid-template-columns: 1.6em minmax(0, 1fr);
    padding-block: calc(var(--_u) / 2);
  }

  .tips .icon {
    margin-block-start: 0.25em;
    color: var(--_accent);
  }

  .sidebar {
    padding-block: calc(var(--_u) * 2);
    border-block-start: 1px solid var(--_line);
  }

  .video img {
    display: block;
    max-inline-size: min(100%, 30rem);
    margin-block-end: var(--_u);
    border-radius: var(--_radius);
  }

  .reader-source {
    padding-block-start: calc(var(--_u) * 2);
    border-block-start: 1px solid var(--_line);
  }
`;
