// What the tests on host pages share: real servers that send real headers, real browsers, and what the owner of a page can see of it:
// errors, console lines, policy reports, requests. Knows nothing of how the elements are made.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, describe } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { root } from '../../scripts/bootstrap.mjs';
import { chromium, firefox, withViewport } from '../../scripts/browsers.mjs';

export const NAMES = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];
export const TAGS = NAMES.map((name) => `meedoen-${name}`);

/** The feed of the demo: real texts of real length. Its clock. */
const demoFeed = readFileSync(`${root}/demo/meedoen.json`, 'utf8');
export const TODAY = '2021-09-20';

/** A feed small enough to read in a test, with something for each element. */
export const smallFeed = {
  meedoen: 1,
  title: 'Voorbeeldfeed',
  stories: [
    { id: 'verhaal', title: 'Een voorbeeldverhaal', lead: 'Zo begint het.', body: '<h2>Tussenkop</h2><p>De tekst, met <b>nadruk</b>.</p>' },
  ],
  sessions: [{ id: 'sessie', title: 'Een voorbeeldsessie', start: '2021-09-24T09:30', summary: 'Waar het over gaat.' }],
  contacts: [{ id: 'contact', organisation: 'Voorbeeldorganisatie', email: 'info@example.org' }],
  join: { action: '/join', title: 'Doe mee' },
};

/** The fallback that stands between the tags, to be recognised by. */
export const FALLBACK = '<a class="fallback" href="/anders">Bekijk het op de site van het netwerk</a>';

/** One of each element; the form has somewhere to go. */
export const five = (src = '/meedoen.json', attributes = '') =>
  TAGS.map(
    (tag) => `<${tag} src="${src}" today="${TODAY}" ${tag.endsWith('form') ? 'action="/join"' : ''} ${attributes}>${FALLBACK}</${tag}>`,
  ).join('\n');

/** A page of a site. `script` is the tag that brings the bundle; it may be left out. */
export const page = (body, { script = '<script type="module" src="/meedoen.js"></script>', head = '' } = {}) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Een pagina</title>${head}${script}</head><body>${body}</body></html>`;

const types = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  css: 'text/css',
};
const dist = (name) => readFileSync(`${root}/dist/${name}`, 'utf8');
/** The bundle as another version would be: the same build with another number in it. */
export const bundle = (version) => {
  const { version: own } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const text = dist('meedoen.js');
  assert.ok(text.split(own).length > 2, `the version ${own} stands in the bundle`);
  return text.replaceAll(own, version);
};

const sites = new Set();

/**
 * Starts a server at 127.0.0.1 that everybody may read. It has the bundle, the sanitiser and the demo's feed and pictures.
 * @param {Record<string, string | { body?: string, headers?: object, status?: number } | ((request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse) => void)>} routes what it answers; can be changed while it runs
 * @returns `origin`; `other`, the same server under another name; `requests` so far, each with `method`, `path` (with query),
 *   `headers` and `closed` (milliseconds after its start, when the visitor's browser hung up)
 */
export async function site(routes = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const entry = { method: request.method, path: request.url, headers: request.headers, body: '' };
    const start = performance.now();
    requests.push(entry);
    request.on('data', (chunk) => (entry.body += chunk));
    response.on('close', () => (entry.closed = performance.now() - start));
    response.setHeader('Access-Control-Allow-Origin', '*');
    const type = types[/\.(\w+)$/.exec(pathname)?.[1] ?? 'html'];
    if (type) response.setHeader('Content-Type', type);
    const route = routes[pathname];
    if (typeof route === 'function') return route(request, response);
    if (typeof route === 'string') return response.end(route);
    if (route) return response.writeHead(route.status ?? 200, route.headers).end(route.body);
    // the files beside the bundle are asked for from wherever it stands
    if (/\/meedoen(-more|-sanitizer)?\.js$/.test(pathname)) return response.end(dist(pathname.replace(/^.*\//, '')));
    if (pathname === '/meedoen.json') return response.end(demoFeed);
    if (/^\/pictures\/[\w-]+\.svg$/.test(pathname)) return response.end(readFileSync(`${root}/demo${pathname}`));
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  sites.add(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    other: `http://localhost:${port}`,
    routes,
    requests,
    /** The requests for one address, whatever its query. */
    requestsFor: (path) => requests.filter((request) => request.path.split('?')[0] === path),
  };
}

/** Runs in the page before anything of the page: notes what its owner would have to worry about. */
function watch() {
  const notes = { errors: [], violations: [] };
  Object.defineProperty(window, '__notes', { value: notes });
  addEventListener('error', (event) => event.message && notes.errors.push(event.message), true);
  addEventListener('unhandledrejection', ({ reason }) => notes.errors.push(`rejected: ${String(reason?.stack ?? reason)}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample, sourceFile, lineNumber }) =>
    notes.violations.push(`${effectiveDirective} ${sample} ${sourceFile}:${lineNumber}`),
  );
}

/** Waits until `check` gives something true, and gives that; `what` is said when it doesn't within `timeout` milliseconds. */
export async function until(check, what, timeout = 15_000) {
  const end = performance.now() + timeout;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (performance.now() > end) assert.fail(`${typeof what === 'function' ? await what() : what} (waited ${timeout} ms)`);
    await wait(50);
  }
}

/** A page as its owner and a visitor see it. */
class Visit {
  /** What stood in the console: `{ type, text }`. */
  lines = [];
  /** Where requests went. */
  urls = [];

  constructor(page) {
    this.page = page;
    page.on('console', (message) => this.lines.push({ type: message.type(), text: message.text() }));
    page.on('pageerror', (error) => this.lines.push({ type: 'pageerror', text: String(error?.message ?? error) }));
    page.on('request', (request) => this.urls.push(request.url()));
  }

  evaluate(...args) {
    return this.page.evaluate(...args);
  }

  /** Runs the text of a function in the page, with the first such element's shadow root as `root` and what else is given as `args`. */
  within(tag, body, ...args) {
    return this.page.evaluate(
      (tag, body, args) => new Function('root', 'args', body)(document.querySelector(tag).shadowRoot, args),
      tag,
      body,
      args,
    );
  }

  /** What meedoen said in the console. */
  get said() {
    return this.lines.map(({ text }) => text).filter((text) => text.startsWith('meedoen:'));
  }

  /** In which state each element is, in document order; `plain` when it is not defined. */
  async states() {
    const text = await this.page.evaluate((tags) => {
      let text = '';
      for (const element of document.querySelectorAll(tags)) {
        let found = 'plain';
        for (const state of ['loading', 'ready', 'empty', 'failed']) if (element.matches(`:state(${state})`)) found = state;
        text += `${text && ' '}${found}`;
      }
      return text;
    }, TAGS.join());
    return text.split(' ');
  }

  /** Waits until all elements of the page are in this state. */
  async all(state, { timeout, count = 1 } = {}) {
    await until(
      async () => {
        const states = await this.states();
        return states.length >= count && states.every((each) => each === state);
      },
      async () => `not all ${state}: ${await this.states()}; console: ${JSON.stringify(this.lines)}`,
      timeout,
    );
  }

  /** Waits until the elements have stood still for ten frames: what is measured in one frame is answered in the next. */
  async rest() {
    await this.page.evaluate(async (tags) => {
      const places = () => {
        let text = '';
        for (const element of document.querySelectorAll(tags)) {
          const { top, width, height } = element.getBoundingClientRect();
          text += `${top} ${width} ${height} ${element.shadowRoot?.textContent.length} `;
        }
        return text;
      };
      for (let still = 0, before = ''; still < 10;) {
        await new Promise(requestAnimationFrame);
        const now = places();
        still = now === before ? still + 1 : 0;
        before = now;
      }
    }, TAGS.join());
  }

  /** Uncaught errors and rejections in the page, however they came out. */
  async errors() {
    const { errors } = await this.page.evaluate(() => window.__notes);
    // Firefox tells of what it blocked as if the page had thrown it
    const thrown = this.lines.filter(
      ({ type, text }) => type === 'pageerror' && !/^(Content-Security-Policy|Cross-Origin Request)/.test(text),
    );
    return [...errors, ...thrown.map(({ text }) => text)];
  }

  violations() {
    return this.page.evaluate(() => window.__notes.violations);
  }

  /** How many of the fallbacks can be seen. */
  visibleFallbacks() {
    return this.page.evaluate(() => [...document.querySelectorAll('.fallback')].filter((link) => link.getClientRects().length > 0).length);
  }
}

const wanted = process.env.BROWSERS?.split(',').map((name) => name.trim());
const found = [];
for (const [name, find] of Object.entries({ chromium, firefox })) {
  if (wanted && !wanted.includes(name)) continue;
  const options = await find();
  if (options) found.push({ name, options });
  else if (wanted) throw new Error(`BROWSERS asks for ${name}, which is not on this machine.`);
}

/**
 * Describes the same for each browser of this machine.
 * @param {(tools: { name: string, visit: (url: string, options?: object) => Promise<Visit> }) => void} body `visit` opens a page in a
 *   window of its own: `width`, `height`, `run` (a function that runs before the page's own scripts), `settle: false` not to wait for
 *   the load event. It is closed after the test.
 */
export function inEachBrowser(title, body) {
  for (const { name, options } of found) {
    describe(`${title} (${name})`, () => {
      let browser;
      const pages = new Set();
      before(async () => {
        browser = await puppeteer.launch(options);
      });
      afterEach(async () => {
        for (const page of pages) await page.close().catch(() => undefined);
        pages.clear();
      });
      after(() => browser?.close());
      const visit = async (url, { width = 1000, height = 800, run, settle = true } = {}) => {
        const page = withViewport(await browser.newPage());
        pages.add(page);
        await page.setViewport({ width, height });
        await page.evaluateOnNewDocument(watch);
        if (run) await page.evaluateOnNewDocument(run);
        const visit = new Visit(page);
        await page.goto(url, { waitUntil: settle ? 'load' : 'domcontentloaded' });
        return visit;
      };
      body({ name, visit });
    });
  }
}

after(() => {
  for (const server of sites) {
    server.close();
    server.closeAllConnections();
  }
});
