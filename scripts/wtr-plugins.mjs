// Plugins of the Web Test Runner configuration: TypeScript and JSON as modules, and commands that tests give to their
// browser with `executeServerCommand(name, payload)` of @web/test-runner-commands.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { root } from './bootstrap.mjs';

/**
 * TypeScript through the very compiler of `vite build` (it reads tsconfig.json), and JSON as a module:
 * `import feed from './feed.json'`; a `fetch` of that file still gives the file.
 * @param {Record<string, string>} define names of the build and the expressions that stand for them
 */
export const typescript = (define) => ({
  name: 'typescript',
  resolveMimeType(context) {
    if (context.path.endsWith('.ts') || (context.path.endsWith('.json') && context.query.module !== undefined)) return 'js';
  },
  transformImport({ source }) {
    if (source.endsWith('.json')) return `${source}?module`;
  },
  async transform(context) {
    if (context.path.endsWith('.json') && context.query.module !== undefined) return `export default ${context.body};`;
    if (!context.path.endsWith('.ts')) return;
    const { code, map } = await transformWithOxc(context.body, path.join(root, context.path), {
      sourcemap: true,
      target: 'es2022',
      define,
    });
    const plain = code.replace(/(\.json["'])\s*with\s*\{[^}]*\}/g, '$1');
    return `${plain}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  },
});

/** The names of the files in a folder of fixtures, for tests that run them all: `fetch('/test/fixtures/feed/valid/')`. */
export const listing = () => ({
  name: 'listing',
  serve({ path: folder }) {
    if (!/^\/test\/fixtures\/[\w/-]+\/$/.test(folder)) return;
    return { body: JSON.stringify(readdirSync(`${root}${folder}`).sort()), type: 'json' };
  },
});

/** `import axe from 'axe-core'`, which is no ES module. */
export const axe = () => ({
  name: 'axe',
  transform: (context) => (/\/axe-core\/axe(\.min)?\.js$/.test(context.path) ? `${context.body}\nexport default window.axe;` : undefined),
});

/** A command for one browser: `run(page, payload)` with puppeteer's page, or with the WebKit launcher. */
const command = (name, run) => ({
  name: `command-${name}`,
  async executeCommand({ command, payload, session }) {
    if (command !== name) return;
    const { browser, id } = session;
    await run(browser.getPage?.(id) ?? browser, payload, id);
    return true;
  },
});

/** `viewport` {width, height}: in every browser (setViewport of @web/test-runner-commands knows no WebDriver). */
export const viewport = () => command('viewport', (page, size) => page.setViewport(size));

/** `press` 'Tab', 'Shift+Tab', 'Control+A': one key with its modifiers, in every browser. */
export const press = () =>
  command('press', async (page, payload, id) => {
    const names = payload.split('+');
    if (page.sendKeys) return page.sendKeys(id, names);
    const last = names.pop();
    for (const name of names) await page.keyboard.down(name);
    await page.keyboard.press(last);
    for (const name of names.reverse()) await page.keyboard.up(name);
  });

/**
 * `media` {'forced-colors': 'active', 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce',
 * 'prefers-contrast': 'more', type: 'print'}: Chromium only, until the end of the test file; `{}` takes it back.
 */
export const media = () => {
  const sessions = new WeakMap();
  return command('media', async (page, { type = '', ...features }) => {
    if (!page.createCDPSession) throw new Error('Only Chromium can emulate media; ask for it with `isChromium`.');
    if (!sessions.has(page)) {
      const cdp = await page.createCDPSession();
      sessions.set(page, cdp);
      // the page is used again for the next test file; an emulation ends with the session that asked for it
      page.once('framenavigated', () => {
        sessions.delete(page);
        void cdp.detach().catch(() => {});
      });
    }
    await sessions.get(page).send('Emulation.setEmulatedMedia', {
      media: type,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  });
};
