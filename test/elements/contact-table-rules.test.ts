/** The contact table's rules without a screen: names, addresses, columns, order, and who is whose contact. */
import { expect } from '@open-wc/testing';
import { mailtoUrl, siteName, telUrl } from '../../src/parts/address.ts';
import { labelsOf } from '../../src/elements/contact-table/cells.ts';
import { findContacts, OTHER } from '../../src/elements/contact-table/finder.ts';
import { surnameFirst } from '../../src/elements/contact-table/names.ts';
import { ordered } from '../../src/elements/contact-table/ordered.ts';
import { columnsFor, nextOrder, parseOrder, roomsFor } from '../../src/elements/contact-table/rows.ts';
import { type Collection, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';

const collect = (feed: object): Collection =>
  mergeFeeds([{ url: 'https://example.org/meedoen.json', feed: readFeedNow({ meedoen: 1, ...feed }).feed! }], 0);
const names = (contacts: readonly { name?: string; organisation?: string }[] | undefined): (string | undefined)[] | undefined =>
  contacts?.map(({ name, organisation }) => name ?? organisation);

describe('the surname first', () => {
  const examples: Record<string, string> = {
    'Marja van der Werf': 'Werf, Marja van der',
    'Bart de Zwart': 'Zwart, Bart de',
    'Piet VAN DEN Berg': 'Berg, Piet VAN DEN',
    "Sophie in 't Veld": "Veld, Sophie in 't",
    'Jan van ’t Hof': 'Hof, Jan van ’t',
    'Marjan op de Beek': 'Beek, Marjan op de',
    'Juan Carlos de la Cruz': 'Cruz, Juan Carlos de la',
    'Hedy d’Ancona': 'Ancona, Hedy d’',
    "Willem 's-Gravesande": "Gravesande, Willem 's-",
    'Anna Jansen-de Vries': 'Jansen-de Vries, Anna',
    'Jan van den Berg-de Vries': 'Berg-de Vries, Jan van den',
    'Judy Boere': 'Boere, Judy',
    'van der Werf': 'Werf, van der',
    'Kim Jansen, MSc': 'Jansen, Kim',
    'Kim de Boer, Ph.D.': 'Boer, Kim de',
    'Werf, Marja van der': 'Werf, Marja van der',
    'Anh Le': 'Le, Anh',
    Madonna: 'Madonna',
    '  Ada   Lovelace ': 'Lovelace, Ada',
    '': '',
  };
  for (const [name, sorted] of Object.entries(examples)) {
    it(`puts “${name}” in the list as “${sorted}”`, () => {
      expect(surnameFirst(name)).to.equal(sorted);
    });
  }
});

describe('addresses as links', () => {
  it('percent-encodes everything in an address that could start a header or another recipient', () => {
    expect(mailtoUrl('anna@example.org')).to.equal('mailto:anna@example.org');
    expect(mailtoUrl("o'brien+po/vo@example.org")).to.equal("mailto:o'brien%2Bpo%2Fvo@example.org");
    expect(mailtoUrl('a@example.org?bcc=b@example.org&subject=x\r\n#')).to.equal(
      'mailto:a@example.org%3Fbcc%3Db@example.org%26subject%3Dx%0D%0A%23',
    );
  });

  it('dials digits and a plus only', () => {
    expect(telUrl('070 - 123 45 67')).to.equal('tel:0701234567');
    expect(telUrl('(070) 123.45.67')).to.equal('tel:0701234567');
    expect(telUrl('+31 (0)6 1234 5678')).to.equal('tel:+31612345678');
    expect(telUrl('0031 (0)6 12345678')).to.equal('tel:0031612345678');
    expect(telUrl('14 030')).to.equal('tel:14030');
    expect(telUrl('112')).to.equal('tel:112');
  });

  it('does not dial what is not one number', () => {
    for (const phone of ['070 1234567 / 06 12345678', '0701234567 tst. 12', 'via de receptie', '*21#', '1234567890123456', '+', '12']) {
      expect(telUrl(phone), phone).to.equal(undefined);
    }
  });

  it('names where a link leads', () => {
    expect(siteName('https://www.vo-raad.nl/contact?x#y')).to.equal('vo-raad.nl');
    expect(siteName('mailto:info@example.org?subject=x')).to.equal('info@example.org');
  });
});

describe('columns and order', () => {
  const { contacts } = collect({
    contacts: [
      { id: 'a', organisation: 'A', email: 'a@example.org' },
      { id: 'b', name: 'B', sectors: ['po'] },
    ],
  });

  it('shows what is asked, in the order asked, each once', () => {
    expect(columnsFor('email  NAME email nonsense', contacts)).to.deep.equal(['email', 'name']);
  });

  it('shows the columns of which something is known when nothing (known) is asked', () => {
    const known = ['organisation', 'name', 'sector', 'email'];
    expect(columnsFor('', contacts)).to.deep.equal(known);
    expect(columnsFor('nonsense', contacts)).to.deep.equal(known);
    expect(columnsFor(null, contacts)).to.deep.equal(known);
  });

  it('asks the room that the longest word of a column needs, and never less than its header', () => {
    const rooms = (more: object, columns = ['name', 'email', 'sector'] as const): number[] => {
      const { contacts, sectors } = collect({ sectors: [{ id: 'lang', name: 'Arbeidsmarktregiobureau' }], contacts: [{ id: 'a', name: 'B', ...more }] });
      return roomsFor(columns, contacts, (_, id) => sectors.find((sector) => sector.id === id)?.name ?? id);
    }; // prettier-ignore
    const [name, email, sector] = rooms({}) as [number, number, number];
    expect(rooms({ name: 'Een naam van heel veel woorden die allemaal kort zijn' })[0], 'words can be apart').to.equal(name);
    expect(rooms({ name: 'Mevrouwmeteenlangenaam' })[0]).to.be.greaterThan(name);
    expect(rooms({ name: 'Mevrouwmeteen-Langenaam' })[0], 'a hyphen is a place to break').to.be.lessThan(rooms({ name: 'MevrouwmeteenxLangenaam' })[0]!);
    expect(rooms({ email: 'voorbeeld@vereniging.example' })[1]).to.be.lessThan(rooms({ email: 'voorbeeldxverenigingxx@nl.example' })[1]!);
    expect(rooms({ email: 'v@een-naam-van-een-domein.example' })[1]).to.equal(email);
    expect(rooms({ sectors: ['lang'] })[2], 'a sector by its name').to.be.greaterThan(sector);
    expect(rooms({}, [] as never)).to.deep.equal([]);
  }); // prettier-ignore

  it('understands a sort attribute, and takes nonsense for the feed’s order', () => {
    expect(['name', ' -Checked ', 'nonsense', '--name', '', null].map(parseOrder)).to.deep.equal(['name', '-checked', '', '', '', '']);
    expect(['', 'name', '-name', 'email'].map((order) => nextOrder(parseOrder(order), 'name'))).to.deep.equal([
      'name',
      '-name',
      '',
      'name',
    ]);
  });

  it('sorts people by sortName, else by surname; sectors by their names; who has nothing comes last both ways', () => {
    const collection = collect({
      sectors: [
        { id: 'a', name: 'Waterschappen' },
        { id: 'b', name: 'Basisonderwijs' },
      ],
      contacts: [
        { id: '1', name: 'Marja van der Werf', sectors: ['a'] },
        { id: '2', organisation: 'Zonder naam' },
        { id: '3', name: 'Zoë Éclair', sortName: 'Éclair, Zoë', sectors: ['b'] },
        { id: '4', name: 'Anna Boom', sortName: 'Zzz' },
        { id: '5', name: 'Bob Eclips' },
      ],
    });
    const label = labelsOf(collection);
    const sorted = (order: string): unknown => names(ordered(collection.contacts, parseOrder(order), label, 'nl'));
    expect(sorted('name')).to.deep.equal(['Zoë Éclair', 'Bob Eclips', 'Marja van der Werf', 'Anna Boom', 'Zonder naam']);
    expect(sorted('-name')).to.deep.equal(['Anna Boom', 'Marja van der Werf', 'Bob Eclips', 'Zoë Éclair', 'Zonder naam']);
    expect(sorted('sector')).to.deep.equal(['Zoë Éclair', 'Marja van der Werf', 'Zonder naam', 'Anna Boom', 'Bob Eclips']);
    expect(ordered(collection.contacts, '', label, 'nl')).to.equal(collection.contacts);
  });
});

describe('who is my contact?', () => {
  const collection = collect({
    sectors: [
      { id: 'po', name: 'Primair onderwijs' },
      { id: 'vo', name: 'Voortgezet onderwijs' },
      { id: 'wo', name: 'Wetenschappelijk onderwijs' },
    ],
    regions: [
      { id: 'drenthe', name: 'Drenthe' },
      { id: 'twente', name: 'Twente' },
      { id: 'zeeland', name: 'Zeeland' },
    ],
    contacts: [
      { id: 'mailbox', organisation: 'Postbus' },
      { id: 'many', name: 'Vera Veel', sectors: ['po', 'vo'] },
      { id: 'po', name: 'Petra Primair', sectors: ['po'] },
      { id: 'drenthe', name: 'Dirk Drenthe', sectors: ['vo'], regions: ['drenthe'] },
      { id: 'twente', name: 'Tina Twente', sectors: ['vo'], regions: ['twente'] },
    ],
  });
  const find = (sector: string, region = '', fixed = {}): ReturnType<typeof findContacts> =>
    findContacts(collection.contacts, collection, { sector, region }, fixed);

  it('asks for the sector first', () => {
    const { questions, found } = find('');
    expect(questions.map(({ facet }) => facet)).to.deep.equal(['sector']);
    expect(questions[0]!.options.map(({ name }) => name)).to.deep.equal([
      'Primair onderwijs',
      'Voortgezet onderwijs',
      'Wetenschappelijk onderwijs',
    ]);
    expect(found).to.equal(undefined);
  });

  it('puts the contact of that sector alone before one of many sectors; the mailbox is not in the way', () => {
    expect(names(find('po').found)).to.deep.equal(['Petra Primair', 'Vera Veel']);
    expect(find('po').questions).to.have.length(1);
  });

  it('asks for the region where the sector has a contact per region, and shows meanwhile who is there for all', () => {
    const { questions, found } = find('vo');
    expect(questions.map(({ facet }) => facet)).to.deep.equal(['sector', 'region']);
    expect(names(found)).to.deep.equal(['Vera Veel']);
    expect(names(find('vo', 'drenthe').found)).to.deep.equal(['Dirk Drenthe']);
    expect(find('vo', 'drenthe').general).to.equal(false);
  });

  it('falls back on who is there for everyone, and says so', () => {
    expect(names(find('vo', 'zeeland').found)).to.deep.equal(['Vera Veel']);
    expect(find('vo', 'zeeland').general).to.equal(true);
    expect(names(find('wo').found)).to.deep.equal(['Postbus']);
    expect(names(find(OTHER).found)).to.deep.equal(['Postbus']);
  });

  it('finds nobody when nobody is there', () => {
    const alone = collect({ sectors: [{ id: 'vo' }, { id: 'wo' }], contacts: [{ id: '1', name: 'A', sectors: ['vo'] }] });
    expect(findContacts(alone.contacts, alone, { sector: 'wo', region: '' }, {}).found).to.deep.equal([]);
  });

  it('does not ask what the page already fixes', () => {
    const { questions, found } = find('', '', { sector: ['po'] });
    expect(questions).to.deep.equal([]);
    expect(names(found)).to.deep.equal(['Petra Primair', 'Vera Veel']);
    expect(find('', '', { sector: ['po', 'vo'] }).questions[0]!.options.map(({ id }) => id)).to.deep.equal(['po', 'vo']);
  });

  it('shows everyone when there is nothing to choose by', () => {
    const plain = collect({ contacts: [{ id: '1', name: 'A' }, { id: '2', name: 'B' }] }); // prettier-ignore
    expect(findContacts(plain.contacts, plain, { sector: '', region: '' }, {})).to.deep.include({ questions: [], general: false });
    expect(findContacts(plain.contacts, plain, { sector: '', region: '' }, {}).found).to.have.length(2);
  });
});
