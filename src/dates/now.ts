/** Reads the `today` that freezes an element's clock. The real clock and its ticking are the clock controller's. */
import { normaliseDate, parsePartialDate } from './partial.ts';
import { DEFAULT_ZONE, toInstant } from './zone.ts';

/**
 * The `today` attribute: the instant at which the clock of an element stands still.
 * A date without a time is the first moment of that day in the Netherlands (of a month or year: of its first day), so that everything
 * planned for that day is still to come.
 * @returns `undefined` for no or no valid date: the real clock
 */
export function parseToday(text: string | null | undefined): number | undefined {
  const date = parsePartialDate(normaliseDate(text ?? ''));
  return date && toInstant(date, DEFAULT_ZONE);
}
