// `npm run shots [id …]`: pictures of every example of stories/examples.ts (or of those whose id or element starts with a word
// given) at three widths, in light, dark and forced colours: shots/index.html shows them beside each other, shots/<element>.png
// is the sheet of one element. Without words, or with `readme`: docs/widgets.png too, from the real demo.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { buildWhatIsOld } from './build.mjs';

await ensureInstalled();
await buildWhatIsOld('drop-in');
register(new URL('typescript.mjs', import.meta.url).href);
const { default: puppeteer } = await import('puppeteer-core');
const { chromium } = await import('./browsers.mjs');
const { serve } = await import('./serve.mjs');

const widths = [320, 768, 1280];
const schemes = {
  light: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' },
  dark: { 'prefers-color-scheme': 'dark', 'forced-colors': 'none' },
  forced: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
};

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A whole page around one example, as plain as a site can be. */
const pageOf = ({ element, title, html, feed }) => `<!doctype html>
<html lang="nl">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <meta name="color-scheme" content="light dark" />
  <title>${escaped(title)}</title>
  <style>
    body { margin: 1.5rem 1rem; font: 100%/1.5 system-ui, sans-serif; }
  </style>
  <body>${html}</body>
  ${feed === undefined ? '' : `<script>for (const element of document.querySelectorAll(${JSON.stringify(element)})) element.feed = ${JSON.stringify(feed).replaceAll('<', '\\u003c')};</script>`}
  <script type="module" src="/meedoen.js"></script>
</html>`;

/** Waits until the elements have said what they are (an example may stay loading on purpose) and the pictures are in. */
const settle = (page) =>
  page.evaluate(async () => {
    const elements = [...document.querySelectorAll('*')].filter((element) => element.localName.startsWith('meedoen-'));
    await Promise.all(elements.map(({ localName }) => customElements.whenDefined(localName)));
    for (let tries = 0; tries < 40 && elements.some((element) => element.matches(':state(loading)')); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(elements.map((element) => element.updateComplete));
    await document.fonts.ready;
    const images = elements.flatMap((element) => [...(element.shadowRoot?.querySelectorAll('img') ?? [])]);
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** Pictures of one example in every width and scheme: `shots/<id>/<width>-<scheme>.png`. */
async function shoot(page, cdp, origin, example) {
  mkdirSync(`${folder}/${example.id}`, { recursive: true });
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    await page.goto(`${origin}/example/${example.id}`);
    await settle(page);
    if (example.fill || example.press) {
      const { element, fill, press, answer } = example;
      await page.evaluate(`(${act})(document.querySelector('${element}'), ${JSON.stringify({ fill, press, answer })})`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await settle(page);
    }
    for (const [scheme, features] of Object.entries(schemes)) {
      await cdp.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
      await page.screenshot({ path: `${folder}/${example.id}/${width}-${scheme}.png`, fullPage: true });
    }
  }
}

/** The pictures of some examples beside each other, as HTML: a row per example. */
const sheetOf = (examples) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>meedoen: every example</title>
  <style>
    body { margin: 1rem; font: 14px system-ui, sans-serif; background: #ddd; }
    section > div { display: flex; gap: 8px; align-items: start; }
    figure { margin: 0; }
    img { display: block; max-block-size: 480px; object-fit: cover; object-position: top; }
    h2 { margin: 1.5rem 0 0.25rem; font-size: 1rem; }
  </style>
  ${examples
    .map(
      ({ id, element, title }) => `<section>
    <h2>${escaped(`${element}: ${title}`)} <small>${escaped(id)}</small></h2>
    <div>${widths
      .flatMap((width) =>
        Object.keys(schemes).map((scheme) => {
          const picture = `${encodeURIComponent(id)}/${width}-${scheme}.png`;
          return `<figure><a href="${picture}"><img src="${picture}" width="${Math.round(width / 3)}" alt="" /></a>${width} ${scheme}</figure>`;
        }),
      )
      .join('')}</div>
  </section>`,
    )
    .join('')}
</html>`;

/** docs/widgets.png: the top of each widget of the demo's first site, beside each other. */
async function portrait(page, origin) {
  await page.setViewport({ width: 760, height: 1000 });
  await page.goto(`${origin}/koepel/`);
  await settle(page);
  const pictures = [];
  for (const name of ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form']) {
    const element = await page.$(`meedoen-${name}`);
    if (!element) continue;
    const { x, y, width, height } = await element.boundingBox();
    const clip = { x, y, width, height: Math.min(height, 640) };
    pictures.push(await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: true }));
  }
  await page.setViewport({ width: 1280, height: 400 });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 32px 32px 0; columns: 2; column-gap: 32px; background: #fff; }
    img { inline-size: 100%; display: block; break-inside: avoid; margin-block-end: 32px; }
  </style>${pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('')}`);
  mkdirSync(`${root}/docs`, { recursive: true });
  await page.screenshot({ path: `${root}/docs/widgets.png`, fullPage: true });
}

const words = process.argv.slice(2);
const { examples } = await import(pathToFileURL(`${root}/stories/examples.ts`).href);
const { act, receive } = await import(pathToFileURL(`${root}/stories/act.ts`).href);
const chosen = examples.filter(({ id, element }) => !words.length || words.some((word) => id.startsWith(word) || element.endsWith(word)));
if (!chosen.length && !words.includes('readme'))
  throw new Error(`No example is called ${words.join(' or ')}; there are: ${examples.map(({ id }) => id).join(', ')}.`);

const folder = `${root}/shots`;
if (!words.length) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const { origin, server } = await serve({
  port: 0,
  page: (pathname) => {
    const example = pathname.startsWith('/example/') && examples.find(({ id }) => id === decodeURIComponent(pathname.slice(9)));
    return example ? pageOf(example) : undefined;
  },
});
const browser = await puppeteer.launch(await chromium());
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`✗ ${page.url()}: ${error.message}`));
  // a filled form asks before it is left
  page.on('dialog', (dialog) => dialog.accept());
  const cdp = await page.createCDPSession();
  await page.evaluateOnNewDocument(`(${receive})(${JSON.stringify(Object.fromEntries(examples.map(({ id, answer }) => [id, answer])))})`);
  for (const example of chosen) {
    try {
      await shoot(page, cdp, origin, example);
      console.log(`${example.element}: ${example.title} (${example.id})`);
    } catch (error) {
      console.error(`✗ ${example.id}: ${error.message}`);
      process.exitCode = 1;
    }
  }

  if (chosen.length) writeFileSync(`${folder}/index.html`, sheetOf(chosen));
  await cdp.send('Emulation.setEmulatedMedia', { features: [] });
  for (const element of new Set(chosen.map((example) => example.element))) {
    const sheet = await browser.newPage();
    await sheet.setViewport({ width: 2480, height: 800 });
    writeFileSync(`${folder}/${element}.html`, sheetOf(chosen.filter((example) => example.element === element)));
    await sheet.goto(pathToFileURL(`${folder}/${element}.html`).href, { waitUntil: 'networkidle0' });
    await sheet.screenshot({ path: `${folder}/${element}.png`, fullPage: true });
    await sheet.close();
  }

  if (!words.length || words.includes('readme')) await portrait(page, origin);
  if (chosen.length) console.log(`\n${chosen.length} examples: shots/index.html`);
} finally {
  await browser.close();
  server.close();
}
