// Tests that run in Node, with node:test: `node scripts/node-tests.mjs test/cli test/host/csp.test.mjs` (files or folders;
// without: all of test/cli, test/receiver, test/scripts, test/host and test/package). Files are *.test.mjs or *.test.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { buildWhatIsOld } from './build.mjs';

await ensureInstalled();
const places =
  process.argv.length > 2
    ? process.argv.slice(2).map((place) => path.resolve(place))
    : ['cli', 'receiver', 'scripts', 'host', 'package'].map((name) => `${root}/test/${name}`);
let files = places.flatMap((place) => {
  if (!existsSync(place)) throw new Error(`There is no ${place}.`);
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true })
    .filter((name) => /\.test\.(mjs|ts)$/.test(name))
    .map((name) => path.join(place, name));
});
const results = { passed: 0, failed: 0, skipped: 0, failures: [] };

// these test what is built, in real pages and as a package
const builds = { host: ['drop-in'], package: ['drop-in', 'npm', 'cli'] };
for (const [name, needed] of Object.entries(builds)) {
  const inFolder = (file) => file.includes(path.join('test', name));
  if (!files.some(inFolder)) continue;
  try {
    await buildWhatIsOld(...needed);
  } catch (error) {
    console.error(`The tests of test/${name} did not run, because what they test cannot be built: ${error.message}`);
    files = files.filter((file) => !inFolder(file));
    results.failed = process.exitCode = 1;
    results.failures.push({ file: `test/${name}`, name: 'what it tests cannot be built', error: error.message });
  }
}

if (files.length) {
  const folder = mkdtempSync(path.join(tmpdir(), 'meedoen-'));
  const suites = `${folder}/suites.json`;
  const { status } = spawnSync(
    process.execPath,
    [
      '--enable-source-maps',
      ...['--import', pathToFileURL(`${root}/scripts/typescript.mjs`).href],
      '--test',
      '--test-timeout=300000', // per file: what hangs fails
      '--test-concurrency=1', // browsers and clocks want the machine for themselves
      `--test-reporter=${pathToFileURL(`${root}/scripts/node-reporter.mjs`).href}`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { stdio: 'inherit', cwd: root, env: { ...process.env, SUITE_RESULTS: suites } },
  );
  if (existsSync(suites)) {
    const { failures, ...totals } = JSON.parse(readFileSync(suites, 'utf8'));
    for (const [name, number] of Object.entries(totals)) results[name] += number;
    results.failures.push(...failures);
  }
  if (status !== 0 && !results.failed) results.failed = 1;
  rmSync(folder, { recursive: true });
  if (status !== 0) process.exitCode = 1;
}
if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(results));
