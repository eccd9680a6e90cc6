/**
 * One template of several. Lit clones, walks and marks each template within another; where a list has hundreds of the same, that is most
 * of what drawing it costs. Knows templates; knows nothing of what is in them.
 */
import type { TemplateResult } from 'lit';

/** A number for each template that was met. */
const known = new WeakMap<readonly string[], number>();
let count = 0;
/** The strings of those that were put together, by the numbers of their parts. */
const made = new Map<string, TemplateStringsArray>();

const isTemplate = (value: unknown): value is TemplateResult => !!value && typeof value === 'object' && '_$litType$' in value;

/** Puts the values of all templates in one row. @returns which templates they are from, and where these stand */
function gather({ strings, values }: TemplateResult, row: unknown[]): string {
  if (!known.has(strings)) known.set(strings, count++);
  let key = `${known.get(strings)!}`;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (isTemplate(value)) key += `,${at}(${gather(value, row)})`;
    else row.push(value);
  }
  return key;
}

function join({ strings, values }: TemplateResult): string[] {
  const joined = [strings[0]!];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    const after = strings[at + 1]!;
    if (isTemplate(value)) {
      const [first, ...rest] = join(value);
      joined.push(joined.pop()! + first!, ...rest);
      joined.push(joined.pop()! + after);
    } else joined.push(after);
  }
  return joined;
}

/** The same template, with the templates that are values in it written into it: for things that all look alike. */
export function flat(template: TemplateResult): TemplateResult {
  const values: unknown[] = [];
  const key = gather(template, values);
  let strings = made.get(key);
  if (!strings) {
    const joined = join(template);
    made.set(key, (strings = Object.assign(joined, { raw: joined })));
  }
  return { ...template, strings, values };
}
