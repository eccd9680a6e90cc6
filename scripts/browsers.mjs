// Finds the browsers of this machine for tests and pictures. Each function gives puppeteer launch options (WebKit: the
// program), or undefined when the browser is not here. Chromium is looked for in this order: CHROME_PATH; an installed
// Chrome, Chromium or Edge; the one inside @sparticuz/chromium (Linux x64); Debian's package, when we are root.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Launcher } from 'chrome-launcher';
import { root } from './bootstrap.mjs';

const { env, platform, arch } = process;
const asRoot = process.getuid?.() === 0;
const args = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-prefers-no-reduced-motion',
];

const programs = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'].flatMap(
    (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['', env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) =>
      ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
        (file) => path.join(folder, file),
      ),
    ),
};

/** What chrome-launcher knows about this machine, best first; it throws on Linux where there is nothing. */
function launcherFinds() {
  try {
    return Launcher.getInstallations();
  } catch {
    return [];
  }
}

/** Whether a program is a browser that runs: Ubuntu's chromium may be a stub that only says which snap to install. */
function runs(program) {
  if (!existsSync(program)) return false;
  if (platform !== 'linux') return true; // there `--version` would open a window, and there are no stubs
  const { status, stdout } = spawnSync(program, ['--version'], { timeout: 20_000, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

const installed = () => [...launcherFinds(), ...(programs[platform] ?? [])].find(runs);

/** The Chromium of @sparticuz/chromium, made for machines without any browser or its libraries. */
async function packaged() {
  if (platform !== 'linux' || arch !== 'x64') return;
  const cache = `${root}/node_modules/.cache/chromium`;
  mkdirSync(cache, { recursive: true });
  const saved = { TMPDIR: env.TMPDIR, CODEBUILD_BUILD_IMAGE: env.CODEBUILD_BUILD_IMAGE };
  // It unpacks into os.tmpdir() without looking what is there: a folder of our own, which `npm ci` empties.
  // CODEBUILD_BUILD_IMAGE makes it unpack its own nss, nspr and expat too.
  Object.assign(env, { TMPDIR: cache, CODEBUILD_BUILD_IMAGE: 'nodejs20' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const environment = {
      ...env,
      ...saved,
      LD_LIBRARY_PATH: [`${cache}/al2023/lib`, env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? (existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : `${cache}/fonts`),
    };
    const { status } = spawnSync(executablePath, ['--version'], { env: environment, timeout: 20_000 });
    if (status !== 0) return;
    return { executablePath, headless: 'shell', args: ['--no-sandbox', '--no-zygote', ...args], env: environment };
  } catch {
    return; // not unpacked, no disk, no such package: look further
  } finally {
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  }
}

/** Debian's (not Ubuntu's, that is a snap) Chromium, put there by apt-get. */
function fromDebian() {
  if (!asRoot || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return;
  console.log('No Chrome, Chromium or Edge here: installing Debian’s chromium (apt-get)…');
  const apt = (...words) =>
    execFileSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } catch {
    return;
  }
  return installed();
}

/** Puppeteer launch options for Chromium; throws one clear sentence where there is none. */
export async function chromium() {
  if (env.CHROME_PATH && !existsSync(env.CHROME_PATH)) throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, which does not exist.`);
  const found = env.CHROME_PATH || (!env.PACKAGED_CHROMIUM && installed());
  if (found) return { executablePath: found, args };
  const options = await packaged();
  if (options) return options;
  const debian = fromDebian();
  if (debian) return { executablePath: debian, args };
  throw new Error('No browser to test with: install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to one.');
}

/** Puppeteer launch options for Firefox (WebDriver BiDi), or undefined. */
export function firefox() {
  const executablePath = [
    env.FIREFOX_PATH,
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    env.PROGRAMFILES && path.join(env.PROGRAMFILES, 'Mozilla Firefox\\firefox.exe'),
  ].find((program) => program && runs(program));
  // a page's first size would need withViewport
  return executablePath && { browser: 'firefox', executablePath, headless: true, defaultViewport: null };
}

/** WebKitGTK's MiniBrowser, or undefined; it is driven by webkit.mjs and needs its driver and a virtual screen. */
export function webkit() {
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `/usr/lib/${machine}/${version}/MiniBrowser`),
  );
  const onPath = (name) => (env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
  return onPath('WebKitWebDriver') && onPath('Xvfb') ? folders.find((program) => existsSync(program)) : undefined;
}

/** Has `page.setViewport` of puppeteer work in an older Firefox (ESR 140) too, which takes a size but knows no orientation of a screen. */
export function withViewport(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (size) =>
    setViewport(size).catch((error) => {
      if (!/setScreenOrientationOverride/.test(String(error))) throw error;
    });
  return page;
}
