import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readFeed } from '../../src/feed/read.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { feedRule } from '../../src/feed/schema.ts';
import { validFeed } from './arbitrary.ts';
import { at, leaves } from './fixtures.ts';

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;
const LISTS = Object.entries(feedRule.keys).flatMap(([key, rule]) => (rule.kind === 'list' ? key : []));
const NOTHINGS = ['', 'null', '[]', '{}', '[object Object]', 'undefined'];

/** Puts a value at a path that exists. */
function put(feed: unknown, path: string, value: unknown): void {
  const keys = [...path.matchAll(/[^.[\]]+/g)].map(([key]) => key);
  const last = keys.pop()!;
  let object = feed as Record<string, unknown>;
  for (const key of keys) object = object[key] as Record<string, unknown>;
  object[last] = value;
}

const pick = <T>(values: readonly T[], number: number): T => values[number % values.length]!;

describe('the reader, for any valid feed', () => {
  it('finds no problem and loses nothing', () => {
    fc.assert(
      fc.property(validFeed, (input) => {
        const { feed, problems } = readFeedNow(input);
        expect(problems).to.deep.equal([]);
        for (const [path, value] of leaves(input)) expect(at(feed, path), path).to.equal(value);
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing when it reads what it gave', async () => {
    await fc.assert(
      fc.asyncProperty(validFeed, async (input) => {
        const { feed } = await readFeed(input);
        const again = await readFeed(feed);
        expect(again.problems).to.deep.equal([]);
        expect(again.feed).to.deep.equal(feed);
      }),
      { numRuns: 100 },
    );
  });

  it('does not change what it is given', () => {
    fc.assert(
      fc.property(validFeed, (input) => {
        const before = JSON.stringify(input);
        readFeedNow(input);
        expect(JSON.stringify(input)).to.equal(before);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps every valid item beside an invalid one', () => {
    fc.assert(
      fc.property(validFeed, fc.jsonValue(), fc.constantFrom(...LISTS), fc.nat(), (input, wrong, list, position) => {
        const feed = plain(input);
        const items = [...((feed[list] as unknown[] | undefined) ?? [])];
        const before = readFeedNow(feed).feed as unknown as Record<string, unknown[]>;
        items.splice(position % (items.length + 1), 0, wrong);
        feed[list] = items;
        const after = readFeedNow(feed).feed as unknown as Record<string, unknown[]>;
        for (const key of LISTS) for (const item of before[key]!) expect(plain(after[key])).to.deep.include(plain(item));
      }),
      { numRuns: 150 },
    );
  });

  it('answers to a change of any leaf with a problem there, or with the value', () => {
    fc.assert(
      fc.property(validFeed, fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.boolean()), fc.nat(), (input, wrong, number) => {
        const feed = plain(input);
        const [path] = pick([...leaves(feed)], number);
        put(feed, path, wrong);
        const result = readFeedNow(feed);
        if (result.problems.some((problem) => problem.path.startsWith(path))) return;
        const value = at(result.feed, path);
        const list = at(result.feed, path.replace(/\[\d+\]$/, ''));
        const nothing = NOTHINGS.includes(String(wrong ?? '').trim()) || (typeof wrong === 'object' && !Object.keys(wrong ?? {}).length);
        const accepted = value !== undefined || nothing || (Array.isArray(list) && list.includes(String(wrong).trim()));
        expect(accepted, `${path}: ${JSON.stringify(wrong)} became ${JSON.stringify(value)} without a word`).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the reader, for any JSON', () => {
  const anyJson = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.double(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    // keys that mean something, here or to JavaScript
    object: fc.dictionary(
      fc.constantFrom(
        'id',
        'title',
        'url',
        'start',
        'end',
        'stories',
        'sessions',
        'image',
        'src',
        'people',
        'name',
        '__proto__',
        'constructor',
        'toString',
        'length',
      ),
      tie('value'),
    ),
  })).value;

  it('never throws, blames no one else, and gives what reads the same again', () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(...Object.keys(feedRule.keys)), (value, key) => {
        for (const input of [
          value,
          { meedoen: 1, [key]: value },
          { meedoen: 1, [key]: [value] },
          { version: 'https://jsonfeed.org/version/1', items: [value] },
        ]) {
          const { feed, problems } = readFeedNow(plain(input));
          expect(problems.filter(({ code }) => code === 'unreadable')).to.deep.equal([]);
          if (!feed) continue;
          const again = readFeedNow(plain(feed));
          expect(again.problems).to.deep.equal([]);
          expect(plain(again.feed)).to.deep.equal(plain(feed));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('pollutes no prototype', () => {
    const keys = (object: object): (string | symbol)[] => Reflect.ownKeys(object).sort((a, b) => (String(a) < String(b) ? -1 : 1));
    const before = [Object.prototype, Array.prototype, String.prototype].map(keys);
    const evil =
      '{"meedoen":1,"__proto__":{"polluted":1},"stories":[{"id":"__proto__","title":"a","__proto__":{"polluted":1}},{"id":"constructor","title":"b","constructor":{"prototype":{"polluted":1}}}]}';
    const { feed } = readFeedNow(JSON.parse(evil));
    expect(feed!.stories.map(({ id }) => id)).to.deep.equal(['__proto__', 'constructor']);
    expect('polluted' in {}).to.equal(false);
    expect([Object.prototype, Array.prototype, String.prototype].map(keys)).to.deep.equal(before);
  });
});

describe('the reader, for any value of a page', () => {
  it('never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withObjectString: true,
      withBoxedValues: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, fc.constantFrom(...Object.keys(feedRule.keys)), (value, key) => {
        readFeedNow(value);
        readFeedNow({ meedoen: 1, [key]: value });
        const { feed } = readFeedNow({ meedoen: 1, [key]: [value], stories: [{ id: 'a', title: 'Blijft', image: value, tips: value }] });
        if (key !== 'stories') expect(feed!.stories[0]!.title).to.equal('Blijft');
      }),
      { numRuns: 300 },
    );
  });
});
