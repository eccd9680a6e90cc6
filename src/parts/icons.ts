/** The few pictograms, drawn by us; always beside a word, so hidden from screen readers. */
import { svg, type TemplateResult, html } from 'lit';

const PATHS = {
  close: svg`<path d="M4 4l12 12M16 4L4 16"/>`,
  previous: svg`<path d="M12 3l-7 7 7 7"/>`,
  next: svg`<path d="M8 3l7 7-7 7"/>`,
  up: svg`<path d="M10 16V4M5 9l5-5 5 5"/>`,
  down: svg`<path d="M10 4v12M5 11l5 5 5-5"/>`,
  sort: svg`<path d="M6 7l4-4 4 4M6 13l4 4 4-4"/>`,
  check: svg`<path d="M4 11l4 4 8-10"/>`,
};

/** An icon of one line in the colour and size of the text beside it. */
export function icon(name: keyof typeof PATHS): TemplateResult {
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
    ${PATHS[name]}
  </svg>`;
}
