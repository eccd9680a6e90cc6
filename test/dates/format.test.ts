import { expect } from '@open-wc/testing';
import {
  formatDate,
  formatElsewhere,
  formatTime,
  monthsSince,
  relativeDays,
  weekdayNames,
  writeOthers,
  writing,
} from '../../src/dates/format.ts';
import { dutch } from '../../src/dates/dutch.ts';
import { intl } from '../../src/dates/intl.ts';
import { formatPeriod } from '../../src/dates/format-period.ts';
import { DEFAULT_ZONE } from '../../src/dates/zone.ts';

/** Browsers differ in the kinds of spaces, and around a dash in whether there are any. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/ ?– ?/g, ' – ');
const date = (text: string, locale = 'nl', style = {}) => plain(formatDate(text, locale, style));
const period = (start: string, end?: string, style = {}, locale = 'nl', zone = DEFAULT_ZONE) => {
  const found = formatPeriod(start, end, zone, locale, style);
  return found && { ...found, date: plain(found.date), time: plain(found.time) };
};
before(() => writeOthers(intl));

const full = { weekday: 'long' };

describe('a date in words', () => {
  it('is as precise as it is known, never more', () => {
    expect(date('2021', 'nl', full)).to.equal('2021');
    expect(date('2021-09', 'nl', full)).to.equal('september 2021');
    expect(date('2021-09-17', 'nl', full)).to.equal('vrijdag 17 september 2021');
    expect(date('2021-09-17T09:30', 'nl', full)).to.equal('vrijdag 17 september 2021');
  });

  it('is written short, without weekday or without year when asked', () => {
    expect(date('2021-09-17')).to.equal('17 september 2021');
    expect(date('2021-09-17', 'nl', { year: false })).to.equal('17 september');
    expect(date('2021-09', 'nl', { year: false })).to.equal('september');
    expect(date('2021', 'nl', { year: false })).to.equal('2021');
  });

  it('is written in the language of the page', () => {
    expect(date('2021-09-17', 'en-GB', full)).to.match(/^Friday,? 17 September 2021$/);
    expect(date('2021-09-17', 'en-US', full)).to.equal('Friday, September 17, 2021');
    expect(date('2021-09-17', 'nl-BE', full)).to.equal('vrijdag 17 september 2021');
    expect(date('2021-09-17', 'nl-u-ca-buddhist')).to.equal('17 september 2021'); // the calendar of the months shown
  });

  it('is the day in the zone of the session, when it was written with another offset', () => {
    expect(date('2021-09-17T23:30-04:00')).to.equal('18 september 2021');
    expect(date('2021-09-17T23:30-04:00', 'nl', { zone: 'America/New_York' })).to.equal('17 september 2021');
  });

  it('leaves alone what is no date', () => expect(date('binnenkort')).to.equal('binnenkort'));

  it('knows leap days and far years', () => {
    expect(date('2020-02-29', 'nl', full)).to.equal('zaterdag 29 februari 2020');
    expect(date('9999-12-31')).to.equal('31 december 9999');
    expect(date('0001-01')).to.equal('januari 1');
  });
});

describe('Dutch, which is written without Intl', () => {
  it('is what Intl writes, on every day of a leap year', () => {
    for (const fields of ['Wd', 'WdMy', 'dMy', 'dM', 'My', 'M', 'y', 'W', 'w'])
      for (let day = 0; day < 366; day++) {
        const utc = Date.UTC(2024, 0, 1 + day, 12);
        expect(dutch.date(utc, fields, 'nl')).to.equal(intl.date(utc, fields, 'nl'));
      }
  });

  it('says how far away something is as Intl does', () => {
    const values = { minute: [1, 2, 60], day: [0, 1, 2, 3, 13], week: [2, 10] };
    for (const unit of ['minute', 'day', 'week'] as const)
      for (const value of values[unit]) expect(dutch.relative(value, unit, 'nl')).to.equal(intl.relative(value, unit, 'nl'));
  });

  it('joins words as Intl does', () => {
    for (const words of [[], ['po'], ['po', 'vo'], ['po', 'vo', 'mbo', 'ho']])
      expect(dutch.list(words, 'nl')).to.equal(intl.list(words, 'nl'));
  });
});

describe('a time in words', () => {
  it('has a point and no leading zero in Dutch', () => {
    expect(formatTime('2021-09-17T09:30', 'nl')).to.equal('9.30');
    expect(formatTime('2021-09-17T00:05', 'nl-BE')).to.equal('0.05');
    expect(formatTime('2021-09-17T14:00', 'nl')).to.equal('14.00');
  });

  it('has a colon in English, and the habits of its countries', () => {
    expect(formatTime('2021-09-17T09:30', 'en-GB')).to.equal('9:30');
    expect(formatTime('2021-09-17T00:05', 'en-GB')).to.equal('0:05');
    expect(formatTime('2021-09-17T14:00', 'en-GB')).to.equal('14:00');
    expect(plain(formatTime('2021-09-17T14:00', 'en-US'))).to.equal('2:00 PM');
  });

  it('is not there when it is not known', () => {
    for (const text of ['2021', '2021-09', '2021-09-17', '', 'ochtend']) expect(formatTime(text, 'nl')).to.equal('');
  });

  it('is that of the session’s zone, when it was written with another offset', () => {
    expect(formatTime('2021-09-17T07:30Z', 'nl')).to.equal('9.30');
    expect(formatTime('2021-12-17T07:30Z', 'nl')).to.equal('8.30');
    expect(formatTime('2021-09-17T07:30Z', 'nl', 'America/New_York')).to.equal('3.30');
  });
});

describe('a period in words', () => {
  it('on one day is a date and a time from – to', () => {
    expect(period('2021-09-17T09:30', '2021-09-17T11:00', full)).to.deep.equal({ date: 'vrijdag 17 september 2021', time: '9.30 – 11.00' });
    expect(period('2021-09-17T09:30', undefined, full)).to.deep.equal({ date: 'vrijdag 17 september 2021', time: '9.30' });
    expect(period('2021-09-17', undefined)).to.deep.equal({ date: '17 september 2021', time: '' });
    expect(period('2021-09-17', '2021-09-17')).to.deep.equal({ date: '17 september 2021', time: '' });
    expect(period('2021-09-17T07:30Z', '2021-09-17T09:00Z')).to.include({ time: '9.30 – 11.00' });
  });

  it('of two days in a row says “and”, of more “to”', () => {
    expect(period('2021-07-09', '2021-07-10')).to.include({ date: '9 en 10 juli 2021' });
    expect(period('2021-07-09', '2021-07-10', full)).to.include({ date: 'vrijdag 9 en zaterdag 10 juli 2021' });
    expect(period('2021-07-09', '2021-07-10', {}, 'en-GB')).to.include({ date: '9 and 10 July 2021' });
    expect(period('2021-07-09', '2021-07-12')).to.include({ date: '9 – 12 juli 2021' });
    expect(period('2021-07-09', '2021-07-10', {}, 'en-US')).to.include({ date: 'July 9 – 10, 2021' });
  });

  it('runs over months and years', () => {
    expect(period('2021-06-30', '2021-07-01')).to.include({ date: '30 juni – 1 juli 2021' });
    expect(period('2021-12-30', '2022-01-02')).to.include({ date: '30 december 2021 – 2 januari 2022' });
    expect(period('2021-09', '2021-11')).to.include({ date: 'september – november 2021' });
    expect(period('2021', '2022')).to.include({ date: '2021 – 2022' });
  });

  it('over several days with times gives both ends', () => {
    expect(period('2021-07-09T09:30', '2021-07-10T16:00', full)).to.deep.equal({
      date: 'vrijdag 9 juli 2021',
      time: '9.30',
      until: { date: 'zaterdag 10 juli 2021', time: '16.00' },
    });
    expect(period('2021-07-09T09:30', '2021-07-10')).to.deep.equal({
      date: '9 juli 2021',
      time: '9.30',
      until: { date: '10 juli 2021', time: '' },
    });
    expect(period('2021-07-09', '2021-07-09T17:00')).to.deep.equal({
      date: '9 juli 2021',
      time: '',
      until: { date: '9 juli 2021', time: '17.00' },
    });
    expect(period('2021-07-09', '2021-09')).to.deep.equal({ date: '9 juli 2021', time: '', until: { date: 'september 2021', time: '' } });
  });

  it('leaves out an end that says nothing more, or lies before the start', () => {
    expect(period('2021-07-09', '2021-07')).to.deep.equal({ date: '9 juli 2021', time: '' });
    expect(period('2021-07-09T09:30', '2021-07-09')).to.deep.equal({ date: '9 juli 2021', time: '9.30' });
    expect(period('2021-07-09T09:30', '2021-07-09T08:30')).to.deep.equal({ date: '9 juli 2021', time: '9.30' });
    expect(period('2021-07', '2021-07')).to.deep.equal({ date: 'juli 2021', time: '' });
    expect(period('2021-07-09', '2020')).to.deep.equal({ date: '9 juli 2021', time: '' });
  });

  it('is not there without a start', () => expect(formatPeriod(undefined, '2021-07-09', DEFAULT_ZONE, 'nl')).to.equal(undefined));
});

describe('a visitor elsewhere', () => {
  const instant = Date.UTC(2021, 8, 17, 8);

  it('sees their own time, and the date when it is another day there', () => {
    expect(formatElsewhere(instant, DEFAULT_ZONE, 'America/New_York', 'nl')).to.deep.equal({ time: '4.00' });
    expect(formatElsewhere(instant, DEFAULT_ZONE, 'Asia/Kathmandu', 'nl')).to.deep.equal({ time: '13.45' });
    expect(formatElsewhere(instant, DEFAULT_ZONE, 'Pacific/Honolulu', 'nl', { weekday: 'long' })).to.deep.equal({
      date: 'donderdag 16 september 2021',
      time: '22.00',
    });
  });

  it('sees nothing extra where the clock is the same, whatever the zone is called', () => {
    expect(formatElsewhere(instant, DEFAULT_ZONE, 'Europe/Madrid', 'nl')).to.equal(undefined);
    expect(formatElsewhere(instant, DEFAULT_ZONE, DEFAULT_ZONE, 'nl')).to.equal(undefined);
    // Tunis has no summer time: the same clock in winter only
    expect(formatElsewhere(instant, DEFAULT_ZONE, 'Africa/Tunis', 'nl')).to.deep.equal({ time: '9.00' });
    expect(formatElsewhere(Date.UTC(2021, 11, 17), DEFAULT_ZONE, 'Africa/Tunis', 'nl')).to.equal(undefined);
  });
});

describe('names', () => {
  it('of weekdays come from the language', () => {
    expect(weekdayNames('nl', 'long')).to.deep.equal(['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']);
    expect(weekdayNames('nl')).to.deep.equal(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']);
    expect(weekdayNames('en-GB', 'long')[6]).to.equal('Sunday');
  });

  it('are joined as the language does', () => {
    expect(writing('nl').list(['po', 'vo', 'mbo'], 'nl')).to.equal('po, vo en mbo');
    expect(writing('en-GB').list(['po', 'vo'], 'en-GB')).to.equal('po and vo');
  });
});

describe('the age of knowledge', () => {
  const months = (text: string | undefined, now: string) => monthsSince(text, Date.parse(now));

  it('counts whole months from the end of what is known', () => {
    expect(months('2019', '2020-01-15T00:00Z')).to.equal(0);
    expect(months('2019', '2020-01-31T22:59Z')).to.equal(0);
    expect(months('2019', '2020-01-31T23:00Z')).to.equal(1); // midnight in the Netherlands
    expect(months('2019', '2021-07-01T12:00Z')).to.equal(18);
    expect(months('2021-06', '2021-09-17T00:00Z')).to.equal(2);
    expect(months('2021-06-16', '2021-09-17T00:00Z')).to.equal(3);
    expect(months('2021-06-17', '2021-09-17T00:00Z')).to.equal(2);
    expect(months('2021-06-17T09:30', '2021-09-17T12:00Z')).to.equal(3);
  });

  it('is nothing for a date to come or no date', () => {
    expect(months('2030', '2021-09-17T00:00Z')).to.equal(0);
    expect(months(undefined, '2021-09-17T00:00Z')).to.equal(undefined);
    expect(months('ooit', '2021-09-17T00:00Z')).to.equal(undefined);
  });
});

describe('how far away a day is', () => {
  const from = Date.parse('2021-09-17T21:30Z'); // 23.30 in the Netherlands
  const away = (to: string, locale = 'nl', zone?: string) => relativeDays(from, Date.parse(to), locale, zone);

  it('counts midnights, not hours', () => {
    expect(away('2021-09-17T21:59Z')).to.equal('vandaag');
    expect(away('2021-09-17T22:00Z')).to.equal('morgen');
    expect(away('2021-09-16T22:00Z')).to.equal('vandaag');
    expect(away('2021-09-18T00:00Z', 'nl', 'America/New_York')).to.equal('vandaag');
  });

  it('is said in days, from two weeks on in weeks', () => {
    expect(away('2021-09-20T10:00Z')).to.equal('over 3 dagen');
    expect(away('2021-09-30T10:00Z')).to.equal('over 13 dagen');
    expect(away('2021-10-01T10:00Z')).to.equal('over 2 weken');
    expect(away('2021-09-20T10:00Z', 'en-GB')).to.equal('in 3 days');
  });

  it('counts right over the days on which the clock changes', () => {
    expect(relativeDays(Date.parse('2021-03-27T22:30Z'), Date.parse('2021-03-28T22:30Z'), 'nl')).to.equal('overmorgen');
    expect(relativeDays(Date.parse('2021-10-30T22:30Z'), Date.parse('2021-10-31T22:30Z'), 'nl')).to.equal('vandaag');
  });

  it('has smaller units for what is about to start', () => expect(writing('nl').relative(20, 'minute', 'nl')).to.equal('over 20 minuten'));
});
