import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { joinBodySchema } from '../../src/feed/index.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(joinBodySchema('https://example.org/join.schema.json'));
const least = { variant: 'join', language: 'nl', elapsed: 0 };

const right: Record<string, object> = {
  'no more than it must': least,
  'a tip': { ...least, variant: 'tip', message: 'Kijk eens daar.' },
  'a sign-up': { ...least, variant: 'session', session: 'kick-off', name: 'Voorbeeld', email: 'voorbeeld@example.org' },
  'a field that a feed gave another name': { ...least, 'your-name': 'Voorbeeld', 'needs[]': ['a'] },
  'a long message': { ...least, message: 'a'.repeat(10_000) },
  'an invitation that was not wanted': { ...least, invite: false },
};

const wrong: Record<string, [body: unknown, place: string]> = {
  'a list': [[least], ''],
  'no variant': [{ language: 'nl', elapsed: 0 }, ''],
  'no language': [{ variant: 'join', elapsed: 0 }, ''],
  'no elapsed': [{ variant: 'join', language: 'nl' }, ''],
  'a variant that there is not': [{ ...least, variant: 'leave' }, '/variant'],
  'an address that is none': [{ ...least, email: 'voorbeeld' }, '/email'],
  'a name that is too long': [{ ...least, name: 'a'.repeat(1_001) }, '/name'],
  'a message that is too long': [{ ...least, message: 'a'.repeat(10_001) }, '/message'],
  'an answer as text': [{ ...least, invite: 'true' }, '/invite'],
  'one need outside a list': [{ ...least, needs: 'baancreatie' }, '/needs'],
  'a time that is none': [{ ...least, elapsed: -1 }, '/elapsed'],
  'too many purposes': [{ ...least, purposes: Array.from({ length: 101 }, String) }, '/purposes'],
};

describe('the published JSON Schema of a join', () => {
  it('passes the example of docs/join.md', () => {
    const text = readFileSync(new URL('../../docs/join.md', import.meta.url), 'utf8');
    const [, example] = /```http\n(?:.+\n)+\n({[^]+?\n})\n```/.exec(text)!;
    assert.equal(validate(JSON.parse(example!)), true, ajv.errorsText(validate.errors));
  });

  for (const [what, body] of Object.entries(right)) {
    it(`passes ${what}`, () => assert.equal(validate(body), true, ajv.errorsText(validate.errors)));
  }

  for (const [what, [body, place]] of Object.entries(wrong)) {
    it(`refuses ${what}`, () => {
      assert.equal(validate(body), false);
      assert.deepEqual([...new Set(validate.errors?.map(({ instancePath }) => instancePath))], [place]);
    });
  }

  it('says where it is published, where it is', () => {
    assert.equal(joinBodySchema('https://example.org/join.schema.json').$id, 'https://example.org/join.schema.json');
    assert.equal('$id' in joinBodySchema(), false);
  });
});
