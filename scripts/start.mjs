// `npm start`: installs what is missing, builds the bundle, serves the demo and opens it. A change in src/ is built again when
// the bundle is next asked for: reload the page to see it. PORT and HOST choose another address (HOST=0.0.0.0: for a phone).
// What the form sends goes to the receiver, into .data/joins.db; MEEDOEN_SMTP (and MEEDOEN_FROM) make it send letters.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureInstalled, root } from './bootstrap.mjs';
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
let receiver;
const { origin, server } = await serve({
  port,
  host: env.HOST,
  before: rebuild,
  receiver: (request, response) => (receiver ? receiver.handler(request, response) : response.writeHead(503, { 'Retry-After': '1' }).end()),
});
try {
  receiver = await startReceiver(origin);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (!origin.endsWith(`:${port}`)) console.log(`Port ${port} is taken, so this is the next one that is free.`);
console.log(`\nThe demo is at ${origin}`);
for (const { path, title } of pages()) console.log(`  ${(origin + path).padEnd(40)} ${title}`);
console.log(`\nThe bundle: ${origin}/meedoen.js\nThe feed:   ${origin}/meedoen.json`);
console.log(
  `Joins:      ${origin}/join, kept in .data/joins.db (npm run meedoen -- joins export --db file:.data/joins.db)${env.MEEDOEN_SMTP ? '' : '; no mail server (MEEDOEN_SMTP), so nobody is asked to confirm'}`,
);
console.log('\nStop with Ctrl+C.');

const desktop = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY;
if (stdout.isTTY && desktop && !env.CI && !env.SSH_CONNECTION) {
  const [program, ...args] = platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open'];
  spawn(program, [...args, origin], { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
    .on('error', () => {})
    .unref();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    server.close();
    server.closeAllConnections();
    await receiver.stop();
    process.exit(0);
  });
}

/** The receiver of the demo, from its sources: every site may use it, as every site may read the demo's feed. */
async function startReceiver(url) {
  await import('./typescript.mjs');
  const { createReceiver } = await import('../src/receiver/index.ts');
  const { toNodeHandler } = await import('srvx/node');
  mkdirSync(`${root}/.data`, { recursive: true });
  const receive = await createReceiver({
    database: `file:${encodeURI(`${root}/.data/joins.db`)}`,
    network: 'demo',
    origins: ['*'],
    url,
    feed: async () => JSON.parse(readFileSync(`${root}/demo/meedoen.json`, 'utf8')),
    mail: env.MEEDOEN_SMTP ? { url: env.MEEDOEN_SMTP, from: env.MEEDOEN_FROM ?? 'meedoen <meedoen@localhost.localdomain>' } : undefined,
  });
  return { handler: toNodeHandler((request) => receive(request, { address: request.ip })), stop: () => receive.close() };
}
