// "I pasted the snippet from the README into a bare page on my own server."
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';
import { serve } from '../../scripts/serve.mjs';
import { inEachBrowser, site } from './support.mjs';

const blocks = [...readFileSync(`${root}/README.md`, 'utf8').matchAll(/```html\n([\s\S]*?)```/g)].map(([, text]) => text);

inEachBrowser('the snippets of the README', ({ visit }) => {
  let demo;
  let host;
  before(async () => {
    demo = await serve({ port: 0 });
    host = await site();
  });
  after(() => {
    demo.server.close();
    demo.server.closeAllConnections();
  });

  it('the first one, on a bare page of another server: the sessions are there', async () => {
    assert.match(blocks[0], /http:\/\/localhost:8000\/meedoen\.js/, 'the snippet uses the address of npm start');
    host.routes['/mine.html'] = blocks[0].replaceAll('http://localhost:8000', demo.origin);
    const view = await visit(`${host.origin}/mine.html`);
    await view.all('ready');
    const text = await view.evaluate(() => document.querySelector('meedoen-session-calendar').shadowRoot.textContent);
    assert.match(text, /september|oktober/);
    assert.ok(
      (await view.evaluate(
        () => document.querySelector('meedoen-session-calendar').shadowRoot.querySelectorAll('[part~=session]').length,
      )) > 3,
    );
    assert.deepEqual(view.said, []);
    assert.deepEqual(await view.errors(), []);
  });

  it('the one for content systems, with the script once in the theme', async () => {
    const carrier = blocks.find((text) => text.includes('data-meedoen'));
    host.routes['/cms.html'] =
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>CMS</title><script type="module" src="${demo.origin}/meedoen.js"></script></head><body>${carrier.replaceAll('https://example.org/meedoen.json', `${demo.origin}/meedoen.json`).replace('<div ', '<div data-today="2021-09-20" ')}</body></html>`;
    const view = await visit(`${host.origin}/cms.html`);
    await view.all('ready');
    assert.deepEqual(view.said, []);
    assert.deepEqual(await view.errors(), []);
  });

  it('opens a story with its text and picture, though script, feed and page have two addresses', async () => {
    host.routes['/story.html'] =
      `<!doctype html><html lang="nl"><title>x</title><script src="${demo.origin}/meedoen.js"></script><meedoen-story-card src="${demo.origin}/meedoen.json"></meedoen-story-card></html>`;
    for (const run of [undefined, () => void delete Element.prototype.setHTML]) {
      const view = await visit(`${host.origin}/story.html`, { run });
      await view.all('ready');
      const read = await view.evaluate(async () => {
        const { shadowRoot } = document.querySelector('meedoen-story-card');
        shadowRoot.querySelector('.card-link').click();
        for (let i = 0; i < 300 && !shadowRoot.querySelector('dialog .body > *'); i++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        await Promise.all([...shadowRoot.querySelectorAll('dialog img')].map((image) => image.decode()));
        return shadowRoot.querySelectorAll('dialog .body > p').length;
      });
      assert.ok(read >= 2, `${read} paragraphs`);
      assert.deepEqual(view.said, []);
      await view.page.close();
    }
  });
});
