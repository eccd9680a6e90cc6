/**
 * A whole story, as it is read in the dialog: everything the feed has for it, in an order that reads. Markup only.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Collection, StoryItem } from '../feed/merge.ts';
import type { CommonWords } from '../i18n/common.ts';
import { type ReaderWords, readerWords } from '../i18n/reader.ts';
import type { StoryWords } from '../i18n/stories.ts';
import { languageFor } from '../i18n/words.ts';
import { formatDate } from '../dates/format.ts';
import type { Bodies } from './body.ts';
import { heading } from './heading.ts';
import { nextStep, type NextStepContext, nextStepStyles } from './next-step.ts';
import { icon } from './icons.ts';
import { linkOr, peopleList } from './pieces.ts';
import { figureList, linkList, readerStyles } from './reader-pieces.ts';
import { flat } from './flat.ts';
import { broken, inQuotes, portrait, quoted } from './story-card-view.ts';

export interface ReaderContext {
  readonly collection: Collection;
  readonly words: StoryWords;
  readonly common: CommonWords;
  readonly locale: string;
  readonly bodies: Bodies;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Asks the page whether it takes over a next step. */
  readonly follow: NextStepContext['follow'];
  /** Prints one part alone. */
  readonly print: (event: Event) => void;
}

export const unknown = 'unknownStory';

/** Dialogs start at heading level 2 (their title); what is under it at 3. */
const LEVEL = 3;

/** A part of the story under a heading of its own. */
function section(part: string, title: unknown, content: unknown): TemplateResult {
  return html`<section class="stack" part=${part}>${title && heading(LEVEL, title, 'reader-heading', 'heading')}${content}</section>`;
}

/** Marks our words among those of a story in another language: read aloud in ours, and in our direction. */
type Ours = (text: string) => unknown;

export function storyReader(story: StoryItem, context: ReaderContext): TemplateResult {
  const { locale, bodies } = context;
  const language = languageFor(locale);
  const opened = readerWords[language];
  const foreign = !(story.language ?? language).toLowerCase().startsWith(language);
  const ours: Ours = (text) => (foreign ? html`<bdi lang=${language}>${text}</bdi>` : text);
  const { organisation, lead, image, quote, tips, sidebars, links, video } = story;
  return html`<div class="reader" part="reader">
    ${organisation && html`<p part="organisation"><strong>${organisation}</strong></p>`}
    ${lead && html`<p class="reader-lead text" part="lead">${lead}</p>`} ${image && renderPicture(story, image, ours(`${opened.picture}:`))}
    ${peopleList(story.people, opened.people)} ${quote && quoted(inQuotes(quote.text), quote.by)} ${figureList(story.figures)}
    ${story.body && bodies.get(story, LEVEL)}
    ${
      tips.length
        ? section(
            'tips',
            ours(opened.tips),
            html`<ul class="plain text">
                ${tips.map((tip) => html`<li part="tip">${icon('check')}<span>${tip}</span></li>`)}
              </ul>
              <button class="link-button no-print" part="print" type="button" @click=${context.print}>${ours(opened.printTips)}</button>`,
          )
        : nothing
    }
    ${
      sidebars.length
        ? html`<div part="sidebars">
            ${sidebars.map(({ title, text, links }) => section('sidebar', title, html`${text && html`<p class="text">${text}</p>`}${linkList(links)}`))}
          </div>`
        : nothing
    }
    ${video && renderVideo(story, video, opened, ours)} ${links.length ? section('more', ours(opened.links), linkList(links)) : nothing}
    ${nextStep(story, context, LEVEL)} ${renderSource(story, context, ours)}
  </div>`;
}

/** One that can't be had keeps its room, so that the text stays where it is; without a size it had none. */
function renderPicture(story: StoryItem, { src, credit, width, height }: NonNullable<StoryItem['image']>, picture: unknown): unknown {
  const room = (width && height ? `--_room:${width}/${height}` : '') as unknown as CSSStyleDeclaration;
  if (!room && broken.has(src)) return nothing;
  return html`<figure .style=${room}>
    ${flat(portrait(story))}
    ${credit && html`<figcaption class="meta" part="credit">${credit.includes(':') ? '' : [picture, ' ']}${credit}</figcaption>`}
  </figure>`;
}

/** Where an address is; what is none counts as the page's own. */
function siteOf(address = ''): string {
  try {
    return new URL(address, location.href).origin;
  } catch {
    return '';
  }
}

/**
 * A link that looks like a player: nothing is asked of a video host before the visitor goes there. That holds for its picture too, which
 * is shown only from a site that knows of this visitor anyhow: the page's, the feed's, or that of the story's own picture.
 */
function renderVideo(
  story: StoryItem,
  { title, url, poster }: NonNullable<StoryItem['video']>,
  { video, at }: ReaderWords,
  ours: Ours,
): TemplateResult {
  const near = [siteOf(), siteOf(story.base), siteOf(story.image?.src)];
  const picture =
    poster && near.includes(siteOf(poster))
      ? html`<img src=${poster} alt="" loading="lazy" decoding="async" @error=${handlePoster} />`
      : nothing;
  const away = near.includes(siteOf(url)) ? '' : [' ', ours(at(new URL(url).hostname.replace(/^www\./, '')))];
  return html`<p part="video">
    <a class="film ${picture === nothing ? 'bare' : ''}" part="link" href=${url}>
      <span class="screen">
        ${picture}
        <svg class="play" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true"><path d="M7.5 5.5v9l7-4.5z" /></svg>
      </span>
      <span>${ours(video)}${title && `: ${title}`}${away}</span>
    </a>
  </p>`;
}

function handlePoster({ target }: Event): void {
  (target as Element).closest('.film')!.classList.add('bare');
}

function renderSource({ source, published, url }: StoryItem, { common, locale }: ReaderContext, ours: Ours): unknown {
  const from = source?.title ?? source?.url;
  if (!from && !published && !url) return nothing;
  const words = readerWords[languageFor(locale)];
  return html`<footer class="reader-source meta stack" part="source">
    ${from && html`<p>${ours(`${common.source}:`)} ${linkOr(from, source?.url)}</p>`}
    ${published && html`<p>${ours(words.published(formatDate(published, locale)))}</p>`}
    ${url && html`<p>${linkOr(ours(words.storyPage), url)}</p>`}
  </footer>`;
}

export const styles = [readerStyles, nextStepStyles];
