// `node scripts/size.mjs [files]`: what the bundle weighs, and what each room of the house has in it (with `files`: each source
// file too); exit 1 when that is over a budget of size-budgets.json (bytes, brotli). The bundle's budget is the design's; a room's is
// what it weighs today and a little, so that nothing grows unseen. A room's share: every minified byte belongs
// to the source that the source map names for it, and counts at the rate at which the whole file is compressed.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { decode } from '@jridgewell/sourcemap-codec';
import { isMain, root } from './bootstrap.mjs';

const budgets = JSON.parse(readFileSync(new URL('size-budgets.json', import.meta.url), 'utf8'));

/** Prints one line; numbers are bytes. @returns {boolean} whether `brotli` is within `budget`, if there is one */
function row(name, { raw, gzip, brotli, budget }) {
  const numbers = [raw, gzip, brotli, budget].map((bytes) => (bytes?.toLocaleString('en') ?? '').padStart(9)).join('');
  const fits = budget === undefined || brotli <= budget;
  console.log(`${name.padEnd(60)}${numbers}${fits ? '' : '  over'}`);
  return fits;
}

/** Minified bytes of the bundle per source; what no source is named for (the wrapper and the guard in it) is under ''. */
function bytesPerSource(code, { mappings, sources }) {
  const bytes = new Map();
  const lines = code.split('\n');
  decode(mappings).forEach((segments, line) => {
    [[0], ...segments].forEach(([column, source], at, all) => {
      const name = source === undefined ? '' : sources[source];
      const end = all[at + 1]?.[0] ?? lines[line].length;
      bytes.set(name, (bytes.get(name) ?? 0) + end - column);
    });
  });
  return bytes;
}

/** The room of a source: a folder of src, one element, `entry` for src's own files, `dependencies` for packages. */
function roomOf(source) {
  if (source.includes('node_modules/')) return 'dependencies';
  const [, folder, name] = /(?:^|\/)src\/(?:([^/]+)\/)?(?:([^/]+)\/)?[^/]+$/.exec(source) ?? [];
  return folder === 'elements' ? `elements/${name ?? 'shared'}` : (folder ?? 'entry');
}

/** Prints the table. @returns {boolean} whether everything is within its budget */
export function printSizes({ files = false } = {}) {
  const verdicts = [];
  console.log(`\n${'bytes'.padEnd(60)}${['raw', 'gzip', 'brotli', 'budget'].map((word) => word.padStart(9)).join('')}`);
  for (const [file, budget] of Object.entries(budgets.files)) {
    const content = readFileSync(`${root}/dist/${file}`);
    const sizes = { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
    verdicts.push(row(file, { ...sizes, budget }));
  }

  const code = readFileSync(`${root}/dist/meedoen.js`, 'utf8');
  const sources = [...bytesPerSource(code, JSON.parse(readFileSync(`${root}/dist/meedoen.js.map`, 'utf8')))];
  const rate = brotliCompressSync(code).length / code.length;
  console.log('\nmeedoen.js by the room of its sources, at the rate of the whole file');
  for (const room of new Set([...Object.keys(budgets.rooms), ...sources.map(([source]) => roomOf(source))])) {
    const own = sources.filter(([source]) => roomOf(source) === room).sort(([, a], [, b]) => b - a);
    const raw = own.reduce((sum, [, bytes]) => sum + bytes, 0);
    verdicts.push(row(`  ${room}`, { raw, brotli: Math.round(raw * rate), budget: budgets.rooms[room] }));
    if (!files) continue;
    for (const [source, bytes] of own) {
      const name = source.replace(/^.*node_modules\/|^.*\/src\/|^$/, '') || 'wrapper and guard';
      row(`      ${name}`, { raw: bytes, brotli: Math.round(bytes * rate) });
    }
  }
  return !verdicts.includes(false);
}

if (isMain(import.meta.url)) {
  process.exitCode = printSizes({ files: process.argv.includes('files') }) ? 0 : 1;
}
