// The check `ratios` of `npm test`: our elements beside the pages made by hand, short enough for every change. Each ratio, and each page
// that has to show the same, counts as a test. The whole comparison is `npm run bench`.
import { writeFileSync } from 'node:fs';
import { buildWhatIsOld } from '../scripts/build.mjs';
import { goalOf, limitOf, SLACK } from './goals.mjs';
import { compare, openBrowser } from './measure.mjs';
import { servePages } from './pages.mjs';

const CASES = [
  ['sessions', 24],
  ['sessions', 5000],
  ['contacts', 342],
  ['stories', 200],
  ['join', 24],
];
/** What is over its limit is measured again so often: noise passes, slowness stays. */
const AGAIN = 2;

const results = { passed: 0, failed: 0, skipped: 0 };
const judge = (fine, line) => {
  results[fine ? 'passed' : 'failed']++;
  console.log(`  ${fine ? '✓' : '✗'} ${line}`);
};

await buildWhatIsOld('drop-in');
const site = await servePages(['hand']);
const browser = await openBrowser();
try {
  for (const [widget, size] of CASES) {
    console.log(`${size.toLocaleString('en')} ${widget}`);
    const measured = () => compare(browser, site, ['ours', 'hand'], widget, size, { rounds: 1, said: false });
    const { rows, differences } = await measured();
    const over = (costs, job) => costs.get('ours').total > costs.get('hand').total * limitOf(widget, size, job).limit + SLACK;
    for (let n = 0; n < AGAIN && [...rows].some(([job, costs]) => over(costs, job)); n++) {
      const again = await measured();
      for (const [job, costs] of rows) if (over(costs, job)) rows.set(job, again.rows.get(job));
    }
    for (const [job, costs] of rows) {
      if (goalOf(widget, size, job) === Infinity) continue;
      const [ours, hand] = ['ours', 'hand'].map((kind) => costs.get(kind).total);
      const { goal, limit, met } = limitOf(widget, size, job);
      const allowed = `at most ${limit.toFixed(2)} and ${SLACK} ms: ${met ? `the goal of ${goal}` : `today's figure, over the goal of ${goal},`} with room for noise`;
      judge(
        !over(costs, job),
        `${job.padEnd(18)} ${(ours / hand).toFixed(2)} × by hand (${ours.toFixed(1)} and ${hand.toFixed(1)} ms; ${allowed})`,
      );
    }
    judge(
      !differences.length,
      `shows what the page made by hand shows${differences.length ? `: ${[...new Set(differences)].join('\n    ')}` : ''}`,
    );
  }
} catch (error) {
  judge(false, error instanceof Error ? error.message : String(error));
} finally {
  await browser.close();
  site.close();
}
if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(results));
process.exitCode = results.failed ? 1 : 0;
