/**
 * The HTML of an item on screen: one element per item that fills itself once the HTML is clean, however often it is rendered.
 * Knows when; src/html knows how.
 */
import { css } from 'lit';
import { sanitise } from '../html/sanitise.ts';

interface WithBody {
  readonly body?: string;
  readonly base: string;
}

export class Bodies {
  readonly #host: Element;
  readonly #elements = new WeakMap<WithBody, HTMLElement>();

  constructor(host: Element) {
    this.#host = host;
  }

  /** The element that shows (or is about to show) the body of an item, with its highest heading at `headingLevel`. */
  get(item: WithBody, headingLevel: number): HTMLElement {
    let element = this.#elements.get(item);
    if (element && element.dataset.level === String(headingLevel)) return element;
    const fresh = (element = document.createElement('div'));
    fresh.className = 'body text';
    fresh.part.add('body');
    fresh.dataset.level = String(headingLevel);
    this.#elements.set(item, fresh);
    const clean = sanitise(item.body ?? '', { host: this.#host, base: item.base || undefined, headingLevel });
    if (clean instanceof DocumentFragment) fresh.append(clean);
    else {
      fresh.ariaBusy = 'true';
      void clean.then((fragment) => {
        fresh.append(fragment);
        fresh.ariaBusy = null;
      });
    }
    return element;
  }
}

export const bodyStyles = css`
  .body > * + * {
    margin-block-start: calc(var(--_u) * 2);
  }

  .body :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: calc(var(--_u) * 4);
    font-size: 1.2em;
  }

  .body :is(h1, h2, h3, h4, h5, h6) + * {
    margin-block-start: var(--_u);
  }

  .body li + li {
    margin-block-start: calc(var(--_u) / 2);
  }

  .body :is(blockquote, pre) {
    padding-inline-start: calc(var(--_u) * 2);
    border-inline-start: 3px solid var(--_line);
  }

  .body img {
    max-inline-size: 100%;
    block-size: auto;
  }

  .body :is(table, pre) {
    display: block;
    max-inline-size: 100%;
    overflow: auto;
  }

  .body :is(th, td) {
    padding: calc(var(--_u) / 2) calc(var(--_u) * 2) calc(var(--_u) / 2) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
`;
