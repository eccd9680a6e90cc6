// A Web Test Runner reporter that adds up all browsers and time zones: for people as a last line, for test.mjs as a file.
import { writeFileSync } from 'node:fs';

/** Adds the tests of a suite and of the suites in it to `totals`. */
function count(suite, totals) {
  for (const test of suite?.tests ?? []) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, totals);
}

/** @param {string | undefined} file where to write { passed, failed, skipped }; without it a line is printed */
export const jsonReporter = (file) => ({
  stop({ sessions }) {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const before = totals.failed;
      count(session.testResults, totals);
      // a file that does not load, or breaks outside its tests, is a failure too
      if (!session.passed && totals.failed === before) totals.failed++;
    }
    if (file) writeFileSync(file, JSON.stringify(totals));
    else console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
  },
});
