// "Our site is from 2009." Pages that patch what scripts share, pollute prototypes, clobber names, or are XHTML.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { FALLBACK, five, inEachBrowser, page, site, TAGS, TODAY, until } from './support.mjs';

/** What scripts of old pages do to what all scripts share; each runs in the page, before the bundle. */
const patches = {
  'enumerable additions to Array.prototype': () => {
    for (const name of ['first', 'last', 'each', 'contains', 'remove', 'clear', 'without', 'toJSON', 'clone', 'size', 'inspect'])
      Array.prototype[name] = function () {
        return this;
      };
    Array.prototype.indexOfText = 'text';
  },
  'Array.prototype.toJSON, String.prototype.toJSON and Object.prototype.toJSON, as Prototype 1.6 has them': () => {
    Array.prototype.toJSON = function () {
      return `[${this.join(', ')}]`;
    };
    String.prototype.toJSON = function () {
      return `"${this}"`;
    };
    Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'x', writable: true, configurable: true });
  },
  'its own Array.from, find, map, entries and reduce, as Prototype 1.7 has them': () => {
    const own = (things) => {
      if (!things) return [];
      const results = new Array(things.length || 0);
      for (let i = results.length; i--;) results[i] = things[i];
      return results;
    };
    Array.from = own;
    Array.prototype.entries = Array.prototype.toArray = function () {
      return own(this);
    };
    Array.prototype.find = Array.prototype.detect = function (test, context) {
      for (let i = 0; i < this.length; i++) if (test.call(context, this[i], i)) return this[i];
    };
    Array.prototype.map = function (change = (value) => value, context) {
      const results = [];
      for (let i = 0; i < this.length; i++) results.push(change.call(context, this[i], i));
      return results;
    };
    Array.prototype.include = Array.prototype.includes;
    Function.prototype.bind = function (that, ...given) {
      const run = this;
      return function (...more) {
        return run.apply(that, [...given, ...more]);
      };
    };
  },
  'a JSON of its own': () => {
    window.JSON = { parse: () => ({ broken: true }), stringify: () => 'broken' };
  },
  'patched JSON functions': () => {
    JSON.parse = () => null;
    JSON.stringify = () => undefined;
  },
  'a fetch that is wrapped': () => {
    const { fetch } = window;
    window.calls = [];
    window.fetch = function (...args) {
      window.calls.push(args);
      return fetch.apply(this, args).then((response) => response.clone());
    };
  },
  'a fetch of its own that knows no streams and does not listen to signals': () => {
    window.fetch = (url) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.responseType = 'arraybuffer';
        request.onload = () =>
          resolve({
            ok: request.status < 300,
            status: request.status,
            headers: new Map(),
            body: null,
            arrayBuffer: () => Promise.resolve(request.response),
          });
        request.onerror = reject;
        request.send();
      });
  },
  'a Date of its own': () => {
    const Real = Date;
    window.Date = function (...args) {
      return args.length ? new Real(...args) : new Real(2001, 0, 1);
    };
    Object.assign(window.Date, { now: () => 978303600000, UTC: Real.UTC, parse: Real.parse, prototype: Real.prototype });
    Real.prototype.toISOString = () => 'gisteren';
    Real.prototype.toString = () => 'gisteren';
    Real.prototype.toJSON = () => 'gisteren';
  },
  'an Element and a Request of its own, as MooTools has them': () => {
    const { prototype } = Element;
    window.Element = function (tag) {
      return document.createElement(tag);
    };
    window.Element.prototype = prototype;
    window.Request = window.Hash = window.Class = function () {};
  },
  'an Object.prototype with methods': () => {
    Object.prototype.extend = function () {};
    Object.prototype.each = function () {};
    Object.prototype.forEach = function () {};
    Object.prototype.toJSONString = () => 'x';
    Object.prototype.clone = Object.prototype.keys = Object.prototype.isEmpty = () => 'x';
  },
  'an Object.prototype with keys of our feed': () => {
    for (const name of 'id title url status start end name text body src href label kind email phone sectors themes regions stories sessions contacts join source image lead quote feed items version meedoen language aliases people organisation location online registration figures tips links video materials withdrawn expires published message variant action  privacy'.split())
      Object.prototype[name] = `vervuild ${name}`;
  },
  'an Object.prototype with numbers and odd words': () => {
    Object.prototype.length = 3;
    Object.prototype.size = 3;
    Object.prototype.index = Object.prototype.key = Object.prototype.values = 'x';
    Object.prototype._$litType$ = undefined;
    Object.prototype.callback = Object.prototype.handleEvent = undefined;
    Object.prototype.signal = undefined;
  },
  'variables with common names': () => {
    for (const name of [
      'html',
      'css',
      'config',
      'data',
      'feed',
      'lit',
      'meedoen',
      'React',
      '$',
      '_',
      'process',
      'global',
      'module',
      'exports',
      'define',
      'require',
    ])
      window[name] = name === 'define' ? Object.assign(() => assert_never(), { amd: undefined }) : 'van de pagina';
    window.name = 'een naam';
    window.status = 'ok';
    function assert_never() {
      throw new Error('define was called');
    }
  },
  'AMD and CommonJS loaders': () => {
    window.module = { exports: {} };
    window.exports = window.module.exports;
    window.define = Object.assign(
      () => {
        throw new Error('define was called');
      },
      { amd: {} },
    );
  },
};

/** Elements whose names take the place of properties of the document or window. */
const clobbering = [
  'baseURI',
  'currentScript',
  'head',
  'body',
  'location',
  'documentElement',
  'activeElement',
  'readyState',
  'title',
  'cookie',
  'forms',
  'images',
  'links',
  'URL',
  'domain',
  'defaultView',
  'styleSheets',
  'fonts',
  'customElements',
  'trustedTypes',
  'history',
  'navigator',
  'fetch',
  'meedoen',
  'html',
  'config',
  'dir',
  'lang',
]
  .map((name) => `<form name="${name}" id="${name}"><input name="id"><input name="nodeName"></form><img name="${name}" alt="">`)
  .join('');

inEachBrowser('an old page', ({ visit }) => {
  let host;
  before(async () => {
    host = await site({ '/join': '{}' });
  });
  const works = async (view) => {
    await view.all('ready', { count: 5 });
    const seen = await view.evaluate(() => {
      const text = (name) => document.querySelector(`meedoen-${name}`).shadowRoot.textContent;
      return [
        /Defensie|Waterschap/.test(text('story-list')),
        /oktober/.test(text('session-calendar')),
        /PO-Raad/.test(text('contact-table')),
        /Doe mee/.test(text('join-form')),
      ].join();
    });
    assert.equal(seen, 'true,true,true,true', 'the demo’s stories, sessions, contacts and form are there');
    assert.deepEqual(await view.errors(), []);
    assert.deepEqual(view.said, []);
  };

  for (const [name, patch] of Object.entries(patches)) {
    it(`with ${name} shows all five elements`, async () => {
      const script = `<script>(${patch})()</script><script src="/meedoen.js"></script>`;
      host.routes['/old.html'] = page(five(), { script });
      const view = await visit(`${host.origin}/old.html`);
      await works(view);
      await view.evaluate(() => document.querySelector('meedoen-story-card').shadowRoot.querySelector('.card-link').click());
      await until(
        () =>
          view.evaluate(
            () => (document.querySelector('meedoen-story-card').shadowRoot.querySelector('dialog[open] .body')?.children.length ?? 0) > 0,
          ),
        async () => `the story does not open: ${JSON.stringify(view.lines)}`,
        5000,
      );
      assert.deepEqual(await view.errors(), []);
    });
  }

  for (const [where, html] of Object.entries({ before: (five) => clobbering + five, after: (five) => five + clobbering }))
    it(`with forms and images that take the names of globals, ${where} the elements, shows all five`, async () => {
      host.routes['/clobber.html'] = page(html(five()), { script: '<script src="/meedoen.js"></script>' });
      await works(await visit(`${host.origin}/clobber.html`));
    });

  it('that wraps fetch with nothing of its own causes no preflight to another server', async () => {
    const feeds = await site();
    const script = `<script>(${patches['a fetch that is wrapped']})()</script><script type="module" src="/meedoen.js"></script>`;
    host.routes['/wrapped.html'] = page(five(`${feeds.origin}/meedoen.json`), { script });
    const view = await visit(`${host.origin}/wrapped.html`);
    await works(view);
    assert.deepEqual(
      feeds.requestsFor('/meedoen.json').map(({ method }) => method),
      ['GET'],
    );
    assert.equal(await view.evaluate(() => window.calls.length), 1, 'the page sees our request go by');
  });

  for (const name of ['get', 'set', 'value', 'writable'])
    it(`whose Object.prototype.${name} makes every script fail is not made worse: its own content stays`, async () => {
      const script = `<script>Object.prototype.${name} = 'x'</script><script src="/meedoen.js"></script>`;
      host.routes['/hopeless.html'] = page(five(), { script });
      const view = await visit(`${host.origin}/hopeless.html`);
      // an element may become ready between the two questions
      await until(
        async () => (await view.states()).filter((state) => state === 'ready').length + (await view.visibleFallbacks()) === 5,
        async () => `content or fallback in each place: ${await view.states()}, ${await view.visibleFallbacks()} fallbacks`,
      );
      await wait(600);
      assert.equal((await view.states()).filter((state) => state === 'ready').length + (await view.visibleFallbacks()), 5, 'and still');
      assert.deepEqual(await view.errors(), []);
      assert.ok(view.said.length <= 1, view.said.join('\n'));
    });

  it('in XHTML keeps its own content and reads why in one line', async () => {
    const body = TAGS.map((tag) => `<${tag} src="/meedoen.json" today="${TODAY}">${FALLBACK}</${tag}>`).join('');
    host.routes['/old.xhtml'] =
      `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="nl"><head><title>Oud</title></head><body>${body}<script src="/meedoen.js"></script></body></html>`;
    const view = await visit(`${host.origin}/old.xhtml`);
    await until(() => view.said.length, 'nothing was said');
    assert.equal(view.said.length, 1);
    assert.match(view.said[0], /XHTML.*keeps its own content/);
    assert.equal(await view.visibleFallbacks(), 5);
    assert.deepEqual(await view.errors(), []);
  });

  it('in another character set shows every letter', async () => {
    const text = page(five(), { script: '<script src="/meedoen.js"></script>' }).replace(
      '<meta charset="utf-8">',
      '<meta charset="windows-1252">',
    );
    host.routes['/latin.html'] = { body: text, headers: { 'Content-Type': 'text/html; charset=windows-1252' } };
    const view = await visit(`${host.origin}/latin.html`);
    await works(view);
    const text_ = await view.evaluate(
      (tags) => [...document.querySelectorAll(tags)].map(({ shadowRoot }) => shadowRoot.textContent).join(),
      TAGS.join(),
    );
    assert.doesNotMatch(text_, /â€|Ã.|\ufffd/);
    assert.match(text_, /[’‘–·]/);
  });

  it('in quirks mode shows all five', async () => {
    host.routes['/quirks.html'] = page(`<center><font size="2"><table><tr><td>${five()}</td></tr></table></font></center>`).replace(
      '<!doctype html>',
      '',
    );
    const view = await visit(`${host.origin}/quirks.html`);
    assert.equal(await view.evaluate(() => document.compatMode), 'BackCompat');
    await works(view);
  });
});
