/** A real heading of a level that is known only at run time. */
import { html, type TemplateResult } from 'lit';

/** The strings of `<h1 class=${} part=${}>${}</h1>` and so on: Lit knows a template by them, so each level has its own. */
const templates = [1, 2, 3, 4, 5, 6].map((level) => {
  const strings = [`<h${level} class=`, ' part=', '>', `</h${level}>`];
  return Object.assign(strings, { raw: strings });
});

/**
 * @param level 1 to 6; deeper ones are kept at 6
 * @param part CSS part of the heading
 */
export function heading(level: number, content: unknown, className: string, part: string): TemplateResult {
  return html(templates[Math.min(level, 6) - 1]!, className, part, content);
}
