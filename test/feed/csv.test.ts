import { expect } from '@open-wc/testing';
import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import { csvText } from '../../src/feed/csv.ts';

type Rows = (string | number | undefined)[][];
/** What an independent reader makes of it. */
const read = (csv: string): string[][] =>
  parse(csv, { bom: true, delimiter: ';', relax_column_count: false, record_delimiter: '\r\n', skip_empty_lines: false });
const roundTrip = (rows: Rows): string[][] => read(csvText(rows)).map((row) => row.map((cell) => cell.replaceAll('\t', '')));
/** How one value stands in the file, between its quotes. */
const cellOf = (value: string | number): string => csvText([[value]]).slice(2, -3);

describe('rows as CSV', () => {
  it('has what a Dutch Excel wants: the mark of UTF-8, semicolons, CRLF at every end', () => {
    expect(csvText([['Naam', 'Mail'], ['Één', 'een@example.org']])).to.equal(
      '\ufeff"Naam";"Mail"\r\n"Één";"een@example.org"\r\n',
    ); // prettier-ignore
    expect(csvText([])).to.equal('\ufeff');
  });

  it('loses no quote, semicolon, line break or empty cell', () => {
    const rows = [
      ['a "b" c', 'a;b', 'twee\nregels'],
      ['', 'x', '🙂'],
    ];
    expect(roundTrip(rows)).to.deep.equal(rows);
    expect(roundTrip([['a\r\nb\rc', undefined, 1.5, 12]])).to.deep.equal([['a\nb\nc', '', '1,5', '12']]);
  });

  for (const formula of ['=1+2', '+1', '-1+2', '@SUM(A1)', ' =1+2', '\n=1+2', '＝1+2', "=cmd|' /C calc'!A0", '=HYPERLINK("https://x")']) {
    it(`makes text of ${JSON.stringify(formula)}`, () => {
      expect(cellOf(formula)).to.match(/^\t/);
      expect(roundTrip([[formula]])).to.deep.equal([[formula]]);
    });
  }

  it('leaves no way in for a program with another separator', () => {
    expect(cellOf('a,=1+2')).to.equal('a,\t=1+2');
    expect(cellOf('a\n=1+2')).to.equal('a\n\t=1+2');
    expect(cellOf('a;  @x')).to.equal('a;\t  @x');
    // a tab of the value itself could be taken away with ours, or begin a cell
    expect(cellOf('a\t=1')).to.equal('a =1');
    expect(cellOf('\t=1')).to.equal('\t =1');
    expect(cellOf('a\0b\u0007')).to.equal('ab');
  });

  for (const phone of ['+31 6 1234 5678', '+31612345678', '0612345678', '06-12345678', '(070) 123 45 67', '14 030', '0031 (0)6 12345678', '070 1234567 / 06 12345678']) {
    it(`keeps the telephone number ${phone} as it is: text, every sign in place`, () => {
      expect(cellOf(phone)).to.equal(`\t${phone}`);
      expect(roundTrip([[phone]])).to.deep.equal([[phone]]);
    });
  } // prettier-ignore

  it('has a spreadsheet invent no day, sum or number', () => {
    for (const text of ['2021-03', '1-2', '3/4', '12:30', '1e5', '50%', '1.000', '007', '1234567890123456', '€ 5']) {
      expect(cellOf(text), text).to.equal(`\t${text}`);
    }
  });

  it('leaves other text, whole numbers and days alone', () => {
    for (const text of ['PO-Raad', 'a.b@example.org', 'https://example.org/?a=1', '2021', '112', '0', '2021-03-03', 'Groep 3-4', '1e Montessori', '-', '']) {
      expect(cellOf(text), text).to.equal(text === '-' ? '\t-' : text);
    }
  }); // prettier-ignore

  it('gives any rows back, and begins no cell with what is a formula', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@"\t\n\r ;,|1a') }));
    const rows = fc.integer({ min: 1, max: 4 }).chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 })); // prettier-ignore
    fc.assert(
      fc.property(rows, (rows) => {
        const found = read(csvText(rows));
        // what is no text to a reader of a table: control characters; a tab is a space
        const plain = rows.map((row) =>
          row.map((cell) =>
            cell
              .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
              .replaceAll('\t', ' ')
              .replace(/(?!\n)\p{Cc}/gu, ''),
          ),
        );
        expect(found.map((row) => row.map((cell) => cell.replaceAll('\t', '')))).to.deep.equal(plain);
        for (const cell of found.flat()) {
          for (const start of cell.split(/[,;|\n]/)) expect(start).not.to.match(/^[ \n]*[=+\-@]/);
        }
      }),
    );
  });
});
