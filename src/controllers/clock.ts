/**
 * What time it is for an element: the real time, or the `today` that freezes it. One timer for the whole page, at every full minute.
 * Knows its host and time; knows no dates of items.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseToday } from '../dates/now.ts';

interface Host extends ReactiveControllerHost {
  /** Freezes the clock: a date or a date with a time. */
  today: string;
}

const MINUTE = 60_000;
const clocks = new Set<ClockController>();
let timer: ReturnType<typeof setTimeout> | undefined;

function wait(before: number): void {
  timer = setTimeout(
    () => {
      wait(Date.now());
      for (const clock of clocks) if (!clock.frozen) clock.passed(before);
    },
    MINUTE - (before % MINUTE),
  );
}

export class ClockController implements ReactiveController {
  readonly #host: Host;
  /** What a minute does; `before` is when it did so last (milliseconds since 1970). Not called while the clock stands still. */
  passed: (before: number) => void = () => this.#host.requestUpdate();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** When the clock stands still; an unreadable `today` counts as none. */
  get frozen(): number | undefined {
    return parseToday(this.#host.today);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.frozen ?? Date.now();
  }

  hostConnected(): void {
    if (!clocks.size) wait(Date.now());
    clocks.add(this);
  }

  hostDisconnected(): void {
    clocks.delete(this);
    if (!clocks.size) clearTimeout(timer);
  }
}
