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

/**
 * Cuts a text at the places that match, so that they can be marked.
 * @returns the pieces in order; `''.concat` of all `text`s is the text that went in
 */
export function markMatches(text: string, needles: readonly string[]): { text: string; match: boolean }[] {
  const pieces: { text: string; match: boolean }[] = [];
  let last = 0;
  if (needles.length) {
    for (const word of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const plain = normalise(word[0]);
      const length = Math.max(0, ...needles.map((needle) => (plain.startsWith(needle) ? needle.length : 0)));
      if (!length) continue;
      const end = word.index + originalLength(word[0], length);
      if (word.index > last) pieces.push({ text: text.slice(last, word.index), match: false });
      pieces.push({ text: text.slice(word.index, end), match: true });
      last = end;
    }
  }
  if (last < text.length) pieces.push({ text: text.slice(last), match: false });
  return pieces;
}

/** How many characters of the word as written make up the first `length` of its normalised form. */
function originalLength(word: string, length: number): number {
  let end = 0;
  let done = 0;
  for (const character of word) {
    // an accent that was written apart belongs to the letter before it
    if (done >= length && !/\p{M}/u.test(character)) break;
    end += character.length;
    done += normalise(character).length;
  }
  return end;
}
