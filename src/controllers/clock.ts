/**
 * What time it is for an element: the real time, or the `today` that freezes it. One timer for the whole page, once a minute.
 * Knows its host and time; knows no dates of items.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseToday } from '../dates/now.ts';

interface Host extends ReactiveControllerHost {
  /** Freezes the clock: a date or a date with a time. */
  today: string;
}

const MINUTE = 60_000;
const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

export class ClockController implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds since the epoch; an unreadable `today` counts as none. */
  get now(): number {
    return parseToday(this.#host.today) ?? Date.now();
  }

  hostConnected(): void {
    hosts.add(this.#host);
    timer ??= setInterval(() => hosts.forEach((host) => host.requestUpdate()), MINUTE);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size) return;
    clearInterval(timer);
    timer = undefined;
  }
}
