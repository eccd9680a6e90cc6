/**
 * The published JSON Schema (draft 2020-12) of the feed, made from the rules of schema.ts and the words of schema.docs.ts.
 * It says how a feed should be written, not what the reader can make of another: what it refuses may still be shown.
 */
import type { Doc } from './schema.docs.ts';
import { feedDoc } from './schema.docs.ts';
import { feedRule, FORMAT_VERSION, type ObjectRule, type Rule } from './schema.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Dates as precise as their author knows (dates/partial.ts). */
const DATE = '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?$';
const NO_SCRIPT = '^(?![\\s]*(?:javascript|data|vbscript|file|blob|about):)';

/** @returns the schema; give it an `$id` where it is published */
export function jsonSchema(): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(feedRule, feedDoc), required: ['meedoen'] };
}

/** An example of a value, made of the examples of its parts. */
export function exampleOf(rule: Rule, doc: Doc): unknown {
  if (rule.kind === 'list') return [exampleOf(rule.of, doc)];
  if (rule.kind !== 'object') return doc.example;
  return Object.fromEntries(Object.entries(rule.keys).map(([key, inner]) => [key, exampleOf(inner, doc.keys![key]!)]));
}

function schemaOf(rule: Rule, doc: Doc, documented = true): JsonSchema {
  const words = documented && { title: doc.title, description: doc.description };
  const examples = documented && rule.kind !== 'object' && { examples: [exampleOf(rule, doc)] };
  return { ...words, ...valueOf(rule, doc), ...examples };
}

function valueOf(rule: Rule, doc: Doc): JsonSchema {
  switch (rule.kind) {
    case 'list':
      return { type: 'array', items: schemaOf(rule.of, doc, false) };
    case 'object':
      return objectOf(rule, doc);
    case 'number':
      return doc === feedDoc.keys!.meedoen ? { const: FORMAT_VERSION } : { type: 'number', minimum: 0 };
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return { enum: rule.values };
    case 'text':
      // numbers are fine as text: "value": 60
      return { type: ['string', 'number'], maxLength: rule.max };
    case 'html':
      return { type: 'string', maxLength: rule.max, contentMediaType: 'text/html' };
    case 'id':
      return { type: 'string', pattern: '\\S' };
    case 'date':
      return { type: 'string', pattern: DATE };
    case 'email':
      return { type: 'string', format: 'email' };
    case 'url':
      return { type: 'string', format: 'uri-reference', pattern: NO_SCRIPT };
    case 'web':
      return { type: 'string', format: 'uri-reference', pattern: NO_SCRIPT.replace('about', 'about|mailto|tel') };
    case 'type':
      return { type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+$' };
    case 'language':
      return { type: 'string', pattern: '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$' };
    case 'srcset':
    case 'zone':
      return { type: 'string' };
  }
}

function objectOf(rule: ObjectRule, doc: Doc): JsonSchema {
  const { keys } = rule;
  const properties = Object.fromEntries(Object.entries(keys).map(([key, inner]) => [key, schemaOf(inner, doc.keys![key]!)]));
  const required = Object.keys(keys).filter((key) => keys[key]!.required);
  const all = {
    ...(required.length && { required }),
    ...(rule.oneOf && { anyOf: rule.oneOf.map((key) => ({ required: [key] })) }),
  };
  const object = { type: 'object', properties, patternProperties: { '^_': {} } };
  if (!keys.withdrawn) return { ...object, ...all };
  // a withdrawn item needs no more than its id
  const gone = { properties: { withdrawn: { const: true } }, required: ['withdrawn'] };
  return { ...object, required: ['id'], if: gone, else: all };
}
