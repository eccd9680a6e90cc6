import { aTimeout, expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import axe from 'axe-core';
import { visitorZone } from '../../src/dates/zone.ts';
import { MeedoenSessionCalendar } from '../../src/elements/session-calendar/session-calendar.ts';
import { commonWords } from '../../src/i18n/common.ts';
import { sessionWords } from '../../src/i18n/sessions.ts';
import { define, next, place, textOf, until } from '../define.ts';
import { shownBy, uniqueFeed } from '../unique-feed.ts';

const TAG = 'meedoen-session-calendar';
define(TAG, MeedoenSessionCalendar);

const TODAY = '2021-09-20T10:15';
/** Eleven o'clock in the visitor's own zone differs from the one in the Netherlands. */
const elsewhere = visitorZone() !== 'Europe/Amsterdam';

type Session = Record<string, unknown>;
const session = (id: string, start?: string, more: Session = {}): Session => ({
  id,
  title: `Sessie ${id}`,
  ...(start && { start }),
  ...more,
});
const calendar = (
  sessions: Session[],
  attributes: Record<string, string> = {},
  more: object = {},
  lang = 'nl',
): Promise<MeedoenSessionCalendar> =>
  place<MeedoenSessionCalendar>(TAG, { sessions, ...more }, { today: TODAY, 'deep-link': 'off', ...attributes }, lang);

const all = <T extends Element = HTMLElement>(element: MeedoenSessionCalendar, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const first = <T extends Element = HTMLElement>(element: MeedoenSessionCalendar, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const seen = (element: Element | null | undefined): string =>
  ((element as HTMLElement | null)?.innerText ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,:])/g, '')
    .trim();
const card = (element: MeedoenSessionCalendar, id: string): HTMLElement => first(element, `article[data-session="${id}"]`);
const titles = (element: MeedoenSessionCalendar): string[] => all(element, '.session-title').map(seen);
const groups = (element: MeedoenSessionCalendar): string[] => all(element, '.group-title').map(seen);
const press = async (element: MeedoenSessionCalendar, target: string | HTMLElement): Promise<void> => {
  (typeof target === 'string' ? first(element, target) : target).click();
  await element.updateComplete;
};
const choose = async (element: MeedoenSessionCalendar, selector: string, value: string): Promise<void> => {
  const select = first<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
};
const active = (element: MeedoenSessionCalendar): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;
const openDetails = async (element: MeedoenSessionCalendar, id: string): Promise<HTMLElement> => {
  const link = card(element, id).querySelector<HTMLElement>('.session-link')!;
  link.focus();
  await press(element, link);
  return first(element, 'dialog');
};
const closed = (element: MeedoenSessionCalendar): Promise<boolean> =>
  until(() => all(element, 'dialog').length === 0, 'the details are closed');
async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

before(() => {
  document.body.style.inlineSize = '1000px';
});
after(() => {
  document.body.style.inlineSize = '';
});

describe('the agenda', () => {
  const sessions = [
    session('b', '2021-10'),
    session('a', '2021-10-04', { startNote: 'ochtend' }),
    session('u'),
    session('y', '2022'),
    session('p', '2021-09-01'),
  ];

  it('stands in months, and what is less precise in honest places of its own', async () => {
    const element = await calendar(sessions);
    expect(titles(element)).to.deep.equal(['Sessie a', 'Sessie b', 'Sessie y', 'Sessie u']);
    expect(groups(element).map((text) => text.toLowerCase())).to.deep.equal([
      'oktober 2021',
      '2022, maand nog onbekend',
      'datum nog onbekend',
    ]);
    expect(seen(first(element, '.date'))).to.equal('maandag 4 oktober 2021 ochtend');
    expect(seen(all(element, '.date')[1]).toLowerCase()).to.equal('dag nog onbekend');
    expect(first(element, 'time').getAttribute('datetime')).to.equal('2021-10-04');
  });

  it('shows what has been, and all', async () => {
    expect(titles(await calendar(sessions, { period: 'past' }))).to.deep.equal(['Sessie p']);
    expect(titles(await calendar(sessions, { period: 'all' }))).to.have.length(5);
  });

  it('takes its defaults for wrong values', async () => {
    const element = await calendar(sessions, { period: 'morgen', view: 'week', limit: '-3', controls: 'bediening' });
    expect(titles(element)).to.have.length(4);
    expect(all(element, 'table, select, input').length).to.equal(0);
  });

  it('starts its headings where the page wants them', async () => {
    const element = await calendar(sessions, { 'heading-level': '3' });
    expect(all(element, 'h3.group-title').length).to.equal(3);
    expect(all(element, 'h4.session-title').length).to.equal(4);
    expect(all(element, 'h2').length).to.equal(0);
  });

  it('says the time, its end and its zone, and what the visitor’s own clock shows', async () => {
    const element = await calendar([
      session('nl', '2021-10-05T09:30', { end: '2021-10-05T11:00' }),
      session('ny', '2021-10-05T18:00', { end: '2021-10-05T20:00', timeZone: 'America/New_York' }),
    ]);
    expect(seen(card(element, 'nl').querySelector('.date'))).to.equal('dinsdag 5 oktober 2021 9.30 – 11.00 uur');
    const [nl, ny] = ['nl', 'ny'].map((id) => seen(card(element, id).querySelector('[part=elsewhere]')));
    if (elsewhere) expect(nl).to.match(/^Nederlandse tijd, bij jou .*\d+\.\d\d – \d+\.\d\d uur$/);
    else expect(nl).to.equal('');
    if (visitorZone() === 'America/New_York') expect([nl, ny]).to.deep.equal(['Nederlandse tijd, bij jou 3.30 – 5.00 uur', '']);
    if (!elsewhere) expect(ny).to.match(/^Tijd in New York, bij jou woensdag 6 oktober, 0\.00 – 2\.00 uur$/);
    if (visitorZone() === 'Pacific/Auckland') expect(nl).to.equal('Nederlandse tijd, bij jou 20.30 – 22.00 uur');
  });

  it('says the visitor’s time by that day’s own offset when clocks change', async () => {
    // on 31 October 2021 the Netherlands went back an hour, New York did so a week later
    const element = await calendar([session('d', '2021-11-01T10:00')]);
    const text = seen(card(element, 'd').querySelector('[part=elsewhere]'));
    if (visitorZone() === 'America/New_York') expect(text).to.equal('Nederlandse tijd, bij jou 5.00 uur');
    else if (visitorZone() === 'Pacific/Auckland') expect(text).to.equal('Nederlandse tijd, bij jou 22.00 uur');
    else expect(text).to.equal('');
  });

  it('says on which day it ends for the visitor, whatever day that is for the session', async () => {
    const element = await calendar([
      session('night', '2021-11-01T22:00', { end: '2021-11-02T02:30' }),
      session('days', '2021-11-08T10:00', { end: '2021-11-09T12:00' }),
    ]);
    const [night, days] = ['night', 'days'].map((id) => seen(card(element, id).querySelector('[part=elsewhere]')));
    const said: Record<string, string[]> = {
      'Europe/Amsterdam': ['', ''],
      UTC: ['bij jou 21.00 – dinsdag 2 november, 1.30 uur', 'bij jou 9.00 – dinsdag 9 november, 11.00 uur'],
      'America/New_York': ['bij jou 17.00 – 21.30 uur', 'bij jou 4.00 – dinsdag 9 november, 6.00 uur'],
      'Pacific/Auckland': ['bij jou dinsdag 2 november, 10.00 – 14.30 uur', 'bij jou 22.00 – woensdag 10 november, 0.00 uur'],
    };
    const known = said[visitorZone()];
    if (known) expect([night, days].map((text) => text!.replace('Nederlandse tijd, ', ''))).to.deep.equal(known);
  });

  it('says several days by their first and last', async () => {
    const element = await calendar([session('m', '2021-10-30', { end: '2021-11-01' }), session('r', '2021-10', { end: '2021-12' })]);
    expect(seen(card(element, 'm').querySelector('.date'))).to.equal('zaterdag 30 oktober 2021 tot en met maandag 1 november');
    expect(seen(card(element, 'r').querySelector('.date')).toLowerCase()).to.equal('dag nog onbekend tot en met december');
  });

  it('says when it begins before when it ends, on another day', async () => {
    const element = await calendar([session('a', '2021-10-18T13:00', { end: '2021-10-19T12:00' })]);
    expect(seen(card(element, 'a').querySelector('.date'))).to.match(/18 oktober 2021 13\.00 uur tot dinsdag 19 oktober, 12\.00 uur$/);
  });

  it('opens what was postponed and has no date, only what came of it', async () => {
    const element = await calendar([{ id: 'd', title: 'Sessie d', status: 'postponed', outcomes: ['Iets'] }], { period: 'all' });
    expect(seen(await openDetails(element, 'd')))
      .to.contain('Sessie d')
      .and.to.contain('Iets');
  });

  it('strikes out a day that no longer holds, but not that there is none', async () => {
    const element = await calendar([
      session('a', '2021-09-28T09:00', { end: '2021-09-28T10:00', status: 'postponed' }),
      session('b', '2021-10', { status: 'postponed' }),
      session('c', '2021-09-29T09:00', { status: 'cancelled' }),
      session('old', '2021-09-01', { status: 'postponed' }),
    ]);
    const struck = (root: Element): string => [...root.querySelectorAll('s')].map(seen).join(' ');
    expect(struck(card(element, 'a').querySelector('.date')!)).to.equal('dinsdag 28 9.00 – 10.00 uur');
    expect(struck(card(element, 'b').querySelector('.date')!)).to.equal('');
    expect(seen(card(element, 'b').querySelector('.date'))).to.equal('Dag nog onbekend');
    const inDialog: Record<string, string> = {};
    for (const id of ['a', 'b', 'c', 'old']) {
      inDialog[id] = struck(await openDetails(element, id));
      await press(element, '[part=close]');
      await closed(element);
    }
    expect(inDialog, 'as on the card').to.deep.equal({
      a: 'Dinsdag 28 september 2021, 9.00 – 10.00 uur',
      b: '',
      c: 'Sessie c',
      old: '',
    });
    element.view = 'month';
    await until(() => all(element, '.event').length, 'the month is there');
    const lines = (one: Element): string => getComputedStyle(one).textDecorationLine;
    expect(
      all(element, '.event :is(.time, s)').map((one) => `${seen(one)} ${lines(one)}`),
      'and in the month',
    ).to.deep.equal(['9.00 line-through', '9.00 none', 'Sessie c line-through']);
  });

  it('gives the text all the room when there is only a calendar to put it in', async () => {
    const summary = 'Een lange samenvatting die de hele regel nodig heeft om te lezen. '.repeat(4);
    const items = [
      session('a', '2021-10-04', { summary }),
      session('b', '2021-10-05', { summary, registration: { url: 'https://example.org/' } }),
    ];
    const element = await calendar(items);
    element.parentElement!.style.inlineSize = '768px';
    const width = (id: string): number => card(element, id).querySelector('.stack')!.getBoundingClientRect().width;
    await until(() => width('a') < 700, 'it is narrower');
    expect(width('a') - width('b')).to.be.greaterThan(150);
    const [text, act] = ['.stack', '.act'].map((selector) => card(element, 'a').querySelector(selector)!.getBoundingClientRect());
    expect(act!.top, 'below it').to.be.at.least(text!.bottom);
  });

  it('says how soon it is', async () => {
    const element = await calendar([
      session('a', '2021-09-20T11:00'),
      session('b', '2021-09-20'),
      session('c', '2021-09-21'),
      session('d', '2021-10-30'),
    ]);
    const near = (id: string): string => seen(card(element, id).querySelector('[part=near]')).toLowerCase();
    expect([near('a'), near('b'), near('c'), near('d')]).to.deep.equal(['begint over 45 minuten', 'vandaag', 'morgen', '']);
  });

  it('says that there is nothing to come, shows the last one and how to be invited', async () => {
    const element = await calendar([session('old', '2020-10-01'), session('last', '2021-09-01')], {}, { email: 'info@example.org' });
    expect(textOf(element)).to.contain('Er zijn geen sessies gepland.');
    expect(titles(element)).to.deep.equal(['Sessie last']);
    // there is no heading of a month above it
    const date = card(element, 'last').querySelector('.date');
    expect(seen(date)).to.equal('woensdag 1 september 2021');
    expect(date!.querySelector('.visually-hidden')).to.equal(null);
    const vague = await calendar([session('last', '2021-06')]);
    expect(seen(card(vague, 'last').querySelector('.date'))).to.match(/^juni 2021 dag niet bekend$/i);
    expect(first<HTMLAnchorElement>(element, '[part=invite] a').href).to.match(/^mailto:info@example\.org\?subject=/);
    expect(element.matches(':state(ready)')).to.be.true;
  });

  it('says that there is nothing at all', async () => {
    const element = await calendar([], {}, { email: 'info@example.org' });
    expect(textOf(element)).to.contain('Er zijn geen sessies gepland.').and.to.contain('info@example.org');
    expect(element.matches(':state(empty)')).to.be.true;
    expect(textOf(await calendar([], { period: 'past' }))).to.equal('Er zijn nog geen sessies geweest.');
  });
});

describe('a page at a time', () => {
  const many = Array.from({ length: 25 }, (_, n) => session(String(n).padStart(2, '0'), `2021-10-${String(n + 1).padStart(2, '0')}`));

  it('shows ten, says how many more, and puts the focus on the first new one', async () => {
    const element = await calendar(many);
    expect(titles(element)).to.have.length(10);
    expect(textOf(element)).to.contain('Je ziet 10 van de 25 sessies.');
    const more = first(element, 'button[part~=more]');
    expect(seen(more)).to.equal('Toon 10 meer');
    more.click();
    await aTimeout(0);
    expect(titles(element)).to.have.length(20);
    expect(seen(active(element))).to.equal('Sessie 10');
    expect(seen(first(element, 'button[part~=more]'))).to.equal('Toon 5 meer');
    first(element, 'button[part~=more]').click();
    await aTimeout(0);
    expect(all(element, 'button[part~=more]').length).to.equal(0);
    expect(seen(active(element))).to.equal('Sessie 20');
  });

  it('takes another page size, and all of them for 0', async () => {
    expect(titles(await calendar(many, { limit: '3' }))).to.have.length(3);
    expect(titles(await calendar(many, { limit: '0' }))).to.have.length(25);
  });

  it('shows all from today on, with what was earlier above it on request', async () => {
    const element = await calendar(many, { period: 'all', limit: '5', today: '2021-10-13' });
    expect(titles(element)).to.deep.equal(['12', '13', '14', '15', '16'].map((id) => `Sessie ${id}`));
    const earlier = first(element, 'button[part~=more]');
    expect(seen(earlier)).to.equal('Toon 5 eerdere');
    earlier.click();
    await aTimeout(0);
    expect(titles(element)[0]).to.equal('Sessie 07');
    expect(seen(active(element))).to.equal('Sessie 07');
    expect(titles(element)).to.have.length(10);
  });
});

describe('a card changes with time', () => {
  const url = 'https://example.org/aanmelden';

  it('before: the way to sign up, the places left and until when', async () => {
    const element = await calendar([
      session('a', '2021-09-24T09:30', { registration: { url, closes: '2021-09-22', capacity: 30, left: 4 } }),
    ]);
    const link = card(element, 'a').querySelector<HTMLAnchorElement>('a.button')!;
    expect(link.href).to.equal(url);
    expect(link.textContent.trim()).to.equal('Meld je aan voor Sessie a');
    expect(seen(card(element, 'a')))
      .to.contain('Nog 4 van de 30 plaatsen')
      .and.to.contain('Aanmelden kan tot en met woensdag 22 september');
  });

  it('says why one can’t sign up', async () => {
    const element = await calendar([
      session('full', '2021-09-24', { registration: { url, capacity: 30, full: true } }),
      session('closed', '2021-09-24', { registration: { url, closes: '2021-09-18T17:00' } }),
      session('later', '2021-09-24', { registration: { url, opens: '2021-09-22T09:00' } }),
    ]);
    expect(all(element, 'a.button, button.button').length).to.equal(0);
    expect(seen(card(element, 'full'))).to.contain('Vol: alle 30 plaatsen zijn bezet');
    expect(seen(card(element, 'closed'))).to.contain('Gesloten: aanmelden kon tot zaterdag 18 september, 17.00 uur');
    expect(seen(card(element, 'later'))).to.contain('Aanmelden kan vanaf woensdag 22 september, 9.00 uur');
  });

  it('during: until when, and the way in', async () => {
    const online = { url: 'https://example.org/online' };
    const element = await calendar([
      session('a', '2021-09-20T09:30', { end: '2021-09-20T12:00', online }),
      session('b', '2021-09-20T09:00', { online }),
      session('c', '2021-09-19', { end: '2021-09-21' }),
      session('d', '2021-09-20T11:15', { online }),
      session('e', '2021-09-20T11:16', { online }),
    ]);
    const state = (id: string): string => seen(card(element, id).querySelector('.state'));
    expect([state('a'), state('b'), state('c')]).to.deep.equal([
      'Nu bezig, tot 12.00 uur',
      'Begonnen om 9.00 uur',
      'Nu bezig, tot en met dinsdag 21 september',
    ]);
    const join = (id: string): string => seen(card(element, id).querySelector('[part~=online]'));
    expect([join('a'), join('d'), join('e')], 'from an hour before').to.deep.equal(['Doe online mee', 'Doe online mee', '']);
  });

  it('after: what came of it, and what can be downloaded with type and size in words', async () => {
    const element = await calendar(
      [
        session('a', '2021-09-01', {
          outcomes: ['Tien mensen gekoppeld'],
          figures: [{ value: '10', label: 'professionals' }],
          materials: [
            { title: 'Praatplaat', url: 'https://example.org/p.pdf', type: 'application/pdf', size: 1_234_567 },
            { title: 'Film', url: 'https://example.org/f', type: 'video/mp4' },
            { title: 'Los blad', size: 340_000 },
            { title: 'Iets anders', type: 'application/x-anders' },
          ],
          registration: { url },
        }),
      ],
      { period: 'past' },
    );
    const text = seen(card(element, 'a'));
    for (const part of [
      'Geweest',
      'Wat het opleverde',
      'Tien mensen gekoppeld',
      '10 professionals',
      'Film (video)',
      'Los blad (340 kB)',
      'Iets anders (application/x-anders)',
    ]) {
      expect(text).to.contain(part);
    }
    expect(text.replace(/\u00a0/g, ' ')).to.contain('Praatplaat (pdf, 1,2 MB)');
    expect(card(element, 'a').querySelectorAll('.button, details').length).to.equal(0);
  });

  it('cancelled, postponed and moved: in words first, with why and the date that no longer holds', async () => {
    const element = await calendar([
      session('c', '2021-09-24T09:30', { status: 'cancelled', statusNote: 'De spreker is ziek.', registration: { url } }),
      session('p', '2021-09-27', { status: 'postponed', registration: { url } }),
      session('m', '2021-10-06T13:00', { status: 'moved', previousStart: '2021-09-30T13:00' }),
      session('q', '2021-09-01', { status: 'postponed' }),
    ]);
    expect(seen(card(element, 'c').querySelector('.state'))).to.equal('Gaat niet door De spreker is ziek.');
    expect(seen(card(element, 'c').querySelector('.session-title s'))).to.equal('Sessie c');
    expect(card(element, 'c').querySelector('.session-link')!.textContent, 'also for who goes by headings').to.contain('Gaat niet door');
    expect(seen(card(element, 'p').querySelector('.state'))).to.equal('Uitgesteld');
    expect(seen(card(element, 'p').querySelector('.date b s'))).to.equal('27');
    expect(seen(card(element, 'm').querySelector('.state'))).to.equal('Verplaatst Eerst gepland: donderdag 30 september 2021, 13.00 uur');
    expect(seen(card(element, 'm').querySelector('.state s'))).to.equal('donderdag 30 september 2021, 13.00 uur');
    expect(seen(card(element, 'q').querySelector('.date')).toLowerCase(), 'no new date yet').to.equal('datum nog onbekend');
    for (const id of ['c', 'p']) expect(card(element, id).querySelectorAll('a.button, details').length, id).to.equal(0);
  });

  it('leads to the page to sign up only while one can, or will be able to', async () => {
    const registration = { url, capacity: 10, closes: '2021-09-22' };
    const element = await calendar(
      [
        session('past', '2021-09-01', { registration }),
        session('cancelled', '2021-09-27', { status: 'cancelled', registration }),
        session('postponed', '2021-09-28', { status: 'postponed', registration }),
        session('closed', '2021-09-25', { registration: { ...registration, closes: '2021-09-18' } }),
        session('full', '2021-09-24', { registration: { ...registration, left: 0 } }),
        session('later', '2021-10-15', { registration: { url, opens: '2021-10-01' } }),
        session('open', '2021-09-23', { registration }),
      ],
      { period: 'all' },
    );
    const rows: Record<string, string> = {};
    for (const id of ['past', 'cancelled', 'postponed', 'closed', 'full', 'later', 'open']) {
      const dialog = await openDetails(element, id);
      const links = dialog.querySelectorAll(`a[href="${url}"]`).length;
      const row = [...dialog.querySelectorAll('.facts > div')].map(seen).find((text) => text.startsWith('Aanmelden'));
      rows[id] = `${links}: ${row ?? ''}`;
      await press(element, '[part=close]');
      await closed(element);
    }
    expect(rows).to.deep.equal({
      past: '0: Aanmelden 10 plaatsen Gesloten: aanmelden kon tot en met woensdag 22 september',
      cancelled: '0: ',
      postponed: '0: ',
      closed: '0: ',
      full: '0: ',
      later: '1: Aanmelden Pagina om je aan te melden',
      open: '1: ',
    });
  });

  it('asks the page before it follows the link to sign up', async () => {
    const element = await calendar([session('a', '2021-09-24', { registration: { url: '#aanmelden' } })]);
    const asked = next(element, 'meedoen-session-register');
    element.addEventListener('meedoen-session-register', (event) => event.preventDefault(), { once: true });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    card(element, 'a').querySelector('a.button')!.dispatchEvent(click);
    expect((await asked).session.id).to.equal('a');
    expect(click.defaultPrevented).to.be.true;
  });

  it('says whom to ask where a session doesn’t say how to sign up', async () => {
    const email = 'netwerk@example.org';
    const organiser = { name: 'Gemeente Assen', email: 'assen@example.org' };
    const items = [
      session('places', '2021-11-10T10:00', { registration: { capacity: 10 } }),
      session('own', '2021-11-11', { organiser }),
      session('name', '2021-11-12', { organiser: { name: 'Gemeente Assen' } }),
      session('closed', '2021-09-22', { registration: { closes: '2021-09-18' } }),
    ];
    const asked = async (id: string, feed: object = {}): Promise<string | undefined> => {
      const dialog = await openDetails(await calendar(items, {}, feed), id);
      const row = [...dialog.querySelectorAll('.facts > div')].find((one) => seen(one).startsWith('Aanmelden'));
      const link = row?.querySelector('a')?.href;
      return row && `${seen(row)}${link ? ` <${link}>` : ''}`;
    };
    const no = 'Aanmelden Bij deze sessie staat niet hoe je je aanmeldt.';
    expect(await asked('places', { email }), 'the feed').to.equal(`${no} Vraag het aan ${email} <mailto:${email}?subject=Sessie%20places>`);
    expect(await asked('own', { email }), 'the organiser first').to.equal(
      `${no} Vraag het aan assen@example.org <mailto:assen@example.org?subject=Sessie%20own>`,
    );
    expect(await asked('name'), 'by name').to.equal(`${no} Vraag het aan Gemeente Assen`);
    expect(await asked('places'), 'nobody').to.equal(no);
    expect(await asked('closed', { email }), 'and only while one can').to.equal(undefined);
  });

  it('offers a button without an address only when the page has a form to join', async () => {
    const without = await calendar([session('a', '2021-09-24')]);
    expect(all(without, '.button').length).to.equal(0);
    const dialog = await openDetails(without, 'a');
    expect(seen(dialog)).to.contain('Bij deze sessie staat niet hoe je je aanmeldt.');
    await press(without, '[part=close]');

    const form = document.createElement('meedoen-join-form');
    const field = document.createElement('input');
    document.body.append(form, field);
    try {
      const element = await calendar([session('a', '2021-09-24')]);
      // what a join form does: it takes the session over and takes the focus
      element.addEventListener('meedoen-session-register', (event) => {
        event.preventDefault();
        field.focus();
      });
      const details = await openDetails(element, 'a');
      await press(element, details.querySelector<HTMLElement>('button.button')!);
      await closed(element);
      expect(document.activeElement === field, 'the form has the focus').to.be.true;
    } finally {
      form.remove();
      field.remove();
    }
  });
});

describe('a form that can’t take sign-ups', () => {
  it('gets no button, also when that is known only later', async () => {
    const form = Object.assign(document.createElement('meedoen-join-form'), { canRegister: true });
    document.body.append(form);
    try {
      const element = await calendar([session('a', '2021-09-24')]);
      expect(all(element, 'button.button').length).to.equal(1);
      Object.assign(form, { canRegister: false });
      form.dispatchEvent(new Event('meedoen-load', { bubbles: true, composed: true }));
      await element.updateComplete;
      expect(all(element, 'button.button').length).to.equal(0);
    } finally {
      form.remove();
    }
  });
});

describe('a minute later', () => {
  const START = Date.parse('2021-09-28T09:30+02:00');
  const sessions = [
    session('a', '2021-09-28T09:30', { end: '2021-09-28T11:00', online: { url: 'https://example.org/mee' } }),
    session('b', '2021-09-29'),
    session('c', '2021-11-01T10:00'),
  ];
  const real = { now: Date.now.bind(Date), set: window.setTimeout.bind(window), clear: window.clearTimeout.bind(window) };
  let now: number;
  let timers: Map<number, () => void>;

  /** The page's clock moves on: the timer that waits for a full minute goes off. */
  const pass = async (element: MeedoenSessionCalendar, to: number): Promise<void> => {
    now = to;
    const waiting = [...timers.values()];
    timers.clear();
    for (const go of waiting) go();
    await element.updateComplete;
  };
  const near = (element: MeedoenSessionCalendar): string[] => all(element, '[part=near]').map((each) => each.textContent);
  /** What changes in the element until it is asked. */
  const watch = (element: MeedoenSessionCalendar): (() => MutationRecord[]) => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => void records.push(...more));
    observer.observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    return () => [...records, ...observer.takeRecords()];
  };

  beforeEach(() => {
    now = START - 10 * 60_000;
    timers = new Map();
    Date.now = () => now;
    window.setTimeout = ((go: () => void, wait = 0) => {
      // the clock's own timer: the others are of tests and of what they wait for
      if (wait > 10_000) {
        timers.set(-timers.size - 1, go);
        return -timers.size;
      }
      return real.set(go, wait);
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => (typeof id === 'number' && id < 0 ? void timers.delete(id) : real.clear(id));
  });

  afterEach(() => {
    Date.now = real.now;
    window.setTimeout = real.set;
    window.clearTimeout = real.clear;
  });

  it('says how near a session is again, and touches nothing else', async () => {
    const element = await calendar(sessions, { today: '' });
    expect(near(element)).to.deep.equal(['Begint over 10 minuten', 'morgen']);
    const changes = watch(element);
    let updates = 0;
    const update = element.requestUpdate.bind(element);
    element.requestUpdate = (...input) => (updates++, update(...input));
    await pass(element, now + 60_000);
    expect(near(element)).to.deep.equal(['Begint over 9 minuten', 'morgen']);
    const touched = changes().map(({ target }) => (target instanceof Element ? target : target.parentElement!));
    expect(touched.length).to.be.greaterThan(0);
    expect(touched.filter((each) => !each.closest('[part=near]'))).to.deep.equal([]);
    expect(updates, 'nothing is rendered again').to.equal(0);
    await pass(element, now + 60_000);
    expect(near(element)[0]).to.equal('Begint over 8 minuten');
    // what is rendered after that is right too
    element.limit = 2;
    await element.updateComplete;
    expect(near(element)[0]).to.equal('Begint over 8 minuten');
  });

  it('renders again when a session begins and when it is over, and touches the other cards no more than needed', async () => {
    const element = await calendar(sessions, { today: '' });
    await pass(element, START - 60_000);
    expect(near(element)[0]).to.equal('Begint over 1 minuut');
    const changes = watch(element);
    await pass(element, START);
    expect(seen(card(element, 'a').querySelector('.state'))).to.equal('Nu bezig, tot 11.00 uur');
    expect(near(element)).to.deep.equal(['morgen']);
    expect(changes().filter(({ target }) => target.parentElement?.closest('[data-session]:not([data-session=a])'))).to.deep.equal([]);
    await pass(element, START + 90 * 60_000);
    expect(all(element, 'article').map(({ dataset }) => dataset.session)).to.deep.equal(['b', 'c']);
  });

  it('renders again at midnight', async () => {
    now = Date.parse('2021-09-28T23:59:30+02:00');
    const element = await calendar(sessions, { today: '' });
    expect(near(element)).to.deep.equal(['morgen']);
    await pass(element, Date.parse('2021-09-29T00:00+02:00'));
    expect(near(element)).to.deep.equal(['vandaag']);
  });

  it('is the same minute for all on the page, and none where the clock stands still', async () => {
    const running = await calendar(sessions, { today: '' });
    expect(timers.size, 'one timer for the page').to.equal(1);
    const still = await calendar(sessions, { today: '2021-09-28T09:20' });
    expect(timers.size).to.equal(1);
    let updates = 0;
    still.requestUpdate = () => void updates++;
    await pass(running, now + 60_000);
    expect(updates).to.equal(0);
    expect(near(still)[0]).to.equal('Begint over 10 minuten');
    expect(timers.size, 'and it waits for the next').to.equal(1);
  });
});

describe('the details', () => {
  it('show and carry everything the feed has for a session', async () => {
    const { feed, words } = uniqueFeed();
    const [made] = feed.sessions as Session[];
    // an undated session with outcomes has been; the same one in the future, without them, can be signed up for
    const { outcomes: _, ...open } = made!;
    const shown: string[] = [];
    for (const one of [
      made!,
      { ...open, start: '2021-10-04T10:00' },
      { ...open, start: '2021-10-04T10:00', registration: { ...(open.registration as object), left: 0 } },
    ]) {
      const element = await place<MeedoenSessionCalendar>(
        TAG,
        { ...feed, sessions: [one] },
        { today: TODAY, 'deep-link': 'off', period: 'all' },
      );
      await press(element, '.session-link');
      await until(() => shownBy(element).includes(words.get('sessions.body')!), 'the body is sanitised');
      const article = first(element, 'article');
      const summary = article.querySelector('summary');
      if (summary) await press(element, summary);
      await until(() => !summary || article.querySelector('.ways'), 'the ways into a calendar are there');
      shown.push(shownBy(element));
    }
    const text = shown.join('\n');
    const missing = [...words].filter(([path, word]) => path.startsWith('sessions.') && !text.includes(word)).map(([path]) => path);
    // the version of a session is for calendars and stands in the file; a size is said in words ("1 kB")
    expect(missing).to.deep.equal(['sessions.sequence', 'sessions.materials.size']);
  });

  it('open from the title with an event, and lead to the neighbours', async () => {
    const element = await calendar([session('a', '2021-09-24'), session('b', '2021-09-25'), session('c', '2021-09-26')]);
    const selected = next(element, 'meedoen-session-selected');
    const dialog = await openDetails(element, 'b');
    expect((await selected).session.id).to.equal('b');
    expect(dialog.matches(':modal')).to.be.true;
    expect(seen(active(element))).to.equal('Sessie b');
    expect(seen(dialog.querySelector('.when'))).to.equal('Zaterdag 25 september 2021');
    expect([seen(first(element, '[part=previous]')), seen(first(element, '[part=next]'))].join())
      .to.contain('Sessie a')
      .and.to.contain('Sessie c');
    await press(element, '[part=next]');
    expect(seen(first(element, '.dialog-title'))).to.equal('Sessie c');
    expect(all(element, '[part=next]').length).to.equal(0);
    await press(element, '[part=close]');
    await closed(element);
    expect(seen(active(element)), 'the focus is back').to.equal('Sessie b');
  });

  it('open from the address, and leave it alone when switched off', async () => {
    const before = location.href;
    history.replaceState(null, '', '?sessie=b&x=1');
    try {
      const sessions = [session('a', '2021-09-24'), session('b', '2021-09-01')];
      const element = await calendar(sessions, { 'deep-link': 'sessie' });
      await until(() => all(element, '.dialog-title').length, 'the session is open');
      expect(seen(first(element, '.dialog-title')), 'also what the period leaves out').to.equal('Sessie b');
      await press(element, '[part=close]');
      await until(() => location.search === '?x=1', 'the address is as it was');
      const off = await calendar(sessions, { 'deep-link': 'off' });
      await openDetails(off, 'a');
      expect(location.search).to.equal('?x=1');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('close by themselves when the session is gone', async () => {
    const element = await calendar([session('a', '2021-09-24')]);
    await openDetails(element, 'a');
    element.feed = { meedoen: 1, sessions: [session('b', '2021-09-24')] };
    await closed(element);
    expect(titles(element)).to.deep.equal(['Sessie b']);
  });
});

describe('in one’s own calendar', () => {
  const unfold = async (element: MeedoenSessionCalendar, id: string): Promise<HTMLElement> => {
    await press(element, card(element, id).querySelector<HTMLElement>('summary')!);
    return (await until(() => card(element, id).querySelector<HTMLElement>('.ways'), 'the ways into a calendar are there'))!;
  };

  it('takes the feed’s own file when there is one', async () => {
    const element = await calendar([session('a', '2021-10-04T09:30', { ics: 'https://example.org/a.ics' })]);
    const ways = await unfold(element, 'a');
    expect([...ways.querySelectorAll('a')].map(({ href }) => new URL(href).host)).to.deep.equal([
      'example.org',
      'calendar.google.com',
      'outlook.office.com',
    ]);
  });

  it('makes a file at the press, with the day as a whole day', async () => {
    const element = await calendar([session('a/b', '2021-10-04', { status: 'moved', sequence: 2 })], {}, { updated: '2021-09-01' });
    let made: Blob | undefined;
    let name = '';
    const own = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!;
    URL.createObjectURL = (blob: Blob) => ((made = blob), 'blob:test');
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      name = this.download;
    };
    try {
      const ways = await unfold(element, 'a/b');
      await press(element, ways.querySelector<HTMLElement>('button')!);
    } finally {
      Object.defineProperty(URL, 'createObjectURL', own);
      // what was put before the click of every element
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    const text = await made!.text();
    expect(made!.type).to.equal('text/calendar;charset=utf-8');
    expect(name).to.equal('a-b.ics');
    for (const line of ['SUMMARY:Sessie a/b', 'DTSTART;VALUE=DATE:20211004', 'SEQUENCE:2', 'DTSTAMP:20210831T220000Z'])
      expect(text).to.contain(line);
  });

  it('is not offered without a day, and says when it will be', async () => {
    const element = await calendar([session('a', '2021-10')]);
    expect(card(element, 'a').querySelectorAll('details').length).to.equal(0);
    expect(seen(await openDetails(element, 'a'))).to.contain('zodra de dag bekend is');
  });

  it('can be the whole agenda, with what to expect of that', async () => {
    const element = await calendar([session('a', '2021-10')], {}, { calendar: 'https://example.org/sessies.ics' });
    expect(all(element, 'details[open]').length, 'folded away').to.equal(0);
    await press(element, '[part=subscribe] summary');
    const section = (await until(() => all(element, '[part=subscribe] .subscription')[0], 'it is unfolded'))!;
    expect([...section.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'webcal://example.org/sessies.ics',
      'https://example.org/sessies.ics',
    ]);
    expect(seen(section)).to.contain('kan een dag duren').and.to.contain('Kopieer');
    expect(all(await calendar([session('a', '2021-10')]), '[part=subscribe]').length).to.equal(0);
  });

  it('has an address to copy, or to select where there is no clipboard', async () => {
    const address = 'https://example.org/sessies.ics';
    const open = async (clipboard: unknown): Promise<HTMLElement> => {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      const element = await calendar([session('a', '2021-10')], {}, { calendar: address });
      await press(element, '[part=subscribe] summary');
      return (await until(() => all(element, '[part=subscribe] .subscription')[0], 'it is unfolded'))!;
    };
    try {
      let copied = '';
      const section = await open({ writeText: (text: string) => Promise.resolve(void (copied = text)) });
      section.querySelector<HTMLElement>('[part=copy]')!.click();
      await until(() => section.querySelector('[role=status]')!.textContent === 'Gekopieerd', 'it is said');
      expect(copied).to.equal(address);
      const without = await open(undefined);
      expect(without.querySelector('[part=copy]')).to.equal(null);
      const text = without.querySelector('.address')!;
      expect(text.textContent).to.equal(address);
      const { userSelect, webkitUserSelect } = getComputedStyle(text);
      expect([userSelect, webkitUserSelect]).to.include('all');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('folds away with Escape, from anywhere in it, and gives the focus back', async () => {
    const element = await calendar([session('a', '2021-10-04'), session('b', '2021-10-05')]);
    let escaped = 0;
    const page = (event: KeyboardEvent): void => void (escaped += event.key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', page);
    try {
      const ways = await unfold(element, 'a');
      ways.querySelector<HTMLElement>('a, button')!.focus();
      await sendKeys({ press: 'Escape' });
      const details = card(element, 'a').querySelector('details')!;
      expect(details.open).to.equal(false);
      expect(active(element)).to.equal(details.querySelector('summary'));
      expect(escaped, 'the page does nothing with it').to.equal(0);
      await sendKeys({ press: 'Escape' });
      expect(escaped, 'when there is nothing to fold it is the page’s').to.equal(1);
    } finally {
      document.removeEventListener('keydown', page);
    }
  });

  it('folds one away when another is unfolded', async () => {
    const element = await calendar([session('a', '2021-10-04'), session('b', '2021-10-05')]);
    await unfold(element, 'a');
    await unfold(element, 'b');
    await until(() => all(element, 'details[open]').length === 1 && all(element, '.ways').length === 1, 'one is open');
  });
});

describe('the controls', () => {
  const feed = {
    sectors: [
      { id: 'po', name: 'Primair onderwijs' },
      { id: 'vo', name: 'Voortgezet onderwijs' },
    ],
  };
  const sessions = [
    session('a', '2021-09-24', { sectors: ['po'], summary: 'Over baancreatie' }),
    session('b', '2021-09-25', { sectors: ['vo'] }),
    session('old', '2021-09-01', { sectors: ['vo'] }),
  ];

  it('search and filter, and say so to the page', async () => {
    const element = await calendar(sessions, { controls: 'search sector' }, feed);
    expect(all(element, '.views, #period').length).to.equal(0);
    const changed = next(element, 'meedoen-filter-changed');
    await choose(element, '#sector', 'vo');
    expect(titles(element)).to.deep.equal(['Sessie b']);
    expect(await changed, 'how many of this period').to.include({ sector: 'vo', query: '', count: 1 });
    const input = first<HTMLInputElement>(element, '#search');
    input.value = 'baancreatie';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    expect(textOf(element)).to.contain('Geen sessie gevonden.');
  });

  it('choose the period, and list or month', async () => {
    const element = await calendar(sessions, { controls: '' }, feed);
    await choose(element, '#period', 'past');
    expect(titles(element)).to.deep.equal(['Sessie old']);
    const [list, month] = all(element, '.views button');
    await press(element, month!);
    expect(all(element, 'table').length).to.equal(1);
    expect(month!.getAttribute('aria-pressed')).to.equal('true');
    await press(element, list!);
    expect(titles(element)).to.deep.equal(['Sessie old']);
    element.period = 'all';
    await element.updateComplete;
    expect(titles(element), 'what the page asks for later on wins').to.have.length(3);
  });

  it('count what choosing gives, in the period on show', async () => {
    const element = await calendar(
      [
        ...sessions,
        session('c', '2021-09-26', { sectors: ['po'] }),
        session('d', '2021-09-02', { sectors: ['mbo'] }),
        session('free', '2021-09-03'),
      ],
      { controls: '' },
      feed,
    );
    const options = (): string[] => all(element, '#sector option').slice(1).map(seen);
    const sum = (): string => seen(first(element, '[part=result]'));
    const counts: Record<string, string[]> = { 'list upcoming': options() };
    for (const period of ['past', 'all']) {
      await choose(element, '#period', period);
      counts[`list ${period}`] = options();
    }
    await choose(element, '#period', 'past');
    await choose(element, '#sector', 'vo');
    expect(sum(), 'old and the one for everybody').to.contain('2 sessies');
    await choose(element, '#period', 'upcoming');
    expect(sum()).to.contain('1 sessie');
    await choose(element, '#sector', 'po');
    await choose(element, '#period', 'past');
    expect(first<HTMLSelectElement>(element, '#sector').value, 'what was chosen stays in sight').to.equal('po');
    expect(sum()).to.contain('1 sessie');
    counts['list past, chosen before'] = options();
    await press(element, all(element, '.views button')[1]!);
    counts.month = options();
    expect(counts).to.deep.equal({
      'list upcoming': ['Primair onderwijs (2)', 'Voortgezet onderwijs (1)'],
      'list past': ['Voortgezet onderwijs (2)', 'mbo (2)'],
      'list all': ['Primair onderwijs (3)', 'Voortgezet onderwijs (3)', 'mbo (2)'],
      'list past, chosen before': ['Primair onderwijs (1)', 'Voortgezet onderwijs (2)', 'mbo (2)'],
      month: ['Primair onderwijs (3)', 'Voortgezet onderwijs (3)', 'mbo (2)'],
    });
  });

  it('say so when they are why there is nothing, and can be cleared there', async () => {
    const element = await calendar(
      [session('a', '2021-09-24', { sectors: ['po'] }), session('old', '2021-09-01', { sectors: ['vo'] })],
      { period: 'past', controls: 'sector search' },
      { ...feed, email: 'netwerk@example.org' },
    );
    const input = first<HTMLInputElement>(element, '#search');
    input.value = 'sessie a';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    expect(seen(first(element, '.empty p'))).to.equal('Geen sessie gevonden. Probeer een ander woord of wis een filter.');
    const clear = first(element, '.empty button');
    expect(seen(clear)).to.equal('Wis alle filters');
    clear.focus();
    await press(element, clear);
    await until(() => active(element)?.id === 'search', 'the focus is where one can search again');
    expect(titles(element)).to.deep.equal(['Sessie old']);
    expect(input.value).to.equal('');
  });

  it('name what the page asks for when that is why there is nothing', async () => {
    const items = [session('a', '2021-09-24', { sectors: ['po'] }), session('b', '2021-09-01', { sectors: ['vo'], regions: ['gr'] })];
    const empty = async (attributes: Record<string, string>, some = items): Promise<string> =>
      seen(first(await calendar(some, attributes, feed), '.empty'));
    expect(await empty({ sector: 'vo', controls: '' })).to.equal('Er zijn geen sessies gepland voor Voortgezet onderwijs.');
    expect(await empty({ sector: 'po', period: 'past' })).to.equal('Er zijn nog geen sessies geweest voor Primair onderwijs.');
    expect(await empty({ sector: 'po', region: 'gr', period: 'all' }, [items[1]!]), 'also where nothing is left at all').to.equal(
      'Er zijn nog geen sessies voor Primair onderwijs, gr.',
    );
    expect(await empty({}, [items[1]!]), 'and nothing else').to.equal('Er zijn geen sessies gepland.');
  });

  it('leave the attributes’ filters as they are', async () => {
    expect(titles(await calendar(sessions, { sector: 'po' }, feed))).to.deep.equal(['Sessie a']);
  });
});

describe('the month', () => {
  const sessions = [
    session('a', '2021-09-24T09:30', { end: '2021-09-24T11:00' }),
    session('multi', '2021-09-29', { end: '2021-10-01' }),
    session('loose', '2021-09'),
    session('year', '2021'),
    session('none'),
    session('off', '2021-09-28', { status: 'cancelled' }),
    session('next', '2021-11-03'),
  ];
  const month = (attributes: Record<string, string> = {}, items: Session[] = sessions, lang = 'nl'): Promise<MeedoenSessionCalendar> =>
    calendar(items, { view: 'month', ...attributes }, {}, lang);
  const name = (element: MeedoenSessionCalendar): string => seen(first(element, '.month-title')).toLowerCase();
  const events = (element: MeedoenSessionCalendar): string[] =>
    all(element, '.event').map((event) => event.textContent.replace(/\s+/g, ' ').trim());

  it('is a real table with weekdays, the sessions in their days by their full date, and today', async () => {
    const element = await month();
    expect(name(element)).to.equal('september 2021');
    expect(all(element, 'th[scope=col]').map((th) => th.querySelector('.visually-hidden')!.textContent)).to.deep.equal([
      'maandag',
      'dinsdag',
      'woensdag',
      'donderdag',
      'vrijdag',
      'zaterdag',
      'zondag',
    ]);
    expect(events(element)).to.deep.equal([
      '9.30 Sessie a, vrijdag 24 september 2021',
      'Sessie off, dinsdag 28 september 2021Gaat niet door',
      'Sessie multi, woensdag 29 september 2021',
      'Sessie multi, donderdag 30 september 2021dag 2 van 3',
    ]);
    const today = all(element, '[aria-current=date]');
    expect(today.map(seen)).to.deep.equal(['20, Vandaag']);
    expect(all(element, '.month-title [aria-live=polite]').length).to.equal(1);
    expect(all(element, 'td').length % 7).to.equal(0);
  });

  it('says how many of all there are in the month on show, also after the page is turned', async () => {
    const element = await month({ controls: 'search' });
    const result = (): string => seen(first(element, '[part~=result]'));
    expect(result()).to.equal('4 sessies in deze maand, 7 in totaal');
    await press(element, '[part=next]');
    expect(result()).to.equal('1 sessie in deze maand, 7 in totaal');
    await until(() => seen(first(element, '.visually-hidden[role=status]')) === result(), 'it is said');
    await press(element, 'button[part=next]');
    await press(element, 'button[part=next]');
    expect(result()).to.equal('0 sessies in deze maand, 7 in totaal');
    const english = await month({ controls: 'search' }, sessions, 'en');
    expect(seen(first(english, '[part~=result]'))).to.equal('4 sessions in this month, 7 in all');
  });

  it('says whose time it shows to a visitor whose own clock differs', async () => {
    const note = (element: MeedoenSessionCalendar): string => seen(element.shadowRoot!.querySelector('[part=elsewhere]'));
    const dutch = elsewhere ? 'Nederlandse tijd' : '';
    expect(note(await month())).to.equal(dutch);
    const abroad = session('abroad', '2021-09-22T10:00', { timeZone: 'Asia/Tokyo' });
    expect(note(await month({}, [...sessions, abroad])), 'of all without a word of their own').to.equal(dutch);
    // a session of a whole day is on that day, whatever the clock says
    expect(note(await month({}, [session('day', '2021-09-22')]))).to.equal('');
  });

  it('says at a session whose time it is, when that is not what the others’ is', async () => {
    const element = await month({}, [
      session('nl', '2021-09-22T10:00'),
      session('de', '2021-09-23T10:00', { timeZone: 'Europe/Berlin' }),
      session('ny', '2021-09-24T10:00', { timeZone: 'America/New_York', status: 'postponed' }),
      session('utc', '2021-09-27T08:00', { timeZone: 'UTC' }),
      session('day', '2021-09-28', { timeZone: 'Asia/Tokyo' }),
    ]);
    expect(events(element)).to.deep.equal([
      '10.00 Sessie nl, woensdag 22 september 2021',
      '10.00 Sessie de, donderdag 23 september 2021',
      '10.00 Sessie ny, vrijdag 24 september 2021Uitgesteld · Tijd in New York',
      '8.00 Sessie utc, maandag 27 september 2021UTC',
      'Sessie day, dinsdag 28 september 2021',
    ]);
    const notes = all(element, '.event .note');
    expect(notes.map((note) => note.getBoundingClientRect().height > 0)).to.deep.equal([true, true]);
    const only = await month({}, [session('ny', '2021-09-24T10:00', { timeZone: 'America/New_York' })]);
    expect(only.shadowRoot!.querySelector('.calendar + [part=elsewhere]'), 'no note of what none of them is').to.equal(null);
    expect(all(only, '.event .note').map(seen)).to.deep.equal(visitorZone() === 'America/New_York' ? [] : ['Tijd in New York']);
    const english = await month({}, [session('ba', '2021-09-24T10:00', { timeZone: 'America/Argentina/Buenos_Aires' })], 'en');
    expect(seen(first(english, '.event .note'))).to.equal('Buenos Aires time');
  });

  it('has room for the ring around a session, between its neighbours and within its day', async () => {
    const element = await month(
      {},
      ['09', '11', '13'].map((hour) => session(hour, `2021-09-24T${hour}:00`)),
    );
    const [before, event, after] = all(element, '.event');
    before!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(active(element)).to.equal(event);
    const { outlineOffset, outlineWidth } = getComputedStyle(event!);
    const ring = parseFloat(outlineOffset) + parseFloat(outlineWidth);
    const [box, above, below, day] = [event!, before!, after!, event!.closest('td')!].map((part) => part.getBoundingClientRect());
    expect(ring).to.be.above(2);
    for (const room of [box!.top - above!.bottom, below!.top - box!.bottom, box!.left - day!.left, day!.right - box!.right])
      expect(room - ring, 'pixels left').to.be.at.least(2);
  });

  it('keeps what has no day above and below the days', async () => {
    const element = await month();
    expect(seen(first(element, 'div.loose'))).to.match(/^In september 2021, dag nog onbekend: Sessie loose/);
    const [year, none] = all<HTMLDetailsElement>(element, 'details.loose');
    year!.open = none!.open = true;
    const years = await month({}, [session('old', '2019'), session('to come', '2022'), ...sessions]);
    expect(all(years, 'details.loose summary').map(seen), 'of every year, under every month').to.deep.equal([
      'In 2019, maand niet bekend (1)',
      'In 2021, maand nog onbekend (1)',
      'In 2022, maand nog onbekend (1)',
      'Datum nog onbekend (1)',
    ]);
    expect(seen(year)).to.match(/^In 2021, maand nog onbekend \(1\) Sessie year/i);
    expect(seen(none)).to.match(/^Datum nog onbekend \(1\) Sessie none/i);
  });

  it('turns to the month before and after, to today, to a chosen one and to the nearest with sessions', async () => {
    const element = await month();
    expect(first(element, '[part=next]').getAttribute('aria-label')).to.equal('Volgende maand: oktober 2021');
    await press(element, '[part=next]');
    expect(name(element)).to.equal('oktober 2021');
    expect(events(element)).to.deep.equal(['Sessie multi, vrijdag 1 oktober 2021dag 3 van 3']);
    await choose(element, '.month-choice', '2021-11');
    expect(name(element)).to.equal('november 2021');
    await press(element, '[part=next]');
    expect(textOf(element)).to.contain('Geen sessies in deze maand.');
    await press(element, '[part=nearest]');
    expect(name(element)).to.equal('november 2021');
    await press(element, '[part=today]');
    expect(name(element)).to.equal('september 2021');
    await press(element, '[part=previous]');
    expect(name(element)).to.equal('augustus 2021');
  });

  it('takes the focus along to the nearest month: to its first session, else to where one chooses a month', async () => {
    for (const [day, width] of [
      ['2021-11-03', 1000],
      ['2021-11', 1000],
      ['2021-11-03', 320],
    ] as const) {
      const element = await month({}, [session('far', day)]);
      element.parentElement!.style.inlineSize = `${width}px`;
      await until(() => !!element.renderRoot.querySelector('.grid') === width > 500, 'it has its form');
      first(element, '[part=nearest]').focus();
      await press(element, '[part=nearest]');
      await until(() => name(element) === 'november 2021' && active(element), 'the focus has a place');
      const event = day.length > 7 && width > 500;
      expect(active(element), day).to.equal(first(element, event ? '.grid .event' : '.month-choice'));
    }
  });

  it('goes over the end of the year', async () => {
    const element = await month({ today: '2021-12-31' });
    await press(element, '[part=next]');
    expect(name(element)).to.equal('januari 2022');
  });

  it('shows two of a crowded day and the rest when asked', async () => {
    const crowded = Array.from({ length: 5 }, (_, n) => session(String(n), `2021-09-24T1${n}:00`));
    const element = await month({}, crowded);
    expect(all(element, '.event').length).to.equal(3);
    const rest = first(element, '.rest');
    expect(rest.textContent.replace(/\s+/g, ' ').trim()).to.equal('en nog 3 op 24 september 2021');
    rest.click();
    await aTimeout(0);
    expect(all(element, '.event').length).to.equal(5);
    expect(active(element).dataset.session).to.equal('2');
    expect(all(await month({}, crowded.slice(0, 3)), '.event').length, 'three fit').to.equal(3);
  });

  it('opens a session, with the others of the month as neighbours', async () => {
    const element = await month();
    const selected = next(element, 'meedoen-session-selected');
    await press(element, '.event');
    expect((await selected).session.id).to.equal('a');
    expect(seen(first(element, '.dialog-title'))).to.equal('Sessie a');
    expect(seen(first(element, 'dialog [part=next]'))).to.contain('Sessie off');
  });

  it('is walked with the keys of a calendar', async () => {
    const element = await month({}, [
      session('a', '2021-09-07'),
      session('b', '2021-09-10'),
      session('c', '2021-09-14'),
      session('d', '2021-10-05'),
      session('e', '2022-09-01'),
    ]);
    first(element, '.event').focus();
    const to = async (key: string): Promise<string | undefined> => {
      await sendKeys({ press: key });
      await element.updateComplete;
      await aTimeout(0);
      return active(element).dataset.session;
    };
    expect(await to('ArrowRight')).to.equal('b');
    expect(await to('ArrowDown')).to.equal('c');
    expect(await to('ArrowUp'), 'the same weekday first').to.equal('a');
    expect(await to('End')).to.equal('b');
    expect(await to('Home')).to.equal('a');
    expect(await to('PageDown')).to.equal('d');
    expect(name(element)).to.equal('oktober 2021');
    expect(await to('PageUp')).to.equal('a');
    await executeServerCommand('press', 'Shift+PageDown');
    await until(() => name(element) === 'september 2022', 'it is a year later');
    await element.updateComplete;
    expect(active(element).dataset.session).to.equal('e');
    await to('PageDown');
    expect(name(element), 'an empty month: on to the button that goes further').to.equal('oktober 2022');
    expect(active(element).part.contains('next')).to.be.true;
    await to('PageDown');
    expect(active(element).part.contains('next'), 'and still empty').to.be.true;
    expect(await to('PageUp')).to.equal(undefined);
    expect(active(element).part.contains('previous')).to.be.true;
    expect(await to('PageUp'), 'back among the sessions').to.equal('e');
    expect(name(element)).to.equal('september 2022');
    first(element, '[part=next]').focus();
    await to('PageUp');
    first(element, '[part=previous]').focus();
    await to('PageDown');
    expect(name(element)).to.equal('september 2022');
    expect(active(element).part.contains('previous'), 'who went to a button stays there').to.be.true;
  });

  it('answers to the pointer, to a click without one and to keys alike', async () => {
    const element = await month();
    const mouse = async (selector: string): Promise<void> => {
      const target = first(element, selector);
      target.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = target.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      await element.updateComplete;
    };
    const key = async (selector: string, name: string): Promise<void> => {
      first(element, selector).focus();
      await sendKeys({ press: name });
      await element.updateComplete;
    };
    const synthetic = async (selector: string): Promise<void> => {
      first(element, selector).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      await element.updateComplete;
    };
    for (const [how, act] of [
      ['a real click', mouse],
      ['a synthetic click', synthetic],
      ['Enter', (selector: string) => key(selector, 'Enter')],
      ['Space', (selector: string) => key(selector, ' ')],
    ] as const) {
      await act('[part=next]');
      expect(name(element), how).to.equal('oktober 2021');
      await act('[part=today]');
      expect(name(element), how).to.equal('september 2021');
      await act('.event');
      await until(() => all(element, 'dialog[open]').length, `${how} opens a session`);
      await press(element, '[part=close]');
      await closed(element);
    }
  });

  it('is mirrored where one reads from right to left, keys included', async () => {
    const element = await month({ dir: 'rtl' }, [session('a', '2021-09-07'), session('b', '2021-09-10'), session('c', '2021-09-14')]);
    const x = (selector: string): number => first(element, selector).getBoundingClientRect().x;
    expect(x('th:first-child'), 'Monday is at the right').to.be.greaterThan(x('th:last-child'));
    expect(x('[part=previous]')).to.be.greaterThan(x('[part=next]'));
    expect(getComputedStyle(first(element, '[part=previous] svg')).rotate, 'and points there').to.equal('180deg');
    first(element, '.event').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(active(element).dataset.session).to.equal('b');
    await sendKeys({ press: 'ArrowRight' });
    expect(active(element).dataset.session).to.equal('a');
  });

  it('is the list of that month where a table would be squeezed', async () => {
    const element = await month();
    element.parentElement!.style.inlineSize = '400px';
    await until(() => !all(element, 'table').length, 'the table is gone');
    expect(titles(element)).to.deep.equal(['Sessie a', 'Sessie off, Gaat niet door', 'Sessie multi', 'Sessie loose']);
    expect(name(element)).to.equal('september 2021');
    await press(element, '[part=next]');
    expect(titles(element)).to.deep.equal(['Sessie multi']);
    element.parentElement!.style.inlineSize = '';
    await until(() => all(element, 'table').length, 'the table is back');
    expect(all(element, 'article').length).to.equal(0);
  });

  it('turns the page at the same cost however many sessions there are', async function () {
    this.timeout(20_000);
    const many = Array.from({ length: 5000 }, (_, n) =>
      session(String(n), `20${String(10 + (n % 40)).padStart(2, '0')}-0${1 + (n % 9)}-1${n % 10}`),
    );
    const turn = async (element: MeedoenSessionCalendar): Promise<number> => {
      const start = performance.now();
      await press(element, '[part=next]');
      return performance.now() - start;
    };
    const [few, full] = [await month({}, many.slice(0, 40)), await month({}, many)];
    // in turns, and the quickest of each: whatever else the machine does then slows both, or neither
    const turns: [number, number][] = [];
    for (let n = 0; n < 9; n++) turns.push([await turn(few), await turn(full)]);
    const [small, large] = [Math.min(...turns.map(([time]) => time)), Math.min(...turns.map(([, time]) => time))];
    expect(large, `${large} ms with 5,000, ${small} ms with 40`).to.be.below(Math.max(4 * small, 30));
  });
});

describe('for everyone', () => {
  const rich = [
    session('a', '2021-09-24T09:30', {
      registration: { url: 'https://example.org/', capacity: 3, left: 1 },
      speakers: [{ name: 'Voorbeeld', role: 'adviseur' }],
      organiser: { name: 'Netwerk', email: 'n@example.org' },
      summary: 'Samenvatting',
      body: '<h2>Kop</h2><p>Tekst</p>',
      links: [{ title: 'Link', url: 'https://example.org/l' }],
    }),
    session('b', '2021-10', { status: 'postponed' }),
    session('c', '2021-09-28', { status: 'cancelled', statusNote: 'Ziek' }),
    session('d', '2021-09-01', {
      outcomes: ['Uitkomst'],
      figures: [{ value: '3', label: 'dingen' }],
      materials: [{ title: 'M', url: 'https://example.org/m', size: 3000 }],
    }),
    session('e'),
  ];
  const states: [string, Record<string, string>, string?][] = [
    ['agenda', { controls: '', period: 'all', limit: '2' }],
    ['month', { view: 'month', controls: '' }],
    ['details', { period: 'all' }, '.session-link'],
    ['ways into a calendar', {}, 'summary'],
    ['nothing to come', { today: '2031-01-01' }],
  ];
  for (const [name, attributes, pressed] of states) {
    for (const [scheme, colours] of [
      ['light', 'body { color: #111; background: #fff } a { color: #046 }'],
      ['dark', 'body { color: #eee; background: #111 } a { color: #9cf }'],
    ] as const) {
      it(`axe finds nothing in the ${name} on a ${scheme} page`, async () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`:root { color-scheme: ${scheme} } ${colours}`);
        document.adoptedStyleSheets.push(sheet);
        try {
          const element = await calendar(rich, attributes, { calendar: 'https://example.org/s.ics', email: 'i@example.org' });
          if (pressed) await press(element, pressed);
          if (pressed === 'summary') await until(() => all(element, '.ways').length, 'the ways into a calendar are there');
          await until(() => !all(element, '[aria-busy=true]').length, 'the body is sanitised');
          expect(await violations(element)).to.deep.equal([]);
        } finally {
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        }
      });
    }
  }

  it('has the same words in both languages, and no Dutch one on an English screen', async () => {
    const keys = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'object' ? [key, ...keys(inner as object)] : [key]));
    expect(keys(sessionWords.en)).to.deep.equal(keys(sessionWords.nl));
    const english = rich.map((item) => ({ ...item, title: `T${String(item.id)}`, startNote: 'x' }));
    const texts: string[] = [];
    for (const attributes of [
      { controls: '', period: 'all', limit: '2' },
      { view: 'month', controls: '' },
      { period: 'past' },
      { today: '2031-01-01' },
    ]) {
      const element = await calendar(english, attributes, { calendar: 'https://example.org/s.ics', email: 'i@example.org' }, 'en');
      texts.push(shownBy(element));
      await press(element, '.session-link, .event');
      texts.push(shownBy(element));
    }
    const dutch = Object.values({ ...commonWords.nl, ...sessionWords.nl })
      .flatMap((value): unknown[] => (typeof value === 'object' ? Object.values(value) : [value]))
      .filter((value): value is string => typeof value === 'string' && value.length > 4);
    const both = JSON.stringify([commonWords.en, sessionWords.en]);
    const shown = texts.join('\n');
    expect(dutch.filter((word) => !both.includes(word) && shown.includes(word))).to.deep.equal([]);
    expect(shown)
      .to.contain('September 2021')
      .and.not.match(/\b(oktober|maandag|vrijdag|uur|nog|kan|dag|tot|van|sessies?)\b/);
  });

  it('marks the feed’s text with its own language, and nothing else', async () => {
    const element = await place<MeedoenSessionCalendar>(
      TAG,
      { language: 'ar', sessions: [session('a', '2021-09-24', { title: 'جلسة', summary: 'ملخص', startNote: 'صباح' })] },
      { today: TODAY, 'deep-link': 'off' },
    );
    const article = card(element, 'a');
    expect(article.querySelector('.session-link bdi')!.getAttribute('lang')).to.equal('ar');
    expect(article.querySelector('[part=summary] bdi')!.getAttribute('lang')).to.equal('ar');
    expect(article.querySelector('time')!.closest('[lang]')!.getAttribute('lang')).to.equal('nl');
    expect(getComputedStyle(article).direction).to.equal('ltr');
  });

  it('holds at 320 pixels with long words', async () => {
    const title = 'Arbeidsongeschiktheidsverzekeringsmaatwerkcoördinatieoverleg';
    const element = await calendar([
      session('a', '2021-09-24T09:30', { title, end: '2021-09-24T11:00', registration: { url: 'https://example.org/', left: 3 } }),
    ]);
    element.parentElement!.style.inlineSize = '272px';
    await until(() => element.scrollWidth <= 272, 'it fits');
    await press(element, '.session-link');
    expect(first(element, 'dialog').scrollWidth).to.be.at.most(first(element, 'dialog').clientWidth + 1);
  });
});
