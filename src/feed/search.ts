/**
 * Finding text the way people type it: case, accents and punctuation don't count, every word may be the start of a word.
 * Pure text; knows no items.
 */

/** Anything but ASCII; most texts have none, and nothing to take apart. */
const FANCY = /[^ -~]/;
const MARKS = /\p{M}+/gu;
// single spaces, most of what there is, are left alone: that is faster
const BREAKS = /[^\p{L}\p{N} ]+/gu;

/** Lower case, without accents, words separated by one space: "Vóórtgezet-Onderwijs" → "voortgezet onderwijs". */
export function normalise(text: string): string {
  const plain = FANCY.test(text) ? text.normalize('NFKD').replace(MARKS, '') : text;
  return plain.toLowerCase().replace(BREAKS, ' ').replace(/ {2,}/g, ' ').trim();
}

/** The words of what was typed, each once. */
export function words(text: string): string[] {
  const clean = normalise(text);
  return clean ? [...new Set(clean.split(' '))] : [];
}

/**
 * Whether each word starts a word of the text.
 * @param haystack text that went through `normalise`
 */
export function matchesWords(haystack: string, needles: readonly string[]): boolean {
  const text = ` ${haystack}`;
  return needles.every((needle) => text.includes(` ${needle}`));
}
