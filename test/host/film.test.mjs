// "A facade: no request to a video host before the click", its picture included: counted on the host itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { inEachBrowser, page, site, until } from './support.mjs';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>';

describe('a film in a story', () => {
  inEachBrowser('the reader', ({ visit }) => {
    /** Opens a story with a film on another site, and stays until it was read. `away`: that site. */
    const read = async (storyOf) => {
      const host = await site({ '/own.svg': picture });
      const away = await site({ '/film.svg': picture, '/film': 'Een film' });
      const story = { id: 'a', title: 'Een voorbeeld', video: { title: 'Een film', url: `${away.origin}/film` }, ...storyOf(away.origin) };
      host.routes['/feed.json'] = JSON.stringify({ meedoen: 1, stories: [story] });
      host.routes['/'] = page('<meedoen-story-card src="/feed.json" deep-link="off"></meedoen-story-card>');
      const view = await visit(host.origin);
      await view.all('ready');
      const inCard = (...given) => view.within('meedoen-story-card', ...given);
      await inCard(`root.querySelector('.card-link').click()`);
      await until(() => inCard(`return !!root.querySelector('dialog[open] [part=video]')`), 'the story did not open');
      await inCard(`root.querySelector('[part=video]').scrollIntoView()`);
      await wait(500);
      return { host, away, view, inCard };
    };
    const film = (poster) => ({ video: { title: 'Een film', url: 'https://video.example.org/film', poster } });

    it('asks the film’s host nothing until it is pressed, and says where it goes', async () => {
      const { away, view, inCard } = await read((origin) => ({ video: { url: `${origin}/film`, poster: `${origin}/film.svg` } }));
      assert.deepEqual(away.requests, []);
      assert.match(await inCard(`return root.querySelector('[part=video]').innerText`), /Bekijk de video \(op 127\.0\.0\.1\)/);
      await Promise.all([view.page.waitForNavigation(), inCard(`root.querySelector('[part=video] a').click()`)]);
      assert.equal(away.requestsFor('/film').length, 1);
    });

    it('shows a picture that stands with the feed', async () => {
      const { host, inCard } = await read(() => film('/own.svg'));
      assert.equal(host.requestsFor('/own.svg').length, 1);
      assert.ok(await inCard(`return root.querySelector('[part=video] img').naturalWidth`));
    });

    it('shows a picture from where the story’s own picture comes from: that site is asked anyhow', async () => {
      const { away, inCard } = await read((origin) => ({
        image: { src: `${origin}/film.svg`, alt: '' },
        ...film(`${origin}/film.svg?poster`),
      }));
      await until(() => away.requests.some(({ path }) => path.endsWith('?poster')), 'the picture was not asked for');
      assert.ok(await inCard(`return !root.querySelector('.film.bare')`));
    });

    it('has a place for a picture that is not there', async () => {
      const { inCard } = await read(() => film('/nergens.svg'));
      await until(() => inCard(`return !!root.querySelector('.film.bare')`), 'a broken picture stays');
      assert.equal(await inCard(`return root.querySelector('[part=video] img').checkVisibility()`), false);
    });
  });
});
