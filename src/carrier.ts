/**
 * Carriers: `<div data-meedoen="session-calendar" data-src="…">` for content systems that strip unknown tags. The
 * element is put inside the div and takes over its children as fallback; the div itself stays, because the page's
 * style sheets, editors and routers know it. Knows names of attributes; knows no element's class.
 *
 * `data-<attribute>` becomes `<attribute>`, but only for attributes that the element knows: authors who may write
 * `data-onclick` may not write `onclick`.
 */
const CARRIER = '[data-meedoen]';

const upgraded = new WeakMap<HTMLElement, HTMLElement>();
const complained = new Set<string>();

/** The attributes a carrier may give: those the element's class observes, and those that every element has. */
function knownAttributes({ localName }: HTMLElement): readonly string[] {
  const { observedAttributes = [] } = customElements.get(localName) as { observedAttributes?: readonly string[] };
  return [...observedAttributes, 'lang', 'dir'];
}

function mirror(carrier: HTMLElement, element: HTMLElement, name: string): void {
  const value = carrier.getAttribute(`data-${name}`);
  if (value === null) element.removeAttribute(name);
  else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
}

function mirrorAll(carrier: HTMLElement, element: HTMLElement): void {
  for (const name of knownAttributes(element)) if (carrier.hasAttribute(`data-${name}`)) mirror(carrier, element, name);
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
    this.#observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-meedoen'] });
    this.#look(document);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #look(root: ParentNode): void {
    for (const carrier of root.querySelectorAll<HTMLElement>(CARRIER)) this.#upgrade(carrier);
  }

  #upgrade(carrier: HTMLElement): void {
    const name = carrier
      .getAttribute('data-meedoen')!
      .trim()
      .replace(/^meedoen-/, '');
    const tag = `meedoen-${name}`;
    if (!this.#tags.includes(name)) {
      if (!complained.has(name)) console.warn(`meedoen: data-meedoen="${name}" is not one of ${this.#tags.join(', ')}`);
      complained.add(name);
      return;
    }
    // a router that puts back a saved copy of a page puts back the element too
    const inside = upgraded.get(carrier) ?? [...carrier.children].find((child) => child.localName.startsWith('meedoen-'));
    if (inside?.parentNode === carrier && inside.localName === tag) {
      upgraded.set(carrier, inside as HTMLElement);
      mirrorAll(carrier, inside as HTMLElement);
    } else {
      const element = document.createElement(tag);
      mirrorAll(carrier, element);
      // another element than before: the fallback goes with it
      element.append(...(inside?.parentNode === carrier ? inside.childNodes : carrier.childNodes));
      carrier.replaceChildren(element);
      upgraded.set(carrier, element);
    }
    this.#observer.observe(carrier, { attributes: true });
  }

  #handleMutations(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === 'attributes') {
        const carrier = target as HTMLElement;
        const element = upgraded.get(carrier);
        if (attributeName === 'data-meedoen') {
          if (carrier.matches(CARRIER)) this.#upgrade(carrier);
        } else if (element?.parentNode === carrier) {
          const name = attributeName!.replace(/^data-/, '');
          if (name !== attributeName && knownAttributes(element).includes(name)) mirror(carrier, element, name);
        }
        continue;
      }
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement) || !node.isConnected) continue;
        if (node.matches(CARRIER)) this.#upgrade(node);
        this.#look(node);
      }
    }
  }
}
