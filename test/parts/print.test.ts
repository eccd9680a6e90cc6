import { expect } from '@open-wc/testing';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, place, until } from '../define.ts';

define('meedoen-story-list', MeedoenStoryList);

const feed = {
  stories: [
    {
      id: 'a',
      title: 'Een verhaal van papier',
      language: 'fr',
      body: '<p>La texte.</p>',
      tips: ['Eerste tip'],
      links: [{ title: 'Lees verder', url: 'https://example.org/verder' }],
      image: { src: new URL('../../demo/pictures/ashley.svg', import.meta.url).href, alt: 'Een plaatje' },
    },
    { id: 'b', title: 'Een ander verhaal' },
  ],
};

/** What a printer would have had: asked for instead of the printer itself. */
interface Printout {
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly styles: number;
  readonly frame: HTMLIFrameElement;
}

describe('printing what is read', () => {
  let list: MeedoenStoryList;
  let printed: Printout[];
  let observer: MutationObserver;

  beforeEach(async () => {
    printed = [];
    list = await place<MeedoenStoryList>('meedoen-story-list', feed, { 'deep-link': 'off' });
    observer = new MutationObserver((records) => {
      for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(frame instanceof HTMLIFrameElement) || !frame.contentWindow) continue;
        const instead = (): void => {
          frame.contentWindow!.print = () => {
            const { title, body, documentElement, adoptedStyleSheets } = frame.contentDocument!;
            printed.push({ title, text: body.innerText, lang: documentElement.lang, styles: adoptedStyleSheets.length, frame });
          };
        };
        instead();
        // some browsers give the frame its document only now
        frame.addEventListener('load', instead);
      }
    });
    observer.observe(list.shadowRoot!, { childList: true });
    list.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
    await until(() => list.renderRoot.querySelector('.body')?.textContent, 'the text is there');
  });
  afterEach(() => {
    observer.disconnect();
    list.renderRoot.querySelector('dialog')?.close();
  });

  const press = () => list.renderRoot.querySelector<HTMLElement>('[part=print]')!.click();

  it('prints the story alone, whole, in its language, with addresses that can be typed', async () => {
    press();
    await until(() => printed.length, 'it is printed');
    const [page] = printed;
    expect(page!.title).to.equal('Een verhaal van papier');
    expect(page!.lang).to.equal('fr');
    for (const part of ['Een verhaal van papier', 'La texte.', 'Eerste tip', 'Lees verder']) expect(page!.text).to.contain(part);
    for (const part of ['Een ander verhaal', 'Sluit', 'Volgende', 'Print']) expect(page!.text).to.not.contain(part);
    expect(page!.styles).to.be.greaterThan(2);
    const link = page!.frame.contentDocument!.querySelector('.links a')!;
    expect(page!.frame.contentWindow!.getComputedStyle(link, '::after').content).to.match(/example\.org\/verder|attr\(href\)/);
  });

  it('leaves nothing behind, in the page or in the element', async () => {
    const before = document.querySelectorAll('iframe').length;
    press();
    await until(() => printed.length, 'it is printed');
    expect(document.querySelectorAll('iframe').length).to.equal(before);
    printed[0]!.frame.contentWindow!.dispatchEvent(new Event('afterprint'));
    expect(list.shadowRoot!.querySelector('iframe')).to.equal(null);
  });

  it('has one frame at a time, out of sight and out of reach', async () => {
    press();
    press();
    await until(() => printed.length, 'it is printed');
    const frames = list.shadowRoot!.querySelectorAll('iframe');
    expect(frames).to.have.length(1);
    expect(frames[0]!.getBoundingClientRect().width).to.equal(0);
    expect(frames[0]!.getAttribute('aria-hidden')).to.equal('true');
    expect(frames[0]!.tabIndex).to.equal(-1);
  });
});
