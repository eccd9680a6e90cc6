// "Our theme and a colleague's page both load meedoen. In two versions. From two servers."
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { bundle, five, inEachBrowser, page, site, until } from './support.mjs';

const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";
const as = { module: (src) => `<script type="module" src="${src}"></script>`, classic: (src) => `<script src="${src}"></script>` };

inEachBrowser('two copies of meedoen on one page', ({ visit }) => {
  let host;
  let elsewhere;
  before(async () => {
    elsewhere = await site({ '/v2/meedoen.js': bundle('7.0.2') });
    host = await site({ '/v1/meedoen.js': bundle('7.0.1') });
    for (const first of ['module', 'classic'])
      for (const second of ['module', 'classic']) {
        const script = as[first]('/v1/meedoen.js') + as[second](`${elsewhere.origin}/v2/meedoen.js`);
        const headers = { 'Content-Security-Policy': TRUSTED, 'Content-Type': 'text/html; charset=utf-8' };
        host.routes[`/${first}-${second}`] = { body: page(five('/meedoen.json?' + first + second), { script }), headers };
      }
    host.routes['/same.html'] = page(five(), { script: as.classic('/v1/meedoen.js').repeat(2) + as.module('/v1/meedoen.js').repeat(2) });
    host.routes['/late.html'] = page(five());
  });

  const version = (view) =>
    view.evaluate(() =>
      ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form']
        .map((name) => customElements.get(`meedoen-${name}`).version)
        .join(),
    );
  const five_ = (text) => Array(5).fill(text).join();

  // a module waits for the end of the document, a classic script does not
  for (const [first, second, wins, late] of [
    ['module', 'module', '7.0.1', '7.0.2'],
    ['classic', 'classic', '7.0.1', '7.0.2'],
    ['classic', 'module', '7.0.1', '7.0.2'],
    ['module', 'classic', '7.0.2', '7.0.1'],
  ]) {
    it(`a ${first} and a ${second === first ? 'second one' : second}: what runs first wins, and the other says so in one line`, async () => {
      const view = await visit(`${host.origin}/${first}-${second}`);
      await view.all('ready', { count: 5 });
      assert.equal(await version(view), five_(wins));
      await until(() => view.said.length, 'the other copy said nothing');
      assert.deepEqual(view.said, [`meedoen: version ${wins} was here first, so this copy (${late}) does nothing`]);
      assert.deepEqual(await view.errors(), []);
      assert.deepEqual(await view.violations(), []);
      assert.equal(host.requests.filter(({ path }) => path === `/meedoen.json?${first}${second}`).length, 1, 'requests for the feed');
    });
  }

  it('the same file as classic script twice and as module twice is one copy', async () => {
    const view = await visit(`${host.origin}/same.html`);
    await view.all('ready', { count: 5 });
    await until(() => view.said.length >= 2, 'not two lines');
    await wait(200);
    assert.equal(view.said.length, 2, 'one line for the second classic script, one for the module, which a browser runs once');
    assert.deepEqual(await view.errors(), []);
  });

  it('a tag manager that brings another version later changes nothing', async () => {
    const view = await visit(`${host.origin}/late.html`);
    await view.all('ready', { count: 5 });
    const before = host.requestsFor('/meedoen.json').length;
    await view.evaluate(
      (src) => document.head.append(Object.assign(document.createElement('script'), { src })),
      `${elsewhere.origin}/v2/meedoen.js`,
    );
    await until(() => view.said.length, 'the later copy said nothing');
    await wait(200);
    await view.all('ready', { count: 5 });
    assert.equal(host.requestsFor('/meedoen.json').length, before);
    assert.deepEqual(await view.errors(), []);
  });
});
