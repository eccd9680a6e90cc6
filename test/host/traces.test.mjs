// "What does it leave behind on our page?" Nothing outside the box of the element.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { FALLBACK, five, inEachBrowser, page, site, TAGS, TODAY, until } from './support.mjs';

/** The names of everything that the page shares with all its scripts, as text. */
function sharedNames() {
  const roots = {
    window,
    document,
    Symbol,
    Object,
    Array,
    Promise,
    Node,
    Element,
    HTMLElement,
    Event,
    EventTarget,
    Document,
    Function,
    String,
    Date,
    Math,
    JSON,
    history,
    location,
    navigator,
    customElements,
  };
  return Object.entries(roots).flatMap(([root, object]) =>
    [
      [root, object],
      [`${root}.prototype`, object.prototype],
    ].flatMap(([path, owner]) => (owner ? Reflect.ownKeys(owner).map((key) => `${path} ${String(key)}`) : [])),
  );
}

/** What a host page has in its own hands: its tree outside our elements, and how its root and body look. */
function surroundings(tags) {
  const copy = document.documentElement.cloneNode(true);
  for (const element of copy.querySelectorAll(tags)) element.replaceWith(element.localName);
  const look = [document.documentElement, document.body].map((element) => {
    const style = getComputedStyle(element);
    return [...style]
      .map((name) => `${name}: ${style.getPropertyValue(name)}`)
      .filter((line) => !/block-size|height|perspective-origin|transform-origin|^(inline-size|width)/.test(line));
  });
  return { tree: copy.outerHTML, look, sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length };
}

const use = async () => {
  const pause = (time = 200) => new Promise((resolve) => setTimeout(resolve, time));
  const card = document.querySelector('meedoen-story-card').shadowRoot;
  card.querySelector('.card-link').click();
  for (let i = 0; i < 300 && !card.querySelector('dialog[open] .body > *'); i++) await pause(50);
};

inEachBrowser('a page with all five elements', ({ visit }) => {
  let host;
  let feeds;
  before(async () => {
    host = await site({ '/join': '{}' });
    feeds = await site();
    const link = '<p id="before">Vooraf <a href="#x">een link</a></p>';
    const script = `<script type="module" src="/meedoen.js"></script>`;
    host.routes['/page.html'] = page(link + five(`${feeds.origin}/meedoen.json`, 'controls') + '<p id="after">Daarna</p>', { script });
    host.routes['/plain.html'] = page(link + five(`${feeds.origin}/meedoen.json`, 'controls') + '<p id="after">Daarna</p>', { script: '' });
    host.routes['/tall.html'] = page(
      `<form><input name="q" autofocus></form><div style="height: 3000px"></div>${five()}<div style="height: 3000px"></div>`,
      { script },
    );
  });
  const start = (view, src = '/meedoen.js') =>
    view.evaluate((src) => document.body.append(Object.assign(document.createElement('script'), { src })), src);

  it('has no new global name, also no symbol, and nothing is added to what scripts share', async () => {
    const view = await visit(`${host.origin}/plain.html`);
    const before = await view.evaluate(sharedNames);
    await start(view);
    await view.all('ready', { count: 5 });
    await view.evaluate(use);
    const after = await view.evaluate(sharedNames);
    assert.ok(before.includes('window fetch') && before.includes('Document.prototype querySelector'), 'the names were read');
    assert.deepEqual(
      after.filter((name) => !before.includes(name)),
      [],
    );
    assert.deepEqual(
      before.filter((name) => !after.includes(name)),
      [],
    );
  });

  it('has no new global name as a module either', async () => {
    const bare = await visit(`${host.origin}/plain.html`);
    const view = await visit(`${host.origin}/page.html`);
    await view.all('ready', { count: 5 });
    const known = new Set(await bare.evaluate(sharedNames));
    assert.deepEqual(
      (await view.evaluate(sharedNames)).filter((name) => !known.has(name)),
      [],
    );
  });

  it('has no cookie and nothing in any storage', async () => {
    const view = await visit(`${host.origin}/page.html`);
    await view.all('ready', { count: 5 });
    await view.evaluate(use);
    const stored = await view.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await globalThis.caches?.keys())?.length ?? 0,
      name: window.name,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    assert.deepEqual(stored, { cookie: '', local: 0, session: 0, databases: 0, caches: 0, name: '', workers: 0 });
  });

  it('asks nothing of anyone but its own server and the feed’s: one script, one file beside it, one feed', async () => {
    const before = feeds.requests.length;
    const view = await visit(`${host.origin}/page.html`);
    await view.all('ready', { count: 5 });
    await view.evaluate(use);
    await wait(300);
    const urls = view.urls.filter((url) => !/^(data|blob|about):/.test(url)).map((url) => new URL(url));
    assert.deepEqual([...new Set(urls.map(({ origin }) => origin))].sort(), [host.origin, feeds.origin].sort());
    const scripts = urls.map(({ pathname }) => pathname).filter((path) => path.endsWith('.js'));
    assert.equal(scripts.filter((path) => path === '/meedoen.js').length, 1);
    assert.deepEqual([...new Set(scripts)].sort(), ['/meedoen-more.js', '/meedoen.js']);
    const asked = feeds.requests.slice(before).map(({ path }) => path);
    assert.equal(asked.filter((path) => path === '/meedoen.json').length, 1);
    assert.deepEqual(
      asked.filter((path) => path !== '/meedoen.json' && !path.startsWith('/pictures/')),
      [],
    );
  });

  it('sends no cookie with the feed, however near its server is, asks for no preflight, and takes no cookie', async () => {
    feeds.routes['/cookie.json'] = {
      body: '{"meedoen":1,"stories":[{"id":"a","title":"Een verhaal"}]}',
      headers: { 'Set-Cookie': 'spoor=1', 'Content-Type': 'application/json' },
    };
    host.routes['/cookie.json'] = feeds.routes['/cookie.json'];
    host.routes['/cookie.html'] = {
      body: page(
        `<meedoen-story-list src="${feeds.origin}/cookie.json"></meedoen-story-list><meedoen-story-list src="/cookie.json"></meedoen-story-list>`,
      ),
      headers: { 'Set-Cookie': 'ingelogd=ja', 'Content-Type': 'text/html' },
    };
    const view = await visit(`${host.origin}/cookie.html`);
    await view.all('ready', { count: 2 });
    assert.equal(await view.evaluate(() => document.cookie), 'ingelogd=ja', 'the page’s own cookie, and no other');
    const asked = [...host.requestsFor('/cookie.json'), ...feeds.requestsFor('/cookie.json')];
    assert.deepEqual(
      asked.map(({ method, headers }) => [method, headers.cookie, headers.authorization]),
      Array(2).fill(['GET', undefined, undefined]),
    );
    assert.ok(host.requestsFor('/meedoen.js').at(-1).headers.cookie, 'the browser does send it with the script, so it has one to send');
  });

  it('finds html, head, body and everything around the elements as it was, also with a dialog open', async () => {
    const bare = await visit(`${host.origin}/plain.html`);
    const before = await bare.evaluate(surroundings, TAGS.join());
    const view = await visit(`${host.origin}/page.html`);
    await view.all('ready', { count: 5 });
    const clean = (text) => text.replace('<script type="module" src="/meedoen.js"></script>', '');
    const compare = (now) => {
      assert.equal(clean(now.tree), before.tree);
      assert.deepEqual(now.look, before.look);
      assert.deepEqual([now.sheets, now.adopted], [before.sheets, before.adopted]);
    };
    compare(await view.evaluate(surroundings, TAGS.join()));
    await view.evaluate(use);
    assert.ok(await view.evaluate(() => !!document.querySelector('meedoen-story-card').shadowRoot.querySelector('dialog[open]')));
    compare(await view.evaluate(surroundings, TAGS.join()));
    await view.page.keyboard.press('Escape');
    const dialogs = () => view.evaluate(() => document.querySelector('meedoen-story-card').shadowRoot.querySelectorAll('dialog').length);
    await until(async () => (await dialogs()) === 0, 'Escape does not close the dialog');
    compare(await view.evaluate(surroundings, TAGS.join()));
  });

  it('keeps the focus and the place where its visitor is', async () => {
    const view = await visit(`${host.origin}/tall.html`);
    await view.evaluate(() => {
      window.moved = 0;
      addEventListener('focusout', () => window.moved++);
      scrollTo(0, 700);
    });
    await wait(100);
    await view.all('ready', { count: 5 });
    await wait(300);
    assert.deepEqual(await view.evaluate(() => ({ focus: document.activeElement.name, moved: window.moved, y: Math.round(scrollY) })), {
      focus: 'q',
      moved: 0,
      y: 700,
    });
  });

  it('reads the fallback when there is no script, and the content when there is', async () => {
    const view = await visit(`${host.origin}/plain.html`);
    assert.equal(await view.visibleFallbacks(), 5);
    await start(view);
    await view.all('ready', { count: 5 });
    assert.equal(await view.visibleFallbacks(), 0);
  });
});

inEachBrowser('room that is kept free', ({ name, visit }) => {
  /** Has /slow.json wait for `answer(view)`: after the page was painted without it, because nothing else counts as a shift. */
  const slowFeed = (host) => {
    let respond;
    host.routes['/slow.json'] = (_request, response) => {
      respond = async () => response.end(await (await fetch(`${host.origin}/meedoen.json`)).text());
    };
    return async (view) => {
      await until(() => view.evaluate(() => performance.getEntriesByType('paint').length > 0), 'nothing was painted');
      await until(() => respond, 'no request');
      await respond();
      respond = undefined;
    };
  };

  it(
    'does not shift the text under it when the content comes',
    { skip: name !== 'chromium' && 'only Chromium measures shifts' },
    async () => {
      const host = await site();
      const answer = slowFeed(host);
      // display: until the script is there the browser takes the tag for a piece of a line, which has no height of its own
      for (const tag of TAGS) {
        host.routes['/free.html'] = page(`<h1>Kop</h1><${tag} src="/meedoen.json" today="${TODAY}" action="/join"></${tag}>`);
        const free = await visit(`${host.origin}/free.html`, { height: 3200 });
        await free.all('ready');
        await free.rest();
        const height = await free.evaluate((tag) => Math.ceil(document.querySelector(tag).getBoundingClientRect().height), tag);
        await free.page.close();
        const path = `/${tag}.html`;
        const element = (content) =>
          `<h1>Kop</h1><${tag} style="display: block; min-block-size: ${height + 8}px" src="/slow.json" today="${TODAY}" action="/join">${content}</${tag}><p>Tekst eronder, die blijft staan.</p>`;
        for (const content of [FALLBACK, '']) {
          host.routes[path] = page(element(content));
          const run = () => {
            window.shifts = [];
            new PerformanceObserver((list) =>
              list.getEntries().forEach(({ value, sources }) => {
                // what moves inside an element has no name here
                const moved = sources.map(({ node }) => node?.nodeName).filter(Boolean);
                if (moved.length) window.shifts.push(`${value} ${moved}`);
              }),
            ).observe({ type: 'layout-shift', buffered: true });
          };
          const view = await visit(`${host.origin}${path}`, { run, height: 3200 });
          await answer(view);
          await view.all('ready');
          await wait(500);
          assert.deepEqual(await view.evaluate(() => window.shifts), [], `${tag} ${content ? 'with' : 'without'} a fallback`);
          await view.page.close();
        }
      }
    },
  );

  it('would be seen to shift without it', { skip: name !== 'chromium' && 'only Chromium measures shifts' }, async () => {
    const host = await site();
    const answer = slowFeed(host);
    host.routes['/none.html'] = page(`<h1>Kop</h1><meedoen-story-list src="/slow.json"></meedoen-story-list><p>Tekst eronder.</p>`);
    const run = () => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value))).observe({
        type: 'layout-shift',
        buffered: true,
      });
    };
    const view = await visit(`${host.origin}/none.html`, { run });
    await answer(view);
    await view.all('ready');
    await until(() => view.evaluate(() => window.shift > 0), 'no shift was measured');
  });
});
