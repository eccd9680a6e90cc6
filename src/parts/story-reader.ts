/**
 * A whole story, as it is read in the dialog: everything the feed has for it, in an order that reads. Markup only.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Collection, StoryItem } from '../feed/merge.ts';
import type { CommonWords } from '../i18n/common.ts';
import { readerWords } from '../i18n/reader.ts';
import type { StoryWords } from '../i18n/stories.ts';
import { languageFor } from '../i18n/words.ts';
import { formatDate } from '../dates/format.ts';
import type { Bodies } from './body.ts';
import { heading } from './heading.ts';
import { nextStep, type NextStepContext, nextStepStyles } from './next-step.ts';
import { icon } from './icons.ts';
import { linkOr, peopleList } from './pieces.ts';
import { figureList, linkList, readerStyles } from './reader-pieces.ts';
import { inQuotes, portrait, quoted } from './story-card-view.ts';

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
function section(part: string, title: string | undefined, content: unknown): TemplateResult {
  return html`<section class="stack" part=${part}>${title && heading(LEVEL, title, 'reader-heading', 'heading')}${content}</section>`;
}

export function storyReader(story: StoryItem, context: ReaderContext): TemplateResult {
  const { words, locale, bodies } = context;
  const opened = readerWords[languageFor(locale)];
  const { organisation, lead, image, quote, tips, sidebars, links, video } = story;
  return html`<div class="reader" part="reader">
    ${organisation && html`<p part="organisation"><strong>${organisation}</strong></p>`}
    ${lead && html`<p class="reader-lead text" part="lead">${lead}</p>`} ${image && renderPicture(story, image.credit, opened.picture)}
    ${peopleList(story.people, words.people)} ${quote && quoted(inQuotes(quote.text), quote.by)} ${figureList(story.figures)}
    ${story.body && bodies.get(story, LEVEL)}
    ${
      tips.length
        ? section(
            'tips',
            opened.tips,
            html`<ul class="plain text">
                ${tips.map((tip) => html`<li part="tip">${icon('check')}<span>${tip}</span></li>`)}
              </ul>
              <button class="link-button no-print" part="print" type="button" @click=${context.print}>${opened.printTips}</button>`,
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
    ${video && renderVideo(video, opened.video)} ${links.length ? section('more', opened.links, linkList(links)) : nothing}
    ${nextStep(story, context, LEVEL)} ${renderSource(story, context)}
  </div>`;
}

function renderPicture(story: StoryItem, credit: string | undefined, picture: string): TemplateResult {
  return html`<figure>
    ${portrait(story, true)}
    ${credit && html`<figcaption class="meta" part="credit">${credit.includes(':') ? '' : `${picture}: `}${credit}</figcaption>`}
  </figure>`;
}

/** A link, not a player: nothing is asked of a video host before the visitor goes there. */
function renderVideo({ title, url, poster }: NonNullable<StoryItem['video']>, watch: string): TemplateResult {
  return html`<p part="video">
    <a part="link" href=${url}>
      ${poster && html`<img src=${poster} alt="" loading="lazy" decoding="async" />`}${watch}${title && `: ${title}`}
    </a>
  </p>`;
}

function renderSource({ source, published, url }: StoryItem, { common, locale }: ReaderContext): unknown {
  const from = source?.title ?? source?.url;
  if (!from && !published && !url) return nothing;
  return html`<footer class="reader-source meta stack" part="source">
    ${from && html`<p>${common.source}: ${linkOr(from, source?.url)}</p>`}
    ${published && html`<p>${readerWords[languageFor(locale)].published(formatDate(published, locale))}</p>`}
    ${url && html`<p>${linkOr(readerWords[languageFor(locale)].storyPage, url)}</p>`}
  </footer>`;
}

export const styles = [readerStyles, nextStepStyles];
