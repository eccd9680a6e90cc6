import { expect } from '@open-wc/testing';
import { exampleOf, jsonSchema } from '../../src/feed/json-schema.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { type Doc, feedDoc } from '../../src/feed/schema.docs.ts';
import { feedRule, type Rule } from '../../src/feed/schema.ts';

/** Every path of the schema with its rule and its words. */
function* paths(rule: Rule, doc: Doc | undefined, path = ''): Generator<[path: string, rule: Rule, doc: Doc | undefined]> {
  if (path) yield [path, rule, doc];
  const own = rule.kind === 'list' ? rule.of : rule;
  if (own.kind !== 'object') return;
  for (const [key, inner] of Object.entries(own.keys)) yield* paths(inner, doc?.keys?.[key], path ? `${path}.${key}` : key);
}

describe('the words of the schema', () => {
  for (const [path, rule, doc] of paths(feedRule, feedDoc)) {
    it(`explain ${path} with a title, a description and an example`, () => {
      expect(doc?.title).to.match(/^\S/);
      expect(doc!.description).to.match(/^\S[^]*[.!?"]$/);
      const inner = rule.kind === 'list' ? rule.of : rule;
      if (inner.kind === 'object') expect(Object.keys(doc!.keys!).sort()).to.deep.equal(Object.keys(inner.keys).sort());
      else expect(doc!.example).not.to.equal(undefined);
    });
  }

  it('have nothing the schema does not have', () =>
    expect(Object.keys(feedDoc.keys!).sort()).to.deep.equal(Object.keys(feedRule.keys).sort()));

  it('give a whole feed as an example in which nothing is wrong', () => {
    const example = exampleOf(feedRule, feedDoc);
    const { feed, problems } = readFeedNow(example);
    expect(problems).to.deep.equal([]);
    expect(JSON.parse(JSON.stringify(feed))).to.deep.equal(example);
  });

  it('are in the published schema', () => {
    const { properties } = jsonSchema() as { properties: { stories: { items: { properties: { title: unknown } } } } };
    expect(properties.stories.items.properties.title).to.include({ title: 'Titel', maxLength: 20_000 });
  });
});
