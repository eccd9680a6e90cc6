// A reporter of node:test for node-tests.mjs: a line per suite and, below it, what failed in it; all of it also to the file in
// SUITE_RESULTS, as { passed, failed, skipped, failures: [{ file, name, error }] }.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap.mjs';

/** What a test threw, from our own lines of code; node:test wraps it. */
const causeOf = (error) =>
  String(error.cause?.stack ?? error.cause ?? error)
    .split('\n')
    .filter((line) => !/^\s+at .*(node:|\(index \d|\(<anonymous>\))/.test(line))
    .join('\n')
    .trim();

/** @param {AsyncIterable<{ type: string, data: object }>} events of node:test @returns {AsyncGenerator<string>} what is printed */
export default async function* report(events) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const names = []; // of the suite that is running and of those around it
  let before = { ...totals };
  let told = 0;
  let heading;
  let inside; // the file of the tests in a suite: the suite itself may come from a file that they share
  let complaints = ''; // what a file last wrote to stderr: why it broke outside its tests
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:stderr') complaints = (complaints + data.message).slice(-2000);
    if (type === 'test:start') names.splice(data.nesting, Infinity, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;

    const { nesting, details, skip, todo } = data;
    const file = path.relative(root, data.file);
    if (nesting > 0) inside = file;
    const name = nesting === 0 && path.resolve(root, data.name) === data.file ? '(the file itself)' : data.name;
    const because = details.error?.failureType;
    if (skip !== undefined || todo !== undefined) totals.skipped++;
    else if (type === 'test:pass') totals.passed += details.type === 'suite' ? 0 : 1;
    else if (because === 'cancelledByParent')
      totals.failed++; // its parent says why
    else if (because !== 'subtestsFailed') {
      totals.failed++;
      const error = name === data.name ? causeOf(details.error) : complaints.trim() || causeOf(details.error);
      failures.push({ file, name: [...names.slice(0, nesting), name].join(' › '), error });
    }

    if (nesting > 0) continue;
    if ((inside ?? file) !== heading) yield `${(heading = inside ?? file)}\n`;
    if (name !== data.name) complaints = '';
    inside = undefined;
    const numbers = Object.keys(totals).map((key) => [totals[key] - before[key], key]);
    const said = numbers.filter(([number]) => number).map(([number, key]) => `${number} ${key}`);
    const time = ((details.duration_ms ?? 0) / 1000).toFixed(1);
    yield `  ${totals.failed > before.failed ? '✗' : '✓'} ${name}: ${said.join(', ') || 'no tests'} (${time} s)\n`;
    for (const { name, error } of failures.slice(told)) yield `      ${name}\n${error.replace(/^(?=.)/gm, '        ')}\n`;
    before = { ...totals };
    told = failures.length;
  }
  if (process.env.SUITE_RESULTS) writeFileSync(process.env.SUITE_RESULTS, JSON.stringify({ ...totals, failures }));
}
