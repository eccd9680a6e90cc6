/** The few pictograms, drawn by us; always beside a word, so hidden from screen readers. */
import { html, type TemplateResult } from 'lit';

const PATHS = {
  close: 'M4 4l12 12M16 4L4 16',
  previous: 'M12 3l-7 7 7 7',
  next: 'M8 3l7 7-7 7',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  sort: 'M6 7l4-4 4 4M6 13l4 4 4-4',
  check: 'M4 11l4 4 8-10',
};

export const icon = (name: keyof typeof PATHS): TemplateResult => drawing(PATHS[name]);

/** An icon of one line in the colour and size of the text beside it. @param path in a square of 20 by 20 */
export function drawing(path: string): TemplateResult {
  return html`<svg
    class="icon"
    part="icon"
    viewBox="0 0 20 20"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
  >
    <path d=${path} />
  </svg>`;
}
