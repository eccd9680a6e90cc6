/** Where in a text something was found. Fetched with the first search; knows no markup. */
import { normalise } from './search.ts';

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
      // what stands before it may be a letter too once it is taken apart: ㊊ is 月
      if (!length || /\Sx$/.test(normalise(`${text.slice(Math.max(0, word.index - 2), word.index)}x`))) continue;
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
