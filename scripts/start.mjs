// `npm start`: installs what is missing, builds the bundle, serves the demo and opens it. A change in src/ is built again when
// the bundle is next asked for: reload the page to see it. PORT and HOST choose another address (HOST=0.0.0.0: for a phone).
import { spawn } from 'node:child_process';
import { ensureInstalled } from './bootstrap.mjs';
import { buildWhatIsOld } from './build.mjs';

await ensureInstalled();
const { pages, serve } = await import('./serve.mjs');
const { env, platform, stdout } = process;

try {
  await buildWhatIsOld('drop-in');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

let building;
const rebuild = async (pathname) => {
  if (pathname !== '/meedoen.js') return;
  building ??= buildWhatIsOld('drop-in')
    .catch((error) => console.error(`Not built, so the page gets the last bundle that was: ${error.message}`))
    .finally(() => (building = undefined));
  await building;
};

const port = Number(env.PORT) || 8000;
const { origin, server } = await serve({ port, host: env.HOST, before: rebuild });
if (!origin.endsWith(`:${port}`)) console.log(`Port ${port} is taken, so this is the next one that is free.`);
console.log(`\nThe demo is at ${origin}`);
for (const { path, title } of pages()) console.log(`  ${(origin + path).padEnd(40)} ${title}`);
console.log(`\nThe bundle: ${origin}/meedoen.js\nThe feed:   ${origin}/meedoen.json\n\nStop with Ctrl+C.`);

const desktop = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY;
if (stdout.isTTY && desktop && !env.CI && !env.SSH_CONNECTION) {
  const [program, ...args] = platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open'];
  spawn(program, [...args, origin], { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
    .on('error', () => {})
    .unref();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    process.exit(0);
  });
}
