/** Texts for property tests. */
import fc from 'fast-check';

/**
 * Any text: of any signs, half pairs and what can't be printed among them. `fc.string({ unit: 'binary' })` and `fc.webUrl()` first
 * make tables of all of Unicode; that alone takes a second, and on a busy machine as long as a test may take.
 */
export const anyText = fc.string({
  unit: fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code)),
});

const part = fc.stringMatching(/^[\w.~%!$&'()*+,;=:@-]{0,12}$/);

/** Addresses of the web, most of them right. */
export const anyWebUrl = fc
  .tuple(fc.constantFrom('http', 'https', 'HTTPS'), fc.stringMatching(/^[a-z0-9-]{1,12}(\.[a-z]{2,6})?(:\d{1,5})?$/), part, part, part)
  .map(([scheme, host, path, query, hash]) => `${scheme}://${host}/${path}?${query}#${hash}`);
