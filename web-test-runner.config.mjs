// Tests in real browsers. `npx wtr` runs all of them; `npx wtr test/dates/partial.test.ts` one file, without the groups.
// BROWSERS=chromium,firefox,webkit: those, and an error when one is not here; unset: all that are on this machine.
import { readFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import puppeteer from 'puppeteer-core';
import { root } from './scripts/bootstrap.mjs';
import { chromium, firefox, webkit, withViewport } from './scripts/browsers.mjs';
import { webkitLauncher } from './scripts/webkit.mjs';
import { axe, listing, media, press, typescript, viewport } from './scripts/wtr-plugins.mjs';
import { jsonReporter } from './scripts/wtr-reporter.mjs';

/** Tests where the browser's own time zone matters run in three of them. */
const zones = { america: 'America/New_York', pacific: 'Pacific/Auckland' };
const zoned = ['test/dates/**/*.test.ts', 'test/feed/select*.test.ts', 'test/elements/session-calendar*.test.ts'];

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const withPuppeteer = (options, timeZone) =>
  chromeLauncher({
    puppeteer,
    launchOptions: { ...options, env: { ...process.env, ...options.env, TZ: timeZone } },
    createPage: async ({ context }) => withViewport(await context.newPage()),
  });

const launchers = {
  chromium: async (timeZone) => withPuppeteer(await chromium(), timeZone),
  firefox: (timeZone) => {
    const options = firefox();
    return options && withPuppeteer(options, timeZone);
  },
  webkit: (timeZone) => {
    const binary = webkit();
    return binary && webkitLauncher({ binary, timeZone });
  },
};

const wanted = process.env.BROWSERS?.split(',').map((name) => name.trim());
const browsers = [];
for (const name of wanted ?? Object.keys(launchers)) {
  if (!launchers[name]) throw new Error(`BROWSERS knows ${Object.keys(launchers).join(', ')}; not “${name}”.`);
  const launcher = await launchers[name]('Europe/Amsterdam');
  if (launcher) browsers.push(launcher);
  else if (wanted) throw new Error(`BROWSERS asks for ${name}, which is not on this machine.`);
  else console.log(`No ${name} on this machine: its tests do not run.`);
}

const args = process.argv.slice(2);
const inGroups = args.includes('--group') || (!args.some((arg) => arg.endsWith('.ts')) && (!wanted || wanted.includes('chromium')));

export default {
  rootDir: root,
  files: ['test/**/*.test.ts', '!test/cli/**', '!test/host/**', '!test/receiver/**'],
  browsers,
  groups: inGroups
    ? await Promise.all(
        Object.entries(zones).map(async ([name, zone]) => ({ name, files: zoned, browsers: [await launchers.chromium(zone)] })),
      )
    : [],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [typescript({ __VERSION__: JSON.stringify(version) }), listing(), axe(), viewport(), press(), media(), a11ySnapshotPlugin()],
  // one page at a time per browser: a second one has no focus, and in the background slow timers and no animation frames
  concurrency: 1,
  filterBrowserLogs: ({ args: [first] }) => !String(first).includes('lit.dev/msg/dev-mode'),
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter(), jsonReporter(process.env.TEST_RESULTS)],
};
