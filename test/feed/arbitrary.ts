/** Valid feeds for property tests, made from the very rules that the reader applies. */
import fc from 'fast-check';
import { feedRule, type ListRule, type ObjectRule, type Rule } from '../../src/feed/schema.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const two = (number: number): string => String(number).padStart(2, '0');

const date = fc
  .record({
    year: fc.integer({ min: 1990, max: 2040 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    precision: fc.constantFrom('year', 'month', 'day', 'time', 'zulu'),
  })
  .map(({ year, month, day, hour, precision }) => {
    const length = { year: 4, month: 7, day: 10, time: 16, zulu: 16 }[precision];
    return `${year}-${two(month)}-${two(day)}T${two(hour)}:30`.slice(0, length) + (precision === 'zulu' ? 'Z' : '');
  });

/** A value that the reader keeps as it is. */
function valid(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'id':
      return word;
    case 'text':
    case 'html':
      return fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => text.trim() || 'tekst');
    case 'url':
    case 'web':
      return word.map((name) => `https://voorbeeld.nl/${name}`);
    case 'srcset':
      return word.map((name) => `https://voorbeeld.nl/${name} 400w, https://voorbeeld.nl/${name}2 800w`);
    case 'date':
      return date;
    case 'zone':
      return fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'UTC');
    case 'language':
      return fc.constantFrom('nl', 'en', 'nl-BE', 'ar');
    case 'email':
      return word.map((name) => `${name}@voorbeeld.nl`);
    case 'type':
      return fc.constantFrom('application/pdf', 'text/html', 'image/svg+xml');
    case 'number':
      return fc.nat();
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...rule.values);
    case 'list':
      return list(rule);
    case 'object':
      return object(rule);
  }
}

function list({ of }: ListRule): fc.Arbitrary<unknown> {
  const key = of.kind === 'object' ? (of.keys.id ? 'id' : of.keys.name?.required ? 'name' : undefined) : undefined;
  const selector = (value: unknown): unknown =>
    of.kind === 'object' ? (key ? (value as Record<string, unknown>)[key] : Symbol('any')) : value;
  return of.kind === 'object' && !key ? fc.array(valid(of), { maxLength: 3 }) : fc.uniqueArray(valid(of), { maxLength: 4, selector });
}

function object({ keys, oneOf }: ObjectRule): fc.Arbitrary<unknown> {
  const all: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const [key, rule] of Object.entries(keys)) {
    if (key === 'meedoen') all[key] = fc.constant(1);
    // a withdrawn item has nothing but its id
    else if (key === 'withdrawn') all[key] = fc.constant(false);
    else all[key] = valid(rule);
    if (key === 'meedoen' || rule.required || key === oneOf?.[0]) requiredKeys.push(key);
  }
  // something has to be in it: an object with nothing in it is nothing
  if (!requiredKeys.length) requiredKeys.push(Object.keys(keys).find((key) => keys[key]!.kind !== 'list')!);
  return fc.record(all, { requiredKeys }).map((value) => {
    // an end before its start is dropped
    const session = value as { start?: string; end?: string };
    if (session.start !== undefined) delete session.end;
    return value;
  });
}

/** A feed in which the reader finds nothing wrong. */
export const validFeed = valid(feedRule) as fc.Arbitrary<Record<string, unknown>>;
