// Small real sites that use the package: from the tarball, with the packages of the registry, in a folder of their own. They are
// type-checked (each `expect-error` in their sources is a mistake that the types must find), built, and opened in a browser.
// React, Vue and their types are not dependencies of this repository: nobody needs them to work on it, and only a folder that is not
// inside it shows that the package brings everything it needs.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';
import { inEachBrowser, site, until } from '../host/support.mjs';
import { folder, npm, pack, run } from './support.mjs';

const consumers = ['plain', 'react', 'vue', 'node'];
const sites = consumers.filter((name) => name !== 'node');
const place = folder();
const bin = (name) => path.join(place, 'node_modules', ...name.split('/'));

/** The type checks, which run side by side. */
const checks = {};

/** Runs a program of the installed packages in the folder of one consumer; fails with what it said. */
async function tool(consumer, program, ...args) {
  const { status, stdout, stderr } = await run(process.execPath, [bin(program), ...args], path.join(place, consumer));
  assert.equal(status, 0, `${consumer}: ${stdout}${stderr}`);
  return stdout;
}

describe('projects that use the package', () => {
  before(async () => {
    cpSync(`${root}/test/package/consumers`, place, { recursive: true });
    const { path: tarball } = await pack(place);
    // one folder of packages for all four: it is what makes this fast
    const needs = consumers.map((name) => JSON.parse(readFileSync(path.join(place, name, 'package.json'), 'utf8')));
    const dependencies = Object.assign({}, ...needs.flatMap((each) => [each.dependencies, each.devDependencies]), {
      meedoen: `file:${tarball}`,
    });
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ private: true, dependencies }));
    // what npm has fetched before is not asked for again
    await npm(
      ['install', '--prefer-offline', '--fetch-timeout=60000', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
      place,
    );
    for (const name of Object.keys(dependencies)) assert.ok(existsSync(bin(`${name}/package.json`)), `npm did not install ${name}`);
    // they wait for each other at most a moment; what went wrong is said by the test that waits for it
    for (const name of consumers) {
      checks[name] = tool(name, name === 'vue' ? 'vue-tsc/bin/vue-tsc.js' : 'typescript/bin/tsc', '-p', '.');
      checks[name].catch(() => undefined);
    }
  });

  it('get nothing with it but what it needs', () => {
    const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    const installed = JSON.parse(readFileSync(bin('meedoen/package.json'), 'utf8'));
    assert.deepEqual(installed.dependencies, dependencies);
    for (const name of Object.keys(dependencies)) assert.ok(existsSync(bin(name)), name);
    assert.ok(!existsSync(bin('meedoen/node_modules')), 'one copy of everything');
  });

  for (const name of consumers) {
    it(`has types for ${name}, which find the mistakes`, () => checks[name]);
  }

  it('runs in Node: the feed, and the import of the elements', async () => {
    const told = JSON.parse(await tool('node', '../node/main.js'));
    assert.deepEqual(told, {
      title: 'Een voorbeeld',
      problems: ['stories[1].id'],
      checks: 'function',
      merges: 'function',
      filters: 'function',
      elements: 'function',
    });
  });

  for (const name of sites) it(`is built by Vite for ${name}`, () => tool(name, 'vite/bin/vite.js', 'build', '--logLevel', 'warn'));

  inEachBrowser('built sites', ({ visit }) => {
    /** The elements of a page by what they show: what stands on its cards, and in which state they are. */
    const open = async (name) => {
      const out = path.join(place, name, 'dist');
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const routes = Object.fromEntries(
        files.map((file) => {
          const address = path.join(file.parentPath ?? file.path, file.name);
          return [`/${path.relative(out, address).replaceAll(path.sep, '/')}`, readFileSync(address, 'utf8')];
        }),
      );
      const { origin } = await site({ ...routes, '/': routes['/index.html'] });
      return visit(`${origin}/`);
    };
    const titles = ({ page }, tag) =>
      page.evaluate(
        (tag) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll('[part~=title]') ?? [])].map((title) => title.innerText),
        tag,
      );
    const attribute = ({ page }, selector, name) => page.$eval(selector, (element, name) => element.getAttribute(name), name);

    it('plain: four stories of the demo, a table under a name of its own', async () => {
      const page = await open('plain');
      await until(
        async () => (await titles(page, 'meedoen-story-list')).length === 4,
        async () => JSON.stringify(page.lines),
      );
      assert.ok((await titles(page, 'meedoen-story-list')).every((title) => title.length > 3));
      const rows = () => page.evaluate(() => document.querySelector('our-contacts').shadowRoot.querySelectorAll('[data-key]').length);
      await until(async () => (await rows()) > 3, 'contacts are shown');
      assert.match(await attribute(page, '#app', 'data-loaded'), /^\d+ 0$/);
      assert.equal(await attribute(page, '#app', 'data-read'), 'Een voorbeeldverhaal | stories[1].title');
      assert.equal(await attribute(page, '#app', 'data-same'), 'true');
      assert.deepEqual(await page.errors(), []);
    });

    for (const name of ['react', 'vue']) {
      it(`${name}: properties, attributes and events arrive`, async () => {
        const page = await open(name);
        const list = () => titles(page, 'meedoen-story-list');
        await until(
          async () => (await list()).length > 0,
          async () => JSON.stringify(page.lines),
        );
        const some = await list();
        assert.ok(some.length <= 3, 'limit');
        assert.match(await attribute(page, 'main', 'data-loaded'), /^\d+ true$/);
        assert.deepEqual(await titles(page, 'meedoen-story-card').then((all) => all.length), 1);
        const inside = (tag, selector) =>
          page.evaluate((tag, selector) => !!document.querySelector(tag).shadowRoot.querySelector(selector), tag, selector);
        assert.ok(await inside('meedoen-story-list', 'h3[part~=title]'), 'heading-level');
        assert.ok(await inside('meedoen-story-list', '[part~=filters]'), 'controls without a value');
        assert.ok(await inside('meedoen-story-card', '[part~=wide]'), 'layout');

        await page.page.click('main > button');
        await until(async () => (await list()).join() !== some.join(), 'without the filter there are other stories');
        assert.equal((await list()).length, 3);

        await page.page.type('meedoen-join-form >>> input[name=name]', 'Voorbeeld');
        await page.page.click('meedoen-join-form >>> button[type=submit]');
        await until(async () => (await attribute(page, 'main', 'data-submitted')) === 'Voorbeeld', 'the form was stopped by the page');
        assert.deepEqual(await page.errors(), []);
      });
    }
  });
});
