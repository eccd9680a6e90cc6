/** A feed with a word of its own in every key, made from the rules, so that a test can look for each of them on screen. */
import { feedRule, type ObjectRule, type Rule } from '../src/feed/schema.ts';

export interface UniqueFeed {
  readonly feed: Record<string, unknown>;
  /** Path (without numbers) → the word that stands there. */
  readonly words: ReadonlyMap<string, string>;
}

/** Dates, choices and switches have no words of their own: the elements' tests look at those by hand. */
const WORDLESS = new Set(['date', 'enum', 'boolean', 'zone', 'language', 'type']);

export function uniqueFeed(): UniqueFeed {
  const words = new Map<string, string>();
  let count = 0;
  const value = (rule: Rule, path: string): unknown => {
    const word = `woord${String((count += 1)).padStart(3, '0')}`;
    if (!WORDLESS.has(rule.kind) && rule.kind !== 'list' && rule.kind !== 'object')
      words.set(path, rule.kind === 'number' ? String(1000 + count) : word);
    switch (rule.kind) {
      case 'list':
        return [value(rule.of, path)];
      case 'object':
        return object(rule, path);
      case 'html':
        return `<p>${word}</p>`;
      case 'url':
      case 'web':
        return `https://example.org/${word}`;
      case 'srcset':
        return `https://example.org/${word} 2x`;
      case 'email':
        return `${word}@example.org`;
      case 'number':
        return 1000 + count;
      default:
        return word;
    }
  };
  const object = (rule: ObjectRule, path: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(rule.keys)
        .filter(([, { kind }]) => !WORDLESS.has(kind))
        .map(([key, keyRule]) => [key, value(keyRule, path ? `${path}.${key}` : key)]),
    );
  return { feed: { ...object(feedRule, ''), meedoen: 1 }, words };
}

/** Everything an element shows or carries: text, and attributes such as `href`, `src` and `alt`. */
export function shownBy(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Element) for (const { value } of node.attributes) parts.push(value);
    if (node instanceof HTMLInputElement) parts.push(node.value);
    if (node instanceof Text) parts.push(node.data);
    for (const child of node.childNodes) walk(child);
  };
  walk(element.shadowRoot!);
  return parts.join('\n');
}
