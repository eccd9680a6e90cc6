// "Our page is alive": routers move, copy and remove elements, scripts set properties early, and there may be many of them.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { bundle, FALLBACK, five, inEachBrowser, page, site, smallFeed, TAGS, TODAY, until } from './support.mjs';

inEachBrowser('a living page', ({ visit }) => {
  let host;
  before(async () => {
    host = await site({ '/v1/meedoen.js': bundle('7.0.1'), '/v2/meedoen.js': bundle('7.0.2'), '/join': '{}' });
  });
  const requests = (path) => host.requestsFor(path).length;

  it('with fifty elements and two copies of the bundle asks for the feed once', async () => {
    host.routes['/fifty.json'] = (_request, response) => setTimeout(() => response.end(JSON.stringify(smallFeed)), 300);
    const script = '<script src="/v1/meedoen.js"></script><script type="module" src="/v2/meedoen.js"></script>';
    host.routes['/fifty.html'] = page(Array(10).fill(five('/fifty.json')).join(''), { script });
    const view = await visit(`${host.origin}/fifty.html`);
    await view.all('ready', { count: 50 });
    await view.evaluate(() => document.body.append(document.createElement('meedoen-story-list')));
    await view.evaluate(() => (document.body.lastElementChild.src = '/fifty.json'));
    await view.all('ready', { count: 51 });
    assert.equal(requests('/fifty.json'), 1);
    assert.equal(requests('/v1/meedoen.js'), 1);
    assert.deepEqual(await view.errors(), []);
  });

  it('can set properties on the tags before the bundle comes', async () => {
    host.routes['/early.html'] = page(TAGS.map((tag) => `<${tag}>${FALLBACK}</${tag}>`).join(''), { script: '' });
    const view = await visit(`${host.origin}/early.html`);
    await view.evaluate(
      (tags, feed, today) => {
        for (const element of document.querySelectorAll(tags)) Object.assign(element, { feed, today, headingLevel: 4 });
        document.body.append(Object.assign(document.createElement('script'), { src: '/meedoen.js' }));
      },
      TAGS.join(),
      smallFeed,
      TODAY,
    );
    await view.all('ready', { count: 5 });
    const seen = await view.evaluate(
      (tags) =>
        [...document.querySelectorAll(tags)].map((element) =>
          [element.feed.title, element.today, element.headingLevel, Object.hasOwn(element, 'feed')].join(),
        ),
      TAGS.join(),
    );
    assert.deepEqual([...new Set(seen)], [`Voorbeeldfeed,${TODAY},4,false`]);
    assert.match(await view.evaluate(() => document.querySelector('meedoen-story-card').shadowRoot.textContent), /Een voorbeeldverhaal/);
  });

  it('can move an element, also while it loads, without asking for the feed again', async () => {
    let answer;
    host.routes['/move.json'] = (_request, response) => (answer = () => response.end(JSON.stringify(smallFeed)));
    host.routes['/move.html'] = page(`<main>${five('/move.json')}</main><aside></aside>`);
    const view = await visit(`${host.origin}/move.html`);
    await view.all('loading', { count: 5 });
    const move = (gap) =>
      view.evaluate(
        async (tags, gap) => {
          for (const element of document.querySelectorAll(tags)) {
            const to = document.querySelector(element.closest('main') ? 'aside' : 'main');
            element.remove();
            if (gap) await new Promise((resolve) => setTimeout(resolve, gap));
            to.append(element);
          }
        },
        TAGS.join(),
        gap,
      );
    await move(0);
    await until(() => answer, 'no request');
    answer();
    await view.all('ready', { count: 5 });
    await move(0);
    await move(150);
    await view.all('ready', { count: 5 });
    assert.equal(requests('/move.json'), 1);
    assert.deepEqual(await view.errors(), []);
  });

  it('can copy an element, as it is and by its HTML', async () => {
    host.routes['/copy.html'] = page(`<main>${five('/copy.json')}</main>`);
    host.routes['/copy.json'] = JSON.stringify(smallFeed);
    const view = await visit(`${host.origin}/copy.html`);
    await view.all('ready', { count: 5 });
    await view.evaluate(() => {
      const main = document.querySelector('main');
      document.body.append(main.cloneNode(true));
      document.body.append(document.importNode(new DOMParser().parseFromString(main.outerHTML, 'text/html').querySelector('main'), true));
    });
    await view.all('ready', { count: 15 });
    assert.equal(await view.visibleFallbacks(), 0);
    assert.equal(requests('/copy.json'), 1);
  });

  it('stops the request when the last element that waits for it is gone, a second later', async () => {
    host.routes['/gone.json'] = (_request, response) => response.write('{"meedoen": 1, ');
    host.routes['/gone.html'] = page(`<main>${five('/gone.json')}</main>`);
    const view = await visit(`${host.origin}/gone.html`);
    await view.all('loading', { count: 5 });
    const [request] = await until(() => host.requestsFor('/gone.json').length && host.requestsFor('/gone.json'), 'no request');
    await wait(300);
    const start = performance.now();
    await view.evaluate(() => document.querySelector('main').remove());
    await until(() => request.closed, 'the request goes on');
    const after = performance.now() - start;
    assert.ok(after > 700, `${Math.round(after)} ms`);
    await wait(1500);
    assert.equal(requests('/gone.json'), 1, 'and asks no more');
    assert.deepEqual(await view.errors(), []);
    assert.deepEqual(view.said, []);
  });

  it('can change src, and empty it', async () => {
    host.routes['/one.json'] = JSON.stringify(smallFeed);
    host.routes['/two.json'] = JSON.stringify({ ...smallFeed, stories: [{ id: 'b', title: 'Het andere verhaal' }] });
    host.routes['/change.html'] = page(`<meedoen-story-list src="/one.json">${FALLBACK}</meedoen-story-list>`);
    const view = await visit(`${host.origin}/change.html`);
    await view.all('ready');
    const text = () => view.evaluate(() => document.querySelector('meedoen-story-list').shadowRoot.textContent);
    await view.evaluate(() => document.querySelector('meedoen-story-list').setAttribute('src', '/two.json'));
    await until(async () => /Het andere verhaal/.test(await text()), text);
    await view.evaluate(() => document.querySelector('meedoen-story-list').removeAttribute('src'));
    await view.all('empty');
    assert.equal(await view.visibleFallbacks(), 1);
    assert.equal(view.said.length, 1);
    assert.match(view.said[0], /no src and no feed/);
    assert.deepEqual(await view.errors(), []);
  });

  it('can hear what happened, and a listener that throws does no harm', async () => {
    host.routes['/listen.html'] = page(`<script>
      window.heard = [];
      for (const type of ['meedoen-load', 'meedoen-error']) document.addEventListener(type, (event) => { heard.push(type + ' ' + event.target.localName); throw new Error('own mistake of the page'); });
    </script>${five('/copy.json')}<meedoen-story-list src="/none.json">${FALLBACK}</meedoen-story-list>`);
    const view = await visit(`${host.origin}/listen.html`);
    await until(
      async () => (await view.evaluate(() => window.heard.length)) === 6,
      () => view.evaluate(() => window.heard.join()),
    );
    assert.deepEqual(
      await view.evaluate(() => window.heard.sort()),
      [...TAGS.map((tag) => `meedoen-load ${tag}`), 'meedoen-error meedoen-story-list'].sort(),
    );
    // the form may still wait for the rest of its code
    await until(
      async () => String((await view.states()).sort()) === String(['failed', ...Array(5).fill('ready')]),
      async () => String(await view.states()),
    );
    assert.ok((await view.errors()).every((error) => /own mistake of the page/.test(error)));
  });
});
