/** A story in the dialog, the same for one card and for a list: what is fetched for it, and how it is told. */
import type { nothing } from 'lit';
import { Lazy } from '../../controllers/lazy.ts';
import type { StoryItem } from '../../feed/merge.ts';
import { isReadable } from '../../feed/readable.ts';
import { ItemDialog } from '../../parts/item-dialog.ts';
import { storyMeta } from '../../parts/story-card-view.ts';
import type { ReaderContext } from '../../parts/story-reader.ts';
import type { FeedElement } from '../feed-element.ts';
import { MeedoenStoryFollowEvent, MeedoenStoryOpenedEvent } from './events.ts';

const view = new Lazy(() => import('../../parts/story-reader.ts'));

export class StoryDialog extends ItemDialog<StoryItem, NonNullable<typeof view.module>> {
  /**
   * @param items what can be opened, also by an address
   * @param loading whether there may be more to come
   * @param shown what of that the element shows now, in order: previous and next follow it
   */
  constructor(
    host: FeedElement & { deepLink: string },
    items: () => readonly StoryItem[],
    loading: () => boolean,
    shown: () => readonly StoryItem[] = items,
  ) {
    super(host, { view, loading, items, shown: () => shown().filter(isReadable), opened: (story) => new MeedoenStoryOpenedEvent(story) });
  }

  renderStory(context: Omit<ReaderContext, 'bodies' | 'follow' | 'print'>, lang: (story: StoryItem) => string | typeof nothing): unknown {
    return this.render(context.common, context.locale, (story, { storyReader }, bodies) => ({
      title: story.title,
      lang: lang(story),
      before: storyMeta(story, context, context.words.kind[story.kind ?? 'story'], 'sector', 'region', 'theme'),
      body: storyReader(story, {
        ...context,
        bodies,
        print: (event) => this.print(event),
        follow: (event, step) => {
          const target = event.target as Element;
          if (!target.closest('a') || this.host.dispatchEvent(new MeedoenStoryFollowEvent(story, step))) return;
          event.preventDefault();
          this.leave();
        },
      }),
    }));
  }
}
