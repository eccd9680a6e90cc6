// A Web Test Runner reporter that adds up all browsers and time zones: for people as a last line, for test.mjs as a file.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap.mjs';

/** Adds the tests of a suite and of the suites in it to `totals`, and those that failed to `failures`. */
function count(suite, totals, failures, names = []) {
  for (const test of suite?.tests ?? []) {
    totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    if (!test.skipped && !test.passed) failures.push({ name: [...names, test.name].join(' › '), error: told(test.error) });
  }
  for (const inner of suite?.suites ?? []) count(inner, totals, failures, inner.name ? [...names, inner.name] : names);
}

/** An error as a browser told it: Firefox and WebKit leave the message out of the stack. */
function told({ name, message, stack = '' } = {}) {
  const lines = stack.split('\n').filter((line) => !/node_modules\/|__web-test-runner|__web-dev-server/.test(line));
  const said = `${name ? `${name}: ` : ''}${message ?? 'no message: a hook before it failed, or the page went away'}`;
  return (stack.includes(message) ? lines.join('\n') : [said, ...lines].join('\n')).trim();
}

/**
 * @param {string | undefined} file where to write { passed, failed, skipped, failures: [{ file, browser, name, error }] }; without
 *   it a line is printed
 */
export const jsonReporter = (file) => ({
  stop({ sessions }) {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    for (const session of sessions) {
      // a file that does not load, or breaks outside its tests, is a failure too
      const found = session.errors.map((error) => ({ name: '(outside its tests)', error: told(error) }));
      const before = totals.failed;
      count(session.testResults, totals, found);
      if (!session.passed && totals.failed === before) totals.failed++;
      if (!session.passed && !found.length) found.push({ name: '(outside its tests)', error: told() });
      const zone = session.group.name !== 'default' && session.group.name;
      const browser = zone ? `${session.browser.name} in ${zone}` : session.browser.name;
      const place = { file: path.relative(root, session.testFile), browser };
      failures.push(...found.map((failure) => ({ ...place, ...failure })));
    }
    if (file) writeFileSync(file, JSON.stringify({ ...totals, failures }));
    else console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
  },
});
