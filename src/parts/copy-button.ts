/**
 * A button that copies a text, says so in words beside it and aloud, and says it too when the browser does not let it. Reach it through
 * a `Lazy`, or from a part that is fetched itself: it brings its own `styles`. Knows the clipboard; knows not what the text is.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { copyWords } from '../i18n/copy.ts';
import { languageFor } from '../i18n/words.ts';
import { drawing, icon } from './icons.ts';

/** How long it says that it has copied, in milliseconds. A failure stays: there is something to do about it. */
const CONFIRMED = 4_000;

export interface CopyOptions {
  /** What is copied, for who does not see what the button stands beside; default the text itself. */
  readonly what?: string;
  /** A pictogram without the word, for in a table. */
  readonly compact?: boolean;
}

const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Whether there is a clipboard to write to: not on pages without https. */
export function canCopy(): boolean {
  return typeof (navigator.clipboard as Clipboard | undefined)?.writeText === 'function';
}

/**
 * @param text what goes to the clipboard, as it is
 * @param locale of the words
 * @returns `nothing` where there is no clipboard: see to it that the text can be selected
 */
export function copyButton(
  text: string,
  locale: string,
  { what = text, compact = false }: CopyOptions = {},
): TemplateResult | typeof nothing {
  if (!canCopy()) return nothing;
  const words = copyWords[languageFor(locale)];
  const hidden = compact ? 'visually-hidden' : '';
  return html`<span class="copying no-print"
    ><button
      class="link-button copy ${compact ? 'compact' : ''}"
      part="copy"
      type="button"
      title=${compact ? words.copy : nothing}
      @click=${(event: Event) => copy(event.currentTarget as Element, text, locale)}
    >
      <span class="before"
        >${drawing('M7 7h10v10H7zM13 7V3H3v10h4')}<span class=${hidden}>${words.copy}</span
        ><span class="visually-hidden">${` ${what}`}</span></span
      ><span class="after" aria-hidden="true">${icon('check')}<span class=${hidden}>${words.copied}</span></span></button
    ><span class="copy-status visually-hidden" part="copy-status" role="status"></span
  ></span>`;
}

/** Says how it went in the button and in the region beside it, without its element rendering anything again. */
async function copy(button: Element, text: string, locale: string): Promise<void> {
  const words = copyWords[languageFor(locale)];
  const status = button.nextElementSibling!;
  const say = (done: boolean, message: string): void => {
    button.toggleAttribute('data-copied', done);
    status.classList.toggle('visually-hidden', done || !message);
    status.textContent = message;
  };
  clearTimeout(timers.get(button));
  // what is said twice has to change in between
  say(false, '');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return say(false, words.failed);
  }
  say(true, words.copied);
  timers.set(
    button,
    setTimeout(() => say(false, ''), CONFIRMED),
  );
}

export const styles = [
  css`
    .copying {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 8px;
    }

    /* the two states on one place, so that nothing moves */
    .copy {
      display: inline-grid;
      justify-items: start;
    }

    .copy > span {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      grid-area: 1 / 1;
    }

    .copy.compact {
      justify-items: center;
      min-inline-size: 44px;
    }

    /* see-through and not hidden: it stays the button's name */
    .copy[data-copied] .before,
    .copy:not([data-copied]) .after {
      opacity: 0;
    }
  `,
];
