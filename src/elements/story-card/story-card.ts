import type { PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Lazy } from '../../controllers/lazy.ts';
import type { Collection, StoryItem } from '../../feed/merge.ts';
import { filterItems } from '../../feed/select.ts';
import { storyWords } from '../../i18n/stories.ts';
import { flat } from '../../parts/flat.ts';
import { type CardLayout, pressedCard, storyCard, storyCardStyles } from '../../parts/story-card-view.ts';
import { FeedElement } from '../feed-element.ts';
import { StoryDialog } from './story-dialog.ts';
import { tellSearchEngines } from '../structured-data.ts';

/** A string is an id: a framework sets `story="…"` as this property. */
const itself = (story: unknown): unknown => (typeof story === 'string' ? null : story);

/**
 * One story: a portrait, a title, who and where; opens the whole story.
 *
 * @element meedoen-story-card
 * @slot - Shown before, without and instead of the story: a link to it.
 * @fires {MeedoenStoryOpenedEvent} meedoen-story-opened - after the visitor opened the story
 * @fires {MeedoenStoryFollowEvent} meedoen-story-follow - before the visitor goes on to a contact or a session; whoever prevents it takes over
 * @fires {MeedoenLoadEvent} meedoen-load - after the feed was read
 * @fires {MeedoenErrorEvent} meedoen-error - after a feed could not be had
 * @csspart base - everything the element shows
 * @csspart card - the card; also carries its layout: `stacked`, `wide` or `quote`
 * @csspart portrait - the place of the picture
 * @csspart image - the picture
 * @csspart initials - two capitals where there is no picture
 * @csspart meta - sector and reading time
 * @csspart title - the heading
 * @csspart link - the link or button in the heading; none where there is only a title
 * @csspart lead - the first sentences
 * @csspart quote - the words of the person
 * @csspart by - whose words they are
 * @csspart organisation - where it happened
 * @csspart dialog - the reader
 * @csspart dialog-title - its title
 * @csspart reader - the story in it
 * @csspart body - the text
 * @csspart tips - the tips
 * @csspart figures - the figures
 * @csspart sidebar - a programme or background
 * @csspart next-step - what a reader can do next
 * @csspart source - where the story comes from
 * @csspart close - the button that closes the reader
 * @csspart print - the button that prints what is read
 * @csspart credit - who made the picture: in the reader, with `open="link"` on the card
 * @csspart people - the people of the story
 * @csspart person - one of them
 * @csspart figure - one of the figures
 * @csspart tip - one of the tips
 * @csspart video - a film, as a picture that links to it
 * @csspart sidebars - programmes and backgrounds
 * @csspart links - addresses to read on
 * @csspart more - in the reader the links to read on, on the card that the lead goes on
 * @csspart heading - a small heading
 * @csspart icon - a pictogram
 * @csspart previous - to the story before
 * @csspart next - to the story after
 * @csspart empty - what is said when the feed does not have the story
 * @csspart notice - what is said about loading; a failure is also `error`, what stays in sight also `floating`
 * @csspart skeleton - what holds the room while loading
 * @cssprop --meedoen-accent-color - links, the bar beside a quote, initials
 * @cssprop --meedoen-background-color - the paper of the reader
 * @cssprop --meedoen-border-radius - corners of pictures and buttons
 * @cssstate loading - the feed is on its way
 * @cssstate ready - the story is shown
 * @cssstate empty - the feed does not have it
 * @cssstate failed - the feed could not be had
 */
export class MeedoenStoryCard extends FeedElement {
  static override styles = [...FeedElement.styles, storyCardStyles];

  readonly #dialog = new StoryDialog(
    this,
    () => this.#stories(),
    () => this.source.loading,
  );

  /** Which story: its `id`. Without it the first one that answers to the filters. */
  @property({ attribute: 'story', useDefault: true }) storyId = '';
  /** `stacked` (default), `wide` or `quote`; a story without a quote or lead is stacked. */
  @property({ useDefault: true }) layout: CardLayout = 'stacked';
  /** `dialog` (default) shows the story here, `link` follows the story's own address; a story without one is shown here. */
  @property({ useDefault: true }) open: 'dialog' | 'link' = 'dialog';
  /** Tells search engines about the stories (schema.org, JSON-LD): for the one site that is their own place. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;
  /** The address' parameter that opens the story; `off` for none. */
  @property({ attribute: 'deep-link', useDefault: true }) deepLink = 'verhaal';
  /** The story itself, as it stands in a feed; instead of `src` and `story`. A string is the id: frameworks prefer properties to attributes. */
  @property({ attribute: false }) story: unknown = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const story = itself(this.story);
    if (changed.has('story') && (story ?? itself(changed.get('story')))) this.feed = story ? { meedoen: 1, stories: [story] } : null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    tellSearchEngines(this, this.#stories(), this.source.collection);
  }

  protected override get onDemand(): readonly Lazy<object>[] {
    return this.#dialog.onDemand;
  }

  protected override hasContent(collection: Collection): boolean {
    return !!this.#story(collection);
  }

  get #wanted(): string {
    return typeof this.story === 'string' ? this.story : this.storyId;
  }

  /** The one story, if it is there. */
  #stories(): StoryItem[] {
    const story = this.#story(this.source.collection);
    return story ? [story] : [];
  }

  #story(collection: Collection): StoryItem | undefined {
    const wanted = this.#wanted;
    if (wanted) return collection.stories.find(({ id, key }) => id === wanted || key === wanted);
    return filterItems(collection.stories, this.fixedQuery, collection)[0];
  }

  protected override renderContent(collection: Collection): TemplateResult {
    const story = this.#story(collection)!;
    const words = storyWords[this.language];
    const card = storyCard(story, this.layout, {
      collection,
      words,
      headingLevel: this.headings(3),
      lang: this.langOf(story),
      href: this.open === 'link' ? story.url : undefined,
    });
    return html`<div @click=${(event: MouseEvent) => pressedCard(event) && this.#dialog.open(story)}>${flat(card)}</div>
      ${this.#dialog.renderStory({ collection, words, common: this.common, locale: this.locale, now: this.clock.now }, (item) => this.langOf(item))}`;
  }

  protected override renderEmpty(): TemplateResult {
    return html`<p class="empty" part="empty">${storyWords[this.language][this.#wanted ? 'unknown' : 'none']}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meedoen-story-card': MeedoenStoryCard;
  }
}
