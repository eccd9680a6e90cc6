/**
 * What the page around an element looks like, as far as CSS can't inherit it: the colour of a real link and the paper under the text.
 * Gives them to the host's own styles as private custom properties; touches nothing outside the host.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from './language.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

export class SurroundingsController implements ReactiveController {
  readonly #host: Host;
  #measured = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#measured = false;
    // moved to another place of the page, the colours may be others
    this.#host.requestUpdate();
    dark?.addEventListener('change', this.#measure);
    // late style sheets
    if (document.readyState !== 'complete') addEventListener('load', this.#measure, { once: true });
  }

  hostUpdated(): void {
    if (this.#measured) return;
    this.#measured = true;
    this.#measure();
  }

  hostDisconnected(): void {
    dark?.removeEventListener('change', this.#measure);
    removeEventListener('load', this.#measure);
  }

  readonly #measure = (): void => {
    const style = this.#host.renderRoot.querySelector<HTMLElement>('.meedoen')?.style;
    const ground = paper(this.#host);
    style?.setProperty('--_link', linkColour(this.#host));
    style?.setProperty('--_paper', ground);
    style?.setProperty('color-scheme', schemeFor(ground));
  };
}

/** The colour the page gives a link in this place: of the fallback's own link, else of one put there for a moment. */
function linkColour(host: HTMLElement): string {
  const own = host.querySelector('a[href]');
  const link = own ?? document.createElement('a');
  if (!own) {
    Object.assign(link, { href: '#', hidden: true });
    host.append(link);
  }
  const { color } = getComputedStyle(link);
  if (!own) link.remove();
  return color;
}

/** How much of what is behind a computed colour can be seen; none for one without an alpha. */
const ALPHA = /^rgba\([^)]*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/;

/** How the browser draws checkboxes, lists of choices and scroll bars on a ground: dark ones on a page that is dark without saying so. */
function schemeFor(ground: string): string {
  const [red, green, blue] = ground.startsWith('rgb') ? ground.match(/[\d.]+/g)! : [];
  // by weight in what the eye sees as light: ITU-R BT.601
  return blue ? (Number(red) * 0.3 + Number(green) * 0.59 + Number(blue) * 0.11 < 128 ? 'dark' : 'light') : '';
}

/** The background of the nearest ancestor that has one that can't be seen through; the browser's own when none has. */
function paper(host: Element): string {
  return (
    nearest(host, (node) => {
      const { backgroundColor } = getComputedStyle(node);
      const [, rgba, other] = ALPHA.exec(backgroundColor) ?? [];
      return Number(rgba ?? other ?? 1) === 1 ? backgroundColor : undefined;
    }) ?? 'Canvas'
  );
}
