// `npm test [check …]`: installs what is missing and runs every check, also after one has failed. At the end it repeats whatever
// failed, because of a long log often only the end is kept; the last line says `N passed, N failed`. A check that gives one
// verdict (types, lint, sizes) counts as one test.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, root } from './bootstrap.mjs';

const program = (name) => `${root}/node_modules/${name}`;

/**
 * Each check: its programs (run in Node, with arguments); `counts` when they write { passed, failed, skipped, failures } themselves
 * (see wtr-reporter.mjs and node-reporter.mjs).
 */
const checks = {
  types: {
    runs: [
      [program('typescript/bin/tsc'), '-p', '.'],
      [program('typescript/bin/tsc'), '-p', 'src/cli'],
      [program('typescript/bin/tsc'), '-p', 'src/receiver'],
    ],
  },
  lint: { runs: [[program('eslint/bin/eslint.js'), '.', '--max-warnings', '0']] },
  templates: { runs: [[program('@jackolope/lit-analyzer/cli.mjs'), 'src/**/*.ts', '--strict', '--quiet']] },
  format: { runs: [[program('prettier/bin/prettier.cjs'), '--check', '.']] },
  'unused code': { runs: [[program('knip/bin/knip.js')]] },
  'build and sizes': { runs: [[`${root}/scripts/build.mjs`]] },
  browsers: { runs: [[program('@web/test-runner/dist/bin.js')]], counts: true },
  node: { runs: [[`${root}/scripts/node-tests.mjs`]], counts: true },
  stories: { runs: [[`${root}/scripts/story-tests.mjs`]], counts: true },
  ratios: { runs: [[`${root}/bench/guard.mjs`]], counts: true },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks[name]);
if (unknown) {
  console.error(`There is no check “${unknown}”; there are: ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}

await ensureInstalled();
const totals = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(path.join(tmpdir(), 'meedoen-'));
const failedChecks = [];
const failures = []; // of all checks: { check, file, browser, name, error }

for (const [check, { runs, counts }] of Object.entries(checks)) {
  if (wanted.length && !wanted.includes(check)) continue;
  console.log(`\n── ${check}`);
  const start = performance.now();
  const results = counts ? await runAndCount(runs[0]) : await runForVerdict(runs);
  for (const key of Object.keys(totals)) totals[key] += results[key];
  if (results.failed) {
    failedChecks.push(check);
    // without a test to name, the end of what was said has to do
    failures.push(...(results.failures?.length ? results.failures : [{ error: results.said }]).map((failure) => ({ check, ...failure })));
  }
  console.log(`${results.failed ? '✗' : '✓'} ${check} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

rmSync(folder, { recursive: true });
if (failedChecks.length) {
  const [first] = failedChecks;
  console.log(`\nNot right: ${failedChecks.join(', ')}. Run one again with: npm test -- ${first.includes(' ') ? `"${first}"` : first}`);
  console.log(summary(failures).join('\n'));
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
process.exitCode = totals.failed ? 1 : 0;

/** The failures as lines, about a hundred at most: what failed alike in several browsers once, the last of very many by name only. */
function summary(failures) {
  const groups = new Map();
  for (const { check, file, browser, name, error = '' } of failures) {
    const lines = error.split('\n').filter((line) => line.trim());
    const key = JSON.stringify([check, file, name, lines[0]]);
    const group = groups.get(key) ?? { title: `${check}${file ? `: ${file}` : ''}`, name, lines, browsers: [] };
    groups.set(key, group);
    if (browser) group.browsers.push(browser);
  }
  const text = [];
  let left = groups.size;
  for (const { title, name, lines, browsers } of groups.values()) {
    if (text.length > 110) return [...text, `and ${left} more`];
    left--;
    const where = browsers.length ? `${title} (${browsers.join(', ')})` : title;
    if (text.length > 80) text.push(`${where}${name ? ` › ${name}` : ''}`);
    else {
      // of a test its first lines say most, of a program that gives a verdict its last
      const shown = name ? lines.slice(0, 6) : lines.slice(-15);
      text.push('', where, ...(name ? [`  ${name}`] : []), ...shown.map((line) => `    ${line.slice(0, 300)}`));
    }
  }
  return text;
}

/** Runs programs that give one verdict together. */
async function runForVerdict(runs) {
  let failed = 0;
  let said = '';
  for (const run of runs) {
    const result = await node(run);
    if (result.status === 0) continue;
    failed = 1;
    said += result.said;
  }
  return { passed: 1 - failed, failed, skipped: 0, said };
}

/** Runs tests that write their results to the file in TEST_RESULTS; not to have written them is a failure too. */
async function runAndCount(run) {
  const file = path.join(folder, 'results.json');
  rmSync(file, { force: true });
  const { status, said } = await node(run, { TEST_RESULTS: file });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0 && !results.failed) results.failed = 1;
  return { ...results, said };
}

/** Runs a program and shows what it says; the end of that comes back too, except from a terminal, where it can be scrolled to. */
function node(run, env) {
  const output = process.stdout.isTTY ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, run, { cwd: root, stdio: ['inherit', output, output], env: { ...process.env, ...env } });
  let said = '';
  for (const name of ['stdout', 'stderr'])
    child[name]?.setEncoding('utf8').on('data', (text) => {
      process[name].write(text);
      said = (said + text).slice(-8000);
    });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (status) => resolve({ status, said })));
}
