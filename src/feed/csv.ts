/**
 * Rows as CSV that opens right in a Dutch Excel: semicolons, the mark of UTF-8, CRLF (RFC 4180 otherwise). Pure: knows neither feeds nor
 * files, and brings no words.
 *
 * A spreadsheet reads "=1+2" as a formula, "+31612345678" as a number (its plus gone), "0612345678" without its nought, "+31-6-1234" as a
 * sum and "2021-03" as a day. Such a cell gets a tab before it. That makes it text in Excel, also after saving and opening again, and shows
 * nothing; an apostrophe shows, and Excel takes it away when it saves; `="…"` is a formula itself, and to every other program part of
 * the value. The tabs of the values themselves become spaces, so that who takes all tabs away has the values back.
 */

/** Begins a formula, after any white space; wide forms too, because a Japanese Excel reads them as the narrow ones. */
const FORMULA = /^(?=\s*[=+\-@＝＋－＠])/;
/** Where a cell would begin for a program with another separator: quotes don't help there. */
const INSIDE = /([,;|\n])(?=[ \n]*[=+\-@＝＋－＠])/g;
/** What a spreadsheet may take for a number, a part of a date or a time: telephone numbers, "1-2", "2021-03", "1e5". */
const NUMBER = /^(?=\D*\d)[\d\s.,:/()+\-%eE\p{Sc}]+$/u;
/** It may have these: whole numbers that come out as they went in, days and times of days. */
const SAFE = /^(?:0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)$/;

/**
 * A cell, quoted.
 * @param value a text; a number is written with a decimal comma; what is missing is an empty cell
 */
function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return `"${String(value).replace('.', ',')}"`;
  const text = (value ?? '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, (sign) => (sign === '\t' ? ' ' : ''));
  const kept = FORMULA.test(text) || (NUMBER.test(text) && !SAFE.test(text)) ? `\t${text}` : text;
  return `"${kept.replace(INSIDE, '$1\t').replaceAll('"', '""')}"`;
}

/** What a file begins with: without it Excel shows “Ã©” for é. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A row with its line end (CRLF). A line break in a cell is `\n`, as Excel has it. */
export function csvLine(row: readonly (string | number | undefined)[]): string {
  return `${row.map(cell).join(';')}\r\n`;
}

/**
 * A table as CSV: to be sent or saved as `text/csv; charset=utf-8`.
 * @param rows the first holds the names of the columns
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}
