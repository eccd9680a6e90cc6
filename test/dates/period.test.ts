import { expect } from '@open-wc/testing';
import { periodOf, phaseOf, sortKey } from '../../src/dates/period.ts';
import { DEFAULT_ZONE } from '../../src/dates/zone.ts';

const iso = (ms: number) => new Date(ms).toISOString().replace(':00.000Z', 'Z');
const period = (start?: string, end?: string, zone = DEFAULT_ZONE) => {
  const found = periodOf(start, end, zone);
  return found && { ...found, start: iso(found.start), begun: iso(found.begun), end: iso(found.end) };
};
const phase = (start: string | undefined, end: string | undefined, now: string, zone = DEFAULT_ZONE) =>
  phaseOf(periodOf(start, end, zone), Date.parse(now));

describe('a period', () => {
  it('does not exist without a date', () => {
    expect(periodOf(undefined, undefined, DEFAULT_ZONE)).to.equal(undefined);
    expect(periodOf(undefined, '2021-09-17', DEFAULT_ZONE)).to.equal(undefined);
    expect(periodOf('binnenkort', undefined, DEFAULT_ZONE)).to.equal(undefined);
  });

  it('without an end lasts until the end of its day, month or year', () => {
    expect(period('2021')).to.deep.equal({
      start: '2020-12-31T23:00Z',
      begun: '2021-12-31T23:00Z',
      end: '2021-12-31T23:00Z',
      precision: 'year',
    });
    expect(period('2021-12')).to.include({ start: '2021-11-30T23:00Z', end: '2021-12-31T23:00Z', precision: 'month' });
    expect(period('2021-12-31')).to.include({ start: '2021-12-30T23:00Z', end: '2021-12-31T23:00Z', precision: 'day' });
    expect(period('2021-09-17T09:30')).to.deep.equal({
      start: '2021-09-17T07:30Z',
      begun: '2021-09-17T07:30Z',
      end: '2021-09-17T22:00Z',
      precision: 'time',
    });
  });

  it('on the days on which the clock changes lasts 23 or 25 hours', () => {
    expect(period('2021-03-28')).to.include({ start: '2021-03-27T23:00Z', end: '2021-03-28T22:00Z' });
    expect(period('2021-10-31')).to.include({ start: '2021-10-30T22:00Z', end: '2021-10-31T23:00Z' });
    expect(period('2021-10-31T09:30')).to.include({ end: '2021-10-31T23:00Z' });
  });

  it('ends with the day in its own zone', () => {
    expect(period('2021-09-17', undefined, 'Pacific/Apia')).to.include({ start: '2021-09-16T11:00Z', end: '2021-09-17T11:00Z' });
    // 23.30 in New York is the next day in the Netherlands, and it is the session's zone that counts
    expect(period('2021-09-17T23:30-04:00')).to.include({ start: '2021-09-18T03:30Z', end: '2021-09-18T22:00Z' });
    expect(period('2021-09-17T23:30-04:00', undefined, 'America/New_York')).to.include({ end: '2021-09-18T04:00Z' });
  });

  it('has an end that includes the last day, month or year', () => {
    expect(period('2021-07-09', '2021-07-12')).to.include({ end: '2021-07-12T22:00Z', endPrecision: 'day' });
    expect(period('2021-07-09', '2021-07-09')).to.include({ end: '2021-07-09T22:00Z' });
    expect(period('2020-02-28', '2020-02-29')).to.include({ end: '2020-02-29T23:00Z' });
    expect(period('2021-09', '2021-11')).to.include({ end: '2021-11-30T23:00Z', begun: '2021-09-30T22:00Z', endPrecision: 'month' });
    expect(period('2021', '2022')).to.include({ end: '2022-12-31T23:00Z' });
  });

  it('has an end at the minute when that is known', () => {
    expect(period('2021-09-17T09:30', '2021-09-17T11:00')).to.include({ end: '2021-09-17T09:00Z', endPrecision: 'time' });
    expect(period('2021-09-17T20:00', '2021-09-18T00:00')).to.include({ end: '2021-09-17T22:00Z' });
    expect(period('2021-09-17', '2021-09-17T17:00')).to.include({ end: '2021-09-17T15:00Z', begun: '2021-09-17T15:00Z' });
  });

  it('is read without an end that does not lie after the start, and says so', () => {
    for (const [start, end] of [
      ['2021-09-17', '2021-09-16'],
      ['2021-09-17T09:30', '2021-09-17T09:00'],
      ['2021-09-17T09:30', '2021-09-17T09:30'],
      ['2021-09', '2021-08'],
      ['2021', '2020-12-31'],
      ['2021-09-17', 'later'],
    ] as const) {
      expect(period(start, end), `${start} ${end}`).to.deep.equal({ ...period(start), endIgnored: true });
    }
    expect(period('2021-09-17T09:30', '2021-09-17')).not.to.have.property('endIgnored');
    expect(period('2021-09-17', '2021-09')).not.to.have.property('endIgnored');
  });
});

describe('where a session lies from now', () => {
  it('is unknown without a date', () => expect(phase(undefined, undefined, '2021-09-17T00:00Z')).to.equal('unknown'));

  it('with times: upcoming, now and past to the minute', () => {
    const at = (now: string) => phase('2021-09-17T09:30', '2021-09-17T11:00', now);
    expect(at('2021-09-17T07:29:59Z')).to.equal('upcoming');
    expect(at('2021-09-17T07:30:00Z')).to.equal('now');
    expect(at('2021-09-17T08:59:59Z')).to.equal('now');
    expect(at('2021-09-17T09:00:00Z')).to.equal('past');
  });

  it('with a time but no end: now until its day is over', () => {
    const at = (now: string) => phase('2021-09-17T09:30', undefined, now);
    expect(at('2021-09-17T21:59:59Z')).to.equal('now');
    expect(at('2021-09-17T22:00:00Z')).to.equal('past');
  });

  it('without a time: upcoming until its day, month or year is over', () => {
    expect(phase('2021-09-17', undefined, '2021-09-17T21:59:59Z')).to.equal('upcoming');
    expect(phase('2021-09-17', undefined, '2021-09-17T22:00:00Z')).to.equal('past');
    expect(phase('2021-09', undefined, '2021-09-30T21:59:59Z')).to.equal('upcoming');
    expect(phase('2021-09', undefined, '2021-09-30T22:00:00Z')).to.equal('past');
    expect(phase('2021', undefined, '2021-12-31T22:59:59Z')).to.equal('upcoming');
  });

  it('over several days: now from the second day, when it has certainly begun', () => {
    const at = (now: string) => phase('2021-07-09', '2021-07-12', now);
    expect(at('2021-07-09T20:00Z')).to.equal('upcoming');
    expect(at('2021-07-09T22:00Z')).to.equal('now');
    expect(at('2021-07-12T21:59Z')).to.equal('now');
    expect(at('2021-07-12T22:00Z')).to.equal('past');
  });

  it('is counted in the zone of the session', () => {
    expect(phase('2021-09-17', undefined, '2021-09-17T12:00Z', 'Pacific/Apia')).to.equal('past');
    expect(phase('2021-09-17', undefined, '2021-09-17T23:00Z', 'America/New_York')).to.equal('upcoming');
  });
});

describe('the order of an agenda', () => {
  it('is by start; a bare day before its times, a bare month after its days, a bare year after its months, no date last', () => {
    const order = [
      '2020',
      '2021-08-31T23:59',
      '2021-09-01',
      '2021-09-17',
      '2021-09-17T00:00',
      '2021-09-17T09:30',
      '2021-09-30T23:59',
      '2021-09',
      '2021-10-01',
      '2021-12-31T23:59',
      '2021-12',
      '2021',
      '2022-01-01',
      undefined,
    ];
    const shuffled = [...order].reverse();
    const key = (start?: string) => sortKey(periodOf(start, undefined, DEFAULT_ZONE));
    // the whole day and its midnight are the same instant
    const sorted = shuffled.sort((a, b) => key(a) - key(b)).filter((text) => text !== '2021-09-17T00:00');
    expect(sorted).to.deep.equal(order.filter((text) => text !== '2021-09-17T00:00'));
    expect(key('2021-09-17')).to.equal(key('2021-09-17T00:00'));
  });
});
