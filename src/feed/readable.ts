/** Whether opening a story is worth it. Pure. */
import type { StoryItem } from './merge.ts';

/** Whether there is more to read of a story than its title and where it is from. */
export const isReadable = (story: StoryItem): boolean =>
  [
    story.body,
    story.lead,
    story.quote,
    story.image,
    story.video,
    ...story.people,
    ...story.tips,
    ...story.figures,
    ...story.sidebars,
    ...story.links,
  ].some(Boolean);
