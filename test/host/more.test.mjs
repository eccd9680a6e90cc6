// What is fetched only when it is needed: when, how often, and what a visitor has when it can't be had.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inEachBrowser, page, site, smallFeed, TODAY, until } from './support.mjs';

const feed = JSON.stringify(smallFeed);
const tag = (name, attributes = '') =>
  `<meedoen-${name} src="/feed.json" today="${TODAY}" ${attributes}><p class="fallback">Terugval</p></meedoen-${name}>`;
const MORE = '/meedoen-more.js';

/** A server of its own, so that its requests can be counted. `more`: what it answers for the second file. */
async function host(body, more) {
  const server = await site({ '/feed.json': feed, '/': page(body), '/en': page(body).replace('lang="nl"', 'lang="en"') });
  if (more) server.routes[MORE] = more;
  return server;
}

const text = (view, selector = '.box') =>
  view.evaluate(
    (selector) =>
      document
        .querySelector('meedoen-story-card, meedoen-session-calendar, meedoen-join-form, meedoen-contact-table')
        .shadowRoot.querySelector(selector)?.innerText ?? '',
    selector,
  );
const click = (view, selector) =>
  view.evaluate(
    (selector) =>
      document
        .querySelector('meedoen-story-card, meedoen-session-calendar, meedoen-join-form, meedoen-contact-table')
        .shadowRoot.querySelector(selector)
        .click(),
    selector,
  );

describe('the second file', () => {
  inEachBrowser('a page', ({ visit }) => {
    it('does not ask for it to show stories, sessions and contacts', async () => {
      const server = await host(['story-card', 'story-list', 'session-calendar', 'contact-table'].map((name) => tag(name)).join(''));
      const view = await visit(server.origin);
      await view.all('ready', { count: 4 });
      await view.rest();
      assert.equal(server.requestsFor(MORE).length, 0);
    });

    it('has it by the time a visitor who points at a story presses', async () => {
      const server = await host(tag('story-card'));
      const view = await visit(server.origin);
      await view.all('ready');
      const { x, y } = await view.evaluate(() => {
        const { x, y } = document.querySelector('meedoen-story-card').getBoundingClientRect();
        return { x, y };
      });
      await view.page.mouse.move(x + 20, y + 20);
      await until(() => server.requestsFor(MORE).length, 'it was not asked for');
      assert.equal(await text(view, 'dialog'), '');
      await click(view, '.card-link');
      await until(async () => (await text(view, 'dialog')).includes('nadruk'), 'the story did not open');
    });

    it('opens a story for who presses without pointing, in one request however often', async () => {
      const server = await host(tag('story-card'));
      const view = await visit(server.origin);
      await view.all('ready');
      await click(view, '.card-link');
      await click(view, '.card-link');
      await until(async () => (await text(view, 'dialog')).includes('Een voorbeeldverhaal'), 'the story did not open');
      assert.ok(server.requestsFor(MORE).length <= 2, 'the preload and, where that is not kept, the import');
      assert.equal(await view.evaluate(() => document.head.querySelectorAll('link').length), 0);
      assert.equal(await view.evaluate(() => document.querySelector('meedoen-story-card').shadowRoot.querySelectorAll('link').length), 0);
    });

    it('opens the story of a deep link', async () => {
      const server = await host(tag('story-card'));
      const view = await visit(`${server.origin}/?verhaal=verhaal`);
      await until(async () => (await text(view, 'dialog')).includes('nadruk'), 'the story did not open');
    });

    it('shows a month, and a form, at once', async () => {
      for (const [body, part] of [
        [tag('session-calendar', 'view="month"'), 'table'],
        [tag('join-form', 'action="/join"'), 'form'],
      ]) {
        const server = await host(body);
        const view = await visit(server.origin);
        await until(async () => (await text(view, part)) !== '', `no ${part}`);
        assert.deepEqual(await view.errors(), []);
      }
    });

    it('speaks English where the page does', async () => {
      const server = await host(tag('contact-table'));
      const view = await visit(`${server.origin}/en`);
      await view.all('ready');
      await until(
        async () => /Organisation/.test(await text(view)),
        () => text(view),
      );
    });
  });

  inEachBrowser('a page whose server has lost it', ({ visit }) => {
    const lost = { status: 404, body: 'weg' };

    it('says so to who opens a story, in sight, and opens it once it is back', async () => {
      const server = await host(tag('story-card'), lost);
      const view = await visit(server.origin);
      await view.all('ready');
      await click(view, '.card-link');
      await until(
        async () => /niet ophalen/.test(await text(view, '.floating')),
        () => text(view),
      );
      assert.ok(
        view.said.some((line) => /meedoen-more\.js is missing, late, or of another version/.test(line)),
        view.said.join('\n'),
      );
      delete server.routes[MORE];
      await click(view, '.floating button');
      // a browser may keep the failure of an import for the life of the page
      await until(
        async () => (await text(view, 'dialog')).includes('nadruk') || /niet ophalen/.test(await text(view, '.floating')),
        () => text(view),
      );
    });

    it('shows a list instead of a month', async () => {
      const server = await host(tag('session-calendar', 'view="month"'), lost);
      const view = await visit(server.origin);
      await until(
        async () => (await text(view)).includes('Een voorbeeldsessie'),
        () => text(view),
      );
      assert.equal(await text(view, 'table'), '');
    });

    it('shows a table instead of a finder', async () => {
      const server = await host(tag('contact-table', 'mode="finder"'), lost);
      const view = await visit(server.origin);
      await until(
        async () => (await text(view)).includes('Voorbeeldorganisatie'),
        () => text(view),
      );
    });

    it('tells who asks for a month why it stays a list', async () => {
      const server = await host(tag('session-calendar', 'controls'), lost);
      const view = await visit(server.origin);
      await view.all('ready');
      await click(view, '.views button:last-child');
      await until(
        async () => /niet ophalen/.test(await text(view, '.notice')),
        () => text(view),
      );
      assert.ok((await text(view)).includes('Een voorbeeldsessie'));
    });

    it('tells who sorts contacts why they stay as they are, and says nothing is sorted', async () => {
      const server = await host(tag('contact-table'), lost);
      const contacts = ['a', 'b'].map((id) => ({ id, name: `Voorbeeld ${id}` }));
      server.routes['/feed.json'] = JSON.stringify({ ...smallFeed, contacts });
      const view = await visit(server.origin);
      await view.all('ready');
      await click(view, 'thead button');
      await until(
        async () => /niet ophalen/.test(await text(view, '.floating')),
        () => text(view),
      );
      const shown = await view.evaluate(() => document.querySelector('meedoen-contact-table').shadowRoot.querySelector('.box').textContent);
      assert.doesNotMatch(shown, /Gesorteerd/);
      assert.equal(await text(view, '[aria-sort]'), '');
      await click(view, '.floating button');
      await until(
        async () => /niet ophalen/.test(await text(view, '.floating')),
        () => text(view),
      );
    });

    it('shows the fallback instead of a form, with the reason', async () => {
      const server = await host(tag('join-form', 'action="/join"'), lost);
      const view = await visit(server.origin);
      await view.all('failed');
      assert.match(await text(view), /niet ophalen/);
      assert.equal(await view.visibleFallbacks(), 1);
      assert.equal(view.said.filter((line) => /missing, late/.test(line)).length, 1, view.said.join('\n'));
    });

    it('speaks Dutch where it would speak English', async () => {
      const server = await host(tag('contact-table'), lost);
      const view = await visit(`${server.origin}/en`);
      await view.all('ready');
      assert.match(await text(view), /Organisatie/);
    });
  });

  inEachBrowser('a page whose server has another one under its name', ({ visit }) => {
    it('does not run it', async () => {
      const server = await host(tag('story-card'), 'globalThis.ran = true; export default () => ({});');
      const view = await visit(server.origin);
      await view.all('ready');
      await click(view, '.card-link');
      await until(
        async () => /niet ophalen/.test(await text(view, '.floating')),
        () => text(view),
      );
      assert.equal(await view.evaluate(() => globalThis.ran), undefined);
    });
  });
});
