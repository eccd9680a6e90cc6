import { expect } from '@open-wc/testing';
import { type Collection, directory, EMPTY, keyOf, mergeFeeds, withdrawn } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';

const A = 'https://a.nl/meedoen.json';
const B = 'https://b.nl/map/meedoen.json';
const now = Date.parse('2021-10-01T12:00:00Z');

function merge(feeds: Record<string, unknown>, at = now): Collection {
  const read = Object.entries(feeds).map(([url, feed]) => ({ url, feed: readFeedNow(feed, { base: url }).feed! }));
  return mergeFeeds(read, at);
}
const story = (id: string, more = {}): object => ({ id, title: `Verhaal ${id}`, ...more });
const feed = (...stories: object[]): object => ({ meedoen: 1, stories });
const titles = (collection: Collection): string[] => collection.stories.map(({ title }) => title);

describe('several feeds as one collection', () => {
  it('shows items of all of them, in the order of the feeds', () => {
    expect(titles(merge({ [A]: feed(story('1'), story('2')), [B]: feed(story('3')) }))).to.deep.equal([
      'Verhaal 1',
      'Verhaal 2',
      'Verhaal 3',
    ]);
  });

  it('takes the same id in two feeds for two items', () => {
    const { stories } = merge({ [A]: feed(story('1')), [B]: feed(story('1', { title: 'Een ander' })) });
    expect(stories.map(({ key }) => key)).to.deep.equal([`${A}#1`, `${B}#1`]);
  });

  it('takes the same URI in two feeds for one item, that of the first', () => {
    const id = 'urn:uuid:1';
    expect(titles(merge({ [A]: feed(story(id)), [B]: feed(story(id, { title: 'Later' })) }))).to.deep.equal([`Verhaal ${id}`]);
    expect(keyOf(id, A)).to.equal(id);
  });

  it('leaves out what any feed withdraws', () => {
    const id = 'https://a.nl/verhalen/1';
    expect(titles(merge({ [A]: feed(story(id)), [B]: feed({ id, withdrawn: true }) }))).to.deep.equal([]);
    expect(titles(merge({ [A]: feed({ id, withdrawn: true }), [B]: feed(story(id)) }))).to.deep.equal([]);
    expect(titles(merge({ [A]: feed(story('1')), [B]: feed({ id: '1', withdrawn: true }) }))).to.deep.equal(['Verhaal 1']);
  });

  it('keeps a story when a session with that id is withdrawn', () => {
    const { stories, sessions } = merge({ [A]: { meedoen: 1, stories: [story('1')], sessions: [{ id: '1', withdrawn: true }] } });
    expect([stories.length, sessions.length]).to.deep.equal([1, 0]);
  });

  for (const [expires, before, after] of [
    ['2021-10-01', '2021-10-01T21:59:59Z', '2021-10-01T22:00:00Z'],
    ['2021-10', '2021-10-31T22:59:59Z', '2021-10-31T23:00:00Z'],
    ['2021-10-01T14:30', '2021-10-01T12:29:59Z', '2021-10-01T12:30:00Z'],
    ['2021-10-01T14:30+00:00', '2021-10-01T14:29:59Z', '2021-10-01T14:30:00Z'],
    ['2021', '2021-12-31T22:59:59Z', '2021-12-31T23:00:00Z'],
  ] as const) {
    it(`leaves out a story that expires ${expires} when that is over in the Netherlands`, () => {
      const feeds = { [A]: feed(story('1', { expires })) };
      expect(titles(merge(feeds, Date.parse(before)))).to.deep.equal(['Verhaal 1']);
      expect(titles(merge(feeds, Date.parse(after)))).to.deep.equal([]);
    });
  }

  it('lets the one feed that says a story has expired win', () => {
    const id = 'urn:1';
    expect(titles(merge({ [A]: feed(story(id)), [B]: feed(story(id, { expires: '2021-09-30' })) }))).to.deep.equal([]);
    const gone = withdrawn([{ url: A, feed: readFeedNow(feed(story('1', { expires: '2021-09-30' }))).feed! }], () => now);
    expect(gone.size).to.equal(1);
  });

  it('joins what they say of a sector: the first has the word, names add up', () => {
    const { sectors } = merge({
      [A]: { meedoen: 1, sectors: [{ id: 'po', aliases: ['basisonderwijs'] }] },
      [B]: {
        meedoen: 1,
        sectors: [{ id: 'po', name: 'Primair onderwijs', aliases: ['lagere school'], organisation: 'PO-Raad' }, { id: 'vo' }],
      },
    });
    expect(sectors.map(({ id, name, aliases, organisation }) => ({ id, name, aliases, organisation }))).to.deep.equal([
      { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs', 'lagere school'], organisation: 'PO-Raad' },
      { id: 'vo', name: undefined, aliases: [], organisation: undefined },
    ]);
  });

  it('turns names and aliases into ids, also those of another feed', () => {
    const { stories } = merge({
      [A]: feed(story('1', { sectors: ['Basisonderwijs', 'PRIMAIR ONDERWIJS', 'po', 'onbekend'], regions: ['Súdwest-Fryslân'] })),
      [B]: {
        meedoen: 1,
        sectors: [{ id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'] }],
        regions: [{ id: 'swf', name: 'Sudwest Fryslan' }],
      },
    });
    expect(stories[0]!.sectors).to.deep.equal(['po', 'onbekend']);
    expect(stories[0]!.regions).to.deep.equal(['swf']);
  });

  it('takes a tag of a JSON Feed for a sector or a theme where that is known, and for nothing elsewhere', () => {
    const { stories } = merge({
      [A]: {
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', title: 'Bericht', tags: ['Basisonderwijs', 'talent', 'nieuws'] }],
      },
      [B]: { meedoen: 1, sectors: [{ id: 'po', aliases: ['basisonderwijs'] }], themes: [{ id: 'talent' }] },
    });
    expect(stories[0]!.sectors).to.deep.equal(['po']);
    expect(stories[0]!.themes).to.deep.equal(['talent']);
  });

  it('gives items the language, source and address of their own feed', () => {
    const { stories } = merge({
      [A]: {
        meedoen: 1,
        language: 'en',
        source: { title: 'Bundel' },
        stories: [story('1'), story('2', { language: 'nl', source: { title: 'Ander' } })],
      },
      [B]: feed(story('3')),
    });
    expect(stories.map(({ language, source, base }) => [language, source?.title, base])).to.deep.equal([
      ['en', 'Bundel', A],
      ['nl', 'Ander', A],
      [undefined, undefined, B],
    ]);
  });

  it('takes title, calendar and form from the first that has them, and the oldest date', () => {
    const collection = merge({
      [A]: { meedoen: 1, updated: '2021-09-20', join: { title: 'Doe mee' } },
      [B]: { meedoen: 1, title: 'B', updated: '2021-08', calendar: 'https://b.nl/x.ics', join: { title: 'Niet deze' } },
    });
    expect([collection.title, collection.calendar, collection.updated, collection.join!.title]).to.deep.equal([
      'B',
      'https://b.nl/x.ics',
      '2021-08',
      'Doe mee',
    ]);
  });

  it('of nothing is empty', () => expect(mergeFeeds([], now)).to.equal(EMPTY));

  it('has nothing of what a page put on Object.prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    for (const key of ['lead', 'people', 'themes', 'withdrawn', 'join']) {
      Object.defineProperty(prototype, key, { value: ['vergiftigd'], configurable: true, enumerable: true });
    }
    try {
      const collection = merge({ [A]: { meedoen: 1, stories: [story('1')], contacts: [{ id: 'c', name: 'Voorbeeldpersoon' }] } });
      expect(collection.stories[0]!.lead).to.equal(undefined);
      expect('people' in collection.contacts[0]!).to.equal(false);
      expect(collection.join).to.equal(undefined);
    } finally {
      for (const key of ['lead', 'people', 'themes', 'withdrawn', 'join']) delete prototype[key];
    }
  });
});

describe('a directory of names', () => {
  const find = directory([
    { id: 'po', name: 'Primair onderwijs', aliases: ['PO-Raad', 'vo'] },
    { id: 'vo', name: 'Voortgezet onderwijs', aliases: [] },
    { id: '☺', aliases: ['blij'] },
    { id: 'PO', aliases: [] },
  ]);
  for (const [name, id] of [
    ['po', 'po'],
    ['Po', 'po'],
    ['PO', 'PO'],
    ['primair  ONDERWIJS', 'po'],
    ['po raad', 'po'],
    ['vo', 'vo'],
    ['☺', '☺'],
    ['Blij', '☺'],
    ['mbo', undefined],
    ['', undefined],
    ['toString', undefined],
  ] as const) {
    it(`knows “${name}” as ${id}`, () => {
      expect(find(name)).to.equal(id);
      expect(find(name)).to.equal(id);
    });
  }
});
