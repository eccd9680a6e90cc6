/** Work that gives the main thread back every few milliseconds, so that a large feed makes no long task. Knows no feed. */

/** Milliseconds of work between two pauses: well under the 50 ms of a long task. */
const SLICE = 8;

/** Does all steps, with pauses between them; resolves to what the last one gives. */
export async function inSlices<T>(steps: Iterator<unknown, T>): Promise<T> {
  for (let until = performance.now() + SLICE; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() > until) {
      await pause();
      until = performance.now() + SLICE;
    }
  }
}

function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  // it is aborted with the task of the page that gave us the feed
  return scheduler?.yield?.().catch(later) ?? later();
}
