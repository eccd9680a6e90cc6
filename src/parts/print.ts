/**
 * Printing a piece of what is shown as clean pages: in a frame of its own, so that nothing of the host page is touched or printed.
 * Knows frames; knows no stories or sessions.
 */
import { css } from 'lit';
import { baseStyles } from '../styles/base.ts';

export interface Printed {
  /** What is printed, in this order, at least one: copied, and left where they are. */
  readonly content: readonly Element[];
  /** The name of the document, which printers put above a page and in the name of a file. */
  readonly title: string;
  /** The style sheets of the root in which the content stands. */
  readonly styles: readonly CSSStyleSheet[];
}

/** How long pictures may keep the printer waiting, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Opens the browser's way to print for a piece of the page. The frame goes when that is over, or with the next one.
 * @param root a shadow root, in which the frame can stand
 * @returns when the browser has been asked; never rejects: where printing is forbidden (a sandboxed frame) nothing happens
 */
export async function print(root: ShadowRoot, { content, title, styles }: Printed): Promise<void> {
  root.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // in Firefox (140) the frame gets its document later, and what was put in the first one is gone
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  root.append(frame);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return;
  page.title = title;
  page.documentElement.lang = content[0]!.closest<HTMLElement>('[lang]')?.lang ?? '';
  const wrapper = page.createElement('div');
  wrapper.className = 'meedoen print stack';
  const { fontFamily } = getComputedStyle(content[0]!);
  wrapper.style.setProperty('--_font', fontFamily);
  wrapper.append(...content.map((element) => page.importNode(element, true)));
  page.body.append(wrapper);
  // a sheet belongs to the document in which it was made
  const { CSSStyleSheet: Sheet } = view as Window & typeof globalThis;
  page.adoptedStyleSheets = [...styles, baseStyles.styleSheet!, printStyles.styleSheet!].map((sheet) => {
    const copy = new Sheet();
    copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
    return copy;
  });
  const pictures = Array.from(page.images, (picture) => {
    picture.loading = 'eager';
    return picture.decode().catch(() => {});
  });
  await Promise.race([Promise.all(pictures), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  // asked for again meanwhile
  if (!frame.isConnected) return;
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}

/** The frame on the page, and what paper is not. */
export const printFrameStyles = css`
  .print-frame {
    position: fixed;
    inline-size: 0;
    block-size: 0;
    border: 0;
    visibility: hidden;
  }
`;

const printStyles = css`
  @page {
    margin: 20mm;
  }

  .print {
    --_text: #000;
    --_accent: #000;
    --_heading: #000;

    font-family: var(--_font);
    font-size: 11pt;
    color: #000;
    color-scheme: light;
  }

  .print :is(h2, h3, h4, h5, h6) {
    break-after: avoid;
  }

  .print :is(figure, blockquote, li, dl > div) {
    break-inside: avoid;
  }

  .print .portrait img {
    max-block-size: 10cm;
    inline-size: auto;
  }

  .print :is(.links, [part='video']) a::after,
  .print [part~='source'] a::after {
    content: ' (' attr(href) ')';
  }

  .no-print {
    display: none !important;
  }
`;
