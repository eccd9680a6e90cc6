// The form in a real browser, on one site, and the receiver on another: what the visitor sees and what is in the database.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, it } from 'node:test';
import { serve } from '../receiver/command.ts';
import { databaseIn, folder, freePort, linkIn, postOffice, rows } from '../receiver/support.ts';
import { inEachBrowser, page, site, smallFeed, TODAY, until } from './support.mjs';

const place = folder();
const form = (action) => page(`<meedoen-join-form src="/feed.json" today="${TODAY}" action="${action}"></meedoen-join-form>`);
const visitor = { name: 'Voorbeeld Persoon', email: 'voorbeeld@example.org', organisation: 'Voorbeeldschool' };

/** What stands in the form, in words. */
const shown = (view) =>
  view.evaluate(() =>
    [...document.querySelector('meedoen-join-form').shadowRoot.querySelectorAll('main, div, form')]
      .map(({ innerText }) => innerText)
      .join('\n'),
  );

/** Waits for words in the form. */
const untilShown = (view, words) =>
  until(
    async () => words.test(await shown(view)),
    () => shown(view),
  );

async function fill(view, values) {
  await until(
    () => view.evaluate(() => !!document.querySelector('meedoen-join-form').shadowRoot?.querySelector('[name=email]')),
    'the form',
  );
  await view.evaluate((values) => {
    const root = document.querySelector('meedoen-join-form').shadowRoot;
    for (const [name, value] of Object.entries(values)) root.querySelector(`[name=${name}]`).value = value;
  }, values);
}

const press = (view, times = 1) =>
  view.evaluate((times) => {
    for (let n = 0; n < times; n++) document.querySelector('meedoen-join-form').shadowRoot.querySelector('[part~=submit]')?.click();
  }, times);

/** Headers that are about one connection. */
const HOP = /^(host|connection|keep-alive|transfer-encoding|content-length)$/;

/** Stands before a receiver as the network does, and can lose the answer to a POST after doing something. */
async function line(port) {
  const state = { lose: undefined };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HOP.test(name)));
    const body = chunks.length ? Buffer.concat(chunks) : undefined;
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, { method: request.method, headers, body });
      const text = await answer.text();
      if (request.method === 'POST' && state.lose) {
        await state.lose();
        return request.socket.destroy();
      }
      response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => !HOP.test(name))));
      response.end(text);
    } catch {
      request.socket.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => (server.close(), server.closeAllConnections()));
  return { state, action: `http://127.0.0.1:${server.address().port}/join` };
}

inEachBrowser('the form and the receiver', ({ visit }) => {
  it('joins once however often it is sent, and confirms by the link in the letter', async () => {
    const post = await postOffice();
    const [port, database, host] = [await freePort(), databaseIn(place), await site({ '/feed.json': JSON.stringify(smallFeed) })];
    const address = `http://127.0.0.1:${port}`;
    const served = serve(
      ['--db', database, '--port', `${port}`, '--origin', host.origin, '--url', address, '--from', 'Netwerk <netwerk@example.org>'],
      {
        MEEDOEN_SMTP: post.url,
      },
    );
    await served.up;
    host.routes['/form.html'] = form(`${address}/join`);

    const first = await visit(`${host.origin}/form.html`);
    await fill(first, visitor);
    await press(first, 2);
    await untilShown(first, /Welkom in het netwerk[^]*Kijk in je e-mail/);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 1);

    const second = await visit(`${host.origin}/form.html`);
    await fill(second, { ...visitor, email: 'Voorbeeld@Example.org' });
    await press(second);
    await untilShown(second, /Welkom in het netwerk/);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 1);

    await until(() => post.letters.length, 'a letter');
    const [link] = /http:\S+\/confirm\?t=\S+/.exec(post.letters[0].text) ?? [linkIn(post.letters[0])];
    const page = await visit(link);
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth !== 'none'),
      true,
      'its style is allowed',
    );
    await page.evaluate(() => document.querySelector('button').click());
    await until(
      () => page.evaluate(() => document.querySelector('h1')?.textContent === 'Je doet mee').catch(() => false),
      'the page that says so',
    );
    // Firefox tells of a picture of its own as well
    assert.deepEqual(
      (await page.violations()).filter((violation) => !violation.includes(' resource:')),
      [],
    );
    assert.equal((await rows(database, 'SELECT * FROM joins WHERE confirmed IS NOT NULL')).length, 1);
    served.child.kill('SIGTERM');
    assert.equal(await served.ended, 0);
  });

  it('says that it does not know when the receiver dies between storing and answering, and joins once when it is sent again', async () => {
    const [port, database, host] = [await freePort(), databaseIn(place), await site({ '/feed.json': JSON.stringify(smallFeed) })];
    const start = () => serve(['--db', database, '--port', `${port}`, '--origin', host.origin]);
    const { state, action } = await line(port);
    host.routes['/form.html'] = form(action);
    const dying = start();
    await dying.up;
    state.lose = async () => {
      dying.child.kill('SIGKILL');
      await dying.ended;
    };
    const view = await visit(`${host.origin}/form.html`);
    await fill(view, visitor);
    await press(view);
    await untilShown(view, /We weten niet of je formulier is aangekomen/);
    state.lose = undefined;
    const served = start();
    await served.up;
    await press(view);
    await untilShown(view, /Welkom in het netwerk/);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 1);
    served.child.kill('SIGTERM');
    await served.ended;
  });

  it('shows what the receiver finds wrong at its field', async () => {
    const [port, database, host] = [await freePort(), databaseIn(place), await site({ '/feed.json': JSON.stringify(smallFeed) })];
    const served = serve(['--db', database, '--port', `${port}`, '--origin', host.origin]);
    await served.up;
    host.routes['/form.html'] = form(`http://127.0.0.1:${port}/join`);
    const view = await visit(`${host.origin}/form.html`);
    await fill(view, { ...visitor, name: 'a'.repeat(1_001) });
    await press(view);
    await untilShown(view, /er passen 1\.000 tekens in/);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 0);
    await fill(view, visitor);
    await press(view);
    await untilShown(view, /Welkom in het netwerk/);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 1);
    served.child.kill('SIGTERM');
    await served.ended;
  });
});
