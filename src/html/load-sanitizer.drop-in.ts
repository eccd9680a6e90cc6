/**
 * Where the filter for browsers without `setHTML` comes from in the drop-in bundle: `meedoen-sanitizer.js` from beside
 * the bundle, held to the hash that the build wrote into it. Stands in for load-sanitizer.ts there.
 */
import type { Filter } from '../sanitizer.ts';
import type { LoadSanitizer } from './load-sanitizer.ts';

declare const __SANITIZER_FILE__: string;
declare const __SANITIZER_INTEGRITY__: string;

/** How long the file may take, in milliseconds. */
const TIME_OUT = 10_000;

/** The bundle's own address: a module has no `currentScript`, a classic script no `import.meta`, both have a stack. */
export function ownAddress(stack: unknown = new Error().stack): string | undefined {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src) return currentScript.src;
  return typeof stack === 'string' ? /(?:https?|file):[^\s()]+?(?=:\d+(?::\d+)?(?:[\s)]|$))/.exec(stack)?.[0] : undefined;
}

// asked for while the bundle starts: later there is neither a current script nor a stack that begins with it
const own = ownAddress();

/** Resolves once the file is in the page's module map with the right hash. */
function pin(url: string, integrity: string, host: Element): Promise<unknown> {
  const link = document.createElement('link');
  return new Promise<unknown>((resolve, reject) => {
    setTimeout(reject, TIME_OUT);
    Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href: url, onload: resolve, onerror: reject });
    // inside our own box: the page's head is not ours
    (host.shadowRoot ?? host).append(link);
  }).finally(() => link.remove());
}

/**
 * @param url where the file is
 * @param integrity its hash, as in the `integrity` attribute
 * @param host an element on the page whose shadow root may hold a `<link>` for a moment
 */
export async function loadFrom(url: string, integrity: string, host: Element): Promise<Filter> {
  try {
    // WebKit (2.50) loads a module whatever the `integrity` of its modulepreload says, but checks that of a fetch
    await fetch(url, { integrity, credentials: 'omit', signal: AbortSignal.timeout(TIME_OUT) });
    await pin(url, integrity, host);
  } catch (error) {
    throw new Error(`${url} is missing, late, or of another version: put both files of a release side by side.`, { cause: error });
  }
  return ((await import(/* @vite-ignore */ url)) as { filter: Filter }).filter;
}

let loading: Promise<Filter> | undefined;

export const loadSanitizer: LoadSanitizer = async (host) => {
  if (!own) throw new Error('The address of meedoen.js is not known.');
  loading ??= loadFrom(new URL(__SANITIZER_FILE__, own).href, __SANITIZER_INTEGRITY__, host).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
};
