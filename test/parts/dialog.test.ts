import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, place, until } from '../define.ts';

define('meedoen-story-list', MeedoenStoryList);

const resize = (size: { width: number; height: number }) => executeServerCommand('viewport', size);
const isChromium = 'userAgentData' in navigator;
const long = 'Hoe een middelgrote arbeidsmarktregio met eenentwintig organisaties werk maakte van een voorbeeld '.repeat(3).trim();
const row = (tag: string, ...cells: string[]) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const table = `<table>${row('th', 'Jaar', 'Banen', 'Arbeidsongeschiktheidsverzekering')}${row('td', '2019', '157.276', '€ 1.250.000')}</table>`;

describe('the reader', () => {
  let list: MeedoenStoryList;
  const find = <T extends Element = HTMLElement>(selector: string) => list.renderRoot.querySelector<T>(selector)!;
  const read = async (...stories: object[]) => {
    list = await place<MeedoenStoryList>('meedoen-story-list', { stories }, { 'deep-link': 'off' });
    find('.card-link').click();
    await until(() => list.renderRoot.querySelector('dialog')?.open, 'the story is open');
  };
  afterEach(async () => {
    find<HTMLDialogElement>('dialog').close();
    await resize({ width: 1280, height: 800 });
  });

  it('keeps words and numbers of a table in one piece; a wide one scrolls in its own place', async () => {
    for (const width of [320, 1280]) {
      await resize({ width, height: 640 });
      await read({ id: 'a', title: 'A', body: table });
      await until(() => list.renderRoot.querySelector('td'), 'the text is there');
      for (const cell of list.renderRoot.querySelectorAll<HTMLElement>('th, td')) {
        const range = document.createRange();
        range.selectNodeContents(cell);
        if (cell.textContent.includes(' ')) continue;
        expect(new Set([...range.getClientRects()].map(({ top }) => top)).size, `${cell.textContent} at ${width}`).to.equal(1);
      }
      const dialog = find('dialog');
      expect(dialog.scrollWidth, `the rest stays where it is at ${width}`).to.equal(dialog.clientWidth);
      expect(find('table').scrollWidth > find('table').clientWidth, `scrolls at ${width}`).to.equal(width === 320);
      find<HTMLDialogElement>('dialog').close();
    }
    await read({ id: 'a', title: 'A', body: table });
  });

  (isChromium ? it : it.skip)('lets a wide table be scrolled with the keyboard, and breaks its words on paper', async () => {
    await resize({ width: 320, height: 640 });
    await read({ id: 'a', title: 'A', body: table });
    const wide = (await until(() => list.renderRoot.querySelector('table'), 'the text is there'))!;
    await until(() => wide.scrollWidth > wide.clientWidth, 'it is too wide');
    for (let times = 0; times < 5 && list.shadowRoot!.activeElement !== wide; times++) await sendKeys({ press: 'Tab' });
    expect(list.shadowRoot!.activeElement).to.equal(wide);
    await sendKeys({ press: 'ArrowRight' });
    await until(() => wide.scrollLeft > 0, 'it scrolls');
    try {
      await executeServerCommand('media', { type: 'print' });
      expect(wide.scrollWidth).to.equal(wide.clientWidth);
    } finally {
      await executeServerCommand('media', {});
    }
  });

  it('says previous and next in words, beside a chevron that a long title leaves its size', async () => {
    await resize({ width: 320, height: 640 });
    await read({ id: 'a', title: 'A', lead: 'a' }, { id: 'b', title: long, lead: 'b' }, { id: 'c', title: long, lead: 'c' });
    for (const word of ['next', 'previous']) {
      find('[part=next]').click();
      await list.updateComplete;
      const button = find(`[part=${word}]`);
      const { width, height } = button.querySelector('.icon')!.getBoundingClientRect();
      expect(width, word).to.equal(height);
      expect(width, word).to.be.greaterThan(12);
      const range = document.createRange();
      range.selectNodeContents(button.querySelector('span')!);
      expect(range.getBoundingClientRect().width, word).to.be.greaterThan(30);
      expect(button.querySelectorAll('.visually-hidden').length, word).to.equal(0);
      if (word === 'next') expect(button.innerText.trim()).to.match(/^Volgende: /);
      else expect(button.innerText.trim()).to.match(/^Vorige: /);
      if (word === 'next') find('[part=previous]').click();
      await list.updateComplete;
    }
  });

  it('keeps the room of a picture that can’t be had, without a credit; one without a size goes', async () => {
    const image = { src: new URL('zo-is-er-geen.png', import.meta.url).href, alt: '', width: 800, height: 400, credit: 'Foto: Voorbeeld' };
    await read(
      { id: 'a', title: 'A', image, lead: 'a' },
      { id: 'b', title: 'B', image: { ...image, width: undefined, height: undefined } },
    );
    await until(() => list.renderRoot.querySelector('.reader .broken'), 'the picture can’t be had');
    const { width, height } = find('.reader .portrait').getBoundingClientRect();
    expect(height / width).to.be.closeTo(0.5, 0.01);
    expect(getComputedStyle(find('.reader [part=credit]')).visibility).to.equal('hidden');
    find('[part=next]').click();
    await list.updateComplete;
    expect(list.renderRoot.querySelectorAll('.reader figure, .reader [part=credit]').length).to.equal(0);
  });

  it('does not let what has the focus go under its bar, and shows the whole focus ring of its buttons', async () => {
    await resize({ width: 320, height: 256 });
    const links = '<p>Een verzonnen tekst met een <a href="https://example.org/">link</a>.</p>'.repeat(12);
    await read({ id: 'a', title: 'A', body: links });
    const all = () => [...list.renderRoot.querySelectorAll<HTMLElement>('.body a')];
    await until(() => all().length === 12, 'the text is there');
    const under = () => find('.dialog-bar').getBoundingClientRect().bottom;
    all().at(-1)!.focus();
    for (const link of all().reverse()) {
      link.focus();
      // room for the ring
      expect(link.getBoundingClientRect().top - 6).to.be.at.least(under());
    }
    for (const button of list.renderRoot.querySelectorAll('.dialog-bar button'))
      expect(button.getBoundingClientRect().top - find('dialog').getBoundingClientRect().top).to.be.at.least(6);
  });

  (isChromium ? it : it.skip)('has boxes to tick on paper, ticks on a screen', async () => {
    await read({ id: 'a', title: 'A', tips: ['Begin klein'] });
    const tick = find('[part=tip] path');
    expect(getComputedStyle(tick).display).to.equal('inline');
    try {
      await executeServerCommand('media', { type: 'print' });
      expect(getComputedStyle(tick).display).to.equal('none');
      expect(getComputedStyle(find('[part=tip] .icon')).borderTopWidth).to.equal('1px');
    } finally {
      await executeServerCommand('media', {});
    }
  });
});
