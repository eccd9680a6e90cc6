/**
 * Which addresses a feed may bring onto a page. Knows URLs; loads nothing.
 */
const URLClass = globalThis.URL;

/** What a feed without an address of its own is resolved against when only its form is checked. */
const NOWHERE = 'https://feed.invalid/';

/** Only what `URL` leaves as it is (no capitals or number for a host, no dots to resolve): making a `URL` takes ten times as long. */
const PLAIN = /^https:\/\/([a-z\d]+[.-])+[a-z]+(\/\w[\w.-]*)+\/?$/;

/**
 * Gives an address that is safe to put in `href`: https, http, mailto or tel; `undefined` for anything else.
 * A relative address is resolved against `base`; without a base it is only checked and comes back as it was.
 * @param text what the feed says
 * @param base the feed's own address
 * @param web only https and http (pictures, form actions, calendars)
 */
export function safeUrl(text: string, base?: string, web = false): string | undefined {
  if (PLAIN.test(text)) return text;
  try {
    const url = new URLClass(text, base ?? NOWHERE);
    if (!(web ? /^https?:$/ : /^(https?|mailto|tel):$/).test(url.protocol)) return undefined;
    return !base && url.href.startsWith(NOWHERE) ? text : url.href;
  } catch {
    return undefined;
  }
}

/**
 * Resolves every candidate of a `srcset` (HTML, "srcset attributes") and drops those that are not safe.
 * @returns the cleaned text, or `undefined` when no candidate is left
 */
export function safeSrcset(text: string, base?: string): string | undefined {
  const candidates: string[] = [];
  // taking it apart takes time by the square of its length
  if (text.length > 10_000) return undefined;
  for (const [, address = '', size = ''] of text.matchAll(/(\S*[^\s,])((?:\s+[^\s,]+)*)\s*(?:,|$)/g)) {
    const url = /^(\s+\d+(w|(\.\d+)?x))?$/.test(size) ? safeUrl(address, base, true) : undefined;
    if (url) candidates.push(url + size.replace(/\s+/, ' '));
  }
  return candidates.length ? candidates.join(', ') : undefined;
}
