import { expect, fixture, html } from '@open-wc/testing';
import { parse } from 'csv-parse/browser/esm/sync';
import ICAL from 'ical.js';
import { MeedoenContactTable } from '../../src/elements/contact-table/contact-table.ts';
import { saveWords } from '../../src/i18n/save.ts';
import { define, place, textOf, until } from '../define.ts';

define('meedoen-contact-table', MeedoenContactTable);

/** Made-up people. */
const feed = {
  source: { title: 'Voorbeeldlijst', url: 'https://example.org/lijst' },
  sectors: [
    { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'] },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  regions: [{ id: 'drenthe', name: 'Drenthe' }],
  contacts: [
    { id: 'werf', organisation: 'PO-Vereniging', name: 'Marja van der Werf', email: 'marja@example.org', phone: '+31 (0)6 1234 5678', sectors: ['po'], checked: '2021-03-03' },
    { id: 'boom', organisation: '=HYPERLINK("https://example.org")', name: 'Anna Boom', email: 'anna@example.org', phone: '0612345678', sectors: ['po', 'vo'], regions: ['drenthe'], checked: '2019', url: 'https://example.org/anna' },
    { id: 'bus', organisation: 'Postbus; centraal', phone: 'via de receptie' },
    { id: 'twee', organisation: 'Ander', name: 'Marja van der Werf', email: 'marja@example.org' },
  ],
}; // prettier-ignore

// the first of this file: later tests have what is fetched here
it('somebody who goes to a phone number with the keyboard stays there when more about it comes in', async () => {
  const wrapper = await fixture(html`<div lang="nl"></div>`);
  const table = document.createElement('meedoen-contact-table');
  table.feed = { meedoen: 1, language: 'nl', contacts: [{ id: 'a', organisation: 'Postbus', phone: '0612345678' }] };
  wrapper.append(table);
  const link = await until(() => table.renderRoot?.querySelector<HTMLElement>('a.phone'), 'there is a number to call');
  expect(table.renderRoot.querySelector('.tool'), 'what comes only when the visitor does').to.equal(null);
  link!.focus();
  await until(() => table.renderRoot.querySelector('[part~=phone] .tool'), 'there is a button beside it');
  expect(table.renderRoot.querySelector('a.phone')).to.equal(link);
  expect(table.shadowRoot!.activeElement).to.equal(link);
});

describe('keeping contacts of a <meedoen-contact-table>', () => {
  let saved: { name: string; type: string; text: string }[];
  let waiting: Promise<void>[];
  const createObjectURL = URL.createObjectURL.bind(URL);
  const clipboard = (value: unknown): void => void Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
  const agent = (value: string): void => void Object.defineProperty(navigator, 'userAgent', { value, configurable: true });

  beforeEach(() => {
    saved = [];
    waiting = [];
    let blob: Blob;
    URL.createObjectURL = (object) => ((blob = object as Blob), createObjectURL(object));
    HTMLAnchorElement.prototype.click = function () {
      const { download } = this;
      // text() takes the mark of UTF-8 away
      waiting.push(
        blob.arrayBuffer().then((bytes) => {
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
          saved.push({ name: download, type: blob.type, text });
        }),
      );
    };
  });

  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click;
    delete (navigator as { clipboard?: unknown }).clipboard;
    delete (navigator as { userAgent?: unknown }).userAgent;
  });

  async function placeTable(attributes: Record<string, string> = {}, more: object = {}, lang = 'nl'): Promise<MeedoenContactTable> {
    return place<MeedoenContactTable>('meedoen-contact-table', { ...feed, ...more }, { today: '2021-09-20', ...attributes }, lang);
  }
  const all = (table: MeedoenContactTable, selector: string): HTMLElement[] => [
    ...table.renderRoot.querySelectorAll<HTMLElement>(selector),
  ];
  const ways = (table: MeedoenContactTable): HTMLElement[] => all(table, '[part=save] li [part=button]');
  /** Presses, and gives the file that comes of it. */
  async function press(button: HTMLElement): Promise<(typeof saved)[number]> {
    button.click();
    await until(() => waiting.length, 'a file is saved');
    await Promise.all(waiting);
    return saved.at(-1)!;
  }
  const cards = (text: string): ICAL.Component[] => {
    const read = ICAL.parse(text) as unknown[];
    return (typeof read[0] === 'string' ? [read] : read).map((card) => new ICAL.Component(card as unknown[]));
  };
  const table = (text: string): string[][] =>
    parse(text, { bom: true, delimiter: ';' }).map((row: string[]) => row.map((cell) => cell.replaceAll('\t', '')));

  it('saves one person for an address book, from beside the address', async () => {
    const element = await placeTable();
    const [first] = all(element, '.keep');
    expect(first!.closest('[part~=email]')).not.to.equal(null);
    expect(first!.getAttribute('aria-label')).to.equal('Bewaar Marja van der Werf als contact');
    const { name, type, text } = await press(first!);
    expect(name).to.equal('Marja-van-der-Werf.vcf');
    expect(type).to.equal('text/vcard;charset=utf-8');
    const [card, ...others] = cards(text);
    expect(others).to.deep.equal([]);
    const value = (property: string): unknown => card!.getFirstPropertyValue(property);
    expect(value('fn')).to.equal('Marja van der Werf');
    expect(value('n')).to.deep.equal(['van der Werf', 'Marja', '', '', '']);
    expect(card!.getFirstProperty('n')!.getParameter('sort-as')).to.equal('Werf,Marja');
    expect([value('kind'), value('org'), value('email'), value('tel')]).to.deep.equal([
      'individual',
      'PO-Vereniging',
      'marja@example.org',
      'tel:+31612345678',
    ]);
    expect(card!.getFirstProperty('categories')!.getValues()).to.deep.equal(['Primair onderwijs']);
    expect(value('note')).to.equal('gecontroleerd op 3 maart 2021\nBron: Voorbeeldlijst, https://example.org/lijst');
    expect(text).to.contain('REV:2021');
    expect(text, 'the same every time').to.match(/UID[^\r]*#werf\r/);
  });

  it('has the button beside the phone number of who has no mail address', async () => {
    const element = await placeTable();
    const [bus] = all(element, '[data-key$=bus] .keep');
    expect(bus!.closest('[part~=phone]')).not.to.equal(null);
    const { name, text } = await press(bus!);
    expect(name).to.equal('Postbus-centraal.vcf');
    expect(text)
      .to.contain('KIND:org')
      .and.to.contain('FN:Postbus; centraal')
      .and.to.contain('ORG:Postbus\\; centraal')
      .and.to.contain('TEL:via de receptie');
    expect(text, 'nobody says when').not.to.contain('REV');
  });

  it('saves all that answer to the search, in their order', async () => {
    const element = await placeTable({ controls: 'search', sort: '-organisation' });
    expect(all(element, '[part=save]')).to.have.length(1);
    const everybody = await press(ways(element)[0]!);
    expect(everybody.name).to.equal('contactpersonen.vcf');
    expect(cards(everybody.text).map((card) => card.getFirstPropertyValue('uid'))).to.have.length(4);
    const input = element.renderRoot.querySelector<HTMLInputElement>('#search')!;
    input.value = 'marja';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    waiting = [];
    const { text } = await press(ways(element)[0]!);
    expect(cards(text).map((card) => card.getFirstPropertyValue('org'))).to.deep.equal(['PO-Vereniging', 'Ander']);
  });

  it('makes a table with the columns that are shown, and where they come from', async () => {
    const element = await placeTable({ columns: 'name organisation phone region checked', sort: 'name' });
    const { name, type, text } = await press(ways(element)[1]!);
    expect(name).to.equal('contactpersonen.csv');
    expect(type).to.equal('text/csv;charset=utf-8');
    expect(text.startsWith('\ufeff')).to.equal(true);
    expect(table(text)).to.deep.equal([
      ['Contactpersoon', 'Organisatie', 'Telefoon', 'Regio', 'Gecontroleerd', 'Website', 'Bron'],
      ['Anna Boom', '=HYPERLINK("https://example.org")', '0612345678', 'Drenthe', '2019', 'https://example.org/anna', 'Voorbeeldlijst, https://example.org/lijst'],
      ['Marja van der Werf', 'PO-Vereniging', '+31 (0)6 1234 5678', 'Alle regio’s', '2021-03-03', '', 'Voorbeeldlijst, https://example.org/lijst'],
      ['Marja van der Werf', 'Ander', '', 'Alle regio’s', '', '', 'Voorbeeldlijst, https://example.org/lijst'],
      ['', 'Postbus; centraal', 'via de receptie', 'Alle regio’s', '', '', 'Voorbeeldlijst, https://example.org/lijst'],
    ]); // prettier-ignore
    expect(text).to.contain('"\t=HYPERLINK').and.to.contain('"\t+31 (0)6').and.to.contain('"\t0612345678"');
  });

  it('copies every address once, and says so', async () => {
    const written: string[] = [];
    clipboard({ writeText: (text: string) => Promise.resolve(void written.push(text)) });
    const element = await placeTable();
    const button = all(element, '[part=save] [part=copy]')[0]!;
    expect(button.closest('li')!.textContent).to.contain('2 e-mailadressen');
    button.click();
    await until(() => /Gekopieerd/.test(all(element, '[part=copy-status]')[0]!.textContent), 'it is said');
    expect(written).to.deep.equal(['marja@example.org; anna@example.org']);
  });

  it('is not offered where an app saves no files', async () => {
    agent('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120 Mobile/15E148 Safari/604.1');
    const element = await placeTable();
    expect(all(element, '.keep')).to.have.length(0);
    expect(ways(element)).to.have.length(0);
    expect(all(element, '[part=save]')[0]!.textContent).to.contain('In deze app kun je geen bestanden bewaren.');
  }); // prettier-ignore

  it('is offered in words to who found their one person', async () => {
    const element = await placeTable({ mode: 'finder', sector: 'vo' });
    expect(textOf(element)).to.contain('Bewaar als contact');
    const { name } = await press(all(element, '[data-key$=boom] .keep')[0]!);
    expect(name).to.equal('Anna-Boom.vcf');
    expect(all(element, '[part=save]')).to.have.length(0);
  });

  it('says in English what it says in Dutch', async () => {
    expect(Object.keys(saveWords.en)).to.deep.equal(Object.keys(saveWords.nl));
    const element = await placeTable({}, { language: 'en', source: undefined }, 'en');
    await until(() => /Save or copy/.test(textOf(element)), 'it speaks English');
    expect(ways(element).map(({ textContent }) => textContent.trim())).to.deep.equal([saveWords.en.vcard, saveWords.en.csv]);
    const { name, text } = await press(ways(element)[0]!);
    expect(name).to.equal('contacts.vcf');
    expect(text).to.contain('NOTE:checked on 3 March 2021');
  });

  it('adds one thing to press, and that is unfolded with the keyboard', async () => {
    const element = await placeTable();
    const details = element.renderRoot.querySelector('details')!;
    expect(details.open).to.equal(false);
    const { height } = details.querySelector('summary')!.getBoundingClientRect();
    expect(height).to.be.at.least(43.5);
    // a chevron, as everything that unfolds has
    const looks = (): string[] => {
      const { display } = getComputedStyle(details.querySelector('summary')!);
      const { rotate, content } = getComputedStyle(details.querySelector('summary')!, '::after');
      return [display, content, rotate];
    };
    expect(looks()).to.deep.equal(['block', '""', '45deg']);
    details.open = true;
    expect(looks()[2]).to.equal('225deg');
    await until(() => ways(element)[0]?.getClientRects().length, 'the ways are in sight');
    for (const way of ways(element)) expect(way.getBoundingClientRect().height).to.be.at.least(43.5);
  });
});
