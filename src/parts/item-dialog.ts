/**
 * Opening an item to read it, the same for stories and sessions: deep link, neighbours, event. The dialog itself and what stands in it
 * are fetched when a visitor comes near. Knows which item is open; the element says which items there are.
 */
import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DeepLinkController } from '../controllers/deep-link.ts';
import { Lazy } from '../controllers/lazy.ts';
import type { CommonWords } from '../i18n/common.ts';
import type { Bodies, DialogContent, DialogController, Neighbour, Unknown } from './dialog.ts';
import { notice } from './notices.ts';

type Host = ReactiveControllerHost & HTMLElement & { deepLink: string; readonly renderRoot: HTMLElement | DocumentFragment };

interface Item {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

/** What draws an item. */
interface View {
  /** Which words say that there is no such item. */
  readonly unknown: Unknown;
}

export interface ItemDialogOptions<T extends Item, V extends View> {
  /** What draws the content. */
  readonly view: Lazy<V>;
  /** What can be opened. */
  readonly items: () => readonly T[];
  /** What is shown now, in order: previous and next follow it. */
  readonly shown: () => readonly T[];
  /** Whether there may be more to come. */
  readonly loading: () => boolean;
  /** What tells the page that the visitor opened an item. */
  readonly opened: (item: T) => Event;
}

const dialog = new Lazy(() => import('./dialog.ts'));

export class ItemDialog<T extends Item, V extends View> implements ReactiveController {
  protected readonly host: Host;
  readonly #options: ItemDialogOptions<T, V>;
  #link: DeepLinkController<T> | undefined;
  #key: string | undefined;
  /** Whether the dialog is to be opened as soon as it is there. */
  #waiting = false;
  /** The id of what a visitor opened before the address could follow. */
  #pressed: string | undefined;
  #dialog: DialogController | undefined;
  #bodies: Bodies | undefined;

  constructor(host: Host, options: ItemDialogOptions<T, V>) {
    this.host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What is fetched to open an item. */
  get onDemand(): readonly Lazy<object>[] {
    return [dialog, this.#options.view];
  }

  hostUpdate(): void {
    if (this.#waiting) this.#begin();
    // withdrawn while it was read
    else if (this.#dialog?.open && !this.current) this.leave();
    // an address that names an item is followed once what follows it is there
    else if (!this.#link && new URLSearchParams(location.search).has(this.host.deepLink)) this.#fetch();
  }

  /** What is open, or about to be. */
  get current(): T | undefined {
    return this.#options.items().find(({ key }) => key === this.#key);
  }

  /** Opens an item because the visitor asked for it. */
  open(item: T): void {
    this.#show(item);
    if (this.#link) this.#link.opened(item.id);
    else this.#pressed = item.id;
    this.host.dispatchEvent(this.#options.opened(item));
  }

  /** Closes it because the visitor goes on to something else on the page. */
  leave(): void {
    if (!this.#dialog?.open) return;
    this.#show(undefined);
    this.#link?.closed(true);
  }

  /** Prints the section in which something was pressed, alone. */
  protected print({ currentTarget }: Event): void {
    this.#dialog?.print((currentTarget as Element).closest('section'));
  }

  /** The dialog with the open item; a notice while that is being fetched or when it can't be; nothing when none is open. */
  render(
    common: CommonWords,
    locale: string,
    content: (item: T, view: V, bodies: Bodies) => Pick<DialogContent, 'title' | 'lang' | 'before' | 'body'>,
  ): TemplateResult | typeof nothing | undefined {
    const { shown, view } = this.#options;
    if (this.#waiting) {
      const failed = dialog.failed || view.failed;
      return notice(common, [failed ? common.failed.network : common.loading], failed && (() => this.#begin(true)), 'floating');
    }
    const item = this.#dialog?.open ? this.current : undefined;
    if (!item) return dialog.module?.missing(locale, view.module, this.#link);
    const list = shown();
    const at = list.indexOf(item);
    const neighbour = (other: T | undefined): Neighbour | undefined =>
      at >= 0 && other ? { label: other.title, go: () => this.open(other) } : undefined;
    return this.#dialog!.render({
      locale,
      ...content(item, view.module!, this.#bodies!),
      previous: neighbour(list[at - 1]),
      next: neighbour(list[at + 1]),
    });
  }

  #show(item: T | undefined): void {
    this.#key = item?.key;
    if (item) this.#begin(true);
    else {
      this.#waiting = false;
      this.#dialog?.hide();
    }
  }

  #begin(again = false): void {
    this.#waiting = !this.#fetch(again);
    if (this.#waiting) this.host.requestUpdate();
    else this.#dialog!.show();
  }

  /** @returns whether all is there to open an item */
  #fetch(again = false): boolean {
    const host = this.host;
    const { view } = this.#options;
    const parts = dialog.use(host, again);
    if (!view.use(host, again) || !parts) return false;
    this.#bodies ??= new parts.Bodies(host);
    this.#dialog ??= new parts.DialogController(host, () => this.#link!.closed());
    this.#link ??= new parts.DeepLinkController(host, this.#options, (item) => this.#show(item));
    if (this.#pressed !== undefined) this.#link.opened(this.#pressed);
    this.#pressed = undefined;
    return true;
  }
}
