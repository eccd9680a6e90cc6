/** `structured-data` of the session calendar, as search engines read it, and a link to a session that is not there. */
import { expect } from '@open-wc/testing';
import { MeedoenSessionCalendar } from '../../src/elements/session-calendar/session-calendar.ts';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, place, settled, textOf, until } from '../define.ts';

define('meedoen-session-calendar', MeedoenSessionCalendar);
define('meedoen-story-list', MeedoenStoryList);

type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Json[];

const online = { attendance: 'online', online: { url: 'https://example.org/mee' } };
const onsite = { attendance: 'onsite', location: { name: 'Voorbeeldgebouw', address: 'Voorbeeldstraat 1, Utrecht' } };
const sessions: Json[] = [
  {
    id: 'whole',
    title: 'Voorbeeld <met haken>',
    start: '2021-10-29T09:30',
    end: '2021-10-29T11:00',
    ...online,
    summary: 'Een verzonnen sessie.',
    themes: ['talent'],
    organiser: { name: 'Voorbeeldnetwerk', url: 'https://example.org/' },
    speakers: [{ name: 'Voorbeeldspreker', role: 'adviseur', organisation: 'Voorbeeldorganisatie' }, { organisation: 'Zonder naam' }],
    partners: ['Voorbeeldpartner'],
    registration: { url: 'https://example.org/aanmelden', opens: '2021-09-01', capacity: 30, left: 4 },
    url: 'https://example.org/sessies/whole',
  },
  { id: 'winter', title: 'Na de klokwissel', start: '2021-11-02T09:30', ...onsite },
  { id: 'days', title: 'Twee dagen', start: '2021-11-10', end: '2021-11-11', ...onsite },
  { id: 'abroad', title: 'Elders', start: '2021-11-12T10:00', timeZone: 'America/St_Johns', ...online },
  { id: 'both', title: 'Allebei', start: '2021-11-15T10:00', ...online, ...onsite, attendance: 'hybrid' },
  { id: 'silent', title: 'Zonder woord erover', start: '2021-11-16', location: { name: 'Voorbeeldgebouw' } },
  { id: 'off', title: 'Gaat niet door', start: '2021-11-17', status: 'cancelled', ...online },
  { id: 'later', title: 'Uitgesteld', start: '2021-11-18', status: 'postponed', ...onsite },
  { id: 'moved', title: 'Verplaatst', start: '2021-11-19T13:00', previousStart: '2021-10-25T13:00', status: 'moved', ...onsite },
  { id: 'full', title: 'Vol', start: '2021-11-22', ...onsite, registration: { url: 'https://example.org/vol', full: true } },
  { id: 'afar', title: 'Online zonder adres', start: '2021-11-23', attendance: 'online' },
  { id: 'month', title: 'Alleen de maand', start: '2021-12', ...online },
  { id: 'undated', title: 'Zonder datum', ...online },
  { id: 'nowhere', title: 'Nergens', start: '2021-12-01' },
  { id: 'past', title: 'Geweest', start: '2021-09-01', ...online, registration: { url: 'https://example.org/toen' } },
];
const feed = { themes: [{ id: 'talent', name: 'Zie het talent' }], sessions };

describe('structured-data of sessions', () => {
  const scriptOf = (element: Element) => element.querySelector<HTMLScriptElement>('script[type="application/ld+json"]');
  const calendar = (attributes: Record<string, string> = {}): Promise<MeedoenSessionCalendar> =>
    place<MeedoenSessionCalendar>('meedoen-session-calendar', feed, { today: '2021-09-20', 'structured-data': '', ...attributes });
  const graphOf = async (element: Element): Promise<Json[]> => {
    await until(() => scriptOf(element), 'it is written');
    return (JSON.parse(scriptOf(element)!.textContent) as { '@graph': Json[] })['@graph'];
  };
  const eventsOf = async (attributes?: Record<string, string>): Promise<Map<string, Json>> => {
    const element = await calendar(attributes);
    return new Map((await graphOf(element)).map((event) => [event.name as string, event]));
  };

  it('is not there unless asked for, and goes when it is taken back', async () => {
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', feed, { today: '2021-09-20' });
    expect(scriptOf(element)).to.equal(null);
    element.structuredData = true;
    await graphOf(element);
    element.structuredData = false;
    await element.updateComplete;
    expect(scriptOf(element)).to.equal(null);
  });

  it('says of a session what the feed says, as a schema.org Event', async () => {
    const event = (await eventsOf()).get('Voorbeeld <met haken>');
    expect(event).to.deep.equal({
      '@type': 'Event',
      name: 'Voorbeeld <met haken>',
      description: 'Een verzonnen sessie.',
      url: 'https://example.org/sessies/whole',
      startDate: '2021-10-29T09:30:00+02:00',
      endDate: '2021-10-29T11:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: 'https://example.org/mee' },
      organizer: { '@type': 'Organization', name: 'Voorbeeldnetwerk', url: 'https://example.org/' },
      performer: [
        {
          '@type': 'Person',
          name: 'Voorbeeldspreker',
          jobTitle: 'adviseur',
          affiliation: { '@type': 'Organization', name: 'Voorbeeldorganisatie' },
        },
      ],
      contributor: [{ '@type': 'Organization', name: 'Voorbeeldpartner' }],
      offers: {
        '@type': 'Offer',
        url: 'https://example.org/aanmelden',
        availability: 'https://schema.org/InStock',
        validFrom: '2021-09-01',
      },
      maximumAttendeeCapacity: 30,
      remainingAttendeeCapacity: 4,
      inLanguage: 'nl',
      keywords: 'Zie het talent',
    });
  });

  it('has in each event what Google wants of one', async () => {
    const events = [...(await eventsOf()).values()];
    expect(events.length).to.equal(11);
    for (const event of events) {
      const name = event.name as string;
      expect(event['@type']).to.equal('Event');
      expect(name).to.be.a('string').and.not.equal('');
      for (const key of ['startDate', 'endDate', 'previousStartDate'])
        if (key === 'startDate' || key in event)
          expect(event[key], `${name} ${key}`).to.match(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/);
      expect(event.url, name).to.match(/^https?:/);
      expect(event.eventStatus, name).to.match(/^https:\/\/schema\.org\/Event(Scheduled|Cancelled|Postponed|Rescheduled)$/);
      expect(event.eventAttendanceMode, name).to.match(/^https:\/\/schema\.org\/(Online|Offline|Mixed)EventAttendanceMode$/);
      const places = list(event.location);
      expect(places.length, name).to.be.greaterThan(0);
      for (const where of places) {
        if (where['@type'] === 'Place') expect(where.address, name).to.be.a('string').and.not.equal('');
        else
          expect(where, name)
            .to.include({ '@type': 'VirtualLocation' })
            .and.to.have.property('url')
            .that.matches(/^https?:/);
      }
    }
  });

  it('has no event without a day, and none without a place: those can’t be made up', async () => {
    const names = [...(await eventsOf({ period: 'all' })).keys()];
    for (const name of ['Alleen de maand', 'Zonder datum', 'Nergens']) expect(names).not.to.include(name);
    expect(names).to.include('Geweest');
  });

  it('offers nothing that one can’t sign up for any more', async () => {
    expect((await eventsOf({ period: 'past' })).get('Geweest')).not.to.have.property('offers');
  });

  it('is about the period of the page', async () => {
    expect([...(await eventsOf()).keys()]).not.to.include('Geweest');
    expect([...(await eventsOf({ period: 'past' })).keys()]).to.deep.equal(['Geweest']);
  });

  it('is about a hundred at most: first those to come, then the last that have been', async () => {
    const day = (n: number): string => new Date(Date.UTC(2021, 8, 20 + n)).toISOString().slice(0, 10);
    const element = await calendar({ period: 'all' });
    const before = scriptOf(element);
    element.feed = {
      meedoen: 1,
      sessions: Array.from({ length: 5_000 }, (_, n) => ({ id: `s${n}`, title: `Voorbeeld ${n}`, start: day(n - 4_940), ...online })),
    };
    await until(() => scriptOf(element) !== before && scriptOf(element)?.textContent.includes('Voorbeeld'), 'it is written');
    const days = (await graphOf(element)).map(({ startDate }) => startDate);
    expect(days.length).to.equal(100);
    expect(days.slice(0, 60)).to.deep.equal(Array.from({ length: 60 }, (_, n) => day(n)));
    expect(days.slice(60)).to.deep.equal(Array.from({ length: 40 }, (_, n) => day(-n - 1)));
    expect(scriptOf(element)!.textContent.length).to.be.below(60_000);
  });

  it('writes times with the offset of that day in their own zone, and days as days', async () => {
    const events = await eventsOf();
    expect(events.get('Na de klokwissel')).to.include({ startDate: '2021-11-02T09:30:00+01:00' }).and.not.to.have.property('endDate');
    expect(events.get('Twee dagen')).to.include({ startDate: '2021-11-10', endDate: '2021-11-11' });
    expect(events.get('Elders')).to.include({ startDate: '2021-11-12T10:00:00-03:30' });
  });

  it('says what became of it', async () => {
    const events = await eventsOf();
    const status = (name: string): unknown => (events.get(name)!.eventStatus as string).replace(/.*Event/, '');
    expect(['Gaat niet door', 'Uitgesteld', 'Verplaatst', 'Vol'].map(status)).to.deep.equal([
      'Cancelled',
      'Postponed',
      'Rescheduled',
      'Scheduled',
    ]);
    expect(events.get('Gaat niet door'), 'the date stays').to.include({ startDate: '2021-11-17' });
    expect(events.get('Verplaatst')).to.include({
      startDate: '2021-11-19T13:00:00+01:00',
      previousStartDate: '2021-10-25T13:00:00+02:00',
    });
    expect(events.get('Vol')!.offers).to.include({ availability: 'https://schema.org/SoldOut' });
    expect(events.get('Vol')).to.include({ remainingAttendeeCapacity: 0 });
  });

  it('says where it is and how one can be there', async () => {
    const events = await eventsOf();
    const mode = (name: string): unknown => (events.get(name)!.eventAttendanceMode as string).replace(/.*\/(\w+)Event.*/, '$1');
    expect(['Allebei', 'Zonder woord erover', 'Online zonder adres'].map(mode)).to.deep.equal(['Mixed', 'Offline', 'Online']);
    expect(events.get('Allebei')!.location).to.deep.equal([
      { '@type': 'Place', name: 'Voorbeeldgebouw', address: 'Voorbeeldstraat 1, Utrecht' },
      { '@type': 'VirtualLocation', url: 'https://example.org/mee' },
    ]);
    expect(events.get('Zonder woord erover')!.location).to.include({ address: 'Voorbeeldgebouw' });
    expect((events.get('Online zonder adres')!.location as Json).url, 'what can be read about it').to.match(/[?&]sessie=afar$/);
  });

  it('can’t end its script early, does not show, and is not written again when nothing changed', async () => {
    const element = await calendar();
    await graphOf(element);
    const script = scriptOf(element)!;
    expect(script.textContent).to.not.contain('<');
    expect(element.innerText.trim()).to.not.contain('schema.org');
    element.requestUpdate();
    await element.updateComplete;
    expect(scriptOf(element)).to.equal(script);
    element.feed = { meedoen: 1, sessions: [{ id: 'n', title: 'Nieuw', start: '2021-10-01', ...online }] };
    await until(() => scriptOf(element)?.textContent.includes('Nieuw'), 'it follows the feed');
    expect(element.querySelectorAll('script').length).to.equal(1);
  });
});

describe('a link to what is not there', () => {
  const notices = (element: HTMLElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.floating')];
  const opened = (element: HTMLElement): boolean => !!element.shadowRoot!.querySelector('dialog[open]');
  const some = { sessions: [{ id: 'a', title: 'Sessie a', start: '2021-10-01' }], stories: [{ id: 'v', title: 'Een verhaal' }] };
  const at = '2021-09-20';
  let before: string;

  beforeEach(() => (before = location.href));
  afterEach(() => history.replaceState(null, '', before));

  it('gets a word for the visitor, that goes when it has been read', async () => {
    history.replaceState(null, '', '?sessie=weg&x=1');
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    await until(() => notices(element).length, 'it is said');
    expect(textOf(element)).to.contain('Deze sessie staat hier niet (meer).');
    expect(notices(element)[0]!.getAttribute('role'), 'politely').to.equal('status');
    expect(opened(element)).to.equal(false);
    notices(element)[0]!.querySelector('button')!.click();
    await element.updateComplete;
    expect(notices(element).length).to.equal(0);
    expect(location.search).to.equal('?x=1');
  });

  it('is said by itself, before any pointer or focus comes near', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const element = document.createElement('meedoen-session-calendar');
    let prepared = false;
    element.prepare = () => Promise.resolve(void (prepared = true));
    Object.assign(element, { feed: { meedoen: 1, ...some }, today: at });
    document.body.append(element);
    try {
      await until(() => notices(element).length, 'it is said');
      expect(prepared).to.equal(false);
    } finally {
      element.remove();
    }
  });

  it('is not said again where the address can’t follow', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    const other = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    await until(() => notices(element).length, 'it is said');
    // as in a frame of an opaque origin
    const real = history.replaceState.bind(history);
    history.replaceState = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    try {
      notices(element)[0]!.querySelector('button')!.click();
      for (const each of [element, other, element]) {
        each.requestUpdate();
        await each.updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect([element, other].map((each) => notices(each).length)).to.deep.equal([0, 0]);
    } finally {
      history.replaceState = real;
    }
  });

  it('is told once, by the first element that shows anything', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const empty = await place<MeedoenSessionCalendar>('meedoen-session-calendar', {}, { today: at });
    const one = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    const two = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    await until(() => notices(one).length, 'it is said');
    await settled(two);
    expect([empty, one, two].map((element) => notices(element).length)).to.deep.equal([0, 1, 0]);
  });

  it('waits for feeds that are still on their way, and opens what comes', async () => {
    history.replaceState(null, '', '?sessie=b');
    const real = window.fetch.bind(window);
    let answer!: (response: Response) => void;
    window.fetch = (input) =>
      String(input instanceof Request ? input.url : input).includes('late')
        ? new Promise((resolve) => (answer = resolve))
        : Promise.resolve(new Response(JSON.stringify({ meedoen: 1, ...some })));
    try {
      const element = document.createElement('meedoen-session-calendar');
      Object.assign(element, { src: 'https://example.org/soon.json https://example.org/late.json', today: at });
      document.body.append(element);
      await until(() => /Sessie a/.test(textOf(element)), 'the first feed is shown');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(notices(element).length, 'nothing is said yet').to.equal(0);
      answer(new Response(JSON.stringify({ meedoen: 1, sessions: [{ id: 'b', title: 'Sessie b', start: '2021-10-02' }] })));
      await until(() => opened(element), 'it opens');
      expect(notices(element).length).to.equal(0);
      element.remove();
    } finally {
      window.fetch = real;
    }
  });

  it('opens all the same when it comes later', async () => {
    history.replaceState(null, '', '?sessie=b');
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    await until(() => notices(element).length, 'it is said');
    element.feed = { meedoen: 1, sessions: [...some.sessions, { id: 'b', title: 'Sessie b', start: '2021-10-02' }] };
    await until(() => opened(element), 'it opens');
    expect(notices(element).length).to.equal(0);
  });

  it('goes when the visitor opens something else', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at });
    await until(() => notices(element).length, 'it is said');
    element.shadowRoot!.querySelector<HTMLElement>('.session-link')!.click();
    await until(() => opened(element), 'it opens');
    expect(notices(element).length).to.equal(0);
    element.shadowRoot!.querySelector<HTMLElement>('[part=close]')!.click();
    await until(() => !opened(element) && location.search === '?sessie=weg', 'it closes, and the address is as it was');
  });

  it('tells nothing of what was withdrawn but that it is not there', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const withdrawn = { id: 'weg', title: 'Teruggetrokken titel', start: '2021-10-03', withdrawn: true };
    const element = await place<MeedoenSessionCalendar>(
      'meedoen-session-calendar',
      { sessions: [...some.sessions, withdrawn] },
      { today: at },
    );
    await until(() => notices(element).length, 'it is said');
    expect(textOf(element)).not.to.contain('Teruggetrokken titel');
  });

  it('is the same for stories', async () => {
    history.replaceState(null, '', '?verhaal=weg');
    const element = await place<MeedoenStoryList>('meedoen-story-list', some);
    await until(() => notices(element).length, 'it is said');
    expect(textOf(element)).to.contain('Dit verhaal staat hier niet (meer).');
  });

  it('is not told where deep links are off', async () => {
    history.replaceState(null, '', '?sessie=weg');
    const element = await place<MeedoenSessionCalendar>('meedoen-session-calendar', some, { today: at, 'deep-link': 'off' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(notices(element).length).to.equal(0);
  });
});
