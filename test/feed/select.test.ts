import { expect } from '@open-wc/testing';
import { type Collection, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { type AnyItem, attributeIds, facetOptions, filterItems, groupStories, namesOf, sortBy } from '../../src/feed/select.ts';

const collection: Collection = mergeFeeds(
  [
    {
      url: 'https://voorbeeld.nl/meedoen.json',
      feed: readFeedNow({
        meedoen: 1,
        sectors: [
          { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'], organisation: 'PO-Raad' },
          { id: 'vo', name: 'Voortgezet onderwijs' },
          { id: 'mbo', name: 'Middelbaar beroepsonderwijs' },
        ],
        themes: [
          { id: 'talent', name: 'Zie het talent', kind: 'chapter', about: 'Over talent' },
          { id: 'maatwerk', name: 'Maatwerk', kind: 'chapter' },
          { id: 'wet', name: 'De wet', kind: 'topic' },
        ],
        regions: [{ id: 'drenthe', name: 'Drenthe' }],
        stories: [
          {
            id: '1',
            title: 'Een leraar',
            sectors: ['po'],
            themes: ['maatwerk', 'wet'],
            regions: ['drenthe'],
            body: '<p>Over <b>gebarentaal</b></p>',
          },
          {
            id: '2',
            title: 'Een conciërge',
            sectors: ['vo', 'po'],
            themes: ['talent'],
            people: [{ name: 'Wesley', organisation: 'School De Brug' }],
          },
          { id: '3', title: 'Zonder sector', themes: ['wet'], sidebars: [{ text: 'Programma' }] },
          { id: '4', title: 'Een ander hoofdstuk', sectors: ['hbo'], themes: ['talent', 'maatwerk'], tips: ['Begin klein'] },
        ],
        sessions: [
          { id: 's', title: 'Voor iedereen', themes: ['wet'] },
          {
            id: 't',
            title: 'Voor het mbo',
            sectors: ['mbo'],
            speakers: [{ name: 'Voorbeeldpersoon' }],
            materials: [{ title: 'Handreiking' }],
          },
        ],
        contacts: [
          { id: 'c', name: 'Contactpersoon', sectors: ['po'], email: 'info@voorbeeld.nl' },
          { id: 'd', organisation: 'Landelijk' },
        ],
      }).feed!,
    },
  ],
  0,
);
const { stories, sessions, contacts } = collection;
const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('filtering', () => {
  it('takes any of the sectors', () =>
    expect(ids(filterItems(stories, { sector: ['po', 'hbo'] }, collection))).to.deep.equal(['1', '2', '4']));
  it('takes sector and theme and region together', () => {
    expect(ids(filterItems(stories, { sector: ['po'], theme: ['wet'], region: ['drenthe'] }, collection))).to.deep.equal(['1']);
    expect(ids(filterItems(stories, { sector: ['vo'], theme: ['wet'] }, collection))).to.deep.equal([]);
  });
  it('shows a session without a sector for every sector, and a story without one for none', () => {
    expect(ids(filterItems(sessions, { sector: ['po'] }, collection))).to.deep.equal(['s']);
    expect(ids(filterItems(stories, { sector: ['mbo'] }, collection))).to.deep.equal([]);
  });
  it('shows a session without a theme for no theme', () =>
    expect(ids(filterItems(sessions, { theme: ['talent'] }, collection))).to.deep.equal([]));
  it('has no opinion on themes of contacts', () =>
    expect(ids(filterItems(contacts, { theme: ['talent'], sector: ['po'] }, collection))).to.deep.equal(['c', 'd']));
  it('does nothing without a wish', () => expect(filterItems(stories, { sector: [], text: ' ' }, collection)).to.deep.equal(stories));

  for (const [text, expected] of [
    ['leraar', ['1']],
    ['gebarentaal', ['1']],
    ['concierge brug', ['2']],
    ['po-raad', ['1', '2']],
    ['basisonderwijs maatwerk', ['1']],
    ['drenthe', ['1']],
    ['programma', ['3']],
    ['klein', ['4']],
    ['onzin', []],
  ] as const) {
    it(`“${text}” finds stories ${expected.join(' and ') || '(none)'}`, () =>
      expect(ids(filterItems(stories, { text }, collection))).to.deep.equal(expected));
  }
  it('finds sessions by speaker and material, contacts by address', () => {
    expect(ids(filterItems(sessions, { text: 'voorbeeldpersoon handreiking' }, collection))).to.deep.equal(['t']);
    expect(ids(filterItems(contacts, { text: 'info@voorbeeld.nl' }, collection))).to.deep.equal(['c']);
  });
});

describe('the choices of a filter', () => {
  const show = (
    items: Parameters<typeof facetOptions>[0],
    query: Parameters<typeof facetOptions>[1],
    facet: 'sector' | 'theme' | 'region',
  ): string[] => facetOptions(items, query, collection, facet).map(({ name, count }) => `${name} ${count}`);

  it('are those that occur, in the feed’s order, unknown ones last', () => {
    expect(show(stories, {}, 'sector')).to.deep.equal(['Primair onderwijs 2', 'Voortgezet onderwijs 1', 'hbo 1']);
  });
  it('count with the other filters, not with their own', () => {
    expect(show(stories, { sector: ['vo'], theme: ['maatwerk'] }, 'sector')).to.deep.equal([
      'Primair onderwijs 1',
      'Voortgezet onderwijs 0',
      'hbo 1',
    ]);
    expect(show(stories, { text: 'leraar' }, 'theme')).to.deep.equal(['Zie het talent 0', 'Maatwerk 1', 'De wet 1']);
  });
  it('count sessions for everyone with each sector', () =>
    expect(show(sessions, {}, 'sector')).to.deep.equal(['Middelbaar beroepsonderwijs 2']));
  it('count what choosing it then shows', () => {
    for (const items of [stories, sessions, contacts]) {
      for (const facet of ['sector', 'theme', 'region'] as const) {
        for (const { id, count } of facetOptions(items, {}, collection, facet)) {
          expect(filterItems<AnyItem>(items, { [facet]: [id] }, collection)).to.have.length(count);
        }
      }
    }
  });
});

describe('a filter attribute', () => {
  for (const [value, expected] of [
    ['po vo', ['po', 'vo']],
    [' PO,vo ', ['po', 'vo']],
    ['basisonderwijs', ['po']],
    ['voortgezet onderwijs', ['vo']],
    ['Voortgezet onderwijs mbo primair  onderwijs', ['vo', 'mbo', 'po']],
    ['onzin po', ['onzin', 'po']],
    ['', []],
    [null, []],
  ] as const) {
    it(`“${value}” means ${JSON.stringify(expected)}`, () => expect(attributeIds(value, 'sector', collection)).to.deep.equal(expected));
  }
  it('with a name nobody knows shows no story', () => {
    expect(filterItems(stories, { sector: attributeIds('onzin', 'sector', collection) }, collection)).to.deep.equal([]);
  });
});

describe('grouping', () => {
  it('puts each story in its first chapter, and what belongs nowhere last', () => {
    const groups = groupStories(stories, 'theme', collection);
    expect(groups.map(({ name, about, items }) => [name, about, ids(items)])).to.deep.equal([
      ['Zie het talent', 'Over talent', ['2', '4']],
      ['Maatwerk', undefined, ['1']],
      [undefined, undefined, ['3']],
    ]);
  });
  it('by sector keeps every story once', () => {
    const groups = groupStories(stories, 'sector', collection);
    expect(groups.map(({ id, items }) => [id, ids(items)])).to.deep.equal([
      ['po', ['1', '2']],
      [undefined, ['3', '4']],
    ]);
  });
});

describe('sorting', () => {
  const sort = (texts: (string | undefined)[], descending = false, locale = 'nl'): (string | undefined)[] =>
    sortBy(texts, (text) => text, locale, descending);
  it('follows the alphabet, not the codes', () =>
    expect(sort(['Zwolle', 'élan', 'eend', 'Aa', '10', '9'])).to.deep.equal(['9', '10', 'Aa', 'eend', 'élan', 'Zwolle']));
  it('puts what is missing last, both ways', () => {
    expect(sort([undefined, 'b', '', 'a'])).to.deep.equal(['a', 'b', undefined, '']);
    expect(sort([undefined, 'b', '', 'a'], true)).to.deep.equal(['b', 'a', undefined, '']);
  });
  it('keeps equals in their order, both ways', () => {
    const items = ['b1', 'a1', 'b2', 'a2'];
    const first = (text: string): string => text[0]!;
    expect(sortBy(items, first, 'nl')).to.deep.equal(['a1', 'a2', 'b1', 'b2']);
    expect(sortBy(items, first, 'nl', true)).to.deep.equal(['b1', 'b2', 'a1', 'a2']);
  });
  it('falls back to Dutch for an unknown language', () => expect(sort(['b', 'a'], false, 'geen taal')).to.deep.equal(['a', 'b']));
  it('leaves the list it was given alone', () => {
    const items = ['b', 'a'];
    sort(items);
    expect(items).to.deep.equal(['b', 'a']);
  });
});

it('knows a sector by all its names, and an unknown one by its id', () => {
  const names = namesOf(collection);
  expect(names('sector', 'po')).to.equal('po Primair onderwijs PO-Raad basisonderwijs');
  expect(names('sector', 'hbo')).to.equal('hbo');
});
