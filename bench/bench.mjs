// `npm run bench [-- sessions contacts-342 …] [--peers] [--rounds=3] [--throttle=4]`: our elements beside the same pages made by hand (and,
// with --peers, beside other libraries) in one browser in turn. Prints milliseconds of main-thread CPU time and their ratios, as Markdown.
// `npm run bench -- reading [sessions …]`: only what is done before anything is shown.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../scripts/bootstrap.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const SIZES = { sessions: [24, 500, 5000], contacts: [13, 342, 5000], stories: [14, 200, 2000], join: [24] };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'boolean' }, rounds: { type: 'string', default: '3' }, throttle: { type: 'string', default: '1' } },
});
const names = positionals.filter((name) => name !== 'reading');
const readingOnly = names.length < positionals.length;
const wanted = (names.length ? names : Object.keys(SIZES)).flatMap((name) => {
  const [widget, size] = name.split('-');
  if (!SIZES[widget] || (size && !(Number(size) > 0))) {
    console.error(`There is no “${name}”; there are ${Object.keys(SIZES).join(', ')}, with a number of items if you like (sessions-500).`);
    process.exit(1);
  }
  return (size ? [Number(size)] : SIZES[widget]).map((count) => [widget, count]);
});
const options = { rounds: Number(values.rounds), throttle: Number(values.throttle) };

await ensureInstalled();
if (values.peers) installPeers();
const { buildWhatIsOld } = await import('../scripts/build.mjs');
await buildWhatIsOld('drop-in');
const { openBrowser } = await import('./measure.mjs');
const { peersOf, servePages } = await import('./pages.mjs');
const { compare } = await import('./measure.mjs');
const { reading } = await import('./reading.mjs');
const { goalOf } = await import('./goals.mjs');

const others = values.peers ? [...new Set(wanted.flatMap(([widget]) => peersOf(widget)))] : [];
const site = await servePages(readingOnly ? [] : ['hand', ...others]);
const browser = await openBrowser();
console.log(
  `${await browser.version()}, ${cpus().length} cores${options.throttle > 1 ? `, CPU ${options.throttle} times slower` : ''}, medians of ${options.rounds} rounds; ms of main-thread CPU time`,
);
try {
  for (const [widget, size] of wanted) {
    const kinds = ['ours', 'hand', ...(widget === 'stories' ? ['hand-plain'] : []), ...(values.peers ? peersOf(widget) : [])];
    const { rows, differences } = readingOnly ? { differences: [] } : await compare(browser, site, kinds, widget, size, options);
    console.log(`\n### ${size.toLocaleString('en')} ${widget}\n`);
    if (rows) print(widget, size, rows, kinds.slice(2));
    const steps = await reading(browser, site, widget, size, options);
    console.log(
      `\n${Object.entries(steps)
        .map(([step, time]) => `${step} ${time.toFixed(1)}`)
        .join(' · ')}`,
    );
    for (const difference of new Set(differences)) {
      console.log(`\nNot the same: ${difference}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  site.close();
}

/** One row per job: ours, by hand, how many times that is, and the others. */
function print(widget, size, rows, extra) {
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(['job', 'ours', 'by hand', 'ratio', 'goal', ...extra.map((kind) => `${kind} (× by hand)`)]);
  line(['---', '--:', '--:', '--:', '--:', ...extra.map(() => '--:')]);
  for (const [job, costs] of rows) {
    const [ours, hand] = ['ours', 'hand'].map((kind) => costs.get(kind).total);
    const goal = goalOf(widget, size, job);
    const ratio = ours / hand;
    line([
      job,
      ours.toFixed(1),
      hand.toFixed(1),
      goal === Infinity ? '' : ratio > goal ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2),
      goal === Infinity ? '' : goal,
      ...extra.map((kind) => {
        const other = costs.get(kind)?.total;
        return other === undefined ? '' : `${other.toFixed(1)} (${(other / hand).toFixed(1)})`;
      }),
    ]);
  }
}

/** The other libraries are in bench/package.json only, and are installed when they are asked for. */
function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'));
  if (Object.keys(dependencies).every((name) => existsSync(`${here}node_modules/${name}`))) return;
  console.log('Installing the packages of bench/package-lock.json (npm ci)…');
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) process.exit(1);
}
