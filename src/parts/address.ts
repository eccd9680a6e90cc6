/**
 * Addresses as links. Knows the forms of mail addresses and phone numbers; knows no contacts and no markup.
 */

/**
 * A `mailto:` link (RFC 6068) for one address: everything in it that could start a second recipient or a header is percent-encoded.
 * @param address an address that went through the reader
 * @param subject filled in; on one line, whatever it holds
 */
export function mailtoUrl(address: string, subject = ''): string {
  return `mailto:${encodeURIComponent(address).replace(/%40/g, '@')}${subject && `?subject=${encodeURIComponent(subject.replace(/\s+/g, ' '))}`}`;
}

/**
 * A `tel:` link (RFC 3966) of digits, with a `+` for an international number: "+31 (0)6 1234 5678" → "tel:+31612345678".
 * @returns `undefined` for what is not one number to dial (two numbers, an extension, words): that is shown as text
 */
export function telUrl(phone: string): string | undefined {
  const number = phone
    .trim()
    .replace(/^(\+|00)(.*?)\(0\)/, '$1$2')
    .replace(/[\s\u00a0().–‑-]/g, '');
  return /^\+?\d{3,15}$/.test(number) ? `tel:${number}` : undefined;
}

/** The part of an address that tells where it leads: "vo-raad.nl" of "https://www.vo-raad.nl/contact". */
export function siteName(url: string): string {
  return url.replace(/^[a-z]+:(?:\/\/)?(?:www\.)?([^/?#]*)[^]*/i, '$1');
}
