// The server of the demo, for `npm start`, `npm run shots` and tests: demo/ at the root, the built bundle beside it, and the
// style sheets of the house styles from their npm packages. Nothing is cached, and every site may read everything.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { root } from './bootstrap.mjs';

/** Addresses outside demo/, and the files that answer them. */
const files = {
  '/theme/koepel.css': 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
};

/** Text types that sirv sends without a charset. */
const textTypes = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  map: 'application/json',
  md: 'text/markdown',
};

/** What the receiver answers, where there is one: the form of the demo, and the links in its letters. */
const received = ['/join', '/confirm', '/health'];

const setHeaders = (response, pathname) => {
  const type = textTypes[pathname.slice(pathname.lastIndexOf('.') + 1)];
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Access-Control-Allow-Origin', '*');
};

/**
 * Serves the demo.
 * @param {{ port?: number, host?: string, before?: (pathname: string) => Promise<void>, page?: (pathname: string) => string | undefined,
 *   receiver?: import('node:http').RequestListener }} options
 *   `port`: this one, or the next that is free (0: any); `before` is awaited before each answer; `page` may answer with HTML;
 *   `receiver` takes what the form sends
 * @returns {Promise<{ origin: string, server: import('node:http').Server }>}
 */
export async function serve({ port = 8000, host = '127.0.0.1', before, page, receiver } = {}) {
  const folder = (place) => sirv(`${root}/${place}`, { dev: true, setHeaders });
  const dist = folder('dist');
  const demo = folder('demo');

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const missing = () =>
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`There is nothing at ${pathname}.\n`);
    try {
      if (receiver && received.includes(pathname)) return receiver(request, response);
      await before?.(pathname);
      if (files[pathname]) {
        setHeaders(response, pathname);
        return response.end(readFileSync(`${root}/${files[pathname]}`));
      }
      const html = page?.(pathname);
      if (html !== undefined) return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
      if (/^\/meedoen(-more|-sanitizer)?\.(js|js\.map|licenses\.md)$/.test(pathname)) return dist(request, response, missing);
      return demo(request, response, missing);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });

  for (let at = port; ; at++) {
    try {
      await listen(server, at, host);
      return { origin: `http://localhost:${server.address().port}`, server };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || at > port + 50) throw error;
    }
  }
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** The pages of the demo: address and title. */
export function pages() {
  return ['', ...readdirSync(`${root}/demo`)]
    .map((name) => ({ path: name ? `/${name}/` : '/', file: `${root}/demo/${name}/index.html` }))
    .filter(({ file }) => existsSync(file))
    .map(({ path, file }) => ({ path, title: /<title>\s*([^<]*?)\s*<\/title>/.exec(readFileSync(file, 'utf8'))?.[1] ?? '' }));
}
