// `npm run build [drop-in|npm|cli …]`: makes dist/ (see builds.mjs) and prints what the bundle weighs.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, isMain, root } from './bootstrap.mjs';

const makers = { 'drop-in': makeDropIn, npm: makeNpm, cli: makeCli };
const products = {
  'drop-in': ['dist/meedoen.js', 'dist/meedoen-more.js', 'dist/meedoen-sanitizer.js'],
  npm: [
    'dist/npm/index.js',
    'dist/npm/index.d.ts',
    'dist/npm/receiver/index.d.ts',
    'dist/join.schema.json',
    'custom-elements.json',
    'dist/editors/web-types.json',
  ],
  cli: ['dist/cli/meedoen.js'],
};

/** Builds what is named: 'drop-in', 'npm', 'cli'. Rejects with the compiler's message. */
export async function build(...names) {
  await ensureInstalled();
  const vite = await import('vite');
  const builds = await import('./builds.mjs');
  for (const name of names) await makers[name](vite, builds);
}

/** Builds what is named as far as it is missing or older than its sources. */
export async function buildWhatIsOld(...names) {
  const sources = Math.max(
    ...['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'].map((name) => newest(path.join(root, name))),
  );
  const old = names.filter((name) =>
    products[name].some((file) => !existsSync(path.join(root, file)) || newest(path.join(root, file)) < sources),
  );
  if (!old.length) return;
  console.log(`Building ${old.join(' and ')}…`);
  await build(...old);
}

/** When a file, or the newest file in a folder, was last changed (milliseconds). */
function newest(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

async function makeDropIn(vite, builds) {
  await vite.build(builds.dropIn());
}

async function makeNpm(vite, builds) {
  rmSync(`${root}/dist/npm`, { recursive: true, force: true });
  await vite.build(builds.npm());
  // asked for afresh: another build in the same process may have made an older one
  const { joinBodySchema } = await import(`${pathToFileURL(`${root}/dist/npm/feed/index.js`).href}?${Date.now()}`);
  writeFileSync(`${root}/dist/join.schema.json`, `${JSON.stringify(joinBodySchema(), undefined, 2)}\n`);
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  run('typescript/bin/tsc', '-p', 'src/receiver/tsconfig.build.json');
  run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
  const { writeEditorData } = await import('./editor-data.mjs');
  writeEditorData();
}

async function makeCli(vite, builds) {
  rmSync(`${root}/dist/cli`, { recursive: true, force: true });
  await vite.build(builds.cli());
  chmodSync(`${root}/dist/cli/meedoen.js`, 0o755);
}

/** Runs a program of node_modules. */
function run(program, ...args) {
  execFileSync(process.execPath, [`${root}/node_modules/${program}`, ...args], { cwd: root, stdio: 'inherit' });
}

if (isMain(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !makers[name]);
  if (unknown) {
    console.error(`There is no build “${unknown}”; there are ${Object.keys(makers).join(', ')}.`);
    process.exit(1);
  }
  try {
    await build(...(names.length ? names : Object.keys(makers)));
    const { printSizes } = await import('./size.mjs');
    process.exitCode = printSizes() ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
