/** The calendar's rules without a screen: what has been, what can be signed up for, and what stands where. */
import { expect } from '@open-wc/testing';
import { parseToday } from '../../src/dates/now.ts';
import { groupByMonth, windowOf } from '../../src/elements/session-calendar/agenda.ts';
import { hasTurned } from '../../src/elements/session-calendar/minute.ts';
import { indexByMonth, planFor } from '../../src/elements/session-calendar/month-index.ts';
import { mergeFeeds, type SessionItem } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { agendaOf, sessionPhase, signUpOf } from '../../src/feed/sessions.ts';

const at = (text: string): number => parseToday(text)!;
const sessionsOf = (...sessions: object[]): readonly SessionItem[] => {
  const feed = { meedoen: 1, sessions: sessions.map((session, n) => ({ id: `s${n}`, title: `S${n}`, ...session })) };
  return mergeFeeds([{ url: 'https://example.org/meedoen.json', feed: readFeedNow(feed).feed! }], 0).sessions;
};
const one = (session: object): SessionItem => sessionsOf(session)[0]!;
const ids = (sessions: readonly SessionItem[]): string => sessions.map(({ id }) => id).join(' ');

describe('when a session has been', () => {
  const cases: [string, object, string, string][] = [
    ['a day without a time is to come until it is over', { start: '2021-09-20' }, '2021-09-20T23:59', 'upcoming'],
    ['… and has been after midnight', { start: '2021-09-20' }, '2021-09-21', 'past'],
    ['a month is to come until it is over', { start: '2021-09' }, '2021-09-30T23:00', 'upcoming'],
    ['… and has been after it', { start: '2021-09' }, '2021-10-01', 'past'],
    ['a year too', { start: '2021' }, '2021-12-31T23:59', 'upcoming'],
    ['a time with an end is on until then', { start: '2021-09-20T09:30', end: '2021-09-20T11:00' }, '2021-09-20T10:59', 'now'],
    ['… and not after it', { start: '2021-09-20T09:30', end: '2021-09-20T11:00' }, '2021-09-20T11:00', 'past'],
    ['without a date nobody knows', {}, '2021-09-20', 'unknown'],
    ['without a start, an end that has passed makes it past', { end: '2020' }, '2021-01-01', 'past'],
    ['… and one to come does not', { end: '2022' }, '2021-01-01', 'unknown'],
    ['without a date, outcomes tell that it has been', { outcomes: ['Gelukt'] }, '2021-01-01', 'past'],
    ['what was postponed has not been when its old day is over', { start: '2021-09-01', status: 'postponed' }, '2021-09-20', 'unknown'],
    ['in its own zone', { start: '2021-09-20T20:00', end: '2021-09-20T21:00', timeZone: 'America/New_York' }, '2021-09-21T02:30', 'now'],
    ['on the night the clock goes back', { start: '2021-10-31T01:30', end: '2021-10-31T03:30' }, '2021-10-31T02:30', 'now'],
  ];
  for (const [name, session, now, phase] of cases) it(name, () => void expect(sessionPhase(one(session), at(now))).to.equal(phase));
});

describe('signing up', () => {
  const day = '2021-09-24T09:30';
  const cases: [string, object, string, string][] = [
    ['is open when nothing says otherwise', { start: day }, '2021-09-20', 'open'],
    ['is open for what has no date yet', {}, '2021-09-20', 'open'],
    ['opens later', { start: day, registration: { opens: '2021-09-22' } }, '2021-09-21T23:59', 'later'],
    ['opens on the first moment of that day', { start: day, registration: { opens: '2021-09-22' } }, '2021-09-22', 'open'],
    ['closes at the end of a day', { start: day, registration: { closes: '2021-09-22' } }, '2021-09-22T23:59', 'open'],
    ['is closed after it', { start: day, registration: { closes: '2021-09-22' } }, '2021-09-23', 'closed'],
    ['closes at a time', { start: day, registration: { closes: '2021-09-22T17:00' } }, '2021-09-22T17:00', 'closed'],
    ['is full when the feed says so', { start: day, registration: { full: true } }, '2021-09-20', 'full'],
    ['is full without places left', { start: day, registration: { capacity: 3, left: 0 } }, '2021-09-20', 'full'],
    ['is over once it has begun', { start: day, end: '2021-09-24T11:00' }, '2021-09-24T09:30', 'none'],
    ['is over when cancelled', { start: day, status: 'cancelled' }, '2021-09-20', 'none'],
    ['waits when postponed', { start: day, status: 'postponed' }, '2021-09-20', 'none'],
    ['goes on when moved', { start: day, status: 'moved' }, '2021-09-20', 'open'],
  ];
  for (const [name, session, now, state] of cases) it(name, () => void expect(signUpOf(one(session), at(now))).to.equal(state));
});

describe('from one moment to the next', () => {
  const sessions = sessionsOf(
    { start: '2021-10-20T09:30', end: '2021-10-20T11:00' },
    { start: '2021-10-20T09:30', timeZone: 'America/New_York' },
    { start: '2021-10-20', end: '2021-10-22' },
    { start: '2021-10-31T02:30', end: '2021-10-31T02:45' },
    { start: '2021-10', registration: { opens: '2021-10-05', closes: '2021-10-15' } },
    { start: '2021-11-01T10:00', registration: { opens: '2021-10-05T09:00', closes: '2021-10-15T17:00', capacity: 3 } },
    { start: '2021-10-12', status: 'postponed' },
    { end: '2021-10-12' },
    { start: '2020-10-12' },
    {},
  );
  const QUARTER = 15 * 60_000;

  it('a session has turned whenever its phase or signing up is another, and hardly ever else', () => {
    let turned = 0;
    for (const session of sessions) {
      for (let now = at('2021-09-28'); now < at('2021-11-03'); now += QUARTER) {
        const says = (then: number): string => `${sessionPhase(session, then)} ${signUpOf(session, then)}`;
        const has = hasTurned(session, now - QUARTER, now);
        if (says(now) !== says(now - QUARTER)) expect(has, `${session.id} at ${new Date(now).toISOString()}`).to.equal(true);
        turned += +has;
      }
    }
    expect(turned).to.be.within(sessions.length, sessions.length * 6);
  });

  it('a session turns too when it comes near, and when the way in is shown', () => {
    const session = one({ start: '2021-10-20T09:30', end: '2021-10-20T11:00' });
    const turns = (text: string): boolean => hasTurned(session, at(text) - 1, at(text));
    expect(['2021-10-06T09:30', '2021-10-20T08:30', '2021-10-20T09:30', '2021-10-20T11:00'].map(turns)).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect(['2021-10-07T09:30', '2021-10-20T08:31', '2021-10-20T10:00', '2021-10-20T11:01'].map(turns)).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the agenda', () => {
  const sessions = sessionsOf(
    { start: '2021' },
    {},
    { start: '2021-10' },
    { start: '2021-10-04' },
    { start: '2021-10-04T09:00' },
    { start: '2021-09-01' },
    { start: '2020' },
    { start: '2021-08' },
  );

  it('puts what is to come in order, and what is known less precisely after the days it may be', () => {
    expect(ids(agendaOf(sessions, 'upcoming', at('2021-09-20')))).to.equal('s3 s4 s2 s0 s1');
  });

  it('puts what has been the other way round', () => {
    expect(ids(agendaOf(sessions, 'past', at('2021-09-20')))).to.equal('s5 s7 s6');
  });

  it('shows all from the first to the last', () => {
    expect(ids(agendaOf(sessions, 'all', at('2021-09-20')))).to.equal('s6 s7 s5 s3 s4 s2 s0 s1');
  });

  it('has one heading for each month, one for a year without a month, and one for no date', () => {
    const now = at('2021-09-20');
    const groups = groupByMonth(agendaOf(sessions, 'all', now), now);
    expect(groups.map(({ key, past }) => `${key}${past ? '!' : ''}`)).to.deep.equal([
      '2020!',
      '2021-08!',
      '2021-09!',
      '2021-10',
      '2021',
      '',
    ]);
  });

  it('shows a page around today, longer at either end when asked', () => {
    expect(windowOf(50, 20, 10)).to.deep.equal({ first: 20, last: 30 });
    expect(windowOf(50, 20, 10, 10, 5)).to.deep.equal({ first: 10, last: 35 });
    expect(windowOf(50, 20, 10, 99, 99)).to.deep.equal({ first: 0, last: 50 });
    expect(windowOf(50, 50, 10), 'all has been: the last page').to.deep.equal({ first: 40, last: 50 });
    expect(windowOf(3, 0, 10)).to.deep.equal({ first: 0, last: 3 });
    expect(windowOf(3, 2, Infinity)).to.deep.equal({ first: 0, last: 3 });
  });
});

describe('the month', () => {
  it('has a session of several days on each of them, also over the end of a month or year', () => {
    const { months } = indexByMonth(sessionsOf({ start: '2021-12-30', end: '2022-01-02' }));
    expect([...months.get('2021-12')!.days.keys()]).to.deep.equal(['2021-12-30', '2021-12-31']);
    expect([...months.get('2022-01')!.days.keys()]).to.deep.equal(['2022-01-01', '2022-01-02']);
    expect(months.get('2021-12')!.sessions).to.have.length(1);
  });

  it('goes by the session’s own clock, wherever the visitor is', () => {
    const { months } = indexByMonth(
      sessionsOf(
        { start: '2021-09-30T23:30', timeZone: 'America/New_York' },
        { start: '2021-10-01T00:15:00+02:00' },
        { start: '2024-02-29' },
      ),
    );
    expect(months.get('2021-09')!.days.has('2021-09-30')).to.be.true;
    expect(months.get('2021-10')!.days.has('2021-10-01')).to.be.true;
    expect(months.get('2024-02')!.days.has('2024-02-29')).to.be.true;
  });

  it('puts a month in order when it is asked for, whatever the feed’s', () => {
    const starts = ['2021-09-17T14:00', '2021-09-03', '2021-09-17T09:30', '2021-09', '2021-09-17'];
    const plan = planFor(indexByMonth(sessionsOf(...starts.map((start) => ({ start })))), '2021-09')!;
    expect(plan.sessions.map(({ start }) => start)).to.deep.equal([
      '2021-09-03',
      '2021-09-17',
      '2021-09-17T09:30',
      '2021-09-17T14:00',
      '2021-09',
    ]);
    expect(plan.days.get('2021-09-17')!.map(({ start }) => start)).to.deep.equal(['2021-09-17', '2021-09-17T09:30', '2021-09-17T14:00']);
  });

  it('keeps what has no day off the days', () => {
    const { months, years, undated } = indexByMonth(sessionsOf({ start: '2021-09', end: '2021-11' }, { start: '2021' }, {}));
    expect([...months.keys()]).to.deep.equal(['2021-09', '2021-10', '2021-11']);
    for (const plan of months.values()) expect([plan.loose.length, plan.days.size]).to.deep.equal([1, 0]);
    expect(ids(years.get('2021')!)).to.equal('s1');
    expect(ids(undated)).to.equal('s2');
  });

  it('is not taken down by a mistyped end', () => {
    const { months } = indexByMonth(sessionsOf({ start: '2021-09-01', end: '9021-09-01' }, { start: '2021-09', end: '9999-12' }));
    expect(months.size).to.be.at.most(24);
  });
});
