// The demo's pages, whole: every element ready, nothing too wide, and no objection from axe, also not to the page around the elements.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, it } from 'node:test';
import { pages, serve } from '../../scripts/serve.mjs';
import { inEachBrowser } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pages in the default look, which promises a contrast of 7:1; a house style answers for its own colours. */
const DEFAULT_LOOK = ['/', '/kaal/'];

/** One text per rule that is broken, with the places. */
const violations = (view, options) =>
  view.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target, failureSummary }) => `${target.flat().join(' ')} ${failureSummary}`)
          .slice(0, 4)
          .join('; ')}`,
    );
  }, options);

inEachBrowser('the demo', ({ visit }) => {
  let demo;
  before(async () => {
    demo = await serve({ port: 0 });
  });
  after(() => {
    demo.server.close();
    demo.server.closeAllConnections();
  });

  it('has its four pages', () => {
    assert.deepEqual(
      pages()
        .map(({ path }) => path)
        .sort(),
      ['/', '/kaal/', '/koepel/', '/schoolbestuur/'],
    );
  });

  for (const { path } of pages()) {
    it(`${path} is ready, fits and is accessible at 320, 768 and 1280 px`, async () => {
      for (const width of [320, 768, 1280]) {
        const view = await visit(`${demo.origin}${path}`, { width, height: 900 });
        await view.all('ready');
        await view.rest();
        assert.deepEqual(await view.errors(), [], `${width} px`);
        const wide = await view.evaluate(() => {
          const room = document.documentElement.clientWidth;
          const over = document.documentElement.scrollWidth - room;
          const names =
            over > 0
              ? [...document.querySelectorAll('body *')]
                  .filter((element) => element.getBoundingClientRect().right > room + 1)
                  .map(({ localName, className }) => `${localName}.${className}`)
              : [];
          return over > 0 ? `${over} px too wide: ${names.slice(0, 5).join(', ')}` : '';
        });
        assert.equal(wide, '', `${width} px`);
        await view.evaluate(axe);
        const rules = {
          'color-contrast-enhanced': { enabled: DEFAULT_LOOK.includes(path) },
          region: { enabled: true },
          'page-has-heading-one': { enabled: true },
        };
        assert.deepEqual(await violations(view, { rules }), [], `${width} px`);
        await view.page.close();
      }
    });
  }
});
