// `npm test [check …]`: installs what is missing and runs every check, also after one has failed; the last line says
// `N passed, N failed`. A check that gives one verdict (types, lint, sizes) counts as one test.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, root } from './bootstrap.mjs';

const program = (name) => `${root}/node_modules/${name}`;

/** Each check: its programs (run in Node, with arguments); `counts` when they write { passed, failed, skipped } themselves. */
const checks = {
  types: {
    runs: [
      [program('typescript/bin/tsc'), '-p', '.'],
      [program('typescript/bin/tsc'), '-p', 'src/cli'],
    ],
  },
  lint: { runs: [[program('eslint/bin/eslint.js'), '.', '--max-warnings', '0']] },
  templates: { runs: [[program('@jackolope/lit-analyzer/cli.mjs'), 'src/**/*.ts', '--strict', '--quiet']] },
  format: { runs: [[program('prettier/bin/prettier.cjs'), '--check', '.']] },
  'unused code': { runs: [[program('knip/bin/knip.js')]] },
  'build and sizes': { runs: [[`${root}/scripts/build.mjs`]] },
  browsers: { runs: [[program('@web/test-runner/dist/bin.js')]], counts: true },
  node: { runs: [[`${root}/scripts/node-tests.mjs`]], counts: true },
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
const failures = [];

for (const [name, { runs, counts }] of Object.entries(checks)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = performance.now();
  const results = counts ? runAndCount(runs[0]) : runQuietly(runs);
  for (const key of Object.keys(totals)) totals[key] += results[key];
  if (results.failed) failures.push(name);
  console.log(`${results.failed ? '✗' : '✓'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

rmSync(folder, { recursive: true });
if (failures.length)
  console.log(
    `\nNot right: ${failures.join(', ')}. Run one again with: npm test -- ${failures[0].includes(' ') ? `"${failures[0]}"` : failures[0]}`,
  );
console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
process.exitCode = totals.failed ? 1 : 0;

/** Runs programs that give one verdict together. */
function runQuietly(runs) {
  const failed = runs.map((run) => node(run).status !== 0).includes(true);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0 };
}

/** Runs tests that write their numbers to the file in TEST_RESULTS; not to have written them is a failure too. */
function runAndCount(run) {
  const file = path.join(folder, 'results.json');
  rmSync(file, { force: true });
  const { status } = node(run, { TEST_RESULTS: file });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0 && !results.failed) results.failed = 1;
  return results;
}

function node(run, env) {
  return spawnSync(process.execPath, run, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
}
