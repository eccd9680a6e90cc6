/**
 * The npm entry `meedoen`: the element classes, their events and the types of a feed. Registers nothing; that is
 * `meedoen/register`, or `customElements.define` with a name of your own.
 */
export { MeedoenContactTable } from './elements/contact-table/contact-table.ts';
export * from './elements/contact-table/events.ts';
export * from './elements/events.ts';
export type { FeedState } from './elements/feed-element.ts';
export * from './elements/join-form/events.ts';
export { MeedoenJoinForm } from './elements/join-form/join-form.ts';
export * from './elements/session-calendar/events.ts';
export { MeedoenSessionCalendar } from './elements/session-calendar/session-calendar.ts';
export * from './elements/story-card/events.ts';
export { MeedoenStoryCard } from './elements/story-card/story-card.ts';
export { MeedoenStoryList } from './elements/story-list/story-list.ts';
export type { FeedError, FeedErrorCode } from './feed/client.ts';
export type { Collection, ContactItem, SessionItem, StoryItem } from './feed/merge.ts';
export type { Problem } from './feed/problem.ts';
export type {
  Contact,
  Feed,
  Figure,
  Join,
  JoinField,
  Link,
  Material,
  Person,
  Region,
  Sector,
  Session,
  Source,
  Story,
  Theme,
} from './feed/schema.ts';
