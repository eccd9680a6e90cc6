/**
 * What an element needs only after a press, fetched then and shared by all elements of the page: the reader, the month, the words of
 * another language. A bundler of the npm package splits these modules off by itself; the drop-in bundle has them in `meedoen-more.js`
 * (src/beside.ts). Knows modules; knows no markup.
 */
import type { CSSResult, ReactiveControllerHost } from 'lit';

/** What a module may bring along. */
interface Styled {
  readonly styles?: readonly CSSResult[];
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The failure that was told last. */
let told: unknown;

export class Lazy<T extends object> {
  readonly #fetch: () => Promise<T>;
  #coming: Promise<T> | undefined;
  /** The module, once it is there. */
  module: T | undefined;
  /** Whether the last try went wrong; `load` tries again. */
  failed = false;

  /** @param fetch an `import()` */
  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Fetches the module once, however often it is asked for. @throws what the `import()` throws; a failure is told once and not kept */
  load(): Promise<T> {
    this.#coming ??= this.#fetch().then(
      (module) => {
        this.failed = false;
        return (this.module = module);
      },
      (error: unknown) => {
        this.#coming = undefined;
        this.failed = true;
        // several parts may come from one file
        if (error !== told) console.warn(`meedoen: ${error instanceof Error ? error.message : String(error)}`);
        told = error;
        throw error;
      },
    );
    return this.#coming;
  }

  /**
   * The module with its styles in the host's root when it is there; else fetches it and has the host render again, well or badly.
   * @param again also after a failure: because a visitor asked for it
   */
  use(host: Host, again = false): T | undefined {
    const { module } = this;
    if (module) adopt(host.renderRoot, (module as Styled).styles);
    else if (!this.failed || again) {
      this.failed = false;
      const render = (): void => host.requestUpdate();
      this.load().then(render, render);
    }
    return module;
  }
}

/** Adds style sheets to a shadow root that does not have them yet. */
function adopt(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[] = []): void {
  if (!(root instanceof ShadowRoot)) return;
  const missing = styles.map(({ styleSheet }) => styleSheet!).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
