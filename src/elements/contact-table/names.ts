/**
 * How Dutch names are put in alphabetical order: by the surname, without the prefix before it. Knows names; knows no contacts.
 * Belgian custom (under the V of "Van") differs: that is what `sortName` in a feed is for.
 */

/** Prefixes of surnames in the Netherlands (tussenvoegsels), Dutch and from elsewhere, as they are written with a space after them. */
const PREFIX =
  "(?:van|von|vom|vander|vanden|de|den|der|het|['’‘`]t|ten|ter|te|in|op|onder|over|aan|bij|uit|voor|tot|zu|zum|zur|la|le|les|du|des|do|dos|da|di|del|della|el|al) ";

/**
 * Given names, up to prefixes, or to a double name with a prefix inside, or to the last word (a prefix right at the end is no prefix
 * but the name: "Anh Le"); then the prefixes, with one that is written to the name (d’Ancona, ’s-Gravesande); and the name.
 */
const PIECES = new RegExp(`^((?:\\S+ )*?)((?:(?:${PREFIX})+|(?=\\S+-${PREFIX})|(?=\\S+$))(?:[dl]['’‘\`]|['’‘\`]s-)?)(.+)$`, 'i');
/** Degrees behind a name. */
const DEGREES = /,\s*((?:[A-Z][a-z]?\.?){2,4})$/;

/**
 * A name in its parts, all as written: "Marja van der Werf, MSc" → given "Marja", prefix "van der", surname "Werf", degrees "MSc".
 * "Werf, Marja van der" is read as the same. A name of one word is a surname.
 */
export function nameParts(name: string): { given: string; prefix: string; surname: string; degrees: string } {
  const degrees = DEGREES.exec(name)?.[1] ?? '';
  const [last = '', first] = name.replace(DEGREES, '').trim().replace(/\s+/g, ' ').split(/ ?, ?/, 2);
  const [, given = '', prefix = '', surname = last] = PIECES.exec(first ? `${first} ${last}` : last) ?? [];
  return { given: given.trim(), prefix, surname, degrees };
}

/**
 * Puts the surname first, and its prefix last: "Marja van der Werf" → "Werf, Marja van der"; "Hedy d’Ancona" → "Ancona, Hedy d’".
 * A double name counts from its first part ("Anna Jansen-de Vries" under J); degrees after a comma don't count.
 * @returns a name that has its surname first already ("Werf, Marja van der"), or is one word, as it is
 */
export function surnameFirst(name: string): string {
  const plain = name.replace(DEGREES, '').trim();
  if (plain.includes(',')) return plain;
  const { given, prefix, surname } = nameParts(plain);
  const before = [given, prefix.trim()].filter(Boolean).join(' ');
  return before ? `${surname}, ${before}` : surname;
}
