/**
 * How wide the host is, for where the structure itself changes (table or list); plain layout is for container queries.
 * Knows its host's size; knows no markup.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

/** Em by which a narrow host must be wider before it counts as wide again: more than the scroll bar that its longer form may have taken. */
const SLACK = 1.5;

export class WidthController implements ReactiveController {
  readonly #host: Host;
  readonly #limit: number | (() => number);
  readonly #observer: ResizeObserver;
  #em: number | undefined;
  #narrow: boolean | undefined;
  #frame = 0;

  /** @param limit in em of the host's own font size, so that magnified text counts as a narrower place; a function when it may change */
  constructor(host: Host, limit: number | (() => number)) {
    this.#host = host;
    this.#limit = limit;
    this.#observer = new ResizeObserver(([entry]) => entry && this.#measure(entry.contentRect.width));
    host.addController(this);
  }

  /** Whether the host is narrower than the limit; `undefined` until it has been measured. */
  get narrow(): boolean | undefined {
    if (this.#em === undefined) return undefined;
    const limit = typeof this.#limit === 'number' ? this.#limit : this.#limit();
    return (this.#narrow = this.#em < limit + (this.#narrow ? SLACK : 0));
  }

  hostConnected(): void {
    this.#measure(this.#host.getBoundingClientRect().width);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #measure(width: number): void {
    // an element that is not displayed has no width to decide by
    if (!width) return;
    const { narrow } = this;
    this.#em = width / (parseFloat(getComputedStyle(this.#host).fontSize) || 16);
    if (narrow === this.narrow) return;
    // in a frame of its own: a host that changes its size while sizes are being told makes an error event on the page's window
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#host.requestUpdate());
  }
}
