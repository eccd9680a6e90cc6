/**
 * How Dutch names are put in alphabetical order: by the surname, without the prefix before it. Knows names; knows no contacts.
 * Belgian custom (under the V of "Van") differs: that is what `sortName` in a feed is for.
 */

/** Prefixes of surnames in the Netherlands (tussenvoegsels), Dutch and from elsewhere, as they are written with a space after them. */
const PREFIXES = new Set(
  "van von vom vander vanden de den der het 't ten ter te in op onder over aan bij uit voor tot zu zum zur la le les du des do dos da di del della el al".split(
    ' ',
  ),
);

const isPrefix = (word: string): boolean => PREFIXES.has(word.replace(/[’‘`]/g, "'").toLowerCase());

/**
 * Puts the surname first, and its prefix last: "Marja van der Werf" → "Werf, Marja van der"; "Hedy d’Ancona" → "Ancona, Hedy d’".
 * A double name counts from its first part ("Anna Jansen-de Vries" under J); degrees after a comma don't count.
 * @returns a name that has its surname first already ("Werf, Marja van der"), or is one word, as it is
 */
export function surnameFirst(name: string): string {
  const plain = name.replace(/,\s*(?:[A-Z][a-z]?\.?){2,4}$/, '').trim();
  if (plain.includes(',')) return plain;
  const words = plain.split(/\s+/);
  const last = words.length - 1;
  // a prefix right at the end is no prefix but the name ("Anh Le")
  let from = words.findIndex((word, at) => at < last && (isPrefix(word) || isPrefix(word.slice(word.lastIndexOf('-') + 1 || word.length))));
  if (from < 0) from = last;
  const given = words.slice(0, from);
  const prefix: string[] = [];
  while (from < last && isPrefix(words[from]!)) prefix.push(words[from++]!);
  const surname = words.slice(from).join(' ');
  // a prefix that is written to the name: d’Ancona, ’s-Gravesande
  const [, attached = '', bare = surname] = /^([dl]['’‘`]|['’‘`]s-)(.+)$/i.exec(surname) ?? [];
  const rest = [...given, ...prefix, attached].filter(Boolean).join(' ');
  return rest ? `${bare}, ${rest}` : bare;
}
