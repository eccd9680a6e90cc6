import { expect } from '@open-wc/testing';
import { readFeed } from '../../src/feed/read.ts';
import { feedRule, type Rule } from '../../src/feed/schema.ts';
import { at, fixture, fixtureNames, leaves } from './fixtures.ts';

const valid = await fixtureNames('valid');
const invalid = await fixtureNames('invalid');
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('reading the valid fixtures', () => {
  for (const name of valid) {
    it(`${name}: no problem, and everything that was written is there`, async () => {
      const input = await fixture('valid', name);
      const { feed, problems } = await readFeed(input);
      expect(problems).to.deep.equal([]);
      if ('version' in input) return;
      for (const [path, value] of leaves(input)) {
        const nothing = value === null || (typeof value === 'string' && !value.trim());
        const expected = input._reads?.[path] ?? (nothing ? undefined : value);
        if (!nothing) expect(String(at(feed, path)), path).to.equal(String(expected));
      }
    });
  }
});

describe('reading the invalid fixtures', () => {
  for (const name of invalid) {
    it(`${name}: exactly the problems it says`, async () => {
      const input = await fixture('invalid', name);
      const { problems } = await readFeed(input, { source: name });
      const found = problems.map(({ path, code, effect }) => ({ path, code, effect }));
      expect(found).to.deep.equal(input._problems!.map(({ path, code, effect }) => ({ path, code, effect })));
      for (const { source, expected } of problems) {
        expect(source).to.equal(name);
        expect(expected).not.to.equal('');
      }
    });
  }
});

describe('reading any fixture', () => {
  for (const [kind, names] of [
    ['valid', valid],
    ['invalid', invalid],
  ] as const) {
    for (const name of names) {
      it(`${kind}/${name}: gives what it says, and reading that again changes nothing`, async () => {
        const input = await fixture(kind, name);
        const { feed } = await readFeed(input);
        for (const [path, value] of Object.entries(input._reads ?? {})) expect(plain(at(feed, path)), path).to.deep.equal(value);
        if (!feed) return;
        const again = await readFeed(plain(feed));
        expect(again.problems).to.deep.equal([]);
        expect(plain(again.feed)).to.deep.equal(plain(feed));
      });
    }
  }
});

describe('the fixtures', () => {
  it('are there twice for each rule', () => {
    expect(valid).to.have.length.greaterThan(40);
    expect(invalid).to.deep.equal(valid);
  });

  it('show every kind of problem and every kind of value going wrong', async () => {
    const codes = new Set<string>();
    const expected = new Set<string>();
    for (const name of invalid) {
      for (const problem of (await readFeed(await fixture('invalid', name))).problems) {
        codes.add(problem.code);
        expected.add(problem.code === 'enum' ? 'enum' : problem.expected);
      }
    }
    // what can't be read at all is no JSON: see read.test.ts
    expect([...codes].sort()).to.deep.equal(['duplicate', 'enum', 'form', 'missing', 'no-feed', 'order', 'too-many', 'type', 'version']);
    for (const kind of kinds(feedRule)) expect(expected).to.include(kind);
  });
});

function kinds(rule: Rule, found = new Set<string>()): Set<string> {
  found.add(rule.kind);
  if (rule.kind === 'list') kinds(rule.of, found);
  if (rule.kind === 'object') for (const inner of Object.values(rule.keys)) kinds(inner, found);
  return found;
}
