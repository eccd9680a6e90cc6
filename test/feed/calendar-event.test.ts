/** A session on its way into a calendar, whole: from the feed through the reader into a file, and what another reader gets out of that. */
import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { calendarText } from '../../src/dates/ical.ts';
import { parsePartialDate } from '../../src/dates/partial.ts';
import { toInstant } from '../../src/dates/zone.ts';
import { calendarEventOf } from '../../src/feed/calendar-event.ts';
import { mergeFeeds, type SessionItem } from '../../src/feed/merge.ts';
import { readFeed } from '../../src/feed/read.ts';

const STAMP = Date.UTC(2021, 8, 20, 12);

async function sessionsOf(feed: unknown, base = 'https://example.org/meedoen.json'): Promise<readonly SessionItem[]> {
  const result = await readFeed(feed, { source: 'test', base });
  return mergeFeeds([{ url: base, feed: result.feed! }], STAMP).sessions;
}

/** What ical.js, which is not ours, finds in the file of a session. */
function reread(session: SessionItem, categories: readonly string[] = []) {
  const text = calendarText(calendarEventOf(session, categories), STAMP);
  if (text === undefined) return undefined;
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length, line).to.be.at.most(75);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  expect(more).to.deep.equal([]);
  return {
    value: (name: string) => event!.getFirstPropertyValue(name) as string | null,
    time: (name: string) => event!.getFirstPropertyValue(name) as ICAL.Time | null,
    zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
    tzids: [...new Set(['dtstart', 'dtend'].map((name) => event!.getFirstProperty(name)?.getParameter('tzid')).filter(Boolean))],
  };
}

/** Holds a file against the session it was made of. */
function same(session: SessionItem): void {
  const { id, title, start, end, status, sequence = 0, location, online, url, summary, timeZone = 'Europe/Amsterdam' } = session;
  const read = reread(session)!;
  expect(read, id).to.not.equal(undefined);
  expect(read.value('uid'), id).to.equal(session.key);
  expect(read.value('summary')).to.equal(title);
  expect(read.value('location')).to.equal([location?.name, location?.address].filter(Boolean).join(', ') || null);
  expect(read.value('conference')).to.equal(online?.url ?? null);
  expect(read.value('url')).to.equal(url ?? null);
  expect(read.value('sequence') ?? 0).to.equal(sequence);
  expect(read.value('status')).to.equal(status === 'cancelled' || status === 'postponed' ? 'CANCELLED' : 'CONFIRMED');
  if (summary) expect(read.value('description')).to.contain(summary);
  // each TZID has its rules in the file
  expect(read.zones).to.deep.equal(read.tzids);
  const from = read.time('dtstart')!;
  const partial = parsePartialDate(start)!;
  if (partial.precision === 'day') expect([from.isDate, from.toString()]).to.deep.equal([true, start]);
  else {
    expect(from.toUnixTime() * 1000, `${id} starts`).to.equal(toInstant(partial, timeZone));
    const until = parsePartialDate(end);
    if (until?.precision === 'time' && toInstant(until, timeZone) > toInstant(partial, timeZone))
      expect(read.time('dtend')!.toUnixTime() * 1000, `${id} ends`).to.equal(toInstant(until, timeZone));
  }
}

describe('a session in a calendar', () => {
  it('comes out as it went in, for every dated session of the demo', async () => {
    const response = await fetch(new URL('../../demo/meedoen.json', import.meta.url));
    const sessions = await sessionsOf(await response.json(), response.url);
    const dated = sessions.filter(({ start }) => parsePartialDate(start)?.day);
    expect(dated.length).to.be.at.least(4);
    dated.forEach(same);
    for (const session of sessions.filter((one) => !dated.includes(one))) expect(reread(session), session.id).to.equal(undefined);
  });

  it('does so in every zone, around every change of the clock, at midnight, at the end of a year and on a leap day', async () => {
    const zones = ['Europe/Amsterdam', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const starts = [
      ['2021-03-28T02:30', '2021-03-28T04:00'], // an hour that is not there
      ['2021-10-31T02:30', '2021-10-31T03:30'], // one that is there twice
      ['2021-11-07T01:30', '2021-11-07T03:00'],
      ['2021-12-31T23:00', '2022-01-01T01:00'],
      ['2021-09-17T00:00', '2021-09-18T00:00'],
      ['2024-02-29T09:30', '2024-02-29T11:00'],
      ['2024-02-29', '2024-03-01'],
      ['2021-09-17T11:00', '2021-09-17T09:30'], // an end before the start
      ['2021-09-17T09:30+05:30', undefined],
    ];
    const statuses = ['scheduled', 'cancelled', 'postponed', 'moved'];
    const sessions = await sessionsOf({
      meedoen: 1,
      sessions: zones.flatMap((timeZone) =>
        starts.map(([start, end], at) => ({
          id: `${timeZone}-${at}`,
          title: `Zitting; met, tekens\\ en “${'ruimte '.repeat(at)}” 👩‍🦽`,
          start,
          end,
          timeZone,
          status: statuses[at % 4],
          sequence: at,
          summary: 'Eerste regel.\nTweede regel.',
          location: { name: 'Zaal', address: 'Straat 1, Plaats' },
          online: { url: 'https://example.org/mee?a=1;b=2,3' },
          url: `https://example.org/sessies/${at}`,
        })),
      ),
    });
    expect(sessions.length).to.equal(zones.length * starts.length);
    sessions.forEach(same);
  });

  it('keeps its name in calendars when everything else changes', async () => {
    const [before] = await sessionsOf({ meedoen: 1, sessions: [{ id: 'a', title: 'Eerst', start: '2021-10-01T10:00' }] });
    const [after] = await sessionsOf({
      meedoen: 1,
      sessions: [{ id: 'a', title: 'Later', start: '2021-10-08', status: 'moved', previousStart: '2021-10-01T10:00', sequence: 1 }],
    });
    expect(reread(after!)!.value('uid')).to.equal(reread(before!)!.value('uid'));
    expect([before, after].map((session) => reread(session!)!.value('sequence') ?? 0)).to.deep.equal([0, 1]);
  });
});
