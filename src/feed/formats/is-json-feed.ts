/** Whether a feed is a JSON Feed; how to read it (json-feed.ts) is fetched only then. */
import { entry, isObject } from '../problem.ts';

const VERSION = /^https?:\/\/(www\.)?jsonfeed\.org\/version\/1(\.\d+)?\/?$/;

export function isJsonFeed(input: unknown): input is object {
  const version = isObject(input) ? entry(input, 'version') : undefined;
  return typeof version === 'string' && VERSION.test(version);
}
