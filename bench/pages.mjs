// The pages that are measured, and the server that gives them: each widget as our element, made by hand, or by another library. Knows
// what is on a page; knows nothing of measuring.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { contactFeed, joinFeed, NOW, sessionFeed, storyFeed } from './feeds.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}../dist`;

/** Each widget: its element with the attributes it has here (the day it is where it has to do with days), and its feed of a size. */
const widgets = {
  sessions: { tag: 'meedoen-session-calendar', attributes: `today="${NOW}" controls`, feed: sessionFeed },
  contacts: { tag: 'meedoen-contact-table', attributes: `today="${NOW}" controls`, feed: contactFeed },
  stories: { tag: 'meedoen-story-list', attributes: 'controls limit="0"', feed: storyFeed },
  join: { tag: 'meedoen-join-form', attributes: `today="${NOW}"`, feed: joinFeed },
};

/** What visitors see until it is there: on our element as the README has it, and on the page made by hand as well. */
const FALLBACK = '<a href="/alles">Bekijk alles op de site van het netwerk</a>';

/** Scripts of pages/ and peers/, and of our reader, in one file each and minified, as a site would serve them. */
async function bundle(file) {
  const css = [];
  const { output } = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: file, formats: ['es'], fileName: 'page', cssFileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then(([result]) => result);
  let code = '';
  for (const part of output) {
    if (part.type === 'chunk') code += part.code;
    else if (part.fileName.endsWith('.css')) css.push(part.source);
  }
  return { code, css: css.join('\n') };
}

/** The head that all pages have; the same font and the same room. */
const head = (
  css,
) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>bench</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">${css}<body>`;

/**
 * Starts the server.
 * @param {string[]} kinds `hand`, and names of files in peers/; ours is always there
 * @returns {Promise<{ url: (kind: string, widget: string, size: number) => string, origin: string, feed: (widget: string, size: number) => string, close: () => void }>}
 */
export async function servePages(kinds) {
  const scripts = new Map();
  const want = async (name, file) => scripts.set(name, await bundle(file));
  if (kinds.includes('hand')) for (const widget of Object.keys(widgets)) await want(`hand-${widget}`, `${here}pages/${widget}.js`);
  for (const kind of kinds) if (kind !== 'hand') await want(kind, `${here}peers/${kind}.js`);
  await want('reader', `${here}../src/feed/index.ts`);

  const feeds = new Map();
  const feed = (widget, size) => {
    const key = `${widget}-${size}`;
    if (!feeds.has(key)) feeds.set(key, JSON.stringify(widgets[widget].feed(Number(size))));
    return feeds.get(key);
  };

  const style = '<style>body{margin:24px;font-family:system-ui,sans-serif}</style>';
  const page = (kind, widget, size) => {
    const src = `/feed/${widget}-${size}.json`;
    const { tag, attributes } = widgets[widget];
    if (kind === 'empty') return head(style);
    if (kind === 'ours')
      return `${head(style)}<${tag} src="${src}" deep-link="off" ${attributes}>${FALLBACK}</${tag}><script type="module" src="/meedoen.js"></script>`;
    const name = kind.startsWith('hand') ? `hand-${widget}` : kind;
    const sheet = kind.startsWith('hand') ? '/hand.css' : scripts.get(kind).css && `/${kind}.css`;
    return `${head(sheet ? `<link rel="stylesheet" href="${sheet}">` : '')}<div id="app" data-widget="${widget}" data-src="${src}" data-now="${NOW}" data-limit="0" ${
      kind === 'hand-plain' ? 'data-plain' : ''
    }>${kind.startsWith('hand') ? FALLBACK : ''}</div><script type="module" src="/${name}.js"></script>`;
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, text) =>
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(text);
    const [, first, second, third] = pathname.split('/');
    const name = first.replace(/\.\w+$/, '');
    if (first === 'page') return send('text/html', page(second, ...third.split('-')));
    if (first === 'feed') return send('application/json', feed(...second.replace('.json', '').split('-')));
    if (/^meedoen(-\w+)?\.js$/.test(first)) return send('text/javascript', readFileSync(`${dist}/${first}`));
    if (first === 'hand.css') return send('text/css', readFileSync(`${here}pages/style.css`));
    if (scripts.has(name))
      return first.endsWith('.css') ? send('text/css', scripts.get(name).css) : send('text/javascript', scripts.get(name).code);
    return response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: (kind, widget, size) => `${origin}/page/${kind}/${widget}-${size}`, feed, close: () => server.close() };
}

/** What our element of a widget is called, and on which element the others are made. */
export const hostOf = (kind, widget) => (kind === 'ours' ? widgets[widget].tag : '#app');

/** The other libraries for what a widget is for, by the names of their files in peers/. */
const PEERS = { sessions: ['fullcalendar', 'event-calendar'], contacts: ['datatables', 'gridjs'], stories: [], join: ['shoelace'] };
export const peersOf = (widget) => PEERS[widget];
