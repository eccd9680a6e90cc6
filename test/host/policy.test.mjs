// "We have a strict Content-Security-Policy. Does meedoen work, without one report?"
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { FALLBACK, five, inEachBrowser, page, site, until } from './support.mjs';

const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";
const policies = { csp: CSP, trusted: TRUSTED, both: `${CSP}; ${TRUSTED}` };
const scripts = { module: '<script type="module" src="/meedoen.js"></script>', classic: '<script src="/meedoen.js"></script>' };

/** Opens what can be opened, as a visitor would: a story (and prints it), a session, the month; searches; sends an empty form. */
async function useEverything() {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
  const root = (name) => document.querySelector(`meedoen-${name}`).shadowRoot;
  const done = {};
  const dialog = async (name) => {
    for (let i = 0; i < 60 && !root(name).querySelector('dialog[open]'); i++) await pause();
    for (let i = 0; i < 60 && root(name).querySelector('[aria-busy=true]'); i++) await pause();
    const text = root(name).querySelector('dialog[open] .dialog-content')?.textContent ?? '';
    const html = root(name).querySelector('dialog[open] .body')?.children.length ?? 0;
    root(name).querySelector('dialog .close').click();
    await pause();
    return { text: text.length, html };
  };
  new MutationObserver((records) => {
    for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (frame.localName === 'iframe') {
        const instead = () => (frame.contentWindow.print = () => (done.printed = frame.contentDocument.adoptedStyleSheets.length));
        instead();
        frame.addEventListener('load', instead);
      }
  }).observe(root('story-card'), { childList: true });
  root('story-card').querySelector('.card-link').click();
  for (let i = 0; i < 60 && !root('story-card').querySelector('dialog[open]'); i++) await pause();
  root('story-card').querySelector('[part~=print]').click();
  for (let i = 0; i < 60 && !done.printed; i++) await pause();
  done.story = await dialog('story-card');
  done.articles = JSON.parse(document.querySelector('meedoen-story-list > script[type="application/ld+json"]').textContent)[
    '@graph'
  ].length;
  root('story-list').querySelector('.card-link').click();
  done.listed = await dialog('story-list');
  const search = root('story-list').querySelector('input[type=search], [part~=search]');
  search.value = 'werk';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await pause();
  const calendar = document.querySelector('meedoen-session-calendar');
  root('session-calendar').querySelector('[aria-haspopup=dialog]').click();
  done.session = await dialog('session-calendar');
  calendar.setAttribute('view', 'month');
  for (let i = 0; i < 60 && !root('session-calendar').querySelector('table'); i++) await pause();
  done.days = root('session-calendar').querySelectorAll('td').length;
  root('session-calendar').querySelector('[part~=next]').click();
  await pause();
  root('contact-table').querySelector('[part~=sort]').click();
  await pause();
  done.rows = root('contact-table').querySelectorAll('tbody tr').length;
  root('join-form').querySelector('[part~=submit]').click();
  for (let i = 0; i < 60 && !root('join-form').querySelector('.summary'); i++) await pause();
  done.wrong = root('join-form').querySelectorAll('.summary a').length;
  return done;
}

const used = (done) => {
  assert.ok(done.story.text > 500 && done.story.html > 0, `a story was read: ${JSON.stringify(done.story)}`);
  assert.ok(done.printed > 2, 'a story was printed');
  assert.ok(done.articles > 10, 'search engines were told');
  assert.ok(done.listed.text > 500 && done.listed.html > 0, `a story of the list was read: ${JSON.stringify(done.listed)}`);
  assert.ok(done.session.text > 100, 'a session was read');
  assert.ok(done.days >= 28, 'a month was shown');
  assert.ok(done.rows >= 10, 'contacts were sorted');
  assert.equal(done.wrong, 3, 'the form says which three answers are missing');
};

inEachBrowser('a site with a strict policy', ({ visit }) => {
  let host;
  before(async () => {
    host = await site({
      '/report': (_request, response) => response.writeHead(204).end(),
      '/join': { body: '{}', headers: { 'Content-Type': 'application/json' } },
    });
    // few columns, so that the contacts are a table in this window
    const elements = five('/meedoen.json', 'controls structured-data columns="name role"');
    const carrier = `<div data-meedoen="story-list" data-src="/meedoen.json" data-limit="2">${FALLBACK}</div>`;
    const serve = (path, policy, body) => {
      host.routes[path] = {
        body,
        headers: { 'Content-Security-Policy': `${policy}; report-uri /report?${path}`, 'Content-Type': 'text/html; charset=utf-8' },
      };
    };
    for (const [policy, line] of Object.entries(policies))
      for (const [kind, script] of Object.entries(scripts)) serve(`/${policy}-${kind}`, line, page(elements + carrier, { script }));
    serve('/control', policies.both, page('<p style="color: red">x</p>'));
    serve('/no-lit', `${CSP}; trusted-types other`, page(elements));
    serve('/no-policies', `${CSP}; trusted-types 'none'; require-trusted-types-for 'script'`, page(elements, { script: scripts.classic }));
  });
  const reports = (path) => host.requestsFor('/report').filter((request) => request.path.endsWith(path));

  it('would be told of a violation: a style attribute makes a report', async () => {
    const view = await visit(`${host.origin}/control`);
    await until(() => reports('/control').length, 'no report came in');
    assert.equal((await view.violations()).length, 1);
  });

  for (const path of ['csp-module', 'csp-classic', 'trusted-module', 'trusted-classic', 'both-module', 'both-classic']) {
    it(`gets five working elements and not one report (${path})`, async () => {
      const view = await visit(`${host.origin}/${path}`);
      await view.all('ready', { count: 6 });
      used(await view.evaluate(useEverything));
      await wait(300);
      assert.deepEqual(await view.violations(), []);
      assert.deepEqual(reports(`/${path}`), []);
      assert.deepEqual(await view.errors(), []);
      assert.deepEqual(view.said, []);
    });
  }

  for (const path of ['both-module', 'both-classic']) {
    it(`in a browser without setHTML gets the sanitiser from its own server, and not one report (${path})`, async () => {
      const before = host.requestsFor('/meedoen-sanitizer.js').length;
      const view = await visit(`${host.origin}/${path}`, { run: () => void delete Element.prototype.setHTML });
      await view.all('ready', { count: 6 });
      assert.equal(host.requestsFor('/meedoen-sanitizer.js').length, before, 'not before a story is opened');
      used(await view.evaluate(useEverything));
      assert.ok(host.requestsFor('/meedoen-sanitizer.js').length > before, 'it was fetched');
      await wait(300);
      assert.deepEqual(await view.violations(), []);
      assert.deepEqual(reports(`/${path}`), []);
      assert.deepEqual(await view.errors(), []);
      assert.equal(await view.evaluate(() => document.querySelectorAll('head link').length), 0, 'nothing is left in the head');
    });
  }

  for (const path of ['no-lit', 'no-policies']) {
    it(`that forbids Lit keeps its own content and reads why in one line (${path})`, async (test) => {
      const view = await visit(`${host.origin}/${path}`);
      if (await view.evaluate(() => !window.trustedTypes)) return test.skip('this browser has no Trusted Types');
      await until(() => view.said.length, 'nothing was said');
      await wait(300);
      assert.equal(view.said.length, 1, view.said.join('\n'));
      assert.match(view.said[0], /keeps its own content/);
      assert.equal(await view.visibleFallbacks(), 5);
      assert.deepEqual(await view.errors(), []);
    });
  }
});
