/**
 * In which language an element speaks: the nearest `lang`, also outside the shadow roots it sits in, and again when one of the document
 * changes (one within a shadow root counts from the next update on).
 * Knows the host's place in the page, and where the words of another language come from; knows no words.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { writeOthers } from '../dates/format.ts';
import { type Language, languageFor } from '../i18n/words.ts';
import { Lazy } from './lazy.ts';

type Host = ReactiveControllerHost & Element & { readonly renderRoot: HTMLElement | DocumentFragment };

const english = new Lazy(async () => {
  const [words, dates] = await Promise.all([import('../i18n/en/index.ts'), import('../dates/intl.ts')]);
  words.speakEnglish();
  writeOthers(dates.intl);
  return words;
});

/** The elements of ours that are on the page. */
export const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** What `read` finds in an element, or in the nearest one around it that has it; shadow roots are looked through. */
export function nearest(element: Element, read: (element: Element) => string | null | undefined): string | undefined {
  for (let node: Element | null = element; node;) {
    const found = read(node);
    if (found) return found;
    const root: Node = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return undefined;
}

/** The value of the nearest `lang` attribute, `''` when there is none (HTML, "the lang attribute"). */
function nearestLanguage(element: Element): string {
  return nearest(element, (node) => node.getAttribute('lang')) ?? '';
}

export class LanguageController implements ReactiveController {
  readonly #host: Host;
  /** The BCP 47 language around the host, `''` when the page names none. */
  value = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (!observer) {
      observer = new MutationObserver(() => hosts.forEach((host) => host.requestUpdate()));
      observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostUpdate(): void {
    this.value = nearestLanguage(this.#host);
    if (languageFor(this.value) === 'en') english.use(this.#host);
  }

  /** What is spoken: Dutch where English can't be had. */
  get language(): Language {
    return english.module ? languageFor(this.value) : 'nl';
  }

  /** Whether the words are still being fetched. */
  get waiting(): boolean {
    return languageFor(this.value) !== this.language && !english.failed;
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (!hosts.size) {
      observer?.disconnect();
      observer = undefined;
    }
  }
}
