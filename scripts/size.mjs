// `node scripts/size.mjs`: what the bundle weighs, and what each room of the house has in it; exit 1 when that is over a
// budget of size-budgets.json (bytes, brotli). A room's share: every minified byte belongs to the source that the source map
// names for it; a room's bytes count at the rate at which the whole file is compressed.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { decode } from '@jridgewell/sourcemap-codec';
import { root } from './bootstrap.mjs';

const budgets = JSON.parse(readFileSync(new URL('size-budgets.json', import.meta.url), 'utf8'));
const number = (bytes) => bytes.toLocaleString('en').padStart(9);
const row = (name, brotli, budget, ...more) =>
  console.log(`${name.padEnd(26)}${[...more, brotli, budget ?? 0].map(number).join('')}${brotli > (budget ?? Infinity) ? '  over' : ''}`);

/** The room of a source: a folder of src, one element, `entry` for src's own files, `dependencies` for packages. */
function roomOf(source) {
  if (/node_modules\//.test(source)) return 'dependencies';
  const [, folder, name] = /(?:^|\/)src\/(?:([^/]+)\/)?(?:([^/]+)\/)?[^/]+$/.exec(source) ?? [];
  return folder === 'elements' ? `elements/${name ?? 'shared'}` : (folder ?? 'entry');
}

/** Bytes of a generated file per room; what no source is named for (the wrapper) counts as `entry`. */
function bytesPerRoom(code, { mappings, sources }) {
  const bytes = {};
  const lines = code.split('\n');
  decode(mappings).forEach((segments, line) => {
    [[0], ...segments].forEach(([column, source], at, all) => {
      const end = all[at + 1]?.[0] ?? lines[line].length;
      const room = source === undefined ? 'entry' : roomOf(sources[source]);
      bytes[room] = (bytes[room] ?? 0) + end - column;
    });
  });
  return bytes;
}

/** Prints the table. @returns {boolean} whether everything is within its budget */
export function printSizes() {
  let fits = true;
  console.log(`\n${'bytes'.padEnd(26)}${['raw', 'gzip', 'brotli', 'budget'].map((word) => word.padStart(9)).join('')}`);
  for (const [file, budget] of Object.entries(budgets.files)) {
    const content = readFileSync(`${root}/dist/${file}`);
    const brotli = brotliCompressSync(content).length;
    row(file, brotli, budget, content.length, gzipSync(content, { level: 9 }).length);
    fits &&= brotli <= budget;
  }
  const code = readFileSync(`${root}/dist/meedoen.js`, 'utf8');
  const rate = brotliCompressSync(code).length / code.length;
  const rooms = bytesPerRoom(code, JSON.parse(readFileSync(`${root}/dist/meedoen.js.map`, 'utf8')));
  console.log('\nof which, by the source map, at the rate of the whole file');
  for (const room of new Set([...Object.keys(budgets.rooms), ...Object.keys(rooms)])) {
    const share = Math.round((rooms[room] ?? 0) * rate);
    row(`  ${room}`, share, budgets.rooms[room], rooms[room] ?? 0, 0);
    fits &&= share <= (budgets.rooms[room] ?? Infinity);
  }
  return fits;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = printSizes() ? 0 : 1;
