/**
 * How the drop-in bundle fetches what it leaves out at first: files of the same build from beside itself, held to the hashes that the
 * build wrote into it. The build turns every `import()` of the bundle into a call of `fetchBeside`; with a bundler of the npm package
 * they stay what they are.
 */
import { hosts } from './controllers/language.ts';

/** How long a file may take, in milliseconds. */
const TIME_OUT = 10_000;

/** The first address in a stack, which is that of the file with the function that asked for it. */
export function addressIn(stack: unknown): string | undefined {
  return typeof stack === 'string' ? /(?:https?|file):[^\s()]+?(?=:\d+(?::\d+)?(?:[\s)]|$))/.exec(stack)?.[0] : undefined;
}

// a classic script is only now the current one
const { currentScript } = document;
const script = currentScript instanceof HTMLScriptElement && currentScript.src;

/**
 * The bundle's own address: a module has no `currentScript`, a classic script no `import.meta`, both have a stack. Not asked for while the
 * bundle starts: for a stack V8 parses all functions in it again, and the bundle is one large one then (10 ms).
 */
const ownAddress = (): string | undefined => script || addressIn(new Error().stack);

/** Resolves once the file is in the page's module map with the right hash. */
function pin(url: string, integrity: string, host: Element | undefined): Promise<unknown> {
  const link = document.createElement('link');
  return new Promise<unknown>((resolve, reject) => {
    setTimeout(reject, TIME_OUT);
    Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href: url, onload: resolve, onerror: reject });
    // inside our own box: the page's head is not ours
    host?.shadowRoot?.append(link);
  }).finally(() => link.remove());
}

/**
 * @param url where the file is
 * @param integrity its hash, as in the `integrity` attribute
 * @param host an element of ours on the page, whose shadow root holds a `<link>` for a moment
 * @throws what to do about it: the file is not there, late, or another one
 */
export async function loadFrom<T>(url: string, integrity: string, host?: Element): Promise<T> {
  try {
    const pinned = pin(url, integrity, host);
    // WebKit (2.50) loads a module whatever the `integrity` of its modulepreload says, but checks that of a fetch
    if (/^Apple/.test(navigator.vendor))
      await fetch(url, { integrity, credentials: 'omit', signal: AbortSignal.timeout(TIME_OUT) }).catch((error: unknown) => {
        pinned.catch(() => {});
        throw error;
      });
    await pinned;
  } catch (error) {
    throw new Error(`${url} is missing, late, or of another version: put all files of a release side by side.`, { cause: error });
  }
  return (await import(/* @vite-ignore */ url)) as T;
}

const coming = new Map<string, Promise<unknown>>();

/**
 * @param file its name, beside the bundle
 * @param shared what it uses of the bundle; the file's default export is a function of that
 * @returns what the file exports; a failure is not kept
 */
export function fetchBeside(file: string, integrity: string, shared: object): Promise<unknown> {
  let module = coming.get(file);
  if (!module) {
    module = loadFrom<{ default: (shared: object) => object }>(new URL(file, ownAddress()).href, integrity, [...hosts][0]).then((made) =>
      made.default(shared),
    );
    coming.set(file, module);
    module.catch(() => coming.delete(file));
  }
  return module;
}
