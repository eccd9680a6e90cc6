import { expect, fixture, html } from '@open-wc/testing';
import { MeedoenStoryCard } from '../../src/elements/story-card/story-card.ts';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { storyWords } from '../../src/i18n/stories.ts';
import { broken } from '../../src/parts/story-card-view.ts';
import { define, place, settled, textOf, until } from '../define.ts';
import { shownBy, uniqueFeed } from '../unique-feed.ts';

define('meedoen-story-card', MeedoenStoryCard);
define('meedoen-story-list', MeedoenStoryList);

const story = {
  id: 'ashley',
  title: 'Ashley en de paarden',
  organisation: 'Korps Rijdende Artillerie',
  sectors: ['defensie'],
  lead: 'Een dag in de stal.',
  people: [{ name: 'Ashley', role: 'verzorger' }],
  quote: { text: 'Dit is mijn grootste vriend', by: 'Ashley' },
  image: { src: '/bestaat-niet.png', alt: 'Een stal', width: 800, height: 1000 },
  body: `<p>${'woord '.repeat(410)}</p>`,
  url: 'https://example.org/ashley',
};
const feed = { sectors: [{ id: 'defensie', name: 'Defensie' }], stories: [{ id: 'eerste', title: 'Een ander' }, story] };
const placeCard = (attributes: Record<string, string> = {}): Promise<MeedoenStoryCard> =>
  place<MeedoenStoryCard>('meedoen-story-card', feed, { story: 'ashley', ...attributes });

describe('<meedoen-story-card>', () => {
  it('shows title, organisation, sector and theme in words, reading time and lead', async () => {
    const more = { themes: [{ id: 'talent', name: 'Zie het talent' }], stories: [{ ...story, themes: ['talent'] }] };
    for (const layout of ['stacked', 'wide', 'quote']) {
      const meta = (await place<MeedoenStoryCard>('meedoen-story-card', { ...feed, ...more }, { layout })).renderRoot.querySelector(
        '[part=meta]',
      )!;
      expect(meta.textContent.trim(), layout).to.equal(`Defensie · Zie het talent · ${storyWords.nl.minutes(2)}`);
    }
    const text = textOf(await placeCard());
    for (const part of ['Ashley en de paarden', 'Korps Rijdende Artillerie', 'Defensie', '2 minuten lezen', 'Een dag in de stal.']) {
      expect(text).to.contain(part);
    }
  });

  it('starts at heading 3, or where the page says; a level that is none is not used', async () => {
    const level = async (value: string): Promise<string> =>
      (await placeCard({ 'heading-level': value })).renderRoot.querySelector('.card-title')!.localName;
    expect([await level(''), await level('5'), await level('9'), await level('x')]).to.deep.equal(['h3', 'h5', 'h3', 'h3']);
  });

  it('shows the person’s words first in the quote layout, and the lead where there are none', async () => {
    const card = await placeCard({ layout: 'quote' });
    expect(card.renderRoot.querySelector('blockquote')!.textContent.trim()).to.equal('‘Dit is mijn grootste vriend’');
    expect(card.renderRoot.querySelector('figcaption')!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Ashley, verzorger');
    const other = await place<MeedoenStoryCard>(
      'meedoen-story-card',
      { stories: [{ id: 'a', title: 'A', lead: 'Zo begint het.' }] },
      { layout: 'quote' },
    );
    expect(other.renderRoot.querySelector('blockquote')!.textContent.trim()).to.equal('Zo begint het.');
    const bare = await placeCard({ layout: 'quote', story: 'eerste' });
    expect(textOf(bare), 'the title once').to.equal('E Een ander');
    expect(bare.renderRoot.querySelector('.card.stacked .portrait'), 'no words, so a card with a picture').to.exist;
  });

  it('falls back to the stacked layout for a layout that is none', async () => {
    expect((await placeCard({ layout: 'fancy' })).renderRoot.querySelector('.card.stacked')).to.exist;
  });

  it('shows initials where the picture does not load', async () => {
    const card = await placeCard();
    const image = card.renderRoot.querySelector('img')!;
    image.loading = 'eager';
    await until(() => getComputedStyle(image).display === 'none', 'the picture is taken away');
    expect(textOf(card)).to.match(/^KR/);
  });

  it('opens the whole story by a press anywhere on the card, but not when text was selected', async () => {
    const card = await placeCard({ 'deep-link': 'off' });
    const lead = card.renderRoot.querySelector<HTMLElement>('.lead')!;
    getSelection()!.selectAllChildren(card.parentElement!);
    const selected = String(getSelection()) !== '';
    lead.click();
    await card.updateComplete;
    if (selected) expect(card.renderRoot.querySelector('dialog')).to.not.exist;
    getSelection()!.removeAllRanges();
    lead.click();
    await card.updateComplete;
    expect(card.renderRoot.querySelector('dialog')!.open).to.equal(true);
    card.renderRoot.querySelector('dialog')!.close();
  });

  it('is a link to the story’s own page with open="link"', async () => {
    const card = await placeCard({ open: 'link' });
    expect(card.renderRoot.querySelector<HTMLAnchorElement>('a.card-link')!.href).to.equal('https://example.org/ashley');
  });

  it('opens here with open="link" too, when the story has no page of its own', async () => {
    const card = await place<MeedoenStoryCard>(
      'meedoen-story-card',
      { stories: [{ id: 'a', title: 'A', body: '<p>Een verzonnen tekst.</p>' }] },
      { open: 'link', 'deep-link': 'off' },
    );
    card.renderRoot.querySelector<HTMLElement>('button.card-link')!.click();
    await until(() => card.renderRoot.querySelector('dialog')?.open, 'the story is open');
    card.renderRoot.querySelector('dialog')!.close();
  });

  it('says who made the picture on the card, where the reader does not open', async () => {
    const src = new URL('../../demo/pictures/ashley.svg', import.meta.url).href;
    const stories = [{ ...story, image: { src, alt: '', credit: 'Foto: Voorbeeld' } }];
    const credit = async (attributes: Record<string, string>): Promise<string | undefined> =>
      (await place<MeedoenStoryCard>('meedoen-story-card', { stories }, attributes)).renderRoot.querySelector('[part=credit]')?.textContent;
    expect(await credit({ open: 'link' })).to.equal('Foto: Voorbeeld');
    expect(await credit({ open: 'link', layout: 'wide' })).to.equal('Foto: Voorbeeld');
    expect(await credit({}), 'the reader says it').to.equal(undefined);
    stories[0]!.image.src = new URL('bestaat-ook-niet.png', import.meta.url).href;
    const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories }, { open: 'link' });
    card.scrollIntoView();
    await until(() => !textOf(card).includes('Foto'), 'it goes with the picture');
  });

  it('promises nothing for a story of which there is only a title; its own page, if it has one', async () => {
    for (const layout of ['stacked', 'wide', 'quote']) {
      const bare = await placeCard({ story: 'eerste', layout });
      expect(!!bare.renderRoot.querySelector('a, button, .go'), layout).to.equal(false);
      expect(getComputedStyle(bare.renderRoot.querySelector('.card')!).cursor, layout).to.equal('auto');
      bare.renderRoot.querySelector<HTMLElement>('.card')!.click();
      await bare.updateComplete;
      expect(!!bare.renderRoot.querySelector('dialog'), layout).to.equal(false);
    }
    const linked = await place<MeedoenStoryCard>('meedoen-story-card', { stories: [{ id: 'a', title: 'A', url: story.url }] });
    expect(linked.renderRoot.querySelector<HTMLAnchorElement>('a.card-link')!.href).to.equal('https://example.org/ashley');
    for (const more of [
      { body: '<p>a</p>' },
      { lead: 'a' },
      { quote: { text: 'a' } },
      { image: story.image },
      { video: { url: story.url } },
      { people: [{ name: 'a' }] },
      { tips: ['a'] },
      { figures: [{ value: '1', label: 'a' }] },
      { sidebars: [{ title: 'a', text: 'a' }] },
      { links: [{ title: 'a', url: story.url }] },
    ]) {
      const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories: [{ id: 'a', title: 'A', ...more }] });
      expect(card.renderRoot.querySelector('button.card-link'), Object.keys(more)[0]).to.exist;
    }
  });

  it('keeps the number of minutes with its word', async () => {
    for (const lang of ['nl', 'en']) {
      const stories = [{ id: 'a', title: 'A', body: '<p>Kort.</p>' }];
      const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories }, {}, lang);
      expect(card.renderRoot.querySelector('[part=meta]')!.textContent, lang).to.match(/1\u00a0min/);
    }
  });

  it('takes the story itself, also when it was set before the element was known', async () => {
    const card = document.createElement('meedoen-story-card-late') as MeedoenStoryCard;
    card.story = { id: 'x', title: 'Van tevoren gezet' };
    const wrapper = await fixture(html`<div lang="nl"></div>`);
    wrapper.append(card);
    define('meedoen-story-card-late', class extends MeedoenStoryCard {});
    await settled(card);
    expect(textOf(card)).to.contain('Van tevoren gezet');
  });

  it('says so when the feed does not have the story', async () => {
    const card = await placeCard({ story: 'weg' });
    expect(textOf(card)).to.equal(storyWords.nl.unknown);
    expect(card.matches(':state(empty)')).to.equal(true);
  });

  for (const layout of ['stacked', 'wide', 'quote'])
    it(`marks text in another language, and reads it in its own direction: ${layout}`, async () => {
      const arabic = { id: 'a', title: 'مرحبا', language: 'ar', sectors: ['defensie'], body: '<p>مرحبا</p>', quote: { text: 'مرحبا' } };
      const card = await place<MeedoenStoryCard>('meedoen-story-card', { ...feed, stories: [arabic] }, { layout });
      const article = card.renderRoot.querySelector('article')!;
      expect(article.lang).to.equal('ar');
      // our words and the sector's, which come first, don't decide it
      expect(getComputedStyle(article.querySelector('.card-title')!).direction).to.equal('rtl');
      expect(getComputedStyle(article).direction, 'picture and bar stand where reading starts').to.equal('rtl');
    });

  it('has the picture of a wide card where its story begins to be read, on a page in either direction', async () => {
    const stories = [
      { id: 'ar', title: 'مرحبا', organisation: 'ABC', language: 'ar', lead: 'مرحبا' },
      { id: 'nl', title: 'Dag', lead: 'Een verzonnen verhaal.' },
    ];
    for (const direction of ['ltr', 'rtl']) {
      for (const { id } of stories) {
        const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories }, { layout: 'wide', story: id, dir: direction });
        card.style.inlineSize = '60rem';
        const left = (selector: string): number => card.renderRoot.querySelector(selector)!.getBoundingClientRect().left;
        expect(left('.portrait') > left('.card-text'), `${id} in ${direction}`).to.equal(id === 'ar');
      }
    }
  });

  it('keeps a lead or quote without end to ten lines, with the whole of it for who listens and in the reader', async () => {
    const lead = 'Zoveel woorden leest niemand op een kaart. '.repeat(90).trim();
    for (const layout of ['stacked', 'wide', 'quote']) {
      const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories: [{ id: 'a', title: 'A', lead }] }, { layout });
      const text = card.renderRoot.querySelector<HTMLElement>('.lead, blockquote p')!;
      expect(text.textContent).to.equal(lead);
      expect(Math.round(text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight)), layout).to.equal(10);
      card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
      await until(() => card.renderRoot.querySelector('dialog')?.open, 'the story is open');
      const whole = card.renderRoot.querySelector<HTMLElement>('.reader-lead')!;
      expect(whole.scrollHeight).to.be.at.most(whole.offsetHeight + 1);
      expect(whole.offsetHeight / parseFloat(getComputedStyle(whole).lineHeight)).to.be.greaterThan(20);
      card.renderRoot.querySelector('dialog')!.close();
      await until(() => !card.renderRoot.querySelector('dialog'), 'the story is closed');
    }
  });

  describe('tells a story in another language', () => {
    const foreign = {
      ...story,
      image: undefined,
      language: 'tr',
      tips: ['Küçük başlayın.'],
      links: [{ title: 'Örnek', url: 'https://example.org/' }],
      video: { url: 'https://video.example.org/film' },
      source: { title: 'Örnek' },
      published: '2021',
    };
    const open = async (): Promise<HTMLDialogElement> => {
      const more = { contacts: [{ id: 'c', name: 'Voorbeeld', email: 'voorbeeld@example.org', sectors: ['defensie'] }] };
      const card = await place<MeedoenStoryCard>('meedoen-story-card', { ...feed, ...more, stories: [foreign] }, { 'deep-link': 'off' });
      card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
      await card.updateComplete;
      return card.renderRoot.querySelector('dialog')!;
    };

    it('with our own words marked as ours, and the story’s as the story’s', async () => {
      const dialog = await open();
      const languageOf = (text: string): string => {
        const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (node.textContent!.trim().startsWith(text)) return node.parentElement!.closest<HTMLElement>('[lang]')!.lang;
        return `no “${text}”`;
      };
      for (const ours of [
        'Verhaal',
        'Tips',
        'Print de tips',
        'Bekijk de video',
        '(op video',
        'Meer lezen',
        'Wat kun je nu',
        'Bron:',
        'Gepubliceerd',
      ])
        expect(languageOf(ours), ours).to.equal('nl');
      for (const theirs of ['Küçük', 'Örnek', 'Ashley']) expect(languageOf(theirs), theirs).to.equal('tr');
      dialog.close();
    });
  });

  it('shows everything the feed has for a story', async () => {
    const { feed: unique, words } = uniqueFeed();
    const element = await place<MeedoenStoryList>('meedoen-story-list', unique, { 'deep-link': 'off', 'group-by': 'theme', kind: 'all' });
    element.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
    await element.updateComplete;
    await until(() => shownBy(element).includes(words.get('stories.body')!), 'the body is sanitised');
    const shown = shownBy(element);
    const missing = [...words].filter(([path, word]) => path.startsWith('stories.') && !shown.includes(word)).map(([path]) => path);
    // the picture is made up, and is not asked for again once a browser has found that out
    const failed = [...broken].some((src) => src.includes(words.get('stories.image.src')!));
    // an id is no text; the names of sectors, themes and regions are looked up by it
    expect(missing.filter((path) => !/\.(id)$/.test(path) && !(failed && path.startsWith('stories.image.src')))).to.deep.equal([]);
    element.renderRoot.querySelector('dialog')!.close();
  });

  for (const layout of ['stacked', 'wide', 'quote']) {
    it(`is accessible: ${layout}`, async () => {
      await expect(await placeCard({ layout })).to.be.accessible();
    });
  }
});
