/**
 * One template of several. Lit clones, walks and marks each template within another, and makes a part for each value; where a list has
 * hundreds of the same, that is most of what drawing it costs. Knows templates; knows nothing of what is in them.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { stringsOf } from './heading.ts';

/** What stands before the value of an attribute, to its end; and that it is the whole value, the texts around it joined by NUL. */
const ATTRIBUTE = /\s[\w-]+=("?)$/;
const WHOLE = /\s[\w-]+=("?)\0\1[\s/>]/;

interface Known {
  readonly name: number;
  /** For each value whether `nothing` there leaves nothing behind: between tags, and as all that an attribute is. */
  readonly bare: readonly boolean[];
}
const known = new WeakMap<readonly string[], Known>();
let count = 0;
/** The strings of those that were put together, by the names of their parts. */
const made = new Map<string, TemplateStringsArray>();

const texts = new Map<string, TemplateResult>();

/**
 * For what is one of a few, like the name of a layout: a text that becomes part of the template it is in, which has to be made flat.
 * @param text words of the code, never of a feed: each makes another template
 */
export function fixed(text: string): TemplateResult {
  let template = texts.get(text);
  if (!template) texts.set(text, (template = html(stringsOf([text]))));
  return template;
}

/** As Lit tells it: by a value, not by a key, which a page's `Object.prototype` may have too. */
const isTemplate = (value: unknown): value is TemplateResult => (value as Partial<TemplateResult> | null)?._$litType$ !== undefined;

function look(strings: readonly string[]): Known {
  let inTag = false;
  const bare = strings.map((text, at) => {
    if (/[<>]/.test(text)) inTag = text.lastIndexOf('<') > text.lastIndexOf('>');
    return !inTag || WHOLE.test(`${text}\0${strings[at + 1]}`);
  });
  const about = { name: count++, bare };
  known.set(strings, about);
  return about;
}

/** Puts the values that stay values in one row. @returns which templates they are from, and where these stand */
function gather({ strings, values }: TemplateResult, row: unknown[]): string {
  const { name, bare } = known.get(strings) ?? look(strings);
  let key = `${name}`;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (isTemplate(value)) key += `,${at}(${gather(value, row)})`;
    else if (bare[at] && value === nothing) key += `,${at}`;
    else row.push(value);
  }
  return key;
}

function join({ strings, values }: TemplateResult): string[] {
  const joined = [strings[0]!];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    let after = strings[at + 1]!;
    if (isTemplate(value)) {
      const [first, ...rest] = join(value);
      joined.push(joined.pop()! + first!, ...rest);
      joined.push(joined.pop()! + after);
    } else if (value === nothing && known.get(strings)!.bare[at]) {
      // an attribute that has nothing is not there
      const before = joined.pop()!.replace(ATTRIBUTE, (_, quote: string) => ((after = after.slice(quote.length)), ''));
      joined.push(before + after);
    } else joined.push(after);
  }
  return joined;
}

/**
 * The same template, with the templates that are values in it written into it, and without what is `nothing`: for things that mostly
 * look alike. What comes to look different later is drawn anew, so what has the focus then belongs in a list of its own (`[value]`).
 */
export function flat(template: TemplateResult): TemplateResult {
  const values: unknown[] = [];
  const key = gather(template, values);
  let strings = made.get(key);
  if (!strings) made.set(key, (strings = stringsOf(join(template))));
  return { ...template, strings, values };
}
