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

  /** The element that shows (or is about to show) the body of an item, with its highest heading at `headingLevel`: the same each time. */
  get(item: WithBody, headingLevel: number): HTMLElement {
    const known = this.#elements.get(item);
    if (known) return known;
    const element = document.createElement('div');
    this.#elements.set(item, element);
    element.className = 'body text';
    element.part.add('body');
    const fill = (clean: DocumentFragment): void => {
      element.append(clean);
      element.ariaBusy = null;
    };
    const clean = sanitise(item.body ?? '', { host: this.#host, base: item.base || undefined, headingLevel });
    if (clean instanceof DocumentFragment) fill(clean);
    else {
      element.ariaBusy = 'true';
      void clean.then(fill);
    }
    return element;
  }
}

export const bodyStyles = css`
  .body > * + * {
    margin-block-start: 16px;
  }

  .body :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 32px;
    font-size: 1.2em;
  }

  .body :is(h1, h2, h3, h4, h5, h6) + * {
    margin-block-start: 8px;
  }

  .body li + li {
    margin-block-start: 4px;
  }

  .body :is(blockquote, pre) {
    padding-inline-start: 16px;
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
    border-collapse: collapse;
  }

  /* words and numbers in one piece, else columns are as narrow as a letter; on paper nothing can be scrolled */
  @media screen {
    .body table {
      hyphens: manual;
      overflow-wrap: normal;
    }
  }

  .body :is(th, td) {
    padding: 4px 16px 4px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
`;
