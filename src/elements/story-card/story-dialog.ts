/**
 * Opening a story to read it, the same for one card and for a list: dialog, deep link, neighbours, event.
 * Knows which story is open; the element says which stories there are.
 */
import { nothing, type ReactiveControllerHost } from 'lit';
import { DeepLinkController } from '../../controllers/deep-link.ts';
import type { StoryItem } from '../../feed/merge.ts';
import { Bodies } from '../../parts/body.ts';
import { DialogController, type Neighbour } from '../../parts/dialog.ts';
import { storyMeta } from '../../parts/story-card-view.ts';
import { type ReaderContext, storyReader } from '../../parts/story-reader.ts';
import { MeedoenStoryOpenedEvent } from './events.ts';

type Host = ReactiveControllerHost & HTMLElement & { deepLink: string; readonly renderRoot: ParentNode };

export class StoryDialog {
  readonly #host: Host;
  readonly #stories: () => readonly StoryItem[];
  readonly #dialog: DialogController;
  readonly #link: DeepLinkController;
  readonly #bodies: Bodies;
  #key: string | undefined;

  /** @param stories what the element shows now, in order: previous and next follow it */
  constructor(host: Host, stories: () => readonly StoryItem[]) {
    this.#host = host;
    this.#stories = stories;
    this.#bodies = new Bodies(host);
    this.#dialog = new DialogController(host, () => this.#link.closed());
    this.#link = new DeepLinkController(host, {
      has: (id) => this.#stories().some((story) => story.id === id),
      show: (id) => this.#show(this.#stories().find((story) => story.id === id)),
    });
  }

  /** Opens a story because the visitor asked for it. */
  open(story: StoryItem): void {
    this.#show(story);
    this.#link.opened(story.id);
    this.#host.dispatchEvent(new MeedoenStoryOpenedEvent(story));
  }

  render(context: Omit<ReaderContext, 'bodies'>, lang: (story: StoryItem) => string | typeof nothing): unknown {
    const stories = this.#stories();
    const index = stories.findIndex(({ key }) => key === this.#key);
    const story = stories[index];
    if (!story) return nothing;
    const neighbour = (other: StoryItem | undefined): Neighbour | undefined => other && { label: other.title, go: () => this.open(other) };
    const full = { ...context, bodies: this.#bodies };
    return this.#dialog.render({
      words: context.common,
      title: story.title,
      lang: lang(story),
      before: storyMeta(story, full, full.words.kind[story.kind ?? 'story'], 'sector', 'region', 'theme'),
      body: storyReader(story, full),
      previous: neighbour(stories[index - 1]),
      next: neighbour(stories[index + 1]),
    });
  }

  #show(story: StoryItem | undefined): void {
    this.#key = story?.key;
    if (story) this.#dialog.show();
    else this.#dialog.hide();
  }
}
