// What reading a feed costs, apart from showing it: JSON.parse, the tolerant reader, merging; what choosing from its items costs; and what
// showing costs when all of that is done. In the page of our element, once it has its content.
import { cost, median, used, withPage } from './measure.mjs';
import { hostOf } from './pages.mjs';

const STEPS = {
  'JSON.parse': () => (window.parsed = JSON.parse(window.text)),
  reader: async () => (window.read = await window.reader.readFeed(window.parsed, { source: 'feed', base: location.href })),
  merge: () => (window.merged = window.reader.mergeFeeds([{ url: location.href, feed: window.read.feed }], Date.now())),
  filter: () => window.reader.filterItems(window.items(), { sector: ['vo'] }, window.merged),
  counts: () => ['sector', 'theme', 'region'].map((facet) => window.reader.facetOptions(window.items(), {}, window.merged, facet)),
  // the first time each item's text is made ready; after that it is there
  'first search': () => window.reader.filterItems(window.items(), { text: 'roos' }, window.merged),
  'next search': () => window.reader.filterItems(window.items(), { text: 'rooster werk' }, window.merged),
};

/** @returns {Promise<Record<string, number>>} milliseconds of main-thread time per step, medians */
export async function reading(browser, site, widget, size, { rounds, throttle }) {
  const samples = {};
  for (let round = 0; round < rounds; round++) {
    await withPage(
      browser,
      async ({ page, cdp }) => {
        const add = (step, total) => (samples[step] ??= []).push(total);
        await page.goto(site.url('empty', widget, size));
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
        add('an empty page', (await used(cdp)).total);
        await page.evaluate(
          async (reader, address, kind) => {
            window.reader = await import(reader);
            window.items = () => window.merged[kind];
            window.text = await (await fetch(address)).text();
          },
          '/reader.js',
          `/feed/${widget}-${size}.json`,
          widget === 'join' ? 'sessions' : widget,
        );
        for (const [step, run] of Object.entries(STEPS))
          add(step, (await cost(cdp, () => page.evaluate(`(async () => void (await (${run})()))()`))).total);
        await page.goto(site.url('ours', widget, size));
        await page.evaluate(
          async (host) => {
            while (!document.querySelector(host)?.matches(':state(ready)')) await new Promise((resolve) => setTimeout(resolve, 50));
            await new Promise((resolve) => setTimeout(resolve, 250));
          },
          hostOf('ours', widget),
        );
        // the feed of an address is read once: a second element only shows it
        const second = await cost(cdp, () =>
          page.evaluate(
            async (host) => {
              const first = document.querySelector(host);
              const other = first.cloneNode(true);
              first.after(other);
              await new Promise((resolve) => setTimeout(resolve, 300));
              if (!other.matches(':state(ready)')) throw new Error('The second element shows nothing.');
            },
            hostOf('ours', widget),
          ),
        );
        add('first render', second.total);
      },
      throttle,
    );
  }
  return Object.fromEntries(Object.entries(samples).map(([step, values]) => [step, median(values)]));
}
