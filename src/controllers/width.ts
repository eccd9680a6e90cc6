/**
 * How wide the host is, for where the structure itself changes (table or list); plain layout is for container queries.
 * Knows its host's size; knows no markup.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

export class WidthController implements ReactiveController {
  readonly #host: Host;
  readonly #limit: number | (() => number);
  readonly #observer: ResizeObserver;
  #em: number | undefined;

  /** @param limit in em of the host's own font size, so that magnified text counts as a narrower place; a function when it may change */
  constructor(host: Host, limit: number | (() => number)) {
    this.#host = host;
    this.#limit = limit;
    this.#observer = new ResizeObserver(([entry]) => entry && this.#measure(entry.contentRect.width));
    host.addController(this);
  }

  /** Whether the host is narrower than the limit; `undefined` until it has been measured. */
  get narrow(): boolean | undefined {
    return this.#em === undefined ? undefined : this.#em < (typeof this.#limit === 'number' ? this.#limit : this.#limit());
  }

  hostConnected(): void {
    this.#measure(this.#host.getBoundingClientRect().width);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    // an element that is not displayed has no width to decide by
    if (!width) return;
    const { narrow } = this;
    this.#em = width / (parseFloat(getComputedStyle(this.#host).fontSize) || 16);
    if (narrow !== this.narrow) this.#host.requestUpdate();
  }
}
