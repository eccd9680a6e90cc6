/** The reader without pauses, for command lines and small feeds. */
import { fromJsonFeed } from './formats/json-feed.ts';
import { type ReadOptions, type ReadResult, readSteps } from './read.ts';

/** Reads a parsed JSON value as a feed, as `readFeed` does, before it returns. */
export function readFeedNow(input: unknown, options: ReadOptions = {}): ReadResult {
  const steps = readSteps(input, options, fromJsonFeed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
