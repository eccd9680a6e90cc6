/**
 * How many of a long list are shown: few at once, more of them a moment later, the rest when asked. Knows numbers and time; knows no
 * contacts and no markup.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many are shown unasked, and added at a time: more would keep who types waiting, and nobody reads them. */
export const PAGE = 400;
/** How many of them before anything else, also to measure columns by. */
export const FIRST = 100;

export class Paging implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #update: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';
  #total = 0;
  /** How many are shown now. */
  shown = FIRST;
  /** How many the steps lead to. What was asked for stays, whatever the order or the feed, until something else is searched. */
  goal = PAGE;

  /** @param update has the host updated at once */
  constructor(host: ReactiveControllerHost, update: () => void) {
    this.#host = host;
    this.#update = update;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#handlePrint);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    // who types gets more only once no more letters come
    if (this.shown < Math.min(this.goal, this.#total))
      this.#timer = setTimeout(() => this.#show(Math.min(this.goal, this.shown * 4)), this.#text ? 300 : 50);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#handlePrint);
    clearTimeout(this.#timer);
  }

  /** Tells with each rendering what is searched for, and how many answer to it. */
  search(text: string, total: number): void {
    this.#total = total;
    if (text === this.#text) return;
    this.#text = text;
    this.goal = PAGE;
    // few after each letter; what is there is written anew, which is less than taking it away and making it again
    this.shown = Math.min(this.shown, 50);
  }

  /** Shows more than the steps lead to, at once. @returns how many were shown before */
  more(count: number): number {
    const { shown } = this;
    this.#show((this.goal += count));
    return shown;
  }

  #show(count: number): void {
    this.shown = count;
    this.#host.requestUpdate();
  }

  /** Paper has room for all, also for those that were still to come. */
  readonly #handlePrint = (): void => {
    this.more(Infinity);
    this.#update();
  };
}
