import type { PropertyValues, TemplateResult } from 'lit';
import { html, noChange, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Lazy } from '../../controllers/lazy.ts';
import type { Collection, StoryItem } from '../../feed/merge.ts';
import { filterItems, groupStories, sortBy } from '../../feed/select.ts';
import { storyWords, type StoryWords } from '../../i18n/stories.ts';
import { filterBarStyles, Filters, parseControls } from '../../parts/filter-bar.ts';
import { flat } from '../../parts/flat.ts';
import { heading } from '../../parts/heading.ts';
import { broken, pressedCard, storyCard, storyCardStyles } from '../../parts/story-card-view.ts';
import { memo } from '../../memo.ts';
import { MeedoenFilterChangedEvent } from '../events.ts';
import { FeedElement } from '../feed-element.ts';
import { StoryDialog } from '../story-card/story-dialog.ts';
import { tellSearchEngines } from '../structured-data.ts';
import { storyListStyles } from './story-list.styles.ts';

const KINDS = ['story', 'practice', 'initiative', 'report', 'foreword'];
const SORTS = ['title', 'organisation', 'published'] as const;
const PAGE = 12;

/**
 * Many stories: a grid that can be searched and filtered, in chapters when asked; each opens to be read to the end.
 *
 * @element meedoen-story-list
 * @slot - Shown before, without and instead of the stories: a link to them.
 * @fires {MeedoenStoryOpenedEvent} meedoen-story-opened - after the visitor opened a story
 * @fires {MeedoenStoryFollowEvent} meedoen-story-follow - before the visitor goes on to a contact or a session; whoever prevents it takes over
 * @fires {MeedoenFilterChangedEvent} meedoen-filter-changed - after the visitor searched or filtered
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart filters - search field and filters
 * @csspart fold - the button that unfolds the filters in a narrow place
 * @csspart result - the number of stories, and what can be undone
 * @csspart chapter - a theme or sector with its stories
 * @csspart chapter-title - its heading
 * @csspart chapter-about - its introduction
 * @csspart list - the grid
 * @csspart card - a card; also its layout, `stacked`
 * @csspart portrait - the place of the picture
 * @csspart image - the picture
 * @csspart initials - two capitals where there is no picture
 * @csspart meta - sector and reading time
 * @csspart title - the heading of a card
 * @csspart link - the link or button in it; none where there is only a title
 * @csspart lead - the first sentences
 * @csspart organisation - where it happened
 * @csspart more - the button for the next page; in the reader the links to read on, on a card that the lead goes on
 * @csspart empty - what is said when there is nothing
 * @csspart dialog - the reader
 * @csspart dialog-title - its title
 * @csspart reader - the story in it
 * @csspart body - the text
 * @csspart tips - the tips
 * @csspart figures - the figures
 * @csspart sidebar - a programme or background
 * @csspart next-step - what a reader can do next
 * @csspart source - where the story comes from
 * @csspart credit - who made the picture
 * @csspart people - the people of the story
 * @csspart person - one of them
 * @csspart figure - one of the figures
 * @csspart tip - one of the tips
 * @csspart video - a film, as a picture that links to it
 * @csspart sidebars - programmes and backgrounds
 * @csspart links - addresses to read on
 * @csspart heading - a small heading
 * @csspart icon - a pictogram
 * @csspart previous - to the story before
 * @csspart next - to the story after
 * @csspart search - the search field
 * @csspart select - a filter
 * @csspart undo - takes a filter back
 * @csspart quote - the words of the person
 * @csspart by - whose words they are
 * @csspart close - the button that closes the reader
 * @csspart print - the button that prints what is read
 * @csspart notice - what is said about loading; a failure is also `error`, what stays in sight also `floating`
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-accent-color - links and initials
 * @cssprop --meedoen-background-color - the paper of the reader and of fields
 * @cssprop --meedoen-border-radius - corners of pictures, fields and buttons
 * @cssstate loading - the feed is on its way
 * @cssstate ready - stories are shown
 * @cssstate empty - there are none
 * @cssstate failed - the feed could not be had
 * @cssstate stale - an older copy is shown
 * @cssstate partial - one of several feeds is missing
 */
export class MeedoenStoryList extends FeedElement {
  static override styles = [...FeedElement.styles, filterBarStyles, storyCardStyles, storyListStyles];

  readonly #filters = new Filters(this, () => {
    this.shown = this.#reached = 0;
    this.dispatchEvent(new MeedoenFilterChangedEvent(this.#filters.choices, this.#visible.length));
  });
  readonly #dialog = new StoryDialog(
    this,
    () => this.#within,
    () => this.source.loading,
    () => this.#visible,
  );
  /** What the attributes leave, before the visitor's own filters. */
  readonly #memoWithin = memo((collection: Collection, kind: string, ..._facets: string[]) => {
    const asked = kind.toLowerCase().split(/\s+/);
    const kinds = asked.includes('all') ? KINDS : KINDS.filter((kind) => asked.includes(kind));
    return filterItems(
      collection.stories.filter(({ kind = 'story' }) => (kinds.length ? kinds.includes(kind) : kind === 'story')),
      this.fixedQuery,
      collection,
    );
  });
  /** What the visitor's filters leave of that, in the order in which it is shown. */
  readonly #memoVisible = memo((within: StoryItem[], sort: string, by: this['groupBy'], locale: string, _choices: Filters['choices']) => {
    const { collection } = this.source;
    const stories = this.#filters.apply(within, collection);
    const key = SORTS.find((name) => name === sort.replace(/^-/, ''));
    const sorted = key ? sortBy(stories, (story) => story[key], locale, sort.startsWith('-')) : stories;
    return by ? groupStories(sorted, by, collection).flatMap(({ items }) => items) : sorted;
  });

  /** What the cards on screen are made of: what only opens a story draws none of them again. */
  #drawn: readonly unknown[] = [];

  /** How far down the list stories have been opened. */
  #reached = 0;

  /** How many are shown after "show more"; 0 for the first page. */
  @state() private shown = 0;

  /** Which kinds, separated by spaces: `story` (default), `practice`, `initiative`, `report`, `foreword`, or `all`. */
  @property({ useDefault: true }) kind = 'story';
  /** `theme` (chapters) or `sector` puts the stories in groups with an introduction. */
  @property({ attribute: 'group-by', useDefault: true }) groupBy: '' | 'theme' | 'sector' = '';
  /** How many at a time; default 12, `0` for all. */
  @property({ type: Number }) limit = PAGE;
  /** `title`, `organisation` or `published`, with `-` before it for the other way round; default the feed's order. */
  @property({ useDefault: true }) sort = '';
  /** What visitors can use: `search`, `sector`, `theme`, `region`; bare for all, absent for none. */
  @property() controls: string | null = null;
  /** Tells search engines about the stories (schema.org, JSON-LD), at most a hundred: for the one site that is their own place. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;
  /** The address' parameter that opens a story; `off` for none. */
  @property({ attribute: 'deep-link', useDefault: true }) deepLink = 'verhaal';

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    tellSearchEngines(this, this.state === 'ready' ? this.#within : [], this.source.collection);
  }

  protected override get onDemand(): readonly Lazy<object>[] {
    return this.#dialog.onDemand;
  }

  protected override hasContent(): boolean {
    return this.#within.length > 0;
  }

  get #within(): StoryItem[] {
    return this.#memoWithin(this.source.collection, this.kind, this.sector, this.theme, this.region);
  }

  get #visible(): readonly StoryItem[] {
    return this.#memoVisible(this.#within, this.sort, this.#by, this.locale, this.#filters.choices);
  }

  get #by(): this['groupBy'] {
    return this.groupBy === 'theme' || this.groupBy === 'sector' ? this.groupBy : '';
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const { common, locale } = this;
    const words = this.#words;
    const stories = this.#visible;
    const page = Number.isInteger(this.limit) && this.limit >= 0 ? this.limit || Infinity : PAGE;
    // who came by an address to a story on a next page goes on from there
    this.#reached = Math.max(this.#reached, stories.indexOf(this.#dialog.current!) + 1);
    const count = Math.max(page, this.shown, this.#reached);
    const left = stories.length - count;
    const drawn = [stories, count, words, this.headings(), broken.size];
    const same = this.renderRoot.querySelector('.grid') && drawn.every((value, at) => value === this.#drawn[at]);
    this.#drawn = drawn;
    return html`${this.#filters.render({
      controls: parseControls(this.controls),
      words: common,
      what: words.what,
      result: words.stories(stories.length),
      items: this.#within,
      collection,
    })}
    ${!stories.length ? html`<p class="empty" part="empty">${words.noneFound}</p>` : same ? noChange : this.#renderStories(stories.slice(0, count), collection)}
    ${
      left > 0
        ? html`<p class="more row">
            <button class="button quiet no-print" part="more" type="button" @click=${this.#handleMore}>
              ${common.more(Math.min(left, page))}
            </button>
            <span class="meta">${words.shown(count, stories.length)}</span>
          </p>`
        : nothing
    }
    ${this.#dialog.renderStory({ collection, words, common, locale, now: this.clock.now }, (story) => this.langOf(story))}`;
  }

  protected override renderEmpty(): TemplateResult {
    return html`<p class="empty" part="empty">${this.#words.none}</p>`;
  }

  get #words(): StoryWords {
    return storyWords[this.language];
  }

  #renderStories(stories: readonly StoryItem[], collection: Collection): unknown {
    const words = this.#words;
    const level = this.headings();
    const grid = (items: readonly StoryItem[], headingLevel: number): TemplateResult => {
      const press = (event: MouseEvent) => {
        const item = pressedCard(event)?.parentElement;
        if (item) this.#dialog.open(items[[...item.parentElement!.children].indexOf(item)]!);
      };
      return html`<ul class="plain grid" part="list" @click=${press}>
        ${items.map((story) =>
          flat(html`<li>${storyCard(story, 'stacked', { collection, words, headingLevel, lang: this.langOf(story) })}</li>`),
        )}
      </ul>`;
    };
    if (!this.#by) return grid(stories, level);
    const lang = this.langOf(collection);
    return groupStories(stories, this.#by, collection).map(
      ({ name, about, items }) =>
        html`<section class="chapter" part="chapter">
          ${heading(level, name ? html`<span lang=${lang}>${name}</span>` : words.rest, 'chapter-title', 'chapter-title')}
          ${about && html`<p class="chapter-about text" part="chapter-about" lang=${lang}>${about}</p>`} ${grid(items, level + 1)}
        </section>`,
    );
  }

  /** The first of the new cards gets the focus: that is where reading goes on. */
  async #handleMore(): Promise<void> {
    const all = (selector: string) => this.renderRoot.querySelectorAll<HTMLElement>(selector);
    const before = all('.card-link').length;
    this.shown = all('.card').length + (this.limit || PAGE);
    await this.updateComplete;
    all('.card-link')[before]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-story-list': MeedoenStoryList;
  }
}
