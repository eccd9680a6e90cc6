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

interface Item {
  readonly id: string;
}

export interface DeepLinkTarget<T extends Item> {
  /** What the host has to open. */
  readonly items: () => readonly T[];
  /** Whether it may get more. */
  readonly loading: () => boolean;
}

const members = new Set<DeepLinkController<Item>>();

export class DeepLinkController<T extends Item> implements ReactiveController {
  readonly #host: Host;
  readonly #target: DeepLinkTarget<T>;
  readonly #onShow: (item: T | undefined) => void;
  /** What this host has open, and whether we added a history entry for it. */
  #open: string | undefined;
  #pushed = false;
  /** The address' value that has been handled, so that closing a dialog does not reopen it. */
  #handled: string | undefined;
  /** What the address asked for that no element of the page has, if this one is to say so. */
  #missing: string | undefined;

  /** @param onShow opens the item, or closes what is open */
  constructor(host: Host, target: DeepLinkTarget<T>, onShow: (item: T | undefined) => void) {
    this.#host = host;
    this.#target = target;
    this.#onShow = onShow;
    host.addController(this);
  }

  /** Whether this host has to say that what the address asks for is not there. */
  get missing(): boolean {
    return this.#missing !== undefined && this.#missing === this.#wanted();
  }

  hostConnected(): void {
    if (!members.size) addEventListener('popstate', followAddress);
    members.add(this as unknown as DeepLinkController<Item>);
  }

  hostUpdated(): void {
    const id = this.#wanted();
    if (id === undefined || id === this.#handled || (this.missing && !this.#find(id))) return;
    // others that become ready in the same task may stand before this one
    setTimeout(() => DeepLinkController.#claim(this.#host.deepLink, id));
  }

  hostDisconnected(): void {
    // what is gone has nothing open
    this.closed(true);
    members.delete(this as unknown as DeepLinkController<Item>);
    if (!members.size) removeEventListener('popstate', followAddress);
  }

  /** The visitor has read that it is not there. */
  dismiss(): void {
    // also where the address can't follow it is not said again
    for (const member of members) if (member.#host.deepLink === this.#host.deepLink) member.#handled = this.#missing;
    this.#write('replaceState');
    this.#missing = undefined;
    this.#host.requestUpdate();
  }

  /** The visitor opened an item, or moved on to another one. */
  opened(id: string): void {
    const first = this.#open === undefined;
    this.#open = this.#handled = id;
    if (this.#write(first ? 'pushState' : 'replaceState', id) && first) this.#pushed = true;
  }

  /**
   * The visitor closed it.
   * @param stay don't go back in the history: that would scroll to where the visitor was, which is not where they are going
   */
  closed(stay = false): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    if (this.#pushed && !stay) history.back();
    else this.#write('replaceState');
    this.#pushed = false;
  }

  /** The address changed under us (back, forward). */
  addressChanged(): void {
    if (this.#wanted() === this.#open) return;
    if (this.#open !== undefined) this.#show(undefined);
    this.#handled = undefined;
    this.hostUpdated();
  }

  /**
   * Opens what the address asks for in the first element that has it, unless it is open already; adds no history entry. When none has it
   * and none is still loading, the first that shows anything says so.
   */
  static #claim(name: string, id: string): void {
    const asked = [...members]
      .filter((member) => member.#host.deepLink === name && member.#wanted() === id)
      .sort((a, b) => (a.#host.compareDocumentPosition(b.#host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const able = asked.filter((member) => member.#find(id));
    const [first] = able;
    // what has been opened, or read to be missing, is not said to be
    const known = first || asked.some((member) => member.#handled === id || member.#target.loading());
    const missed = known ? undefined : asked.find((member) => member.#target.items().length);
    for (const member of asked) {
      const missing = member === missed ? id : undefined;
      if (member.#missing === missing) continue;
      member.#missing = missing;
      member.#host.requestUpdate();
    }
    for (const member of able) member.#handled = id;
    if (first && !able.some((member) => member.#open === id)) first.#show(id);
  }

  #show(id: string | undefined): void {
    this.#open = id;
    this.#pushed = false;
    this.#onShow(id === undefined ? undefined : this.#find(id));
  }

  #find(id: string): T | undefined {
    return this.#target.items().find((item) => item.id === id);
  }

  #wanted(): string | undefined {
    const name = this.#host.deepLink;
    return name === 'off' ? undefined : (new URLSearchParams(location.search).get(name) ?? undefined);
  }

  /** @returns whether the address follows; not in sandboxed frames (SecurityError), where all else works */
  #write(step: 'pushState' | 'replaceState', id?: string): boolean {
    const name = this.#host.deepLink;
    if (name === 'off') return false;
    try {
      const url = new URL(location.href);
      if (id === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, id);
      history[step](history.state, '', url);
      return true;
    } catch {
      return false;
    }
  }
}

function followAddress(): void {
  for (const member of members) member.addressChanged();
}
