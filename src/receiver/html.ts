/** HTML for letters and pages: a template in which every value is text, unless it is HTML of ours. Knows nothing else. */

/** A piece of HTML that is what it should be. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = Html | string | false | undefined | readonly Html[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
  return value instanceof Html ? value.toString() : value.join('');
}

/** A tag for templates: text is escaped, `false` and `undefined` are nothing. (Not `html`: tools take that for Lit's.) */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((text, part, index) => text + render(values[index - 1]) + part));
}
