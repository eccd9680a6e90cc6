/**
 * DOMPurify behind our own allow-list, for browsers without `setHTML`: `dist/meedoen-sanitizer.js`, or a chunk of the
 * npm build. Loaded when the first body opens. Knows no list of its own: the rules come with the call, so an older
 * copy of this file can't disagree with the bundle.
 */
import DOMPurify from 'dompurify';

export interface FilterRules {
  /** Names of the elements that stay. */
  elements: readonly string[];
  /** Names of the elements that go with their content. */
  dropped: readonly string[];
  allows(element: string, attribute: string): boolean;
  /** What an address without its white space must match. */
  uri: RegExp;
}

/**
 * Filters a tree in place. Parses nothing and makes no Trusted Types policy, because the tree has been parsed already.
 * @param root a `div` in a document without a window
 * @throws when DOMPurify does not work here; nothing of the tree may be used then
 */
export function filter(root: HTMLElement, rules: FilterRules): void {
  if (!DOMPurify.isSupported) throw new Error('DOMPurify is not supported here');
  DOMPurify.sanitize(root, {
    IN_PLACE: true,
    TRUSTED_TYPES_POLICY: null,
    ALLOWED_TAGS: ['#text', ...rules.elements],
    FORBID_CONTENTS: [...rules.dropped],
    ALLOWED_ATTR: [],
    ADD_ATTR: (attribute, tag) => rules.allows(tag, attribute),
    ADD_URI_SAFE_ATTR: ['srcset', 'sizes', 'datetime', 'lang', 'dir', 'title', 'alt'],
    ALLOWED_URI_REGEXP: rules.uri,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // for trees that are written out and parsed again; ours never is, and it would drop harmless text
    SAFE_FOR_XML: false,
  });
}

export type Filter = typeof filter;
