import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { exampleOf, jsonSchema } from '../../src/feed/json-schema.ts';
import { feedDoc } from '../../src/feed/schema.docs.ts';
import { feedRule } from '../../src/feed/schema.ts';

const folder = new URL('../fixtures/feed/', import.meta.url);
const names = (kind: string): string[] => readdirSync(new URL(`${kind}/`, folder)).map((name) => name.replace('.json', ''));
const read = (kind: string, name: string): unknown => JSON.parse(readFileSync(new URL(`${kind}/${name}.json`, folder), 'utf8'));

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(jsonSchema() as object);

/** Written in ways that the reader takes but nobody has to be taught. */
const OTHER_WAYS = ['json-feed', 'nothing'];
/** What only looking at two values together, or at the world, can tell. */
const NOT_EXPRESSIBLE = [
  'end',
  'fields',
  'id-twice',
  'list-too-long',
  'prototype',
  'srcset',
  'time-zone',
  'unknown-keys',
  'withdrawn-twice',
];

describe('the published JSON Schema', () => {
  it('passes the example made of its own words', () => {
    assert.equal(validate(exampleOf(feedRule, feedDoc)), true, ajv.errorsText(validate.errors));
  });

  for (const name of names('valid').filter((name) => !OTHER_WAYS.includes(name))) {
    it(`passes valid/${name}`, () => assert.equal(validate(read('valid', name)), true, ajv.errorsText(validate.errors)));
  }

  for (const name of names('invalid').filter((name) => !NOT_EXPRESSIBLE.includes(name))) {
    it(`refuses invalid/${name}`, () => assert.equal(validate(read('invalid', name)), false));
  }

  it('asks of a withdrawn item no more than its id', () => {
    assert.equal(validate({ meedoen: 1, stories: [{ id: 'a', withdrawn: true }], contacts: [{ id: 'b', withdrawn: true }] }), true);
    assert.equal(validate({ meedoen: 1, stories: [{ withdrawn: true }] }), false);
    assert.equal(validate({ meedoen: 1, stories: [{ id: 'a', withdrawn: false }] }), false);
  });

  it('asks for a name or an organisation of a contact', () => {
    assert.equal(validate({ meedoen: 1, contacts: [{ id: 'a' }] }), false);
    assert.equal(validate({ meedoen: 1, contacts: [{ id: 'a', organisation: 'A' }] }), true);
  });
});
