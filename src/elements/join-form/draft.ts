/**
 * What is being filled in: the values, also of fields that are not shown now, the key and the age of this filled form, and the warning
 * when the visitor leaves with it unsent. In memory only. Knows a form element; no feed, no words, no network.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A new idempotency key; also where a page is not on https, so without `crypto.randomUUID`. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Draft implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #unsent = false;
  data = new FormData();
  /** One per filled form, however often it is sent. */
  key = newKey();
  /** When the form was first shown (`performance.now()`); 0 before that. */
  since = 0;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether leaving the page would lose something. */
  get unsent(): boolean {
    return this.#unsent;
  }

  set unsent(unsent: boolean) {
    this.#unsent = unsent;
    // a listener that is always there would keep the page out of the browser's back-forward cache
    if (unsent && this.#host.isConnected) addEventListener('beforeunload', this.#warn);
    else removeEventListener('beforeunload', this.#warn);
  }

  hostConnected(): void {
    this.unsent = this.#unsent;
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#warn);
  }

  /** Reads the form as it is on screen: password managers fill in fields without always saying so. */
  read(form: HTMLFormElement): void {
    const data = new FormData(form);
    for (const [name, value] of this.data) if (!form.elements.namedItem(name)) data.append(name, value);
    this.data = data;
    this.unsent = [...data].some(([name, value]) => value && name !== 'extra');
  }

  /** Empties the form for another one, but for who fills it in. */
  restart(): void {
    for (const name of [...this.data.keys()]) if (!/name|email|organisation|role|sector|region|phone/.test(name)) this.data.delete(name);
    this.key = newKey();
    this.since = 0;
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chromium before 119
    event.returnValue = true;
  };
}
