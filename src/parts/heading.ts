/** A real heading of a level that is known only at run time. */
import { html, type TemplateResult } from 'lit';

/** What Lit takes for the strings of a template. */
export const stringsOf = (texts: string[]): TemplateStringsArray => Object.assign(texts, { raw: texts });

/** The strings of a template for each level: Lit knows a template by them. */
const known = new WeakMap<TemplateStringsArray, TemplateStringsArray[]>();

/**
 * The same template with headings of another level.
 * @param level 1 to 6; deeper ones are kept at 6
 * @param template is written with `h2`
 */
export function atLevel(level: number, template: TemplateResult): TemplateResult {
  const own = Math.min(level, 6);
  const { strings } = template;
  let levels = known.get(strings);
  if (!levels) known.set(strings, (levels = []));
  if (!levels[own]) {
    const leveled = strings.map((text) => text.replace(/(<\/?h)2/g, `$1${own}`));
    levels[own] = stringsOf(leveled);
  }
  return { ...template, strings: levels[own] };
}

/** @param part CSS part of the heading */
export function heading(level: number, content: unknown, className: string, part: string): TemplateResult {
  return atLevel(level, html`<h2 class=${className} part=${part}>${content}</h2>`);
}
