import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { commonWords } from '../../src/i18n/common.ts';
import { storyWords } from '../../src/i18n/stories.ts';
import { define, next, place, settled, textOf, until } from '../define.ts';

define('meedoen-story-list', MeedoenStoryList);

const feed = {
  sectors: [
    { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'], about: 'Het primair onderwijs wil meedoen.' },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  themes: [
    { id: 'talent', name: 'Zie het talent', kind: 'chapter', about: 'Talent eerst.' },
    { id: 'proces', name: 'Het proces op orde', kind: 'chapter' },
  ],
  stories: [
    {
      id: 'a',
      title: 'Anna bakt brood',
      sectors: ['po'],
      themes: ['proces'],
      organisation: 'Bakkerij Vóórbeeld',
      body: '<p>Deeg en gist.</p>',
    },
    { id: 'b', title: 'Bram zaagt hout', sectors: ['vo'], themes: ['talent'], people: [{ name: 'Bram Bos', role: 'meubelmaker' }] },
    { id: 'c', title: 'Carla tekent', sectors: ['po', 'vo'], themes: ['talent'], quote: { text: 'Ik teken.', by: 'Carla' } },
    { id: 'd', title: 'Een terugblik', kind: 'report' },
  ],
};
const placeList = (attributes: Record<string, string> = {}, lang = 'nl', more: object = {}): Promise<MeedoenStoryList> =>
  place<MeedoenStoryList>('meedoen-story-list', { ...feed, ...more }, attributes, lang);
const titles = (list: MeedoenStoryList): string[] =>
  [...list.renderRoot.querySelectorAll('.card-title')].map((title) => title.textContent.trim());
const field = <T extends HTMLElement>(list: MeedoenStoryList, id: string): T => list.shadowRoot!.getElementById(id) as T;
const type = async (list: MeedoenStoryList, text: string): Promise<void> => {
  const input = field<HTMLInputElement>(list, 'search');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await list.updateComplete;
};
const choose = async (list: MeedoenStoryList, id: string, value: string): Promise<void> => {
  const select = field<HTMLSelectElement>(list, id);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await list.updateComplete;
};
const press = async (list: MeedoenStoryList, selector: string): Promise<void> => {
  list.renderRoot.querySelector<HTMLElement>(selector)!.click();
  await list.updateComplete;
};

describe('<meedoen-story-list>', () => {
  it('shows the stories in the feed’s order, and no reports unless asked', async () => {
    expect(titles(await placeList())).to.deep.equal(['Anna bakt brood', 'Bram zaagt hout', 'Carla tekent']);
    expect(titles(await placeList({ kind: 'report' }))).to.deep.equal(['Een terugblik']);
    expect(titles(await placeList({ kind: 'all' }))).to.have.length(4);
    expect(titles(await placeList({ kind: 'nonsense' })), 'a wrong value is the default').to.have.length(3);
  });

  it('keeps to the sector of the page, by alias too; a story without a sector is not everybody’s', async () => {
    expect(titles(await placeList({ sector: 'basisonderwijs' }))).to.deep.equal(['Anna bakt brood', 'Carla tekent']);
    expect(titles(await placeList({ sector: 'po', theme: 'talent' }))).to.deep.equal(['Carla tekent']);
    expect(titles(await placeList({ sector: 'vo', kind: 'report' }))).to.deep.equal([]);
  });

  it('puts chapters in the feed’s order under their own heading and introduction', async () => {
    const list = await placeList({ 'group-by': 'theme' });
    const chapters = [...list.renderRoot.querySelectorAll('.chapter')].map((chapter) => chapter.querySelector('h2')!.textContent);
    expect(chapters).to.deep.equal(['Zie het talent', 'Het proces op orde']);
    expect(textOf(list)).to.contain('Talent eerst.');
    expect(titles(list)).to.deep.equal(['Bram zaagt hout', 'Carla tekent', 'Anna bakt brood']);
    expect(list.renderRoot.querySelectorAll('h3')).to.have.length(3);
  });

  it('groups by sector with what the sector itself says', async () => {
    const list = await placeList({ 'group-by': 'sector', 'heading-level': '4' });
    expect(textOf(list)).to.contain('Het primair onderwijs wil meedoen.');
    expect(list.renderRoot.querySelector('h4')!.textContent).to.equal('Primair onderwijs');
    expect(list.renderRoot.querySelector('h5')).to.exist;
  });

  it('finds words in titles, people, organisations and texts, without accents', async () => {
    const list = await placeList({ controls: '' });
    for (const [word, title] of [
      ['voorbeeld', 'Anna bakt brood'],
      ['meubel bos', 'Bram zaagt hout'],
      ['gist', 'Anna bakt brood'],
    ] as const) {
      await type(list, word);
      expect(titles(list), word).to.deep.equal([title]);
    }
    await type(list, 'niets van dit alles');
    expect(textOf(list)).to.contain(storyWords.nl.noneFound);
  });

  it('counts follow the other filters, and every filter can be undone', async () => {
    const list = await placeList({ controls: '' });
    const options = (): string[] => [...field<HTMLSelectElement>(list, 'theme').options].map((option) => option.textContent.trim());
    expect(options()).to.deep.equal(['Alle thema’s', 'Zie het talent (2)', 'Het proces op orde (1)']);
    const changed = next(list, 'meedoen-filter-changed');
    await choose(list, 'sector', 'vo');
    const event = await changed;
    expect([event.sector, event.count, event.query]).to.deep.equal(['vo', 2, '']);
    expect(options()).to.deep.equal(['Alle thema’s', 'Zie het talent (2)', 'Het proces op orde (0)']);
    await press(list, '[part=undo]');
    expect(titles(list)).to.have.length(3);
    await type(list, 'b');
    await choose(list, 'theme', 'talent');
    await press(list, '[part=undo]:last-of-type');
    expect(titles(list)).to.have.length(3);
    expect(field<HTMLInputElement>(list, 'search').value).to.equal('');
  });

  it('says the number of results politely, once typing pauses', async () => {
    const list = await placeList({ controls: 'search' });
    const status = list.renderRoot.querySelector('[role=status]')!;
    await type(list, 'an');
    expect(status.textContent).to.equal('');
    await until(() => status.textContent, 'the number is said');
    expect(status.textContent).to.equal('1 verhaal');
  });

  it('shows more on request, and reading goes on at the first new story', async () => {
    const list = await placeList({ limit: '2' });
    expect(titles(list)).to.have.length(2);
    await press(list, 'button[part=more]');
    await aTimeout(0);
    expect(titles(list)).to.have.length(3);
    expect(list.shadowRoot!.activeElement!.textContent.trim()).to.equal('Carla tekent');
    expect(list.renderRoot.querySelector('button[part=more]')).to.not.exist;
  });

  it('goes on at the first new story that can be opened', async () => {
    const stories = ['A', 'B', 'C', 'D'].map((title) => ({ id: title, title, ...('BD'.includes(title) && { lead: 'Een voorbeeld.' }) }));
    const list = await placeList({ limit: '2', 'deep-link': 'off' }, 'nl', { stories });
    await press(list, 'button[part=more]');
    await until(() => list.shadowRoot!.activeElement?.textContent === 'D', 'the focus is there');
    await press(list, '.card-link');
    expect(list.renderRoot.querySelector('[part=next]')!.textContent, 'nor does the reader lead to an empty page').to.match(/: D\s*$/);
    list.renderRoot.querySelector('dialog')!.close();
  });

  it('sorts by title, both ways', async () => {
    expect(titles(await placeList({ sort: '-title' }))).to.deep.equal(['Carla tekent', 'Bram zaagt hout', 'Anna bakt brood']);
  });

  it('opens a story with the keyboard, reads on to the next, and gives the focus back', async () => {
    const list = await placeList({ 'deep-link': 'off' });
    const first = list.renderRoot.querySelector<HTMLElement>('.card-link')!;
    first.focus();
    const opened = next(list, 'meedoen-story-opened');
    await sendKeys({ press: 'Enter' });
    expect((await opened).story.id).to.equal('a');
    await list.updateComplete;
    const dialog = list.renderRoot.querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    expect(list.shadowRoot!.activeElement!.textContent).to.equal('Anna bakt brood');
    await press(list, '[part=next]');
    expect(list.shadowRoot!.activeElement!.textContent).to.equal('Bram zaagt hout');
    await sendKeys({ press: 'Escape' });
    await until(() => !list.renderRoot.querySelector('dialog'), 'the story is closed');
    await until(() => list.shadowRoot!.activeElement === first, 'the focus is back');
  });

  it('has an address for an open story, and the back button closes it', async () => {
    const state = { of: 'the host page' };
    history.replaceState(state, '', `${location.pathname}${location.search}#hier`);
    const list = await placeList();
    await press(list, '.card-link');
    expect(new URLSearchParams(location.search).get('verhaal')).to.equal('a');
    expect(location.hash).to.equal('#hier');
    expect(history.state).to.deep.equal(state);
    history.back();
    await until(() => !list.renderRoot.querySelector('dialog'), 'the story is closed');
    expect(location.search).to.not.contain('verhaal');
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  });

  it('opens the story that the address asks for, in the first list that has it', async () => {
    const address = location.href;
    const url = new URL(address);
    url.searchParams.set('verhaal', 'b');
    history.replaceState(null, '', url);
    const [first, second] = [await placeList({ sector: 'vo' }), await placeList()];
    await until(() => first.renderRoot.querySelector('dialog')?.open, 'the story is open');
    expect(second.renderRoot.querySelector('dialog')).to.not.exist;
    first.renderRoot.querySelector<HTMLElement>('[part=close]')!.click();
    await until(() => !location.search.includes('verhaal'), 'the address is as it was');
    history.replaceState(null, '', address);
  });

  it('reads on through what is filtered only', async () => {
    const list = await placeList({ controls: '', 'deep-link': 'off', sort: '-title' });
    await choose(list, 'theme', 'talent');
    expect(titles(list)).to.deep.equal(['Carla tekent', 'Bram zaagt hout']);
    await press(list, '.card-link');
    await until(() => list.renderRoot.querySelector('dialog')?.open, 'the story is open');
    expect(list.renderRoot.querySelector('[part=previous]')).to.equal(null);
    await press(list, '[part=next]');
    expect(list.renderRoot.querySelector('.dialog-title')!.textContent).to.equal('Bram zaagt hout');
    expect(list.renderRoot.querySelector('[part=next]')).to.equal(null);
    expect(list.renderRoot.querySelector('[part=previous]')!.textContent).to.contain('Carla tekent');
  });

  it('opens what an address asks for also when the visitor’s filter hides it, alone, and leaves the filter', async () => {
    const list = await placeList({ controls: '' });
    await press(list, '.card-link');
    expect(new URLSearchParams(location.search).get('verhaal')).to.equal('a');
    history.back();
    await until(() => !list.renderRoot.querySelector('dialog'), 'the story is closed');
    await choose(list, 'theme', 'talent');
    history.forward();
    await until(() => list.renderRoot.querySelector('dialog')?.open, 'the story is open again');
    expect(list.renderRoot.querySelector('.dialog-title')!.textContent).to.equal('Anna bakt brood');
    expect(list.renderRoot.querySelector('[part=previous], [part=next], [part=notice]')).to.equal(null);
    list.renderRoot.querySelector<HTMLElement>('[part=close]')!.click();
    await until(() => !location.search.includes('verhaal'), 'the address is as it was');
    expect(titles(list)).to.deep.equal(['Bram zaagt hout', 'Carla tekent']);
  });

  it('never shows, counts or opens a story that was withdrawn or has expired', async () => {
    const list = await placeList({ today: '2021-09-20', controls: '' }, 'nl', {
      stories: [
        { id: 'x', title: 'Ingetrokken', withdrawn: true, body: '<p>geheim</p>' },
        { id: 'y', title: 'Verlopen', expires: '2021-09-19' },
        { id: 'z', title: 'Vandaag nog', expires: '2021-09-20' },
      ],
    });
    expect(titles(list)).to.deep.equal(['Vandaag nog']);
    await type(list, 'geheim');
    expect(titles(list)).to.deep.equal([]);
  });

  it('goes on from a story on a next page that an address opened', async () => {
    const address = location.href;
    history.replaceState(null, '', '?lees=c');
    const list = await placeList({ limit: '1', 'deep-link': 'lees' });
    await until(() => list.renderRoot.querySelector('dialog[open]'), 'it is open');
    expect(titles(list), 'with those before it').to.have.length(3);
    list.renderRoot.querySelector<HTMLElement>('[part=close]')!.click();
    await until(() => !list.renderRoot.querySelector('dialog'), 'it is closed');
    expect(list.shadowRoot!.activeElement!.textContent.trim()).to.equal('Carla tekent');
    history.replaceState(null, '', address);
  });

  it('counts the words of any text in no time', async () => {
    const start = performance.now();
    await placeList({}, 'nl', { stories: [{ id: 'a', title: 'Anna', body: '<'.repeat(200_000) }] });
    expect(performance.now() - start, 'by the square of its length that takes seconds').to.be.below(1_500);
  });

  it('takes a story away when any feed of the page turns out to withdraw it', async () => {
    const listOf = async (stories: object[]): Promise<MeedoenStoryList> => {
      const src = URL.createObjectURL(new Blob([JSON.stringify({ meedoen: 1, stories })]));
      const list = await fixture<MeedoenStoryList>(html`<meedoen-story-list src=${src} controls deep-link="lees"></meedoen-story-list>`);
      await until(() => list.matches(':state(ready), :state(empty)'), 'the feed is there');
      return list;
    };
    const [anna, bram] = ['urn:voorbeeld:anna', 'urn:voorbeeld:bram'];
    const list = await listOf([
      { id: anna, title: 'Anna bakt brood', body: '<p>Deeg.</p>' },
      { id: bram, title: 'Bram zaagt hout' },
    ]);
    expect(titles(list)).to.deep.equal(['Anna bakt brood', 'Bram zaagt hout']);
    await press(list, '.card-link');
    await until(() => list.renderRoot.querySelector('dialog[open] .body'), 'it is being read');
    expect(location.search).to.contain('lees=');
    const other = await listOf([{ id: anna, withdrawn: true }]);
    await list.updateComplete;
    await until(() => !location.search.includes('lees='), 'the address no longer names it');
    expect(titles(list)).to.deep.equal(['Bram zaagt hout']);
    expect(list.renderRoot.querySelector('[part=result]')!.textContent).to.contain('1 verhaal');
    await until(() => !list.renderRoot.querySelector('dialog[open]'), 'nobody reads on in what was taken back');
    expect(list.renderRoot.textContent).not.to.contain('Anna');
    expect(titles(other)).to.deep.equal([]);
    other.remove();
    await list.updateComplete;
    expect(titles(list), 'also once the other is gone').to.deep.equal(['Bram zaagt hout']);
  });

  it('marks its own words among those of a story in another language', async () => {
    const list = await placeList({}, 'en', { language: 'nl' });
    const meta = list.renderRoot.querySelector('[part=meta]')!;
    expect(meta.closest('[lang]')!.getAttribute('lang')).to.equal('nl');
    const marked = [...meta.querySelectorAll('span')].map(({ lang, innerText }) => [lang, innerText.replace(/\s/g, ' ')]);
    expect(marked).to.deep.equal([
      ['nl', 'Primair onderwijs'],
      ['nl', 'Het proces op orde'],
      ['en', '1 min read'],
    ]);
    expect(meta.textContent.trim().replace(/\s/g, ' ')).to.equal('Primair onderwijs · Het proces op orde · 1 min read');
  });

  it('marks the names of sectors and themes as the feed’s, on the card of a story in another language and in its reader', async () => {
    const stories = [{ id: 'a', title: 'A caretaker', language: 'en', sectors: ['po'], themes: ['talent'], lead: 'An example.' }];
    const list = await placeList({ 'deep-link': 'off' }, 'nl', { language: 'nl', stories });
    await press(list, '.card-link');
    for (const place of ['.card', 'dialog'])
      for (const name of ['Primair onderwijs', 'Zie het talent']) {
        const spans = [...list.renderRoot.querySelectorAll<HTMLElement>(`${place} [part=meta] span`)];
        expect(spans.find(({ textContent }) => textContent === name)?.closest<HTMLElement>('[lang]')!.lang, `${name} in ${place}`).to.equal(
          'nl',
        );
      }
    list.renderRoot.querySelector('dialog')!.close();
  });

  it('asks for a picture that is not there once, whatever is searched', async () => {
    const picture = (name: string) => new URL(name, import.meta.url).href;
    const missing = { src: picture('deze-is-er-niet.png'), alt: '', width: 4, height: 5 };
    const there = { src: new URL('../../demo/pictures/ashley.svg', import.meta.url).href, alt: '', width: 4, height: 5 };
    const stories = ['Anna', 'Bram', 'Carla'].map((title, at) => ({ id: title, title, image: at === 1 ? there : missing }));
    const list = await placeList({ controls: 'search' }, 'nl', { stories });
    const asked = () => performance.getEntriesByName(missing.src).length;
    const portraits = () => [...list.renderRoot.querySelectorAll<HTMLElement>('.portrait')].map(({ innerText }) => innerText.trim());
    await until(() => portraits().join() === 'A,,C', 'initials stand where there is no picture');
    const before = asked();
    for (const word of ['b', 'br', 'b', '', 'c', '']) {
      await type(list, word);
      const shown = titles(list).map((title) => (title === 'Bram' ? '' : title[0]));
      expect(portraits(), `“${word}”, at once`).to.deep.equal(shown);
      await aTimeout(50);
    }
    expect(asked()).to.equal(before);
    await type(list, 'bram');
    const image = list.renderRoot.querySelector('img')!;
    await until(() => image.naturalWidth && image.checkVisibility(), 'one that is there shows, where one stood that is not');
  });

  it('marks the feed’s own words on a page in another language: chapters and what can be chosen', async () => {
    const list = await placeList({ controls: 'sector', 'group-by': 'theme' }, 'en', { language: 'nl' });
    const [all, first] = [...field<HTMLSelectElement>(list, 'sector').options];
    expect([all!.lang, first!.lang, first!.text]).to.deep.equal(['', 'nl', 'Primair onderwijs (2)']);
    const lang = (selector: string): string | undefined => list.renderRoot.querySelector(selector)?.closest<HTMLElement>('[lang]')?.lang;
    expect([lang('.chapter-title > *'), lang('.chapter-about')]).to.deep.equal(['nl', 'nl']);
    expect(lang('[part=result]'), 'ours stay ours').to.equal('en');
  });

  it('says that there is nothing here when what a page gives is no feed, and tells the editor which property', async () => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', {});
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (line: string) => void said.push(line);
    try {
      for (const broken of ['geen feed', 7, [1]] as unknown[]) {
        list.feed = broken;
        await until(() => list.matches(':state(failed)'), 'it has failed');
        // not “at this address”: there is none
        expect(textOf(list)).to.contain('Hier zijn geen gegevens voor dit onderdeel.');
        list.feed = { meedoen: 1 };
        await until(() => !list.matches(':state(failed)'), 'it is empty again');
      }
    } finally {
      console.warn = warn;
    }
    expect(said[0]).to.match(/^meedoen: the feed property: .*"meedoen": 1/);
  });

  it('speaks English on an English page, without a Dutch word left', async () => {
    const list = await placeList({ controls: '', limit: '2', 'group-by': 'theme', kind: 'all', 'deep-link': 'off' }, 'en', {
      language: 'nl',
    });
    await press(list, '.card-link');
    const text = ` ${textOf(list)} `;
    const dutch = (words: object): string[] =>
      Object.values(words).flatMap((word) =>
        typeof word === 'string' ? [word] : word && typeof word === 'object' ? dutch(word as object) : [],
      );
    const english = new Set([...dutch(commonWords.en), ...dutch(storyWords.en)]);
    for (const word of [...dutch(commonWords.nl), ...dutch(storyWords.nl)]) {
      if (!english.has(word)) expect(text).to.not.contain(` ${word} `);
    }
    expect(list.renderRoot.querySelector('article')!.lang, 'feed text is marked as Dutch').to.equal('nl');
    list.renderRoot.querySelector('dialog')!.close();
  });

  it('shows the fallback until there is something, and hides it then', async () => {
    const list = await fixture<MeedoenStoryList>(html`<meedoen-story-list><a href="/verhalen">Lees de verhalen</a></meedoen-story-list>`);
    expect(list.renderRoot.querySelector('slot')!.hidden).to.equal(false);
    list.feed = { meedoen: 1, ...feed };
    await settled(list);
    expect(list.renderRoot.querySelector('slot')!.hidden).to.equal(true);
    list.feed = { nothing: 'of the kind' };
    await list.updateComplete;
    await until(() => list.matches(':state(failed)'), 'the feed is refused');
    await list.updateComplete;
    expect(list.renderRoot.querySelector('slot')!.hidden).to.equal(false);
    expect(textOf(list)).to.contain(commonWords.nl.retry);
  });

  it('leaves what a forgotten closing tag swallowed on the page', async () => {
    const list = await fixture<MeedoenStoryList>(
      html`<meedoen-story-list .feed=${{ meedoen: 1, ...feed }}><h2>De rest van de pagina</h2></meedoen-story-list>`,
    );
    await settled(list);
    expect(titles(list)).to.have.length(3);
    expect(list.renderRoot.querySelector('slot')!.hidden).to.equal(false);
  });

  for (const [name, attributes] of Object.entries({
    'a grid with all controls': { controls: '' },
    chapters: { 'group-by': 'theme' },
    'nothing found': { sector: 'nergens' },
  }) as [string, Record<string, string>][]) {
    it(`is accessible: ${name}`, async () => {
      const list = await placeList({ ...attributes, 'deep-link': 'off' });
      await expect(list).to.be.accessible();
    });
  }

  it('is accessible with a story open', async () => {
    const list = await placeList({ 'deep-link': 'off' });
    await press(list, '.card-link');
    await expect(list).to.be.accessible();
    list.renderRoot.querySelector('dialog')!.close();
  });
});
