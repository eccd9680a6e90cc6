/** A real heading of a level that is known only at run time. */
import { html, type TemplateResult } from 'lit';

/**
 * @param level 1 to 6; deeper ones are kept at 6
 * @param part CSS part of the heading
 */
export function heading(level: number, content: unknown, className: string, part: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 class=${className} part=${part}>${content}</h1>`;
    case 2:
      return html`<h2 class=${className} part=${part}>${content}</h2>`;
    case 3:
      return html`<h3 class=${className} part=${part}>${content}</h3>`;
    case 4:
      return html`<h4 class=${className} part=${part}>${content}</h4>`;
    case 5:
      return html`<h5 class=${className} part=${part}>${content}</h5>`;
    default:
      return html`<h6 class=${className} part=${part}>${content}</h6>`;
  }
}
