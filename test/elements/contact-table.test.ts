import { aTimeout, expect, nextFrame, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import feedFile from '../../demo/meedoen.json' with { type: 'json' };
import { MeedoenContactTable } from '../../src/elements/contact-table/contact-table.ts';
import type { MeedoenContactSelectedEvent } from '../../src/elements/contact-table/events.ts';
import type { MeedoenFilterChangedEvent } from '../../src/elements/events.ts';
import { commonWords } from '../../src/i18n/common.ts';
import { contactWords } from '../../src/i18n/contacts.ts';
import { define, place, settled, textOf, until } from '../define.ts';
import { shownBy, uniqueFeed } from '../unique-feed.ts';

define('meedoen-contact-table', MeedoenContactTable);

const inChromium = /Chrome\//.test(navigator.userAgent);
const WIDE = 1200;
const NARROW = 320;

/** Made-up people. */
const feed = {
  email: 'netwerk@example.org',
  source: { title: 'Voorbeeldlijst' },
  sectors: [
    { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs', 'basisschool'] },
    { id: 'vo', name: 'Voortgezet onderwijs', aliases: ['middelbare school'] },
    { id: 'wo', name: 'Wetenschappelijk onderwijs' },
  ],
  regions: [
    { id: 'drenthe', name: 'Drenthe' },
    { id: 'twente', name: 'Twente' },
  ],
  contacts: [
    {
      id: 'werf',
      organisation: 'PO-Vereniging',
      name: 'Marja van der Werf',
      email: 'marja@example.org',
      phone: '+31 (0)6 1234 5678',
      sectors: ['po'],
      checked: '2021-03-03',
    },
    { id: 'boom', organisation: 'Éénvoud', name: 'Anna Boom', role: 'adviseur', email: 'a.boom@example.org', sectors: ['vo'], regions: ['drenthe'], checked: '2019' },
    { id: 'appel', organisation: 'Zuidwest', name: 'Bob Appel', email: 'b.appel@example.org', sectors: ['vo'], regions: ['twente'] },
    { id: 'bus', organisation: 'Postbus', phone: 'via de receptie', url: 'https://www.example.org/postbus', source: { title: 'Andere lijst', url: 'https://example.org/lijst' } },
  ],
}; // prettier-ignore
const ALL = ['Marja van der Werf', 'Anna Boom', 'Bob Appel', 'Postbus'];

async function placeTable(
  attributes: Record<string, string> = {},
  width = WIDE,
  more: object = {},
  lang = 'nl',
): Promise<MeedoenContactTable> {
  const table = await place<MeedoenContactTable>(
    'meedoen-contact-table',
    { ...feed, ...more },
    { today: '2021-09-20', ...attributes },
    lang,
  );
  await resize(table, width);
  return table;
}
async function resize(table: MeedoenContactTable, width: number): Promise<void> {
  table.parentElement!.style.width = `${width}px`;
  // the width is measured in one frame and answered in the next
  for (let frame = 0; frame < 4; frame++) await nextFrame();
  await table.updateComplete;
}
const all = (table: MeedoenContactTable, selector: string): HTMLElement[] => [...table.renderRoot.querySelectorAll<HTMLElement>(selector)];
const one = <T extends HTMLElement>(table: MeedoenContactTable, selector: string): T => table.renderRoot.querySelector<T>(selector)!;
const rows = (table: MeedoenContactTable): HTMLElement[] => all(table, '[data-key]');
/** What a cell names, without the number of its source and its link. */
const nameIn = (cell: Element): string => {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll('sup, [part=website]').forEach((more) => more.remove());
  return copy.textContent.trim();
};
const people = (table: MeedoenContactTable): string[] =>
  rows(table).map((row) => {
    const name = row.querySelector('[part~=name]');
    return nameIn(name?.textContent.trim() ? name : row.querySelector('[part~=organisation]')!);
  });
const said = (table: MeedoenContactTable): string => all(table, '[role=status]').map(({ textContent }) => textContent).join(' '); // prettier-ignore
const type = async (table: MeedoenContactTable, text: string): Promise<void> => {
  const input = one<HTMLInputElement>(table, '#search');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await table.updateComplete;
};
const choose = async (table: MeedoenContactTable, id: string, value: string): Promise<void> => {
  const select = one<HTMLSelectElement>(table, `#${id}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await table.updateComplete;
};
const options = (table: MeedoenContactTable, id: string): string[] =>
  [...one<HTMLSelectElement>(table, `#${id}`).options].map(({ text }) => text.trim());
const press = async (table: MeedoenContactTable, selector: string): Promise<void> => {
  one(table, selector).click();
  await table.updateComplete;
};
const header = (column: string): string => `thead [part~=${column}]`;
const violations = async (table: MeedoenContactTable): Promise<string[]> => {
  const { violations } = await axe.run(table, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
};

describe('<meedoen-contact-table>', () => {
  describe('as a table', () => {
    it('is a real table with a caption, column headers and row headers', async () => {
      const table = await placeTable();
      expect(one(table, 'table caption').textContent).to.contain('Contactpersonen');
      expect(all(table, 'thead th[scope=col]').map(({ innerText }) => innerText.trim())).to.deep.equal([
        'Organisatie',
        'Contactpersoon',
        'Functie',
        'Sector',
        'Regio',
        'E-mail',
        'Telefoon',
        'Gecontroleerd',
      ]);
      expect(all(table, 'tbody th[scope=row]').map(nameIn)).to.deep.equal(['PO-Vereniging', 'Éénvoud', 'Zuidwest', 'Postbus']);
      expect(people(table)).to.deep.equal(ALL);
    });

    it('shows only the columns of which something is known, unless asked otherwise', async () => {
      const contacts = [{ id: 'a', name: 'Anna Boom', email: 'a@example.org' }];
      const known = await placeTable({}, WIDE, { contacts });
      expect(all(known, 'thead th')).to.have.length(2);
      expect(one(known, 'tbody th').innerText, 'without an organisation the person heads the row').to.contain('Anna Boom');
      const asked = await placeTable({ columns: 'email NAME nonsense phone' }, WIDE, { contacts });
      expect(all(asked, 'thead th').map(({ innerText }) => innerText.trim())).to.deep.equal(['E-mail', 'Contactpersoon', 'Telefoon']);
      asked.removeAttribute('columns');
      await asked.updateComplete;
      expect(all(asked, 'thead th')).to.have.length(2);
    });

    it('sorts by surname when its header is pressed, then the other way, then in the feed’s order again', async () => {
      const table = await placeTable();
      const name = header('name');
      expect(one(table, name).getAttribute('aria-sort')).to.equal(null);
      await press(table, `${name} button`);
      expect(people(table)).to.deep.equal(['Bob Appel', 'Anna Boom', 'Marja van der Werf', 'Postbus']);
      expect(one(table, name).getAttribute('aria-sort')).to.equal('ascending');
      expect(said(table)).to.contain('Gesorteerd: Contactpersoon, A tot Z');
      await press(table, `${name} button`);
      expect(people(table)).to.deep.equal(['Marja van der Werf', 'Anna Boom', 'Bob Appel', 'Postbus']);
      expect(one(table, name).getAttribute('aria-sort')).to.equal('descending');
      await press(table, `${name} button`);
      expect(people(table)).to.deep.equal(ALL);
      expect(all(table, '[aria-sort]')).to.have.length(0);
      expect(said(table)).to.contain('Gesorteerd: Vaste volgorde');
    });

    it('sorts as Dutch is sorted, whatever the accents', async () => {
      const table = await placeTable();
      await press(table, `${header('organisation')} button`);
      expect(people(table)).to.deep.equal(['Anna Boom', 'Marja van der Werf', 'Postbus', 'Bob Appel']);
    });

    it('sorts with the keyboard, and the focus stays', async () => {
      const table = await placeTable();
      one(table, `${header('checked')} button`).focus();
      await sendKeys({ press: 'Enter' });
      await table.updateComplete;
      expect(people(table).slice(0, 2)).to.deep.equal(['Anna Boom', 'Marja van der Werf']);
      await executeServerCommand('press', ' ');
      await table.updateComplete;
      expect(people(table).slice(0, 2)).to.deep.equal(['Marja van der Werf', 'Anna Boom']);
      expect(table.shadowRoot!.activeElement).to.equal(one(table, `${header('checked')} button`));
    });

    it('starts in the order of its attribute, and follows it', async () => {
      const table = await placeTable({ sort: '-name' });
      expect(people(table)[0]).to.equal('Marja van der Werf');
      table.sort = 'nonsense';
      await table.updateComplete;
      expect(people(table)).to.deep.equal(ALL);
      table.sort = 'name';
      await table.updateComplete;
      table.removeAttribute('sort');
      await table.updateComplete;
      expect(people(table)).to.deep.equal(ALL);
    });

    it('breaks no word, from the narrowest place in which it is a table', async () => {
      const contacts = [
        { id: 'a', organisation: 'Netwerk Inclusieve Onderwijswerkgevers', name: 'Voorbeeldpersoon Zaanstreek', role: 'beleidsmedewerker', email: 'voorbeeldpersoon@voorbeeldalliantiebanenafspraak.example' },
        { id: 'b', organisation: 'Voorbeeldorganisatie', name: 'B', email: 'b@example.org', sectors: ['wo'] },
      ]; // prettier-ignore
      const table = await placeTable({ lang: 'zxx' }, 600, { contacts });
      let width = 600;
      while (!all(table, 'table').length && width < 2000) await resize(table, (width += 20));
      expect(width, 'it becomes a table').to.be.within(700, 1600);
      for (const cell of all(table, '[part~=cell], [part~=header]')) {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
          if (node.parentElement!.closest('.visually-hidden')) continue;
          for (const word of node.data.matchAll(/[^\s-]+/g)) {
            const range = new Range();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            expect(lines.size, `“${word[0]}” at ${width}`).to.equal(1);
          }
        }
      }
    });

    it('has nothing to press where there is nothing to sort', async () => {
      const table = await placeTable({ sector: 'po', columns: 'name email' }, WIDE, { contacts: feed.contacts.slice(0, 1) });
      expect(rows(table)).to.have.length(1);
      expect(all(table, 'thead button')).to.have.length(0);
    });
  });

  describe('in a narrow place', () => {
    it('is a list with the same content in the same order, one DOM at a time, and nothing sticks out', async () => {
      const table = await placeTable({ sort: 'name' });
      const words = (): string[] => [...new Set(rows(table).map(({ innerText }) => innerText).join(' ').split(/[\s,·()]+/))]; // prettier-ignore
      const wide = words();
      await resize(table, NARROW);
      expect(all(table, 'table')).to.have.length(0);
      expect(all(table, 'ul > li[data-key]')).to.have.length(4);
      expect(people(table)).to.deep.equal(['Bob Appel', 'Anna Boom', 'Marja van der Werf', 'Postbus']);
      expect(words()).to.include.members(wide.filter(Boolean));
      expect(table.scrollWidth).to.be.at.most(NARROW);
      await resize(table, WIDE);
      expect(all(table, '[part=list]')).to.have.length(0);
      expect(people(table)[0]).to.equal('Bob Appel');
    });

    it('begins each card with what is strongest: the person, or the organisation where there is none', async () => {
      const table = await placeTable({}, NARROW);
      for (const card of rows(table)) {
        const strong = [...card.querySelectorAll('[part~=cell]')].filter((cell) => Number(getComputedStyle(cell).fontWeight) >= 600);
        expect(strong).to.deep.equal([card.querySelector('[part~=name]') ?? card.querySelector('[part~=organisation]')]);
      }
    });

    it('stays a table where few columns fit, and gives way earlier to larger text', async () => {
      const table = await placeTable({ columns: 'name email' }, 480);
      expect(all(table, 'table')).to.have.length(1);
      table.style.fontSize = '32px';
      await resize(table, 481);
      expect(all(table, 'table')).to.have.length(0);
    });

    it('sorts with a select, both ways', async () => {
      const table = await placeTable({}, NARROW);
      expect(options(table, 'sort').slice(0, 3)).to.deep.equal(['Vaste volgorde', 'Organisatie, A tot Z', 'Organisatie, Z tot A']);
      expect(options(table, 'sort').slice(-2)).to.deep.equal(['Gecontroleerd, oudste eerst', 'Gecontroleerd, nieuwste eerst']);
      await choose(table, 'sort', '-name');
      expect(people(table)).to.deep.equal(['Marja van der Werf', 'Anna Boom', 'Bob Appel', 'Postbus']);
      table.sort = 'name';
      await table.updateComplete;
      expect(one<HTMLSelectElement>(table, '#sort').value).to.equal('name');
    });

    it('leaves out what a contact does not have', async () => {
      const table = await placeTable({}, NARROW);
      expect(rows(table)[3]!.querySelector('[part~=email], [part~=name]')).to.equal(null);
      expect(rows(table)[3]!.innerText).to.contain('via de receptie');
    });
  });

  describe('searching', () => {
    it('has no controls unless asked, all when bare, and ignores those it does not have', async () => {
      expect(all(await placeTable(), 'input, select')).to.have.length(0);
      expect(all(await placeTable({ controls: '' }), 'input, select').map(({ id }) => id)).to.deep.equal(['search', 'sector', 'region']);
      expect(all(await placeTable({ controls: 'region nonsense' }), 'input, select').map(({ id }) => id)).to.deep.equal(['region']);
      expect(all(await placeTable({ controls: 'nonsense' }), 'input, select')).to.have.length(0);
    });

    const finds: Record<string, string[]> = {
      eenvoud: ['Anna Boom'],
      'po vereniging': ['Marja van der Werf'],
      po: ['Marja van der Werf', 'Postbus'],
      vo: ['Anna Boom', 'Bob Appel'],
      'voortgezet onderwijs': ['Anna Boom', 'Bob Appel'],
      'Middelbare school': ['Anna Boom', 'Bob Appel'],
      basissch: ['Marja van der Werf'],
      twente: ['Bob Appel'],
      werf: ['Marja van der Werf'],
      'bob appel': ['Bob Appel'],
      adviseur: ['Anna Boom'],
    };
    for (const [text, found] of Object.entries(finds)) {
      it(`finds ${found.join(' and ')} by “${text}”`, async () => {
        const table = await placeTable({ controls: 'search' });
        await type(table, text);
        // a mailbox has "Po" in its name, not the sector
        expect(people(table).filter((name) => name !== 'Postbus')).to.deep.equal(found.filter((name) => name !== 'Postbus'));
      });
    }

    it('marks what was found, also the other name by which a sector was found', async () => {
      const table = await placeTable({ controls: 'search' });
      await type(table, 'basis');
      expect(all(table, 'mark').map(({ textContent }) => textContent)).to.deep.equal(['basis']);
      expect(one(table, 'tbody [part~=sector]').innerText).to.equal('Primair onderwijs (basisonderwijs)');
      await type(table, '');
      expect(all(table, 'mark')).to.have.length(0);
      expect(one(table, 'tbody [part~=sector]').innerText).to.equal('Primair onderwijs');
    });

    it('tells how many there are, on screen at once and aloud when typing pauses', async () => {
      const table = await placeTable({ controls: '' });
      await type(table, 'vo');
      expect(one(table, '[part=result]').innerText).to.contain('2 contactpersonen');
      await until(() => said(table).includes('2 contactpersonen'), 'the number is said');
    });

    it('filters by sector, and takes the filter back with the select following', async () => {
      const table = await placeTable({ controls: '' });
      await choose(table, 'sector', 'vo');
      expect(people(table), 'who names no sector is there for all').to.deep.equal(['Anna Boom', 'Bob Appel', 'Postbus']);
      await press(table, '[part=undo]');
      expect(people(table)).to.deep.equal(ALL);
      expect(one<HTMLSelectElement>(table, '#sector').value).to.equal('');
    });

    it('tells a page what was asked and how many answer', async () => {
      const table = await placeTable({ controls: '' });
      const changed = oneEvent(table, 'meedoen-filter-changed') as unknown as Promise<MeedoenFilterChangedEvent>;
      await type(table, 'boom');
      expect(await changed).to.include({ query: 'boom', sector: '', theme: '', region: '', count: 1, bubbles: true, composed: true });
    });

    it('says for what nothing was found, how to undo it, and whom to ask', async () => {
      const table = await placeTable({ controls: '' });
      await choose(table, 'sector', 'po');
      await type(table, 'bakkerij');
      const empty = one(table, '[part=empty]');
      expect(empty.innerText).to.contain('We vinden geen contactpersoon voor ‘bakkerij’ en Primair onderwijs.');
      expect(empty.querySelector('a')!.getAttribute('href')).to.equal('mailto:netwerk@example.org');
      empty.querySelector('button')!.click();
      await table.updateComplete;
      await nextFrame();
      expect(people(table)).to.deep.equal(ALL);
      expect(table.shadowRoot!.activeElement).to.equal(one(table, '#search'));
    });

    it('lets who types go on when nothing is found on the way', async () => {
      const table = await placeTable({ controls: 'search' });
      const input = one<HTMLInputElement>(table, '#search');
      input.focus();
      await type(table, 'bakkerij');
      expect(rows(table)).to.have.length(0);
      expect(one(table, '#search')).to.equal(input);
      expect(table.shadowRoot!.activeElement).to.equal(input);
      await type(table, 'boom');
      expect(people(table)).to.deep.equal(['Anna Boom']);
      expect(table.shadowRoot!.activeElement).to.equal(input);
    });

    it('keeps to the sector of the page', async () => {
      expect(people(await placeTable({ sector: 'basisonderwijs' }))).to.deep.equal(['Marja van der Werf', 'Postbus']);
      expect(people(await placeTable({ region: 'twente' }))).to.deep.equal(['Marja van der Werf', 'Bob Appel', 'Postbus']);
    });
  });

  describe('a contact', () => {
    it('can be mailed and called', async () => {
      const table = await placeTable();
      expect(one(table, 'a[part=link].email').getAttribute('href')).to.equal('mailto:marja@example.org');
      expect(one(table, 'a[part=link].phone').getAttribute('href')).to.equal('tel:+31612345678');
      expect(rows(table)[3]!.querySelector('a[href^="tel:"]'), 'what is no number is text').to.equal(null);
    });

    it('is mailed with the subject that the page gives, on one line', async () => {
      const table = await placeTable({ subject: 'Vraag & hulp?\r\nBcc: x@example.org', controls: 'search' });
      const subject = '?subject=Vraag%20%26%20hulp%3F%20Bcc%3A%20x%40example.org';
      expect(one(table, 'a.email').getAttribute('href')).to.equal(`mailto:marja@example.org${subject}`);
      await type(table, 'bakkerij');
      expect(one(table, '[part=empty] a').getAttribute('href')).to.equal(`mailto:netwerk@example.org${subject}`);
    });

    it('tells the page who was chosen', async () => {
      const table = await placeTable();
      for (const selector of ['a.email', 'a.phone']) {
        const selected = oneEvent(table, 'meedoen-contact-selected') as unknown as Promise<MeedoenContactSelectedEvent>;
        const link = one(table, selector);
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
        const event = await selected;
        expect(event.contact.id).to.equal('werf');
        expect(event).to.include({ bubbles: true, composed: true });
      }
    });

    it('says when it was checked, and gently when that is long ago', async () => {
      const table = await placeTable();
      const checked = (): string[] => all(table, 'tbody [part~=checked]').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
      expect(checked()).to.deep.equal(['op 3 maart 2021', 'in 2019 mogelijk verouderd', '', '']);
      table.staleAfter = 6;
      await table.updateComplete;
      expect(checked()[0]).to.equal('op 3 maart 2021 mogelijk verouderd');
      for (const nonsense of ['nonsense', '-3', '0', '']) {
        table.setAttribute('stale-after', nonsense);
        await table.updateComplete;
        expect(checked()[0], nonsense).to.equal('op 3 maart 2021');
      }
      table.removeAttribute('stale-after');
      await table.updateComplete;
      expect(checked()[0]).to.equal('op 3 maart 2021');
      await resize(table, NARROW);
      expect(rows(table)[1]!.innerText).to.contain('gecontroleerd in 2019');
    });

    it('is called out of date from the very day, in Dutch time', async () => {
      const table = await placeTable({ today: '2022-03-02T23:00:00+01:00' });
      const first = (): string => one(table, 'tbody [part~=checked]').innerText;
      expect(first()).not.to.contain('mogelijk verouderd');
      table.today = '2022-03-04T00:30:00+01:00';
      await table.updateComplete;
      expect(first()).to.contain('mogelijk verouderd');
    });

    it('that names no sector is there for all of them', async () => {
      const table = await placeTable();
      expect(rows(table)[3]!.querySelector<HTMLElement>('[part~=sector]')!.innerText).to.equal('Alle sectoren');
      expect(rows(table)[0]!.querySelector<HTMLElement>('[part~=region]')!.innerText).to.equal('Alle regio’s');
    });

    it('has its own page, named, and its source', async () => {
      const table = await placeTable();
      const page = one(table, '[part=website]');
      expect(page.getAttribute('href')).to.equal('https://www.example.org/postbus');
      expect(page.innerText).to.equal('example.org');
      expect(all(table, '[part=source]').map(({ innerText }) => innerText)).to.deep.equal(['Voorbeeldlijst', 'Andere lijst']);
      expect(rows(table)[3]!.querySelector('[part=source-number]')!.textContent.trim().replace(/\s+/g, ' ')).to.equal('bron 2');
      const single = await placeTable({ sector: 'vo' }, WIDE, { contacts: feed.contacts.slice(0, 3) });
      expect(all(single, '[part=source-number]')).to.have.length(0);
      expect(one(single, '[part=sources]').innerText.replace(/\s+/g, ' ').trim()).to.equal('Bron: Voorbeeldlijst');
    });

    it('has its source in its own language, where there are several', async () => {
      const sources = { nl: 'Een lijst', fr: 'Une liste' };
      const src = Object.entries(sources).map(([language, title]) =>
        URL.createObjectURL(new Blob([JSON.stringify({ meedoen: 1, language, source: { title }, contacts: [{ id: 'a', name: title }] })])),
      );
      const table = await place<MeedoenContactTable>('meedoen-contact-table', {});
      table.feed = null;
      table.src = src.join(' ');
      try {
        await until(() => all(table, '[part=source]').length === 2, 'both lists are there');
        expect(all(table, '[part=source]').map(({ lang, innerText }) => [lang, innerText])).to.deep.equal([
          ['', 'Een lijst'],
          ['fr', 'Une liste'],
        ]);
      } finally {
        src.forEach((address) => URL.revokeObjectURL(address));
      }
    });

    it('shows everything its feed has for it', async () => {
      const { feed, words } = uniqueFeed();
      const table = await placeTable({}, WIDE, feed);
      const shown = shownBy(table);
      for (const [path, word] of words) if (path.startsWith('contacts.')) expect(shown, path).to.contain(word);
    });

    it('in another language says so to a screen reader, our own words excepted', async () => {
      const table = await placeTable({}, WIDE, { language: 'fr' });
      expect(rows(table)[0]!.lang).to.equal('fr');
      expect(one(table, 'tbody [part~=checked] span').lang).to.equal('nl');
      expect(one(table, 'tbody [part~=region] span').lang).to.equal('nl');
      expect((await placeTable()).renderRoot.querySelector('tr[lang]')).to.equal(null);
    });

    it('with hostile values is shown as text, and no link is made of it', async () => {
      const evil = '<img src=x onerror=alert(1)>';
      const table = await placeTable({ controls: 'search' }, WIDE, {
        contacts: [
          { id: evil, organisation: evil, name: evil, sortName: evil, role: evil, phone: 'javascript:alert(1)', email: 'a@example.org?bcc=b@example.org', url: 'javascript:alert(1)', sectors: [evil] },
          { id: 'b', name: 'B', email: 'b@example.org\r\nBcc: c@example.org', phone: '0612345678;ext=1' },
        ],
      }); // prettier-ignore
      await type(table, 'img');
      await type(table, '');
      expect(all(table, 'img, a')).to.have.length(0);
      expect(one(table, 'tbody th').innerText).to.contain(evil);
    });
  });

  describe('copying an address', () => {
    const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const clipboard = (value: unknown): void => {
      Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    };
    afterEach(() => {
      if (original) Object.defineProperty(navigator, 'clipboard', original);
      else delete (navigator as { clipboard?: unknown }).clipboard;
    });

    it('confirms it on screen and aloud', async () => {
      const written: string[] = [];
      clipboard({ writeText: (text: string) => Promise.resolve(void written.push(text)) });
      const table = await placeTable();
      expect(all(table, '.copy-it')[0]!.getAttribute('aria-label')).to.equal('Kopieer marja@example.org');
      await press(table, '.copy-it');
      await aTimeout(0);
      await table.updateComplete;
      expect(written).to.deep.equal(['marja@example.org']);
      expect(one(table, '[part=copied]').innerText).to.equal('Gekopieerd');
      expect(said(table)).to.contain('Gekopieerd');
    });

    it('says so when it is not allowed', async () => {
      clipboard({ writeText: () => Promise.reject(new Error('no')) });
      const table = await placeTable();
      await press(table, '.copy-it');
      await aTimeout(0);
      await table.updateComplete;
      expect(one(table, '[part=copied]').innerText).to.contain('Selecteer de tekst');
    });

    it('is not offered where a page has no clipboard', async () => {
      clipboard(undefined);
      expect(all(await placeTable(), '.copy-it')).to.have.length(0);
    });
  });

  describe('as a finder', () => {
    it('asks for the sector and gives the one person', async () => {
      const table = await placeTable({ mode: 'finder' });
      expect(one(table, 'h2').innerText).to.equal('Wie is mijn contactpersoon?');
      expect(options(table, 'sector')).to.deep.equal([
        'Maak een keuze',
        'Primair onderwijs',
        'Voortgezet onderwijs',
        'Wetenschappelijk onderwijs',
        'Staat er niet bij',
      ]);
      expect(rows(table)).to.have.length(0);
      const selected = oneEvent(table, 'meedoen-contact-selected') as unknown as Promise<MeedoenContactSelectedEvent>;
      await choose(table, 'sector', 'po');
      expect((await selected).contact.id).to.equal('werf');
      expect(people(table)).to.deep.equal(['Marja van der Werf']);
      expect(said(table)).to.contain('Je contactpersoon: Marja van der Werf, PO-Vereniging');
    });

    it('asks for the region where that matters, and anew for another sector', async () => {
      const table = await placeTable({ mode: 'finder' });
      await choose(table, 'sector', 'vo');
      expect(said(table)).to.contain('Kies je regio');
      expect(rows(table)).to.have.length(0);
      await choose(table, 'region', 'twente');
      expect(people(table)).to.deep.equal(['Bob Appel']);
      await choose(table, 'sector', 'po');
      expect(all(table, '#region')).to.have.length(0);
      await choose(table, 'sector', 'vo');
      expect(one<HTMLSelectElement>(table, '#region').value).to.equal('');
    });

    it('works with the keyboard alone', async function () {
      // elsewhere the keys of a closed select are the system’s own
      if (!inChromium) this.skip();
      const table = await placeTable({ mode: 'finder' });
      one(table, '#sector').focus();
      await sendKeys({ press: 'V' });
      await table.updateComplete;
      expect(one<HTMLSelectElement>(table, '#sector').value).to.equal('vo');
      await sendKeys({ press: 'Tab' });
      expect(table.shadowRoot!.activeElement).to.equal(one(table, '#region'));
      await sendKeys({ press: 'T' });
      await table.updateComplete;
      expect(people(table)).to.deep.equal(['Bob Appel']);
      await sendKeys({ press: 'Tab' });
      expect(table.shadowRoot!.activeElement).to.equal(one(table, 'a.email'));
    });

    it('says that there are several when there are, and that they are there for everyone when they are', async () => {
      const more = { id: 'tweede', name: 'Een tweede', sectors: ['po'] };
      const table = await placeTable({ mode: 'finder' }, WIDE, { contacts: [...feed.contacts, more] });
      await choose(table, 'sector', 'po');
      expect(said(table)).to.contain('Je contactpersonen: Marja van der Werf, PO-Vereniging en Een tweede');
      await choose(table, 'sector', 'wo');
      expect(said(table)).to.contain('geen eigen contactpersoon. Hier kun je wel terecht: Postbus');
      expect(said(table)).not.to.contain('Je contact');
    });

    it('draws its focus rings clear of what stands around', async () => {
      for (const width of [NARROW, WIDE]) {
        const more = { id: 'tweede', name: 'Een tweede', role: 'adviseur', email: 'een.veel.langere.naam@voorbeeldvereniging.example.org', sectors: ['po'], checked: '2021' }; // prettier-ignore
        const table = await placeTable({ mode: 'finder' }, width, { contacts: [...feed.contacts, more] });
        await choose(table, 'sector', 'po');
        const targets = all(table, '.found :is(a.email, .copy-it, .keep)');
        expect(targets).to.have.length(6);
        for (const target of targets) {
          target.focus({ focusVisible: true });
          const { outlineOffset, outlineWidth } = getComputedStyle(target);
          const reach = parseFloat(outlineOffset) + (parseFloat(outlineWidth) || 3);
          const texts = document.createTreeWalker(one(table, '.found'), NodeFilter.SHOW_TEXT);
          for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
            if (!node.data.trim() || target.contains(node) || node.parentElement!.closest('.visually-hidden')) continue;
            const range = new Range();
            range.selectNodeContents(node);
            for (const text of range.getClientRects())
              for (const box of target.getClientRects()) {
                // letters are less high than their line
                const apart = Math.max(text.left - box.right, box.left - text.right, text.top + 4 - box.bottom, box.top - text.bottom + 4);
                expect(apart, `${target.outerHTML} and “${node.data.trim()}” at ${width}`).to.be.at.least(reach - 0.5);
              }
          }
        }
      }
    });

    it('keeps a choice in its list that a new feed does not have, so that it says what was asked', async () => {
      const table = await placeTable({ mode: 'finder' });
      await choose(table, 'sector', 'wo');
      const [po, vo] = feed.sectors;
      table.feed = { meedoen: 1, language: 'nl', ...feed, sectors: [vo, po] };
      await until(() => options(table, 'sector')[1] === vo!.name, 'the new feed is there');
      expect(options(table, 'sector').slice(2)).to.deep.equal([po!.name, 'Wetenschappelijk onderwijs', 'Staat er niet bij']);
      expect(one<HTMLSelectElement>(table, '#sector').selectedOptions[0]!.text).to.equal('Wetenschappelijk onderwijs');
      expect(people(table)).to.deep.equal(['Postbus']);
      await choose(table, 'sector', 'po');
      expect(options(table, 'sector')).not.to.contain('Wetenschappelijk onderwijs');
    });

    it('names who is there for everyone when nobody is there for this sector', async () => {
      const table = await placeTable({ mode: 'finder' });
      await choose(table, 'sector', 'wo');
      expect(one(table, '[part=found]').innerText).to.contain('Voor deze keuze is er geen eigen contactpersoon.');
      expect(people(table)).to.deep.equal(['Postbus']);
    });

    it('names the general mailbox when there is nobody at all', async () => {
      const table = await placeTable({ mode: 'finder' }, WIDE, { contacts: feed.contacts.slice(0, 3) });
      await choose(table, 'sector', 'wo');
      expect(rows(table)).to.have.length(0);
      expect(one(table, '[part=found] a').getAttribute('href')).to.equal('mailto:netwerk@example.org');
      expect(said(table)).to.contain('Voor deze keuze is er geen contactpersoon.');
    });

    it('does not ask what the page already knows, and starts at the page’s heading level', async () => {
      const table = await placeTable({ mode: 'finder', sector: 'po', 'heading-level': '4' });
      expect(all(table, 'select')).to.have.length(0);
      expect(people(table)).to.deep.equal(['Marja van der Werf']);
      expect(all(table, 'h4')).to.have.length(1);
    });
  });

  describe('a very long list', () => {
    const contacts = Array.from({ length: 1000 }, (_, n) => ({ id: `c${n}`, name: `Voorbeeld ${n}`, email: `v${n}@example.org` }));
    const long = (): Promise<MeedoenContactTable> => placeTable({ controls: 'search', columns: 'name email' }, WIDE, { contacts });
    const untilRows = (table: MeedoenContactTable, count: number): Promise<boolean> =>
      until(() => rows(table).length === count, `there are ${count} rows`);

    it('shows 400, and the next 400 when asked, with the focus where they start', async () => {
      const table = await long();
      await untilRows(table, 400);
      expect(one(table, '[part=result]').innerText).to.contain('1000 contactpersonen');
      await press(table, '[part=more]');
      await untilRows(table, 800);
      expect(table.shadowRoot!.activeElement!.closest('[data-key]')).to.equal(rows(table)[400]);
      await press(table, '[part=more]');
      await untilRows(table, 1000);
      expect(all(table, '[part=more]')).to.have.length(0);
    });

    it('shows all at once to who asks for that', async () => {
      const table = await long();
      await untilRows(table, 400);
      expect(all(table, '[part=more]').map(({ innerText }) => innerText)).to.deep.equal(['Toon 400 meer', 'Toon 600 meer']);
      await press(table, '[part=more]:last-child');
      await untilRows(table, 1000);
      expect(table.shadowRoot!.activeElement!.closest('[data-key]')).to.equal(rows(table)[400]);
      expect(all(table, '[part=more]')).to.have.length(0);
    });

    it('answers a key with few rows first', async () => {
      const table = await long();
      await untilRows(table, 400);
      await type(table, 'voorbeeld');
      expect(rows(table).length).to.equal(50);
      for (const count of [200, 400]) await untilRows(table, count);
      await type(table, '777');
      expect(people(table)).to.deep.equal(['Voorbeeld 777']);
    });

    it('shows as many more as the button says, also to who is quicker than the first 400', async () => {
      for (const text of ['', 'voorbeeld']) {
        const table = await place<MeedoenContactTable>('meedoen-contact-table', { contacts }, { controls: 'search' });
        if (text) await type(table, text);
        const before = rows(table).length;
        expect(before, 'are there so far').to.be.below(400);
        const button = all(table, '[part=more]')[1]!;
        expect(button.innerText).to.equal('Toon 600 meer');
        button.click();
        await table.updateComplete;
        expect(rows(table)).to.have.length(1000);
        expect(table.shadowRoot!.activeElement!.closest('[data-key]'), 'the first new one').to.equal(rows(table)[before]);
      }
    });

    it('keeps what was asked for, and the focus in it, when the feed comes anew or the list is sorted', async () => {
      const table = await long();
      await untilRows(table, 400);
      await press(table, '[part=more]');
      await untilRows(table, 800);
      const focus = rows(table)[790]!.querySelector('a')!;
      focus.focus();
      table.feed = { meedoen: 1, language: 'nl', contacts: contacts.map((contact) => ({ ...contact, name: `Nieuw ${contact.id}` })) };
      await until(() => people(table)[790] === 'Nieuw c790', 'the new names are there');
      expect(rows(table)).to.have.length(800);
      expect(table.shadowRoot!.activeElement).to.equal(focus);
      await press(table, `${header('name')} button`);
      expect(rows(table)).to.have.length(800);
    });

    it('starts anew with another search', async () => {
      const table = await long();
      await untilRows(table, 400);
      await press(table, '[part=more]:last-child');
      await untilRows(table, 1000);
      await type(table, 'voorbeeld');
      await untilRows(table, 400);
      expect(all(table, '[part=more]').map(({ innerText }) => innerText)).to.deep.equal(['Toon 400 meer', 'Toon 600 meer']);
    });

    it('is printed whole', async () => {
      const table = await long();
      dispatchEvent(new Event('beforeprint'));
      expect(rows(table)).to.have.length(1000);
    });
  });

  describe('in English', () => {
    it('has the same words as in Dutch', () => {
      const keys = (words: object): string[] =>
        Object.entries(words).flatMap(([key, value]) =>
          value && typeof value === 'object' ? keys(value as object).map((k) => `${key}.${k}`) : [key],
        );
      expect(keys(contactWords.en)).to.deep.equal(keys(contactWords.nl));
    });

    it('says nothing in Dutch', async () => {
      const words = (of: object): string[] =>
        Object.values(of).flatMap((value): string[] =>
          typeof value === 'string'
            ? [value]
            : typeof value === 'function'
              ? [(value as (x: string) => string)('¤')]
              : words(value as object),
        );
      const same = new Set([...words(contactWords.en), ...words(commonWords.en)]);
      const dutch = [...words(contactWords.nl), ...words(commonWords.nl)].filter((word) => !same.has(word)).flatMap((word) => word.split('¤')).map((word) => word.trim()).filter((word) => word.length > 3); // prettier-ignore
      const english = {
        ...feed,
        source: undefined,
        contacts: feed.contacts.map((contact) => ({ ...contact, role: 'x', phone: '123', source: undefined })),
      };
      const states: (() => Promise<MeedoenContactTable>)[] = [
        () => placeTable({ controls: '' }, WIDE, english, 'en'),
        () => placeTable({ controls: '' }, NARROW, english, 'en'),
        async () => {
          const table = await placeTable({ controls: '' }, WIDE, english, 'en');
          await type(table, 'nobody at all');
          return table;
        },
        async () => {
          const table = await placeTable({ mode: 'finder' }, WIDE, english, 'en');
          await choose(table, 'sector', 'wo');
          return table;
        },
        () => placeTable({}, WIDE, { contacts: [] }, 'en'),
      ];
      for (const make of states) {
        const table = await make();
        const shown = shownBy(table).toLowerCase();
        for (const word of dutch)
          expect(shown).not.to.match(new RegExp(`(^|\\s)${word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s|$)`));
        expect(shown).to.contain(table.feed && (table.feed as typeof feed).contacts.length ? 'contact' : 'there are no contacts');
      }
    });
  });

  describe('whatever the state', () => {
    it('is accessible, wide and narrow, searched, sorted, empty and found', async function () {
      this.timeout(30_000);
      const states: Record<string, (width: number) => Promise<MeedoenContactTable>> = {
        all: (width) => placeTable({ controls: '', sort: 'name' }, width),
        searched: async (width) => {
          const table = await placeTable({ controls: '' }, width);
          await type(table, 'vo');
          return table;
        },
        empty: async (width) => {
          const table = await placeTable({ controls: '' }, width);
          await type(table, 'bakkerij');
          return table;
        },
        found: async (width) => {
          const table = await placeTable({ mode: 'finder' }, width);
          await choose(table, 'sector', 'po');
          return table;
        },
        none: (width) => placeTable({}, width, { contacts: [] }),
        one: (width) => placeTable({ sector: 'po', columns: 'email phone' }, width),
      };
      for (const [name, make] of Object.entries(states)) {
        for (const width of [WIDE, NARROW]) {
          const table = await make(width);
          expect(await violations(table), `${name} at ${width}`).to.deep.equal([]);
          expect(table.scrollWidth, `${name} at ${width}`).to.be.at.most(width);
        }
      }
    });

    it('holds nothing of a withdrawn contact', async () => {
      const contacts = [{ id: 'a', name: 'Weg', withdrawn: true }, { id: 'b', name: 'Blijft' }]; // prettier-ignore
      const table = await placeTable({}, WIDE, { contacts });
      expect(textOf(table)).to.contain('Blijft');
      expect(shownBy(table)).not.to.contain('Weg');
    });

    it('names the mailbox when a feed has no contacts', async () => {
      const table = await placeTable({}, WIDE, { contacts: [] });
      expect(table.matches(':state(empty)')).to.equal(true);
      expect(textOf(table)).to.equal('Er zijn hier nu geen contactpersonen. Mail je vraag dan naar netwerk@example.org.');
    });

    it('presses easily: links and buttons are large enough', async () => {
      for (const width of [WIDE, NARROW]) {
        const table = await placeTable({ controls: '' }, width);
        for (const target of all(table, 'button, .card a.email, .card a.phone, select, input')) {
          if (!target.getClientRects().length) continue; // the button that unfolds filters, where they are not folded
          const { height, width: size } = target.getBoundingClientRect();
          const least = target.matches('.copy-it, .keep') ? 24 : 44;
          expect(height, target.outerHTML).to.be.at.least(least - 0.5);
          expect(size, target.outerHTML).to.be.at.least(24);
        }
      }
    });

    it('prints addresses of pages and no controls', async function () {
      if (!inChromium) this.skip();
      const table = await placeTable({ controls: '' });
      await executeServerCommand('media', { type: 'print' });
      expect(one(table, '[part=filters]').checkVisibility()).to.equal(false);
      expect(getComputedStyle(one(table, '[part=website]'), '::after').content).to.contain('https://www.example.org/postbus');
      await executeServerCommand('media', {});
    });

    it('can be seen in forced colours: lines and the copy button have the system’s colours', async function () {
      if (!inChromium) this.skip();
      await executeServerCommand('media', { 'forced-colors': 'active' });
      const table = await placeTable();
      const { borderBlockEndStyle, borderBlockEndColor } = getComputedStyle(one(table, 'tbody td'));
      expect(borderBlockEndStyle).to.equal('solid');
      expect(borderBlockEndColor).not.to.contain('rgba(0, 0, 0, 0)');
      const found = await placeTable({ controls: 'search' });
      await type(found, 'anna');
      const { backgroundColor, color } = getComputedStyle(one(found, 'mark'));
      expect(backgroundColor, 'not see-through').to.match(/^rgb\(/);
      expect(color).not.to.equal(backgroundColor);
      await executeServerCommand('media', {});
    });
  });

  describe('with the real contacts', () => {
    it('shows all of them, with a mail link each', async () => {
      const table = await place<MeedoenContactTable>('meedoen-contact-table', feedFile, { today: '2021-09-20' });
      await settled(table);
      expect(rows(table)).to.have.length(feedFile.contacts.length);
      expect(all(table, 'a.email')).to.have.length(feedFile.contacts.filter((contact) => 'email' in contact).length);
      expect(textOf(table)).to.contain('mogelijk verouderd');
    });

    it('finds a small primary school its one person in seconds', async () => {
      const table = await place<MeedoenContactTable>('meedoen-contact-table', feedFile, { mode: 'finder' });
      await choose(table, 'sector', 'po');
      expect(rows(table)[0]!.querySelector('[part~=organisation]')!.textContent).to.contain('PO-Raad');
    });
  });
});
