import { expect } from '@open-wc/testing';
import { addMonths, daysOf, monthGrid } from '../../src/dates/month.ts';
import { weekdayOf } from '../../src/dates/partial.ts';
import { periodOf } from '../../src/dates/period.ts';
import { DEFAULT_ZONE } from '../../src/dates/zone.ts';

const days = (start: string, end?: string, zone = DEFAULT_ZONE) => daysOf(periodOf(start, end, zone), zone).map(({ iso }) => iso);

describe('the grid of a month', () => {
  it('has the weeks the month touches, Monday first', () => {
    const grid = monthGrid(2021, 9);
    expect(grid.length).to.equal(5);
    expect(grid[0]!.map(({ iso }) => iso)).to.deep.equal([
      '2021-08-30',
      '2021-08-31',
      '2021-09-01',
      '2021-09-02',
      '2021-09-03',
      '2021-09-04',
      '2021-09-05',
    ]);
    expect(grid[0]![1]).to.deep.equal({ year: 2021, month: 8, day: 31, iso: '2021-08-31', inMonth: false });
    expect(grid.at(-1)!.at(-1)!.iso).to.equal('2021-10-03');
  });

  it('has four weeks in February 2021 and six in January 2022 and May 2021', () => {
    expect(
      monthGrid(2021, 2)
        .flat()
        .every(({ inMonth }) => inMonth),
    ).to.equal(true);
    expect([monthGrid(2021, 2).length, monthGrid(2022, 1).length, monthGrid(2021, 5).length]).to.deep.equal([4, 6, 6]);
  });

  it('holds every day of the month once, in order, for forty years', () => {
    for (let year = 2000; year < 2040; year++) {
      for (let month = 1; month <= 12; month++) {
        const grid = monthGrid(year, month);
        const own = grid
          .flat()
          .filter(({ inMonth }) => inMonth)
          .map(({ day }) => day);
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(own, `${year}-${month}`).to.deep.equal(Array.from({ length }, (_, n) => n + 1));
        expect(grid.every((week) => week.length === 7 && new Date(week[0]!.iso).getUTCDay() === 1)).to.equal(true);
      }
    }
  });
});

describe('stepping through the calendar', () => {
  it('goes over years', () => {
    expect(addMonths({ year: 2021, month: 9 }, 1)).to.include({ year: 2021, month: 10 });
    expect(addMonths({ year: 2021, month: 12 }, 1)).to.include({ year: 2022, month: 1 });
    expect(addMonths({ year: 2021, month: 1 }, -1)).to.include({ year: 2020, month: 12 });
    expect(addMonths({ year: 2021, month: 2 }, -12)).to.include({ year: 2020, month: 2 });
    expect(addMonths({ year: 2021 }, 0)).to.include({ year: 2021, month: 1 });
  });

  it('knows the weekday', () => {
    expect([17, 18, 19, 20].map((day) => weekdayOf({ year: 2021, month: 9, day }))).to.deep.equal([5, 6, 7, 1]);
    expect(weekdayOf({ year: 1, month: 1, day: 1 })).to.equal(1);
  });
});

describe('the days of a session', () => {
  it('are the one on which it is, in its own zone', () => {
    expect(days('2021-09-17')).to.deep.equal(['2021-09-17']);
    expect(days('2021-09-17T09:30')).to.deep.equal(['2021-09-17']);
    expect(days('2021-09-17T23:30', undefined, 'Pacific/Apia')).to.deep.equal(['2021-09-17']);
    expect(days('2021-09-17T23:30-04:00')).to.deep.equal(['2021-09-18']);
  });

  it('are all from first to last, over a change of the clock and a year’s end', () => {
    expect(days('2021-07-09', '2021-07-12')).to.deep.equal(['2021-07-09', '2021-07-10', '2021-07-11', '2021-07-12']);
    expect(days('2021-03-27T20:00', '2021-03-29T10:00')).to.deep.equal(['2021-03-27', '2021-03-28', '2021-03-29']);
    expect(days('2020-02-28', '2020-03-01')).to.deep.equal(['2020-02-28', '2020-02-29', '2020-03-01']);
    expect(days('2021-10-30', '2021-11-01')).to.deep.equal(['2021-10-30', '2021-10-31', '2021-11-01']);
    expect(days('2021-12-31', '2022-01-01')).to.deep.equal(['2021-12-31', '2022-01-01']);
  });

  it('do not include the day that begins as it ends', () => {
    expect(days('2021-09-17T20:00', '2021-09-18T00:00')).to.deep.equal(['2021-09-17']);
    expect(days('2021-09-17T20:00', '2021-09-18T00:01')).to.deep.equal(['2021-09-17', '2021-09-18']);
  });

  it('are not invented', () => {
    expect(days('2021-09')).to.deep.equal([]);
    expect(days('2021')).to.deep.equal([]);
    expect(days('2021-09', '2021-09-20')).to.deep.equal([]);
    expect(days('2021-09-17', '2021-10')).to.deep.equal(['2021-09-17']);
    expect(daysOf(undefined, DEFAULT_ZONE)).to.deep.equal([]);
  });

  it('are not more than a year, whatever was typed', () => {
    expect(days('2021-09-17', '9021-09-18').length).to.equal(366);
  });
});
