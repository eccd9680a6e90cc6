// Every story as a test, in the static Storybook: it renders, what is pressed in it works, and axe finds nothing; and every page of
// documentation shows. `node scripts/story-tests.mjs [word …]` makes storybook-static/ and walks it (with words: only the stories
// whose id holds one). --built: with the Storybook that is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { ensureInstalled, root } from './bootstrap.mjs';

await ensureInstalled();
const { default: puppeteer } = await import('puppeteer-core');
const { chromium } = await import('./browsers.mjs');

const PAGES = 2;
const LIMIT = 30_000;
const folder = `${root}/storybook-static`;
const words = process.argv.slice(2).filter((word) => word !== '--built');
if (!process.argv.includes('--built') || !existsSync(`${folder}/index.json`)) build();

const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
const chosen = Object.values(entries).filter(({ id }) => !words.length || words.some((word) => id.includes(word)));
if (!chosen.length) throw new Error(`No story has ${words.join(' or ')} in its id.`);

const files = sirv(folder, { dev: true });
const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${server.address().port}`;
const { args, ...options } = await chromium();
// two pages at once: neither is in the background for its timers
const awake = ['--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'];
const browser = await puppeteer.launch({ ...options, args: [...args, ...awake] });
const results = { passed: 0, failed: 0, skipped: 0 };
const queue = [...chosen];
try {
  await Promise.all(Array.from({ length: PAGES }, walk));
} finally {
  await browser.close();
  server.close();
}
if (results.failed) process.exitCode = 1;
console.log(`${results.passed} stories and pages are right${results.failed ? `, ${results.failed} are not` : ''}`);
if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(results));

/** Storybook says much; it is shown when something is wrong. */
function build() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}/node_modules/storybook/dist/bin/dispatcher.js`, 'build', '-o', folder, '--quiet'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
}

/** Takes entries from the queue until it is empty, in a page of its own. */
async function walk() {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // a filled form asks before it is left
  page.on('dialog', (dialog) => dialog.accept());
  // what would leave the machine, were it let: nothing may
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const outside = /^https?:/.test(request.url()) && !request.url().startsWith(`${origin}/`);
    if (outside && !request.isInterceptResolutionHandled()) errors.push(`asks ${request.url()}`);
    return outside ? request.abort() : request.continue();
  });
  await page.evaluateOnNewDocument(listen);
  for (let entry; (entry = queue.shift());) {
    errors.length = 0;
    let problems;
    try {
      problems = await (entry.type === 'docs' ? readDocs(page, entry) : runStory(page, entry));
    } catch (error) {
      problems = [error.message];
    }
    problems = [...problems, ...errors];
    results[problems.length ? 'failed' : 'passed']++;
    if (problems.length) console.log(`✗ ${entry.title}: ${entry.name} (${entry.id})\n${problems.map((line) => `    ${line}`).join('\n')}`);
  }
}

/** @returns what is wrong with a story */
async function runStory(page, { id }) {
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story`, { waitUntil: 'load' });
  return within(page.evaluate(() => window.storyFinished));
}

/** @returns what is wrong with a page of documentation */
async function readDocs(page, { id }) {
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=docs`, { waitUntil: 'load' });
  await page.waitForSelector('#storybook-docs .sbdocs-content h1', { timeout: LIMIT });
  return page.evaluate(() =>
    [...document.querySelectorAll('.sb-errordisplay_main, .sbdocs-content pre.sb-error')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.innerText),
  );
}

function within(promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, LIMIT, [`not finished after ${LIMIT / 1_000} seconds`])));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** In the page, before Storybook: `storyFinished` gets what went wrong in rendering, playing, and according to axe. */
function listen() {
  window.storyFinished = new Promise((resolve) => {
    const waiting = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(waiting);
      const problems = [];
      const say = (error) =>
        problems.push(
          [error]
            .flat()
            .map((one) => one?.message ?? one?.title ?? JSON.stringify(one))
            .join(' '),
        );
      for (const event of ['storyThrewException', 'storyErrored', 'storyMissing'])
        channel.on(event, (error) => (say(error), resolve(problems)));
      for (const event of ['playFunctionThrewException', 'unhandledErrorsWhilePlaying']) channel.on(event, say);
      channel.on('storyFinished', ({ status, reporters }) => {
        const a11y = reporters.find(({ type }) => type === 'a11y');
        if (!a11y) problems.push('axe did not run');
        for (const { id, nodes } of a11y?.result?.violations ?? [])
          problems.push(...nodes.map(({ target, failureSummary }) => `${id}: ${target.flat(9).join(' ')}: ${failureSummary}`));
        if (status === 'error' && !problems.length) problems.push('it failed without saying why');
        resolve(problems);
      });
    }, 5);
  });
}
