import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type VCard, vcardText } from '../../src/feed/vcard.ts';

const card = (more: Partial<VCard> = {}): VCard => ({ uid: 'https://example.org/meedoen.json#werf', ...more });
const unfold = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n');
const lines = (more: Partial<VCard>): string[] => unfold(vcardText([card(more)])).slice(3, -2);

/** What an independent reader makes of it. */
const read = (text: string): ICAL.Component[] => {
  const cards = ICAL.parse(text) as unknown[];
  // one card comes alone, several as a list
  return (typeof cards[0] === 'string' ? [cards] : cards).map((jcard) => new ICAL.Component(jcard as unknown[]));
};
const only = (more: Partial<VCard>): ICAL.Component => read(vcardText([card(more)]))[0]!;
const value = (component: ICAL.Component, name: string): unknown => component.getFirstPropertyValue(name);

const PERSON: Partial<VCard> = {
  name: 'Voorbeeld van der Voorbeeld',
  parts: { family: 'van der Voorbeeld', given: 'Voorbeeld', suffix: 'MSc', sortAs: 'Voorbeeld, Voorbeeld' },
  organisation: 'Voorbeeld; raad, po',
  role: 'adviseur\nen coach',
  email: 'voorbeeld@example.org',
  phone: '+31 (0)6 1234 5678',
  tel: 'tel:+31612345678',
  url: 'https://example.org/a?b=1,2;3',
  categories: ['Primair onderwijs', 'Drenthe, Assen', ''],
  note: 'gecontroleerd in 2019',
  checked: '2021-03-03',
};

describe('a contact as a vCard', () => {
  it('is a card of version 4.0 with what the feed knows, and nothing else', () => {
    const text = vcardText([card(PERSON)]);
    expect(text.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n')).to.equal(true);
    expect(text.endsWith('END:VCARD\r\n')).to.equal(true);
    expect(lines(PERSON)).to.deep.equal([
      'UID:https://example.org/meedoen.json#werf',
      'KIND:individual',
      'FN:Voorbeeld van der Voorbeeld',
      'N;SORT-AS="Voorbeeld,Voorbeeld":van der Voorbeeld;Voorbeeld;;;MSc',
      'ORG:Voorbeeld\\; raad\\, po',
      'TITLE:adviseur\\nen coach',
      'EMAIL:voorbeeld@example.org',
      'TEL;VALUE=uri:tel:+31612345678',
      'URL:https://example.org/a?b=1,2;3',
      'CATEGORIES:Primair onderwijs,Drenthe\\, Assen',
      'NOTE:gecontroleerd in 2019',
      'REV:20210302T230000Z',
    ]);
    expect(lines({ name: 'Voorbeeld' })).to.deep.equal([
      'UID:https://example.org/meedoen.json#werf',
      'KIND:individual',
      'FN:Voorbeeld',
    ]); // prettier-ignore
  });

  it('of an organisation says so', () => {
    expect(lines({ organisation: 'Voorbeeldraad', parts: { family: 'x' } }).slice(1)).to.deep.equal([
      'KIND:org',
      'FN:Voorbeeldraad',
      'ORG:Voorbeeldraad',
    ]);
  });

  it('names itself by its address, or by whatever else it has', () => {
    const uid = (uid: string): string => lines({ uid })[0]!;
    expect(uid('urn:uuid:123e4567-e89b-42d3-a456-426614174000')).to.equal('UID:urn:uuid:123e4567-e89b-42d3-a456-426614174000');
    expect(uid('#werf')).to.equal('UID;VALUE=text:#werf');
    expect(uid('https://example.org/#een, twee')).to.equal('UID;VALUE=text:https://example.org/#een\\, twee');
    expect(value(only({ uid: 'https://example.org/#één' }), 'uid')).to.equal('https://example.org/#één');
  });

  it('writes a national number as a text: a tel: address would want to know its country', () => {
    expect(lines({ phone: '070 - 123 45 67' })).to.contain('TEL:070 - 123 45 67');
    expect(value(only({ phone: 'via de receptie, 1e etage' }), 'tel')).to.equal('via de receptie, 1e etage');
  });

  it('is revised on an exact date only', () => {
    const rev = (checked: string): string | undefined => lines({ checked }).find((line) => line.startsWith('REV'));
    expect(rev('2021-07-03')).to.equal('REV:20210702T220000Z');
    expect(rev('2021-07-03T09:30+02:00')).to.equal('REV:20210703T073000Z');
    for (const vague of ['2021', '2021-07', 'vorig jaar', '']) expect(rev(vague), vague).to.equal(undefined);
  });

  it('stands after another in one file', () => {
    const cards = read(vcardText([card({ uid: 'urn:a', name: 'A' }), card({ uid: 'urn:b', organisation: 'B' })]));
    expect(cards.map((each) => [value(each, 'uid'), value(each, 'kind'), value(each, 'fn')])).to.deep.equal([
      ['urn:a', 'individual', 'A'],
      ['urn:b', 'org', 'B'],
    ]);
    expect(vcardText([])).to.equal('');
  });

  it('lets no value begin a line of its own', () => {
    const evil = 'x\r\nEMAIL:y@example.org\nEND:VCARD\u2028BEGIN:VCARD\0';
    const text = vcardText([card({ name: evil, organisation: evil, role: evil, note: evil, categories: [evil], parts: { family: evil, sortAs: evil } })]);
    expect(unfold(text).filter((line) => /^(END|EMAIL|BEGIN)/.test(line))).to.deep.equal(['BEGIN:VCARD', 'END:VCARD']);
  }); // prettier-ignore

  it('is read back without loss, whatever is in it, in lines of at most 75 octets', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(';', ',', '\\', 'n', '\n', '"', ':', ' ', 'é'), minLength: 1, maxLength: 80 }),
    );
    const cards = fc.record({ name: words, organisation: words, role: words, note: words, categories: fc.array(words, { maxLength: 3 }) });
    const plain = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
    fc.assert(
      fc.property(cards, ({ categories: names, ...texts }) => {
        // where values stand in a row, this reader takes any backslash before a separator for an escape, also one that is escaped itself
        const [family, given, organisation, ...categories] = [texts.name, texts.role, texts.organisation, ...names].map((name) => plain(name).replace(/\\+$/, '')) as [string, string, string, ...string[]]; // prettier-ignore
        const rest = { ...texts, organisation };
        const text = vcardText([card({ ...rest, categories, parts: { family, given } })]);
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
        const [found] = read(text);
        const got = (name: string): unknown => {
          const text = value(found!, name);
          return typeof text === 'string' ? text : (text ?? '');
        };
        expect(got('fn')).to.equal(plain(rest.name));
        expect(got('title')).to.equal(plain(rest.role));
        expect(got('note')).to.equal(plain(rest.note));
        expect([found!.getFirstPropertyValue('org')].flat()[0] ?? '').to.equal(plain(rest.organisation));
        expect(found!.getFirstProperty('categories')?.getValues() ?? []).to.deep.equal(categories.map(plain).filter(Boolean));
        expect([found!.getFirstPropertyValue('n')].flat().slice(0, 2)).to.deep.equal([plain(family), plain(given)]);
      }),
      { numRuns: 300 },
    );
  });
});
