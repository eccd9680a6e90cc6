/**
 * Carriers: `<div data-meedoen="session-calendar" data-src="…">` for content systems that strip unknown tags. The
 * element is put inside the div and takes over its children as fallback; the div itself stays, because the page's
 * style sheets, editors and routers know it. Knows names of attributes; knows no element's class.
 *
 * `data-<attribute>` becomes `<attribute>`, but only for attributes that the element knows: authors who may write
 * `data-onclick` may not write `onclick`.
 */
const CARRIER = '[data-meedoen]';

const complained = new Set<string>();

/** Gives the element what the carrier says in these attributes, as far as the element's class observes them, and `lang` and `dir`. */
function mirror(carrier: HTMLElement, element: HTMLElement, changed: readonly string[]): void {
  const { observedAttributes = [] } = customElements.get(element.localName) as { observedAttributes?: readonly string[] };
  for (const name of [...observedAttributes, 'lang', 'dir']) {
    if (!changed.includes(`data-${name}`)) continue;
    const value = carrier.getAttribute(`data-${name}`);
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Follows every carrier of a page, those added later by a script or router included. */
export class Carriers {
  readonly #tags: readonly string[];
  readonly #observer = new MutationObserver((records) => this.#handleMutations(records));

  /** @param tags the elements that a carrier can ask for, without `meedoen-` */
  constructor(tags: readonly string[]) {
    this.#tags = tags;
  }

  /** Starts once the document has been parsed: before that, a carrier's own children may still be on their way. */
  follow(document: Document): void {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.follow(document), { once: true });
      return;
    }
    this.#observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-meedoen'] });
    // not `document.documentElement`: a form or image of that name would be in its place
    this.#look(document.querySelector<HTMLElement>(':root')!);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #look(root: HTMLElement): void {
    for (const carrier of [root, ...root.querySelectorAll<HTMLElement>(CARRIER)]) this.#upgrade(carrier);
  }

  /** @param changed the attributes to look at, when the element is there already */
  #upgrade(carrier: HTMLElement, changed = carrier.getAttributeNames()): void {
    if (!carrier.matches(CARRIER)) return;
    const name = carrier
      .getAttribute('data-meedoen')!
      .trim()
      .replace(/^meedoen-/, '');
    if (!this.#tags.includes(name)) {
      if (!complained.has(name)) console.warn(`meedoen: data-meedoen="${name}" is not one of ${this.#tags.join(', ')}`);
      complained.add(name);
      return;
    }
    // also the one in a copy of the page that a router has kept
    const inside = [...carrier.children].find(({ localName }) => localName.startsWith('meedoen-')) as HTMLElement | undefined;
    if (inside?.localName === `meedoen-${name}`) mirror(carrier, inside, changed);
    else {
      const element = document.createElement(`meedoen-${name}`);
      mirror(carrier, element, carrier.getAttributeNames());
      // another element than before: the fallback goes with it
      element.append(...(inside ?? carrier).childNodes);
      carrier.replaceChildren(element);
    }
    this.#observer.observe(carrier, { attributes: true });
  }

  #handleMutations(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName) this.#upgrade(target as HTMLElement, [attributeName]);
      for (const node of addedNodes) if (node instanceof HTMLElement && node.isConnected) this.#look(node);
    }
  }
}
