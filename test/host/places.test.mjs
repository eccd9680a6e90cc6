// "Our layout is old, our resets are rude, and the editor pasted it wrongly."
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { FALLBACK, five, inEachBrowser, NAMES, page, site, TAGS, TODAY, until } from './support.mjs';

const one = (tag, attributes = '') =>
  `<${tag} src="/meedoen.json" today="${TODAY}" action="/join" controls ${attributes}>${FALLBACK}</${tag}>`;

/** Parents in which an element's own width counts, each 900 px wide. */
const parents = {
  'a flex row': 'display: flex',
  'a flex row with a neighbour': 'display: flex; gap: 16px',
  'a flex column that does not stretch': 'display: flex; flex-direction: column; align-items: flex-start',
  'a grid that does not stretch': 'display: grid; justify-items: start',
  'a grid with columns': 'display: grid; grid-template-columns: 1fr 1fr',
  'a float': 'float: left',
  'an inline block': 'display: inline-block',
  'a table cell': 'display: table-cell',
};

/** Rules as real sites have them, on everything or on everything in an article. */
const resets = {
  'margins and padding': '* { margin: 0; padding: 0; border: 0; outline: 0; box-sizing: content-box; vertical-align: baseline }',
  'no size of type': '* { font-size: 0 }',
  'wide letters': '* { letter-spacing: 9px; word-spacing: 20px; text-indent: 50px; text-transform: uppercase; line-height: 0.5 }',
  'thin centred type': '* { font-weight: 100; text-align: center; font-style: italic; white-space: nowrap; hyphens: none }',
  'colour on everything': '* { -webkit-text-fill-color: transparent; text-shadow: 0 0 9px red; opacity: 1; visibility: visible }',
  'all unset': '* { all: unset } head, head * { display: none } div { display: block }',
  'all initial': 'article * { all: initial }',
  'all revert': '* { all: revert }',
  important:
    '* { margin: 0 !important; padding: 0 !important; font-size: 11px !important; letter-spacing: 9px !important; text-indent: 50px !important; line-height: 1 !important }',
  'lists, headings, buttons and tables': 'ul, li, h2, h3, button, input, table, td, dialog { all: unset } dialog { display: block }',
  'everything animated': '* { transition: all 0.4s ease-in-out; position: relative; overflow: visible; float: none }',
  'scripts direction': 'body { direction: rtl; text-align: right } * { unicode-bidi: normal }',
};

/** How the inside of an element reads: of each text that can be seen, what the reader would complain about. */
function complaints(tags) {
  const found = [];
  for (const host of document.querySelectorAll(tags)) {
    const width = host.getBoundingClientRect().width;
    if (width < 280) found.push(`${host.localName} is ${width} px wide`);
    let texts = 0;
    const walk = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: element, data } = walk.currentNode;
      if (!data.trim() || !element || element.closest('style, option, sup, .visually-hidden') || !element.checkVisibility?.()) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const spacing = parseFloat(style.letterSpacing) || 0;
      texts++;
      const wrong = [];
      if (size < 11) wrong.push(`font-size ${style.fontSize}`);
      if (Math.abs(spacing) > size / 10) wrong.push(`letter-spacing ${style.letterSpacing}`);
      if (parseFloat(style.textIndent)) wrong.push(`text-indent ${style.textIndent}`);
      if ((parseFloat(style.wordSpacing) || 0) > 2) wrong.push(`word-spacing ${style.wordSpacing}`);
      if (parseFloat(style.lineHeight) < size - 0.1) wrong.push(`line-height ${style.lineHeight}`);
      if (/uppercase/.test(style.textTransform)) wrong.push('capitals');
      if (style.fontStyle === 'italic' || Number(style.fontWeight) < 300) wrong.push(`${style.fontStyle} ${style.fontWeight}`);
      if (/rgba\(.*, 0\)|transparent/.test(style.webkitTextFillColor)) wrong.push('transparent letters');
      if (style.textShadow !== 'none') wrong.push('text-shadow');
      if (style.whiteSpace === 'nowrap' && data.trim().length > 60) wrong.push('nowrap');
      if (wrong.length)
        found.push(`${host.localName} ${element.className || element.localName} “${data.trim().slice(0, 20)}”: ${wrong.join(', ')}`);
    }
    if (texts < 3) found.push(`${host.localName} shows ${texts} texts`);
    const box = host.shadowRoot.querySelector('.meedoen').getBoundingClientRect();
    if (box.width < 280) found.push(`the inside of ${host.localName} is ${box.width} px wide`);
  }
  return found.slice(0, 12);
}

inEachBrowser('a place on a page', ({ visit }) => {
  let host;
  before(async () => {
    host = await site({ '/join': '{}' });
  });

  it('in a flex row, float or grid gives every element a width that can be used', async () => {
    const boxes = Object.entries(parents).flatMap(([name, style]) =>
      TAGS.map(
        (tag) =>
          `<div style="width: 900px; overflow: hidden"><div data-parent="${name}" style="${style}">${one(tag)}${name.includes('neighbour') ? '<div style="flex: 0 0 200px">Nieuws</div>' : ''}</div></div>`,
      ),
    );
    host.routes['/parents.html'] = page(boxes.join(''));
    const view = await visit(`${host.origin}/parents.html`);
    await view.all('ready', { count: boxes.length });
    const widths = await view.evaluate(
      (tags) =>
        [...document.querySelectorAll(tags)].map((element) => [
          element.localName,
          element.parentElement.dataset.parent,
          Math.round(element.getBoundingClientRect().width),
        ]),
      TAGS.join(),
    );
    assert.deepEqual(
      widths.filter(([, , width]) => width < 400 || width > 900),
      [],
      'between 400 and 900 px in a place of 900',
    );
    assert.equal(host.requestsFor('/meedoen.json').length, 1);
  });

  it('that is 320 px wide is not made wider by any element', async () => {
    host.routes['/narrow.html'] = page(five('/meedoen.json', 'controls'), { head: '<style>body { margin: 0 }</style>' });
    const view = await visit(`${host.origin}/narrow.html`, { width: 320 });
    await view.all('ready', { count: 5 });
    await view.rest();
    assert.equal(await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });

  for (const [name, css] of Object.entries(resets)) {
    it(`with a reset on everything (${name}) leaves the inside readable`, async () => {
      host.routes['/reset.html'] = page(`<article>${five('/meedoen.json', 'controls')}</article>`, { head: `<style>${css}</style>` });
      const view = await visit(`${host.origin}/reset.html`);
      await view.all('ready', { count: 5 });
      assert.deepEqual(await view.evaluate(complaints, TAGS.join()), []);
    });
  }

  it('gives the page’s own font, colour and link colour', async () => {
    host.routes['/own.html'] = page(five(), {
      head: '<style>body { font: 20px/1.4 "Courier New", monospace; color: rgb(10, 40, 90); background: rgb(250, 245, 230) } a { color: rgb(160, 0, 90) }</style>',
    });
    const view = await visit(`${host.origin}/own.html`);
    await view.all('ready', { count: 5 });
    const look = await view.evaluate(
      (tags) =>
        [...document.querySelectorAll(tags)].map(({ shadowRoot }) => {
          const { fontFamily, fontSize, color } = getComputedStyle(shadowRoot.querySelector('.box'));
          return [fontFamily, fontSize, color].join(' ');
        }),
      TAGS.join(),
    );
    assert.deepEqual([...new Set(look)], ['"Courier New", monospace 20px rgb(10, 40, 90)']);
    const link = await view.evaluate(
      () => getComputedStyle(document.querySelector('meedoen-contact-table').shadowRoot.querySelector('a')).color,
    );
    assert.equal(link, 'rgb(160, 0, 90)');
  });
});

inEachBrowser('a tag that is closed wrongly', ({ visit }) => {
  const rest = `<h2 class="kept">Nieuws</h2><p class="kept">Een bericht</p><form class="kept"><label>Zoek <input></label></form><script>window.ran = true</script><footer class="kept">Onderaan</footer>`;
  const kept = (view) => view.evaluate(() => [...document.querySelectorAll('.kept')].map((element) => element.getClientRects().length > 0));
  const allKept = (view, count, about = '') =>
    until(
      async () => (await kept(view)).join() === Array(count).fill(true).join(),
      async () => `kept in sight: ${await kept(view)} ${about}`,
    );
  let host;
  before(async () => {
    host = await site();
  });

  for (const [kind, script] of Object.entries({
    module: '<script type="module" src="/meedoen.js"></script>',
    classic: '<script src="/meedoen.js"></script>',
  }))
    it(`keeps the rest of the page, in sight and working, with one line (${kind} script)`, async () => {
      for (const tag of TAGS) {
        host.routes['/self-closed.html'] = page(`<h1>Kop</h1><${tag} src="/meedoen.json" today="${TODAY}" action="/join" />${rest}`, {
          script,
        });
        const view = await visit(`${host.origin}/self-closed.html`);
        await view.all('ready');
        await allKept(view, 4, tag);
        assert.equal(await view.evaluate(() => window.ran), true);
        await until(() => view.said.length, 'no line');
        assert.equal(view.said.length, 1, view.said.join('\n'));
        assert.match(view.said[0], new RegExp(`<${tag}>.*more than a fallback`));
        await view.page.close();
      }
    });

  for (const [what, html] of Object.entries({
    'another element in a column': `<div class="kept"><div>${one('meedoen-contact-table')}</div></div>`,
    'a carrier': `<p class="kept">Tekst</p><div data-meedoen="story-list" data-src="/meedoen.json">${FALLBACK}</div>`,
    'a section with a heading': '<section class="kept"><div><h3>Kop</h3></div></section>',
    'a search form': '<div class="kept"><div role="search"><input></div></div>',
  }))
    it(`keeps ${what} after it`, async () => {
      host.routes['/self-closed.html'] = page(`<h1>Kop</h1><div><meedoen-story-card src="/meedoen.json" today="${TODAY}" />${html}</div>`);
      const view = await visit(`${host.origin}/self-closed.html`);
      await view.all('ready');
      await allKept(view, 1);
      await until(() => view.said.length, 'no line');
      assert.equal(view.said.filter((line) => /more than a fallback/.test(line)).length, 1, view.said.join('\n'));
    });

  it('keeps the rest of a page that comes in slowly', async () => {
    host.routes['/slow.html'] = async (_request, response) => {
      const [head, tail] = page(
        `<meedoen-session-calendar src="/meedoen.json" today="${TODAY}" /><section class="kept"><p class="kept"><a href="/">Lees</a>|</p><h2 class="kept">Nieuws</h2></section>`,
        { script: '<script src="/meedoen.js"></script>' },
      ).split('|');
      response.write(head);
      await wait(1200);
      response.end(tail);
    };
    const view = await visit(`${host.origin}/slow.html`);
    await view.all('ready');
    await until(
      async () => (await kept(view)).every(Boolean),
      async () => `hidden: ${await kept(view)}`,
      3000,
    );
    assert.equal(view.said.length, 1, view.said.join('\n'));
  });

  it('five times over keeps all five', async () => {
    host.routes['/five.html'] = page(
      TAGS.map((tag) => `<h2 class="kept">${tag}</h2><${tag} src="/meedoen.json" today="${TODAY}" action="/join" />`).join(''),
    );
    const view = await visit(`${host.origin}/five.html`);
    await view.all('ready', { count: 5 });
    await allKept(view, 5);
    assert.equal(
      await view.evaluate(
        (tags) => [...document.querySelectorAll(tags)].filter((element) => element.checkVisibility()).length,
        TAGS.join(),
      ),
      5,
    );
  });

  it('leaves an ordinary fallback alone, however rich', async () => {
    host.routes['/rich.html'] = page(
      `<meedoen-story-list src="/meedoen.json"><p>Bekijk</p><ul><li>${FALLBACK}</li></ul><img alt="" src="data:,"></meedoen-story-list>`,
    );
    const view = await visit(`${host.origin}/rich.html`);
    await view.all('ready');
    await wait(100);
    assert.deepEqual(view.said, []);
    assert.equal(await view.visibleFallbacks(), 0);
  });
});

inEachBrowser('a content system that strips unknown tags', ({ visit }) => {
  const carrier = (name, more = '') =>
    `<div class="alignwide" data-meedoen="${name}" data-src="/meedoen.json" data-today="${TODAY}" data-action="/join" ${more}>${FALLBACK}</div>`;
  const strict = {
    'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'",
    'Content-Type': 'text/html; charset=utf-8',
  };

  for (const [kind, script] of Object.entries({
    module: '<script type="module" src="/meedoen.js"></script>',
    classic: '<script src="/meedoen.js"></script>',
  }))
    it(`can have all five in plain divs (${kind} script)`, async () => {
      const host = await site();
      host.routes['/carriers.html'] = { body: page(NAMES.map((name) => carrier(name)).join(''), { script }), headers: strict };
      const view = await visit(`${host.origin}/carriers.html`);
      await view.all('ready', { count: 5 });
      assert.deepEqual(
        await view.evaluate(() => [...document.querySelectorAll('.alignwide')].map(({ firstElementChild }) => firstElementChild.localName)),
        TAGS,
      );
      assert.equal(await view.visibleFallbacks(), 0);
      assert.deepEqual(view.said, []);
      assert.equal(host.requestsFor('/meedoen.json').length, 1);
    });

  it('can add one later, and take it away', async () => {
    const host = await site();
    host.routes['/late.html'] = page('<main></main>');
    const view = await visit(`${host.origin}/late.html`);
    await view.evaluate(
      (html) => document.querySelector('main').setHTMLUnsafe(`<section>${html}</section>`),
      carrier('contact-table', 'data-heading-level="3"'),
    );
    await view.all('ready');
    assert.equal(await view.evaluate(() => document.querySelector('meedoen-contact-table').headingLevel), 3);
    await view.evaluate(() => document.querySelector('main').replaceChildren());
    await wait(100);
    assert.deepEqual(await view.errors(), []);
  });

  it('reads the fallback of a carrier that asks for something else, and one line', async () => {
    const host = await site();
    host.routes['/wrong.html'] = page(carrier('agenda'));
    const view = await visit(`${host.origin}/wrong.html`);
    await until(() => view.said.length, 'nothing was said');
    assert.match(view.said.join('\n'), /^meedoen: data-meedoen="agenda" is not one of .*session-calendar/);
    assert.equal(await view.visibleFallbacks(), 1);
  });
});
