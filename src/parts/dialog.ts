/**
 * The reader: a native modal `<dialog>` that scrolls inside itself. Title focused, Escape, close button and backdrop close it, focus
 * returns to where it was. Knows how to open and close; what is in it is given to it.
 */
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { readerWords } from '../i18n/reader.ts';
import { languageFor } from '../i18n/words.ts';
import { bodyStyles } from './body.ts';
import { icon } from './icons.ts';
import { notice } from './notices.ts';
import { print, printFrameStyles } from './print.ts';

export { DeepLinkController } from '../controllers/deep-link.ts';
export { Bodies } from './body.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** The words for an item that is not there. */
export type Unknown = 'unknownStory' | 'unknownSession';

/** Says that what the address asks for is not there, when that is so, until the visitor has read it. */
export function missing(
  locale: string,
  view: { readonly unknown: Unknown } | undefined,
  link: { readonly missing: boolean; dismiss(): void } | undefined,
): TemplateResult | undefined {
  if (!view || !link?.missing) return undefined;
  const words = readerWords[languageFor(locale)];
  return notice({ retry: words.close }, [words[view.unknown]], () => link.dismiss(), 'floating');
}

export interface Neighbour {
  readonly label: string;
  readonly go: () => void;
}

export interface DialogContent {
  readonly locale: string;
  /** The heading's own content; it names the dialog. */
  readonly title: unknown;
  readonly lang: string | typeof nothing;
  readonly before?: unknown;
  readonly body: unknown;
  /** Names of the neighbours, for the buttons at the end. */
  readonly previous?: Neighbour | undefined;
  readonly next?: Neighbour | undefined;
}

export class DialogController implements ReactiveController {
  readonly #host: Host;
  readonly #onClose: () => void;
  #opener: Element | null = null;
  /** Whether it is, or is about to be, open. */
  open = false;
  #fresh = false;

  /** @param onClose after the visitor (not the program) closed it */
  constructor(host: Host, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
    host.addController(this);
  }

  /** Opens it, or starts at the top again with other content. */
  show(): void {
    // not every browser gives a pressed button the focus, and gives it back
    if (!this.open) this.#opener = this.#host.shadowRoot?.activeElement ?? null;
    this.open = this.#fresh = true;
    this.#host.requestUpdate();
  }

  /** Closes it without telling. */
  hide(): void {
    this.open = false;
    this.#dialog?.close();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!dialog || !this.#fresh) return;
    this.#fresh = false;
    try {
      if (!dialog.open) dialog.showModal();
    } catch {
      // not in the page any more
      return;
    }
    dialog.scrollTop = 0;
    dialog.querySelector<HTMLElement>('.dialog-title')?.focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    this.open = false;
  }

  render(content: DialogContent): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { previous, next } = content;
    const words = readerWords[languageFor(content.locale)];
    const step = (to: 'previous' | 'next'): unknown => {
      const neighbour = content[to];
      if (!neighbour) return nothing;
      return html`<button class="link-button ${to}" part=${to} type="button" @click=${neighbour.go}>
        ${icon(to)}<span>${words[to]}: ${neighbour.label}</span>
      </button>`;
    };
    return html`<dialog class="dialog" part="dialog" aria-labelledby="dialog-title" @close=${this.#handleClose} @click=${this.#handleClick}>
      <div class="dialog-bar no-print">
        <button class="link-button" part="print" type="button" @click=${() => this.print()}>${words.print}</button>
        <button class="link-button close" part="close" type="button">${words.close}${icon('close')}</button>
      </div>
      <article class="dialog-content" lang=${content.lang} dir=${content.lang === nothing ? nothing : 'auto'}>
        ${content.before}
        <h2 class="dialog-title" id="dialog-title" part="dialog-title" tabindex="-1">${content.title}</h2>
        ${content.body}
      </article>
      ${
        previous || next
          ? html`<nav class="dialog-nav row no-print" aria-label=${`${words.previous} / ${words.next}`}>
              ${step('previous')} ${step('next')}
            </nav>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Prints what is read, without the bar and the neighbours; or one part of it, with what tells where that is from. */
  print(part?: Element | null): void {
    const root = this.#host.shadowRoot;
    const find = (selector: string) => this.#dialog?.querySelector(selector);
    const title = find('.dialog-title');
    const content = part ? [title, find('[part=organisation]'), part, find('[part=source]')] : [find('.dialog-content')];
    if (root && title)
      void print(root, { content: content.filter((element) => !!element), title: title.textContent, styles: root.adoptedStyleSheets });
  }

  /** The close button, or the backdrop: that is the dialog itself, outside its own box. */
  readonly #handleClick = ({ currentTarget, target, detail, clientX, clientY }: MouseEvent): void => {
    const dialog = currentTarget as HTMLDialogElement;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const outside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    if (target === dialog ? detail && outside : (target as Element).closest('[part=close]')) dialog.close();
  };

  #linkTo(title: string | undefined): HTMLElement | undefined {
    const links = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.card-link, .session-link')];
    // what is not in the list leaves its beginning
    return links.find((link) => link.textContent.trim() === title) ?? links[0];
  }

  readonly #handleClose = ({ currentTarget }: Event): void => {
    const dialog = currentTarget as HTMLDialogElement;
    const byVisitor = this.open;
    this.open = false;
    this.#host.requestUpdate();
    // closed by program, the focus may have gone on to something else by now
    if (!byVisitor) return;
    if (this.#opener instanceof HTMLElement) this.#opener.focus({ preventScroll: true });
    // opened by an address: there is nothing to go back to, so on to what it was about
    else this.#linkTo(dialog.querySelector('.dialog-title')?.textContent.trim())?.focus();
    this.#onClose();
  };
}

const dialogStyles = css`
  .dialog {
    inline-size: min(100% - 16px, 52em);
    max-inline-size: none;
    max-block-size: calc(100dvb - 32px);
    padding: 0;
    overscroll-behavior: contain;
    /* what has the focus does not go under the bar */
    scroll-padding-block-start: calc(60px + 1em);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    container: dialog / inline-size;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }

  .dialog-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    justify-content: space-between;
    gap: 24px;
    /* room for the focus ring, which the edge would cut off */
    padding: 6px 24px;
    border-block-end: 1px solid var(--_line);
    background: var(--_background);
  }

  .dialog-content {
    padding: 24px;
    padding-block-end: 40px;
  }

  .dialog-title {
    max-inline-size: 26ch;
    margin-block: 8px;
    font-size: clamp(1.6em, 5cqi, 2.4em);
    line-height: 1.12;
  }

  .dialog-title:focus {
    outline: none;
    box-shadow: none;
  }

  .dialog-nav {
    padding: 16px 24px;
    border-block-start: 1px solid var(--_line);
  }

  .dialog-nav button {
    flex: 0 1 20em;
    justify-content: start;
    text-align: start;
  }

  .dialog-nav .icon {
    flex-shrink: 0;
  }

  .dialog-nav:dir(rtl) .icon {
    rotate: 180deg;
  }

  .dialog-nav .next {
    flex-direction: row-reverse;
    justify-content: flex-start;
    margin-inline-start: auto;
    text-align: end;
  }

  /* the browser's own printing: the whole text, not what fits on the screen */
  @media print {
    .dialog {
      position: absolute;
      inset: 0 0 auto;
      inline-size: 100%;
      max-block-size: none;
      overflow: visible;
      border: 0;
      border-radius: 0;
      container: none;
    }

    .dialog::backdrop {
      background: var(--_background);
    }

    .dialog :is(figure, blockquote, li, dl > div) {
      break-inside: avoid;
    }
  }

  @container dialog (min-width: 40em) {
    .dialog-content {
      padding-inline: 48px;
    }
  }
`;

/** What the dialog and the texts in it need. */
export const styles = [dialogStyles, bodyStyles, printFrameStyles];
