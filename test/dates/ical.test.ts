import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, calendarText, webCalendarUrls } from '../../src/dates/ical.ts';
import { parsePartialDate } from '../../src/dates/partial.ts';
import { periodOf } from '../../src/dates/period.ts';
import { toInstant } from '../../src/dates/zone.ts';

const stamp = Date.UTC(2021, 11, 20, 12);
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'https://example.org/meedoen.json#s1',
  title: 'Voorbeeldsessie',
  start: '2021-09-17T09:30',
  ...more,
});
const text = (event: CalendarEvent) => calendarText(event, stamp)!;
const unfold = (ics: string) => ics.replace(/\r\n /g, '');
const lines = (event: CalendarEvent) => unfold(text(event)).split('\r\n');

/** What an independent reader makes of it. */
const read = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const value = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name);
  return {
    value: (name: string) => value(calendar, name),
    events: calendar.getAllSubcomponents('vevent').map((component) => ({
      component,
      value: (name: string) => value(component, name),
      time: (name: string) => value(component, name) as ICAL.Time | null,
    })),
    zones: calendar.getAllSubcomponents('vtimezone').length,
  };
};
const only = (more: Partial<CalendarEvent> = {}) => read(text(event(more))).events[0]!;
const instant = (date: string, zone = 'Europe/Amsterdam') => toInstant(parsePartialDate(date)!, zone);

describe('an event in iCalendar', () => {
  it('is a calendar of one event, in the order and with the line ends of RFC 5545', () => {
    const ics = text(event({ end: '2021-09-17T11:00', timeZone: 'Europe/Amsterdam', sequence: 2, updated: '2021-09-01T08:00Z' }));
    expect(ics.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(ics.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
    expect(lines(event({ end: '2021-09-17T11:00', sequence: 2, updated: '2021-09-01T08:00Z' }))).to.deep.equal(
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//meedoen//meedoen//NL
CALSCALE:GREGORIAN
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:https://example.org/meedoen.json#s1
DTSTAMP:20210901T080000Z
DTSTART;TZID=Europe/Amsterdam:20210917T093000
DTEND;TZID=Europe/Amsterdam:20210917T110000
SUMMARY:Voorbeeldsessie
LAST-MODIFIED:20210901T080000Z
SEQUENCE:2
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
`.split('\n'),
    );
  });

  it('is made the same way every time', () => expect(text(event())).to.equal(text(event())));

  it('on a bare day is all day, with the end after the last one, and keeps nobody occupied', () => {
    expect(lines(event({ start: '2021-12-31' }))).to.include.members([
      'DTSTART;VALUE=DATE:20211231',
      'DTEND;VALUE=DATE:20220101',
      'TRANSP:TRANSPARENT',
    ]);
    expect(lines(event({ start: '2020-02-28', end: '2020-02-29' }))).to.include.members([
      'DTSTART;VALUE=DATE:20200228',
      'DTEND;VALUE=DATE:20200301',
    ]);
    expect(lines(event({ start: '2021-03-28', timeZone: 'Pacific/Apia' }))).to.include.members([
      'DTSTART;VALUE=DATE:20210328',
      'DTEND;VALUE=DATE:20210329',
    ]);
    expect(lines(event({ start: '2021-09-17', end: '2021-09-18T17:00' }))).to.include('DTEND;VALUE=DATE:20210919');
    expect(lines(event({ start: '2021-09-17', end: '2021-11' }))).to.include('DTEND;VALUE=DATE:20210918');
    expect(read(text(event({ start: '2021-12-31' }))).zones).to.equal(0);
  });

  it('without a known end has none, and no invented one', () => {
    expect(only().component.hasProperty('dtend')).to.equal(false);
    expect(only({ end: '2021-09-17' }).component.hasProperty('dtend')).to.equal(false);
    expect(only({ end: '2021-09-17T08:00' }).component.hasProperty('dtend')).to.equal(false);
    expect(only({ end: '2021-10' }).component.hasProperty('dtend')).to.equal(false);
    expect(only({ end: '2021-09-18' }).time('dtend')?.toString()).to.equal('2021-09-19T00:00:00');
  });

  it('in another zone, around a change of the clock and before the rules of today is written in UTC', () => {
    expect(lines(event({ timeZone: 'America/New_York' }))).to.include('DTSTART:20210917T133000Z');
    expect(lines(event({ start: '2021-10-31T02:30' }))).to.include('DTSTART:20211031T003000Z');
    expect(lines(event({ start: '2021-10-31T02:30+01:00' }))).to.include('DTSTART:20211031T013000Z');
    expect(lines(event({ start: '2021-03-28T02:30' }))).to.include('DTSTART:20210328T013000Z');
    expect(lines(event({ start: '1975-07-01T12:00' }))).to.include('DTSTART:19750701T110000Z');
    expect(read(text(event({ timeZone: 'Australia/Lord_Howe' }))).zones).to.equal(0);
  });

  it('says whether it goes on, and keeps its name when it does not', () => {
    for (const [status, expected] of [
      ['scheduled', 'CONFIRMED'],
      ['moved', 'CONFIRMED'],
      ['cancelled', 'CANCELLED'],
      ['postponed', 'CANCELLED'],
      [undefined, 'CONFIRMED'],
    ] as const) {
      expect(only({ status }).value('status'), status ?? 'none').to.equal(expected);
      expect(only({ status }).value('uid')).to.equal('https://example.org/meedoen.json#s1');
    }
  });

  it('names place, page, organiser and subjects', () => {
    const { value, component } = only({
      description: 'Kom ook.\nNeem een collega mee; graag.',
      location: 'Voorbeeldzaal, Utrecht',
      url: 'https://example.org/sessie?a=1;b=2,3',
      online: 'https://video.example.org/kamer',
      categories: ['Zie het talent', 'Werk, en meer', ''],
      organiser: { name: 'Netwerk "Meedoen"; ^regio', email: 'info@example.org' },
    });
    expect(value('description')).to.equal(
      'Kom ook.\nNeem een collega mee; graag.\n\nhttps://video.example.org/kamer\n\nhttps://example.org/sessie?a=1;b=2,3',
    );
    expect(value('location')).to.equal('Voorbeeldzaal, Utrecht');
    expect(value('url')).to.equal('https://example.org/sessie?a=1;b=2,3');
    expect(component.getFirstProperty('categories')!.getValues()).to.deep.equal(['Zie het talent', 'Werk, en meer']);
    expect(value('organizer')).to.equal('mailto:info@example.org');
    expect(component.getFirstProperty('organizer')!.getParameter('cn')).to.equal('Netwerk "Meedoen"; ^regio');
    expect(value('conference')).to.equal('https://video.example.org/kamer');
    expect(component.getFirstProperty('conference')!.getParameter('feature')).to.equal('VIDEO');
  });

  it('does not repeat an address that its description holds, and names an organiser without e-mail', () => {
    expect(only({ description: 'Zie https://example.org/', url: 'https://example.org/' }).value('description')).to.equal(
      'Zie https://example.org/',
    );
    expect(only({ url: 'https://example.org/', online: 'https://example.org/' }).value('description')).to.equal('https://example.org/');
    expect(only({ organiser: { name: 'PO-Raad' } }).value('contact')).to.equal('PO-Raad');
    expect(
      only({ organiser: { email: 'info@example.org' } })
        .component.getFirstProperty('organizer')!
        .getParameter('cn'),
    ).to.equal(undefined);
  });

  it('cannot be made to say something else by its texts', () => {
    const nasty = 'x\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTACH:y\u0000\u0007\u0085z';
    const { events } = read(
      text(
        event({
          title: nasty,
          location: nasty,
          uid: nasty,
          categories: [nasty],
          url: 'https://example.org/\r\nX-A:1',
          online: 'https://example.org/\nX-C:1',
          organiser: { name: nasty, email: 'a@example.org\r\nX-B:1' },
        }),
      ),
    );
    expect(events.length).to.equal(1);
    expect(events[0]!.component.getAllSubcomponents().length).to.equal(0);
    expect(events[0]!.value('summary')).to.equal('x\nEND:VEVENT\nBEGIN:VALARM\nATTACH:y\nz');
    for (const name of ['x-a', 'x-b', 'x-c', 'attach']) expect(events[0]!.component.hasProperty(name), name).to.equal(false);
  });
});

describe('lines', () => {
  const long = (unit: string) => event({ description: unit.repeat(200) });
  for (const unit of ['a', 'é', '€', '😀', '👩‍🦽', 'a😀', ' ', ',', 'ë;\\']) {
    it(`of “${unit}” are at most 75 octets, and no character is cut`, () => {
      const ics = text(long(unit));
      for (const line of ics.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).to.be.at.most(75);
        expect(line).not.to.match(/\p{Surrogate}/u);
      }
      expect(read(ics).events[0]!.value('description')).to.equal(unit.repeat(200));
    });
  }
});

describe('what has no day', () => {
  it('cannot be in a calendar', () => {
    for (const start of [undefined, 'binnenkort', '2021', '2021-09'])
      expect([calendarText(event({ start }), stamp), webCalendarUrls(event({ start }))], start).to.deep.equal([undefined, undefined]);
  });
});

describe('an independent reader', () => {
  const two = (n: number) => `${n}`.padStart(2, '0');
  const day = fc
    .record({ year: fc.integer({ min: 1997, max: 2036 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`);
  const changes = fc.constantFrom('2021-03-28', '2021-10-31', '2024-03-31', '2024-10-27', '2021-12-31', '2024-02-29');
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `T${two(hour)}:${two(minute)}`);
  const date = fc
    .tuple(fc.oneof(day, changes), fc.oneof(fc.constant(''), time), fc.constantFrom('', '', '', 'Z', '+01:00', '-03:30'))
    .map(([d, t, zone]) => d + t + (t && zone));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const words = fc.string({ unit: 'grapheme', maxLength: 120 });
  const events = fc.record({
    uid: fc.uuid(),
    title: words,
    start: date,
    end: maybe(date),
    timeZone: maybe(fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu')),
    status: maybe(fc.constantFrom('scheduled' as const, 'cancelled' as const)),
    sequence: maybe(fc.nat(99)),
    updated: maybe(date),
    description: maybe(words),
    location: maybe(fc.string({ unit: 'binary', maxLength: 60 })),
    categories: maybe(fc.array(words, { maxLength: 3 })),
    organiser: maybe(fc.record({ name: maybe(words), email: maybe(fc.constant('info@example.org')) })),
    online: maybe(fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href)),
  });
  const cleaned = (value: string | undefined) =>
    (value ?? '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]/g, '') || null; // eslint-disable-line no-control-regex

  it('gets back everything that was put in, for generated events', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(events, (given) => {
        const { value, time, component } = read(text(given)).events[0]!;
        const {
          title,
          start,
          end,
          timeZone = 'Europe/Amsterdam',
          location,
          uid,
          status,
          sequence,
          updated,
          categories,
          organiser,
          online,
          description,
        } = given;
        const period = periodOf(start, end, timeZone)!;
        expect(value('uid')).to.equal(uid);
        expect(value('summary')).to.equal(cleaned(title));
        expect(value('location')).to.equal(cleaned(location));
        const links = online && !description?.includes(online) ? [online] : [];
        expect(value('description')).to.equal(cleaned([description, ...links].filter(Boolean).join('\n\n')));
        expect(value('conference')).to.equal(online ?? null);
        expect(value('sequence') ?? 0).to.equal(sequence ?? 0);
        expect(value('status')).to.equal(status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED');
        expect(time('dtstamp')!.toUnixTime() * 1000).to.equal(updated ? instant(updated) : stamp);
        expect(component.getFirstProperty('categories')?.getValues() ?? []).to.deep.equal((categories ?? []).filter(Boolean).map(cleaned));
        if (organiser?.email) expect(component.getFirstProperty('organizer')!.getParameter('cn') ?? null).to.equal(cleaned(organiser.name));
        const [from, until] = [time('dtstart')!, time('dtend')];
        expect(from.isDate).to.equal(period.precision === 'day');
        if (period.precision === 'day') {
          expect(from.toString()).to.equal(start);
          const last = period.endPrecision ? period.end - 1 : period.start;
          expect(instant(`${until!.toString()}`, timeZone))
            .to.be.above(last)
            .and.at.most(last + 25 * 36e5);
        } else {
          expect(from.toUnixTime() * 1000).to.equal(period.start);
          if (period.endPrecision === 'time') expect(until!.toUnixTime() * 1000).to.equal(period.end);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a link to a web calendar', () => {
  const parameters = (url: string | undefined) => Object.fromEntries(new URL(url!).searchParams);
  const google = (event: CalendarEvent) => webCalendarUrls(event)?.google;
  const outlook = (event: CalendarEvent) => webCalendarUrls(event)?.outlook;
  const rich = event({
    end: '2021-09-17T11:00',
    title: 'Één & ander + "meer" #1',
    location: 'Zaal 1, Utrecht',
    description: 'Kom ook\nmee',
    url: 'https://example.org/s1',
  });

  it('fills in Google’s form', () => {
    expect(parameters(google(rich))).to.deep.equal({
      action: 'TEMPLATE',
      text: 'Één & ander + "meer" #1',
      dates: '20210917T073000Z/20210917T090000Z',
      details: 'Kom ook\nmee\n\nhttps://example.org/s1',
      location: 'Zaal 1, Utrecht',
    });
    expect(parameters(google(event())).dates).to.equal('20210917T073000Z/20210917T073000Z');
    expect(parameters(google(event({ start: '2021-12-31' }))).dates).to.equal('20211231/20220101');
  });

  it('fills in Outlook’s form, with spaces that stay spaces', () => {
    const url = outlook(rich)!;
    expect(url).not.to.contain('+');
    expect(parameters(url)).to.include({
      subject: 'Één & ander + "meer" #1',
      startdt: '2021-09-17T07:30:00Z',
      enddt: '2021-09-17T09:00:00Z',
      location: 'Zaal 1, Utrecht',
    });
    expect(new URL(url).host).to.equal('outlook.office.com');
    expect(parameters(outlook(event({ start: '2021-12-31' }))))
      .to.include({ startdt: '2021-12-31', allday: 'true' })
      .and.not.have.property('enddt');
    expect(parameters(outlook(event({ start: '2021-12-30', end: '2021-12-31' })))).to.include({
      startdt: '2021-12-30',
      enddt: '2022-01-01',
    });
    expect(parameters(outlook(event()))).not.to.have.property('enddt');
  });

  it('keeps lines and signs in the text for Outlook, which reads HTML', () => {
    const { body } = parameters(
      outlook(event({ description: 'Loon <minimum> & meer\r\nTweede regel', url: 'https://example.org/?a=1&b=2' })),
    );
    const text = new DOMParser().parseFromString(body!, 'text/html');
    expect(text.querySelectorAll('body > *:not(br)').length).to.equal(0);
    for (const br of text.querySelectorAll('br')) br.replaceWith('\n');
    expect(text.body.textContent).to.equal('Loon <minimum> & meer\nTweede regel\n\nhttps://example.org/?a=1&b=2');
  });

  it('is for the right instant from every zone, over several days and as days', () => {
    const abroad = event({ start: '2021-11-07T01:30', end: '2021-11-07T03:00', timeZone: 'America/New_York' });
    expect(parameters(google(abroad)).dates).to.equal('20211107T053000Z/20211107T080000Z');
    expect(parameters(outlook(abroad))).to.include({ startdt: '2021-11-07T05:30:00Z', enddt: '2021-11-07T08:00:00Z' });
    // the end is exclusive in both
    const days = event({ start: '2021-10-30', end: '2021-11-01' });
    expect(parameters(google(days)).dates).to.equal('20211030/20211102');
    expect(parameters(outlook(days))).to.include({ startdt: '2021-10-30', enddt: '2021-11-02', allday: 'true' });
    for (const url of [google(abroad), outlook(abroad), google(days), outlook(days)])
      expect(url, 'encoded').to.match(/^https:\/\/[\w.]+\/[\w/]+\?[\w%./&=~!*'()-]+$/);
  });

  it('stays short enough to be followed, and keeps the addresses', () => {
    const url = google(event({ description: '😀'.repeat(5000), url: 'https://example.org/s1' }))!;
    expect(parameters(url).details).to.match(/^(😀){500}…\n\nhttps:\/\/example\.org\/s1$/u);
    expect(parameters(google(event({ description: `a${'😀'.repeat(5000)}` }))).details).to.match(/^a(😀){499}…$/u);
  });
});
