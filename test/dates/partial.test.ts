import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fieldsOf, normaliseDate, parsePartialDate, utcOf } from '../../src/dates/partial.ts';
import { anyText } from '../any-text.ts';

describe('a date as precise as its author knows', () => {
  it('is read in each precision, with nothing filled in', () => {
    expect(parsePartialDate('2021')).to.deep.equal({ precision: 'year', year: 2021 });
    expect(parsePartialDate('2021-09')).to.deep.equal({ precision: 'month', year: 2021, month: 9 });
    expect(parsePartialDate('2021-09-17')).to.deep.equal({ precision: 'day', year: 2021, month: 9, day: 17 });
    expect(parsePartialDate('2021-09-17T09:30')).to.deep.equal({ precision: 'time', year: 2021, month: 9, day: 17, hour: 9, minute: 30 });
  });

  it('keeps midnight, seconds and the offset it was written with', () => {
    expect(parsePartialDate('2021-09-17T00:00')).to.include({ precision: 'time', hour: 0, minute: 0 });
    expect(parsePartialDate('2021-09-17T09:30:15.5Z')).to.include({ second: 15.5, offset: 0 });
    expect(parsePartialDate('2021-09-17T09:30+05:45')).to.include({ offset: 345 });
    expect(parsePartialDate('2021-09-17T09:30-03:30')).to.include({ offset: -210 });
    expect(Object.is(parsePartialDate('2021-09-17T09:30-00:00')?.offset, 0)).to.equal(true);
  });

  for (const text of [
    '',
    ' ',
    'morgen',
    '21',
    '0000',
    '0000-01',
    '2021-00',
    '2021-13',
    '2021-02-29',
    '2021-02-30',
    '1900-02-29',
    '2021-04-31',
    '2021-09-00',
    '2021-09-17T24:00',
    '2021-09-17T09:60',
    '2021-09-17T09:30:60',
    '2021-09-17T09',
    '2021-09-17T09:30+24:00',
    '2021-09-17T09:30+02:60',
    '2021-09T09:30',
    '+002021-09-17',
    '2021-09-17 ',
    '2021-9-17',
    '２０２１',
    '2021-09-17T09:30[Europe/Amsterdam]',
  ]) {
    it(`refuses “${text}”`, () => expect(parsePartialDate(text)).to.equal(undefined));
  }

  it('knows leap days, in the first century too', () => {
    for (const text of ['2020-02-29', '2000-02-29', '0004-02-29', '9996-02-29'])
      expect(parsePartialDate(text), text).to.include({ day: 29 });
    for (const text of ['2100-02-29', '0001-02-29', '9999-02-29']) expect(parsePartialDate(text), text).to.equal(undefined);
  });

  it('survives what is not text at all', () => {
    for (const value of [undefined, null, 2021, {}, []]) expect(() => parsePartialDate(value as string)).not.to.throw();
  });
});

describe('a date written by hand', () => {
  for (const [text, canonical] of Object.entries({
    ' 2021 ': '2021',
    '2021-9': '2021-09',
    '2021/9/7': '2021-09-07',
    '2021-9-7': '2021-09-07',
    '2021-09-17 09:30': '2021-09-17T09:30',
    '2021-09-17 9.30': '2021-09-17T09:30',
    '2021-09-17t9:30z': '2021-09-17T09:30Z',
    '2021-09-17T09:30+0200': '2021-09-17T09:30+02:00',
    '2021-09-17T09:30 +02:00': '2021-09-17T09:30+02:00',
    '2021-09-17T09:30+2': '2021-09-17T09:30+02:00',
    '2021-09-17T09:30:05,25-0330': '2021-09-17T09:30:05.25-03:30',
  })) {
    it(`reads “${text}” as ${canonical}`, () => expect(normaliseDate(text)).to.equal(canonical));
  }

  for (const text of [
    '',
    '17-09-2021',
    '03/04/2021',
    '2021-2-30',
    '2021-09-17 25:00',
    '17 september 2021',
    '2021-09-17 T 09:30',
    `2021${' '.repeat(100_000)}x`,
    '2021-09-17 9',
  ]) {
    it(`does not guess at “${text.slice(0, 30)}”`, () => expect(normaliseDate(text)).to.equal(undefined));
  }

  it('leaves canonical text as it is, and what it makes is canonical', function () {
    this.timeout(20_000);
    const two = (max: number, min = 0) => fc.integer({ min, max }).map((n) => `${n}`.padStart(2, '0'));
    const canonical = fc
      .tuple(
        fc.integer({ min: 1, max: 9999 }),
        two(12, 1),
        two(28, 1),
        two(23),
        two(59),
        fc.constantFrom('', ':07', ':59.125'),
        fc.constantFrom('', 'Z', '+02:00', '-11:30'),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([y, m, d, h, min, s, zone, n]) =>
        [`${y}`.padStart(4, '0'), `-${m}`, `-${d}`, `T${h}:${min}${s}${zone}`].slice(0, n + 1).join(''),
      );
    fc.assert(
      fc.property(canonical, (text) => normaliseDate(text) === text && normaliseDate(` ${text.replace('T', ' ').toLowerCase()} `) === text),
    );
  });

  it('never throws and answers at once, whatever the text', function () {
    this.timeout(20_000); // generated texts, on machines that do other things as well
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'0123456789-T:+Z. /'), maxLength: 40 })), (text) => {
        const canonical = normaliseDate(text);
        return canonical === undefined || (normaliseDate(canonical) === canonical && !!parsePartialDate(canonical));
      }),
    );
  });
});

describe('fields and milliseconds', () => {
  it('are each other’s inverse from year 1 to 9999', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Math.ceil(-62135596800), max: 253402300799 }),
        (seconds) => utcOf(fieldsOf(seconds * 1000)) === seconds * 1000,
      ),
    );
    expect(fieldsOf(utcOf({ year: 1 }))).to.include({ year: 1, month: 1, day: 1, hour: 0, weekday: 1 });
    expect(utcOf({ year: 1970 })).to.equal(0);
  });

  it('carry over beyond their range', () => {
    expect(fieldsOf(utcOf({ year: 2021, month: 12, day: 32 }))).to.include({ year: 2022, month: 1, day: 1 });
    expect(fieldsOf(utcOf({ year: 2021, month: 13 }))).to.include({ year: 2022, month: 1, day: 1 });
  });
});
