/** Every example state, checked with axe: WCAG 2.0–2.2 A and AA, best practices, and contrast 7:1; on light and dark. */
import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import axe from 'axe-core';
import type { FeedElement } from '../src/elements/feed-element.ts';
import '../src/register.ts';
import { act, receive } from '../stories/act.ts';
import { examples } from '../stories/examples.ts';
import { settled, until } from './define.ts';

const feedAddress = new URL('../demo/meedoen.json', import.meta.url).pathname;
const inChromium = /Chrome\//.test(navigator.userAgent);

/** `region` and `page-has-heading-one` are about whole pages; the demo's pages are checked for them. */
const OPTIONS: axe.RunOptions = {
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
};

/** axe knows no `Canvas`: the browser's own colours are given by hand. */
const PAGES = {
  light: { colorScheme: 'light', background: '#fff', color: '#000' },
  dark: { colorScheme: 'dark', background: '#121212', color: '#fff' },
};

async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, OPTIONS);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

describe('every example state', () => {
  const page = document.createElement('div');
  page.lang = 'nl';

  const real = globalThis.fetch;
  before(() => {
    document.body.append(page);
    receive(Object.fromEntries(examples.map(({ id, answer }) => [id, answer])));
  });
  after(() => {
    page.remove();
    globalThis.fetch = real;
  });

  for (const example of examples) {
    const { id, element: tag, title, html, feed, answer } = example;
    for (const scheme of inChromium ? ['light', 'dark'] : ['light']) {
      it(`${tag}, ${title} (${id}), ${scheme}`, async function () {
        this.timeout(20_000);
        if (inChromium) await executeServerCommand('media', { 'prefers-color-scheme': scheme });
        Object.assign(document.documentElement.style, PAGES[scheme as keyof typeof PAGES]);
        page.innerHTML = html.replaceAll('/meedoen.json', feedAddress);
        const element = page.firstElementChild as FeedElement;
        if (feed) element.feed = feed;
        await settled(element);
        await act(element, example);
        await settled(element);
        await until(() => !element.renderRoot.querySelector('.body[aria-busy=true]'), 'the body is sanitised');
        if (answer && answer !== 'silence')
          await until(() => element.renderRoot.querySelector('.summary, .answer, [part=joined]'), 'the form is answered');
        // a width is measured in one frame and answered in the next
        for (let frame = 0; frame < 4; frame++) await nextFrame();
        await element.updateComplete;
        expect(await violations(element)).to.deep.equal([]);
        // half of a collapsed table's border may stand outside it
        expect(element.scrollWidth, 'nothing sticks out').to.be.at.most(Math.ceil(element.getBoundingClientRect().width) + 1);
        page.replaceChildren();
      });
    }
  }
});
