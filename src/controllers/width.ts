/**
 * How wide the host is, for where the structure itself changes (table or list); plain layout is for container queries.
 * Knows its host's size; knows no markup.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

export class WidthController implements ReactiveController {
  readonly #host: Host;
  readonly #limit: number;
  readonly #observer: ResizeObserver;
  /** Whether the host is narrower than the limit; `undefined` until it has been measured. */
  narrow: boolean | undefined;

  /** @param limit in em of the host's own font size, so that magnified text counts as a narrower place */
  constructor(host: Host, limit: number) {
    this.#host = host;
    this.#limit = limit;
    this.#observer = new ResizeObserver(([entry]) => entry && this.#measure(entry.contentRect.width));
    host.addController(this);
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
    const narrow = width < this.#limit * (parseFloat(getComputedStyle(this.#host).fontSize) || 16);
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  }
}
