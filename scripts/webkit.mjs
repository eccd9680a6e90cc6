// A Web Test Runner launcher for Debian's WebKitGTK (packages webkit2gtk-driver, xvfb): MiniBrowser on a virtual screen,
// driven over WebDriver. One window and one page at a time.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const keys = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const screenSize = { width: 1600, height: 1200 };

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

/** Starts Xvfb, which picks a free display and writes its number to file descriptor 3. */
async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${screenSize.width}x${screenSize.height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
    screen.once('error', reject).once('exit', () => reject(new Error('Xvfb ended before it gave a display')));
  });
  return { screen, display };
}

/**
 * @param {{ binary: string, timeZone: string }} options MiniBrowser's path and the time zone it runs in
 * @returns a browser launcher for Web Test Runner
 */
export function webkitLauncher({ binary, timeZone }) {
  let screen, driver, base, session, starting, activeId;
  let queue = Promise.resolve();

  const command = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
  const kill = () => {
    driver?.kill();
    screen?.kill();
  };
  const start = async () => {
    const started = await startScreen();
    screen = started.screen;
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${started.display}`, NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1', TZ: timeZone },
    });
    process.once('exit', kill);
    for (let tries = 0; ; tries++) {
      try {
        await command('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    const { sessionId } = await command('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    });
    session = `/session/${sessionId}`;
  };
  /**
   * Gives the page that size: the window's less the browser's frame. The window stays in the middle of the screen, under
   * the pointer: without a window manager only the window below the pointer has the focus.
   */
  const setViewport = async ({ width, height }) => {
    const inner = await command('POST', `${session}/execute/sync`, { script: 'return [innerWidth, innerHeight]', args: [] });
    if (inner[0] === width && inner[1] === height) return;
    const outer = await command('GET', `${session}/window/rect`);
    const size = { width: width + outer.width - inner[0], height: height + outer.height - inner[1] };
    const place = { x: Math.round((screenSize.width - size.width) / 2), y: Math.round((screenSize.height - size.height) / 2) };
    await command('POST', `${session}/window/rect`, { ...place, ...size });
  };
  const perform = (actions) => command('POST', `${session}/actions`, { actions });
  const mouse = (steps) => perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }]);
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y, origin: 'viewport' });
  const button = (name = 'left') => ['left', 'middle', 'right'].indexOf(name);

  return {
    name: 'WebKit',
    // the type for which @web/test-runner-commands calls sendKeys and sendMouse… below
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      await (starting ??= start());
      await (queue = queue.then(async () => {
        activeId = id;
        await setViewport({ width: 800, height: 600 }); // as the other browsers start each test file
        await command('POST', `${session}/url`, { url });
      }));
    },
    isActive: (id) => id === activeId,
    getBrowserUrl: () => command('GET', `${session}/url`),
    async stopSession() {
      activeId = undefined;
      await command('POST', `${session}/url`, { url: 'about:blank' }).catch(() => {});
      return {};
    },
    async startDebugSession() {
      throw new Error('To debug in WebKit, open the address by hand.');
    },
    async stop() {
      if (session) await command('DELETE', session).catch(() => {});
      kill();
    },
    /** Pressed one after another, released in reverse: ['Shift', 'Tab'] is Shift+Tab. */
    sendKeys(_id, names) {
      const values = names.map((name) => keys[name] ?? name);
      const modifiers = new Set(['Shift', 'Control', 'Alt'].map((name) => keys[name]));
      const held = [];
      const actions = [];
      for (const value of values) {
        actions.push({ type: 'keyDown', value });
        if (modifiers.has(value)) held.unshift(value);
        else actions.push({ type: 'keyUp', value });
      }
      return perform([{ type: 'key', id: 'keyboard', actions: [...actions, ...held.map((value) => ({ type: 'keyUp', value }))] }]);
    },
    sendMouseMove: (_id, x, y) => mouse([move(x, y)]),
    sendMouseClick: (_id, x, y, name) =>
      mouse([move(x, y), { type: 'pointerDown', button: button(name) }, { type: 'pointerUp', button: button(name) }]),
    sendMouseDown: (_id, name) => mouse([{ type: 'pointerDown', button: button(name) }]),
    sendMouseUp: (_id, name) => mouse([{ type: 'pointerUp', button: button(name) }]),
    resetMouse: () => command('DELETE', `${session}/actions`),
    setViewport,
  };
}
