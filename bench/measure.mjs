// Measuring: pages in turn in one browser, main-thread CPU time per job, medians. Knows the browser; what is measured is given to it.
import puppeteer from 'puppeteer-core';
import { chromium } from '../scripts/browsers.mjs';
import { install, jobs, ready, without } from './jobs.mjs';
import { hostOf } from './pages.mjs';

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Milliseconds of the metrics that say where time goes. */
const PARTS = { total: 'TaskDuration', script: 'ScriptDuration', style: 'RecalcStyleDuration', layout: 'LayoutDuration' };

/** A browser of our own, on the clock of the network. */
export async function openBrowser() {
  const options = await chromium();
  return puppeteer.launch({ ...options, env: { ...process.env, ...options.env, TZ: 'Europe/Amsterdam' } });
}

/**
 * A page in a process of its own, as cold as on a first visit; `use` gets it and how to measure on it.
 * @param throttle makes its CPU that many times slower
 */
export async function withPage(browser, use, throttle = 1) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const cdp = await page.createCDPSession();
    // time of the thread, not of the clock: what else the machine does does not count
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const result = await use({ page, cdp });
    if (errors.length) throw new Error(`${page.url()}: ${errors.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}

/** What the main thread has used since the page began, in milliseconds. */
export async function used(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(Object.entries(PARTS).map(([key, metric]) => [key, metrics.find(({ name }) => name === metric).value * 1000]));
}

/** What something costs, in milliseconds. */
export async function cost(cdp, something) {
  const before = await used(cdp);
  const result = await something();
  const after = await used(cdp);
  return { result, ...Object.fromEntries(Object.keys(PARTS).map((key) => [key, after[key] - before[key]])) };
}

/**
 * Loads one page and does all jobs on it.
 * @param said whether to wait until a screen reader is told what a search found
 * @returns {Promise<{ job: string, cost: object, seen: object }[]>} what each job cost (the first is `first content`), and what was seen after it
 */
export async function visit({ page, cdp }, site, kind, widget, size, said = true) {
  const host = hostOf(kind, widget);
  const results = [];
  const seen = () => page.evaluate(() => window.bench.visible());
  await page.goto(site.url(kind, widget, size));
  await page.evaluate(untilReady, host, isOurs(kind) ? ready[widget] : ':scope[data-shown] *');
  const load = await used(cdp);
  await page.evaluate(install, host);
  results.push({ job: 'first content', cost: load, seen: await seen() });
  const idle = [];
  for (let n = 0; n < 4; n++) idle.push(await cost(cdp, () => page.evaluate(() => window.bench.frames())));
  // what the waiting itself costs, which is no part of the job
  const own = (spent, frames) =>
    Object.fromEntries(Object.keys(PARTS).map((key) => [key, Math.max(0, spent[key] - frames * median(idle.map((one) => one[key])))]));
  // rows that come a moment later belong to the job
  const later = widget === 'contacts' ? 150 : 0;
  for (const { name, run, each, undo, close, from = 0 } of jobs[widget]) {
    if (size < from || without[kind]?.includes(name)) continue;
    for (const again of each) {
      const spent = await cost(cdp, async () => {
        await page.evaluate(run, { ...again, ...(!said && { said: 0 }), ...(!isOurs(kind) && { until: '' }) });
        await page.evaluate((time) => window.bench.wait(time), later);
      });
      results.push({ job: name, cost: own(spent, again.text ? again.text.length + 1 : 1), seen: await seen() });
    }
    if (undo) await page.evaluate(run, undo);
    if (close) await page.evaluate((selector) => window.bench.press(selector), close);
    await page.evaluate((time) => window.bench.wait(time), later);
  }
  return results;
}

/** In a page: until the widget has content, and what comes a moment later. */
async function untilReady(selector, content) {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const found = () => {
    const element = document.querySelector(selector);
    return (element?.shadowRoot ?? element)?.querySelector(content);
  };
  for (let n = 0; !found(); n++) {
    if (n > 400) throw new Error(`${content} has not come in 20 seconds.`);
    await wait(50);
  }
  await wait(250);
}

/** Whether a kind has to show what the others show. */
const isOurs = (kind) => kind === 'ours' || kind.startsWith('hand');

/**
 * Visits the pages of a widget in turn, `rounds` times.
 * @returns the medians per job and kind, and where a kind shows something else than the first
 */
export async function compare(browser, site, kinds, widget, size, { rounds, throttle, said }) {
  const samples = new Map();
  const differences = [];
  for (let round = 0; round < rounds; round++) {
    let first;
    // each round begins with another kind
    for (const kind of kinds.map((_, at) => kinds[(at + round) % kinds.length])) {
      const results = await withPage(browser, (session) => visit(session, site, kind, widget, size, said), throttle);
      for (const { job, cost } of results) {
        const key = `${job}\n${kind}`;
        samples.set(key, [...(samples.get(key) ?? []), cost]);
      }
      if (round || !isOurs(kind)) continue;
      if (first) differences.push(...results.flatMap((result, at) => differenceOf(result, first[at], kind, kinds[0])));
      else first = results;
    }
  }
  const rows = new Map();
  for (const [key, costs] of samples) {
    const [job, kind] = key.split('\n');
    if (!rows.has(job)) rows.set(job, new Map());
    rows.get(job).set(kind, Object.fromEntries(Object.keys(PARTS).map((part) => [part, median(costs.map((spent) => spent[part]))])));
  }
  return { rows, differences };
}

function differenceOf(a, b, kind, other) {
  const found = [];
  if (a.seen.text !== b.seen.text) {
    let at = 0;
    while (a.seen.text[at] === b.seen.text[at]) at++;
    const cut = (text) => text.slice(Math.max(0, at - 40), at + 60);
    found.push(`${a.job}: ${kind} shows “${cut(a.seen.text)}”, ${other} “${cut(b.seen.text)}”`);
  }
  const tags = [...new Set([...Object.keys(a.seen.counts), ...Object.keys(b.seen.counts)])].filter(
    (tag) => a.seen.counts[tag] !== b.seen.counts[tag],
  );
  if (tags.length)
    found.push(
      `${a.job}: ${tags.map((tag) => `${kind} has ${a.seen.counts[tag] ?? 0} × ${tag}, ${other} ${b.seen.counts[tag] ?? 0}`).join('; ')}`,
    );
  return found;
}
