/**
 * Whether fields are a join: by the published schema, and by what a receiver can't do without. Says what to fix, field by field, in the
 * language of the form. Knows the schema; stores nothing.
 */
import { type Schema, Validator } from '@cfworker/json-schema';
import { type JoinBody, joinBodySchema } from '../feed/join-body.ts';
import type { Fields } from './body.ts';
import { type FieldError, pointerTo, Problem } from './problem.ts';
import type { ReceiverWords } from './words.ts';

const schema = joinBodySchema() as Schema & { properties: Record<string, Schema> };
// it interprets the schema: a validator that compiles needs `new Function`, which many places where a Fetch handler runs forbid
const validator = new Validator(schema, '2020-12', false);

/** Says of what is around the mistake only that there is one. */
const WRAPPERS = ['properties', 'items'];

/**
 * @param wire the name of a field on the wire, for whoever reads the answer
 * @throws Problem 422, with every mistake
 */
export function validate(fields: Fields, words: ReceiverWords, wire: (name: string) => string): JoinBody {
  const errors = new Map<string, string>();
  const add = (name: string, detail: string): void => void (errors.has(name) || errors.set(name, detail));
  for (const { keyword, instanceLocation, error } of validator.validate(fields).errors) {
    if (WRAPPERS.includes(keyword)) continue;
    if (keyword === 'required') {
      const [, name = ''] = /"([^"]+)"/.exec(error) ?? [];
      add(name, words.required(name));
      continue;
    }
    const [name = ''] = instanceLocation.replace(/^#\/?/, '').split('/');
    const most = schema.properties[name]?.maxLength ?? (schema.properties[name]?.items as Schema | undefined)?.maxLength;
    if (keyword === 'maxLength' && most) add(name, words.tooLong(most));
    else if (keyword === 'format') add(name, words.email);
    else add(name, words.wrongKind);
  }
  const { variant, email, session, message } = fields as Partial<JoinBody>;
  if (variant === 'join' || variant === 'session') {
    // without it nobody can confirm, and nobody can ask for what there is of them
    if (!email?.toString().trim()) add('email', words.required('email'));
  }
  if (variant === 'session' && !session) add('session', words.required('session'));
  if (variant === 'tip' && !message?.toString().trim()) add('message', words.required('message'));
  if (!errors.size) return fields as unknown as JoinBody;
  const list = [...errors].map(([name, detail]): FieldError => ({ pointer: pointerTo(wire(name)), detail }));
  throw new Problem(422, { detail: words.invalid, errors: list });
}
