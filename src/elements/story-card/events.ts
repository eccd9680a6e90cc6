/** The events of the two story elements. */
import type { StoryItem } from '../../feed/merge.ts';

/** After the visitor opened a story. */
export class MeedoenStoryOpenedEvent extends Event {
  static readonly type = 'meedoen-story-opened';
  /** The story, with the feed it comes from. */
  readonly story: StoryItem;

  constructor(story: StoryItem) {
    super(MeedoenStoryOpenedEvent.type, { bubbles: true, composed: true });
    this.story = story;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-story-opened': MeedoenStoryOpenedEvent;
  }
}
