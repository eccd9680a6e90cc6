/** The events of the two story elements. */
import type { ContactItem, SessionItem, StoryItem } from '../../feed/merge.ts';

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

/** Before the visitor goes on from a story to a contact or a session; whoever prevents it takes over. */
export class MeedoenStoryFollowEvent extends Event {
  static readonly type = 'meedoen-story-follow';
  /** The story that was read. */
  readonly story: StoryItem;
  /** The contact that is asked, when the visitor goes on to one. */
  readonly contact: ContactItem | undefined;
  /** The session that is wanted, when the visitor goes on to one. */
  readonly session: SessionItem | undefined;

  constructor(story: StoryItem, { contact, session }: { readonly contact?: ContactItem; readonly session?: SessionItem }) {
    super(MeedoenStoryFollowEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.story = story;
    this.contact = contact;
    this.session = session;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'meedoen-story-opened': MeedoenStoryOpenedEvent;
    'meedoen-story-follow': MeedoenStoryFollowEvent;
  }
}
