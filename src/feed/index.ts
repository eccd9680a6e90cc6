/**
 * `meedoen/feed`: the feed without the elements, for servers, scripts and other front ends. Runs in browsers and in Node.
 */
export { type CheckOptions, checkFeed, type CheckReport, type Finding } from './check.ts';
export { FeedError, type FeedErrorCode, FeedLoader, type LoadedFeed, type LoaderOptions } from './client.ts';
export { JOIN_VARIANTS, type JoinBody, joinBodySchema, type JoinVariant } from './join-body.ts';
export { type Collection, type ContactItem, type FeedFrom, type Item, mergeFeeds, type SessionItem, type StoryItem } from './merge.ts';
export type { Path, Problem } from './problem.ts';
export { readFeed, type ReadOptions, type ReadResult } from './read.ts';
export { readFeedNow } from './read-now.ts';
export type {
  Contact,
  Feed,
  FieldName,
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
} from './schema.ts';
export {
  type AnyItem,
  facetOptions,
  type Facet,
  type FacetOption,
  filterItems,
  type Group,
  groupStories,
  type Query,
  sortBy,
} from './select.ts';
