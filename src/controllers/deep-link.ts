/**
 * Deep links: `?verhaal=id` opens a story, `?sessie=id` a session. One controller for all elements of the page: the first element in
 * document order that shows the item claims it. Knows the address and the history; knows no dialogs.
 * The host page's `history.state`, other parameters and hash are kept; where history is forbidden (opaque origins) nothing happens.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost, Element {
  /** The parameter's name; `off` for none. */
  deepLink: string;
}

export interface DeepLinkTarget {
  /** Whether the host shows an item with this id. */
  has(id: string): boolean;
  /** Opens the item, or closes what is open. */
  show(id: string | undefined): void;
}

const members = new Set<DeepLinkController>();

export class DeepLinkController implements ReactiveController {
  readonly #host: Host;
  readonly #target: DeepLinkTarget;
  /** What this host has open, and whether we added a history entry for it. */
  #open: string | undefined;
  #pushed = false;
  /** The address' value that has been handled, so that closing a dialog does not reopen it. */
  #handled: string | undefined;

  constructor(host: Host, target: DeepLinkTarget) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostConnected(): void {
    if (!members.size) addEventListener('popstate', followAddress);
    members.add(this);
  }

  hostUpdated(): void {
    const id = this.#wanted();
    if (id === undefined || id === this.#handled || !this.#target.has(id)) return;
    // others that became ready in the same task may stand before this one
    queueMicrotask(() => claim(this.#host.deepLink, id));
  }

  hostDisconnected(): void {
    members.delete(this);
    if (!members.size) removeEventListener('popstate', followAddress);
  }

  /** The visitor opened an item, or moved on to another one. */
  opened(id: string): void {
    const step = this.#open === undefined ? 'pushState' : 'replaceState';
    this.#open = this.#handled = id;
    if (this.#write(step, id) && step === 'pushState') this.#pushed = true;
  }

  /**
   * The visitor closed it.
   * @param stay don't go back in the history: that would scroll to where the visitor was, which is not where they are going
   */
  closed(stay = false): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    const pushed = this.#pushed && !stay;
    this.#pushed = false;
    if (!pushed) this.#write('replaceState', undefined);
    else {
      try {
        history.back();
      } catch {
        // no history to go back in
      }
    }
  }

  /** Whether `other` comes after this host in the page. */
  precedes(other: DeepLinkController): boolean {
    return !!(this.#host.compareDocumentPosition(other.#host) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  offers(parameter: string, id: string): boolean {
    return this.#host.deepLink === parameter && this.#target.has(id);
  }

  /** Opens what the address asks for; no history entry of our own. */
  follow(id: string): void {
    this.#handled = this.#open = id;
    this.#pushed = false;
    this.#target.show(id);
  }

  /** The address changed under us (back, forward). */
  addressChanged(): void {
    const id = this.#wanted();
    if (id === this.#open) return;
    if (this.#open !== undefined) {
      this.#open = undefined;
      this.#pushed = false;
      this.#target.show(undefined);
    }
    this.#handled = undefined;
    if (id !== undefined && this.#target.has(id)) claim(this.#host.deepLink, id);
  }

  #wanted(): string | undefined {
    const name = this.#host.deepLink;
    return name === 'off' ? undefined : (new URLSearchParams(location.search).get(name) ?? undefined);
  }

  #write(step: 'pushState' | 'replaceState', id: string | undefined): boolean {
    const name = this.#host.deepLink;
    if (name === 'off') return false;
    try {
      const url = new URL(location.href);
      if (id === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, id);
      history[step](history.state, '', url);
      return true;
    } catch {
      // SecurityError in sandboxed frames: the dialog works, the address just doesn't follow
      return false;
    }
  }
}

function followAddress(): void {
  for (const member of members) member.addressChanged();
}

function claim(parameter: string, id: string): void {
  let first: DeepLinkController | undefined;
  for (const member of members) {
    if (member.offers(parameter, id) && (!first || member.precedes(first))) first = member;
  }
  if (!first || claimed.get(parameter) === id) return;
  claimed.set(parameter, id);
  setTimeout(() => claimed.delete(parameter));
  first.follow(id);
}

/** What was opened in this task, so that the second element with the same story leaves it alone. */
const claimed = new Map<string, string>();
