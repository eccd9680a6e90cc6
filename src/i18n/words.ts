/**
 * Which words go with a language. Each file here holds one subject; what the elements say has its English
 * in en/, with the same keys.
 * Knows languages; knows no elements.
 */

/** The languages there are; the first is the default and complete. */
export type Language = 'nl' | 'en';

/** The same keys in every language: what is missing in one does not compile. */
export type Words<T> = Readonly<Record<Language, Widen<T>>>;

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/**
 * The language to speak where the page says `tag` (BCP 47; by its first part, so that "en-GB" is English); Dutch for any other.
 */
export function languageFor(tag: string): Language {
  return /^en(-|$)/i.test(tag) ? 'en' : 'nl';
}

/** Declares one subject of what visitors read: Dutch now, English (en/) once it has been fetched and until then Dutch too. */
export function spoken<T>(nl: T): Record<Language, Widen<T>> {
  return { nl: nl as Widen<T>, en: nl as Widen<T> };
}

/** Declares one subject in both languages: for what is no part of a page. */
export function words<T>(nl: T, en: Widen<T>): Words<T> {
  return { nl: nl as Widen<T>, en };
}

/**
 * The locale for dates, numbers and alphabets: the page's own (`tag`) when it is of the language spoken, else that language's.
 */
export function localeFor(language: Language, tag: string): string {
  if (tag.toLowerCase().startsWith(language)) {
    try {
      const [locale] = Intl.getCanonicalLocales(tag);
      if (locale && locale !== 'en') return locale;
    } catch {
      // not a language tag: "nl_NL" and the like
    }
  }
  return language === 'en' ? 'en-GB' : 'nl';
}

/** "1 sessie", "3 sessies". */
export const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
