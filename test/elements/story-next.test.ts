import { expect, fixtureCleanup } from '@open-wc/testing';
import { MeedoenSessionCalendar } from '../../src/elements/session-calendar/session-calendar.ts';
import type { MeedoenStoryFollowEvent } from '../../src/elements/story-card/events.ts';
import { MeedoenStoryCard } from '../../src/elements/story-card/story-card.ts';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, next, place, until } from '../define.ts';

define('meedoen-story-card', MeedoenStoryCard);
define('meedoen-story-list', MeedoenStoryList);
define('meedoen-session-calendar', MeedoenSessionCalendar);

const feed = {
  sectors: [{ id: 'po', name: 'Primair onderwijs' }],
  stories: [
    {
      id: 'v',
      title: 'Een voorbeeldverhaal <met haken>',
      lead: 'Zo begint het.',
      sectors: ['po'],
      tips: ['Begin klein', 'Vraag hulp'],
      organisation: 'Voorbeeldschool',
      people: [{ name: 'Voorbeeld Persoon', role: 'leraar' }],
      published: '2019',
      source: { title: 'Voorbeeldbundel' },
    },
    { id: 'w', title: 'Een ander verhaal', published: 'ooit', tips: ['Vraag door'] },
  ],
  contacts: [{ id: 'c', organisation: 'PO-Raad', name: 'Voorbeeld Contact', email: 'contact@example.org', sectors: ['po'] }],
  sessions: [{ id: 's', title: 'Een voorbeeldsessie', start: '2021-10-04T09:30', sectors: ['po'], url: 'https://example.org/sessie' }],
};
const attributes = { story: 'v', today: '2021-09-20', 'deep-link': 'off' };
const opened = async (more = {}): Promise<MeedoenStoryCard> => {
  const card = await place<MeedoenStoryCard>('meedoen-story-card', feed, { ...attributes, ...more });
  card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
  await card.updateComplete;
  return card;
};
const steps = (card: MeedoenStoryCard) => [...card.renderRoot.querySelectorAll<HTMLAnchorElement>('[part=next-step] a')];

describe('from a story to the next step', () => {
  afterEach(() => {
    for (const card of document.querySelectorAll('meedoen-story-card')) card.shadowRoot!.querySelector('dialog')?.close();
    fixtureCleanup();
  });

  it('offers the contact of the sector and the next session, with its date', async () => {
    const card = await opened();
    const text = card.renderRoot.querySelector<HTMLElement>('[part=next-step]')!.innerText.replace(/\s+/g, ' ');
    expect(text).to.contain('Wat kun je nu doen? Stel je vraag aan: Voorbeeld Contact, PO-Raad');
    expect(text).to.contain('De volgende sessie: Een voorbeeldsessie, maandag 4 oktober 2021');
    expect(steps(card).map(({ href }) => href)).to.deep.equal(['mailto:contact@example.org', 'https://example.org/sessie']);
  });

  it('lets the page take over, with what was followed', async () => {
    const card = await opened();
    const events: MeedoenStoryFollowEvent[] = [];
    const listen = (event: MeedoenStoryFollowEvent) => {
      event.preventDefault();
      events.push(event);
    };
    document.addEventListener('meedoen-story-follow', listen);
    try {
      for (const link of steps(card)) link.click();
    } finally {
      document.removeEventListener('meedoen-story-follow', listen);
    }
    expect(events.map(({ story, contact, session }) => [story.id, contact?.id, session?.id])).to.deep.equal([
      ['v', 'c', undefined],
      ['v', undefined, 's'],
    ]);
    expect(card.renderRoot.querySelector('dialog[open]'), 'the reader makes room').to.equal(null);
  });

  it('can be rung: a phone number is a link, behind a mail address too, and the page may take it over', async () => {
    const phone = '+31 (0)70 123 45 67';
    const contacts = [{ id: 'c', name: 'Voorbeeld Contact', phone, sectors: ['po'] }];
    for (const email of [undefined, 'contact@example.org']) {
      const stories = feed.stories;
      const card = await place<MeedoenStoryCard>(
        'meedoen-story-card',
        { sectors: feed.sectors, stories, contacts: [{ ...contacts[0], ...(email && { email }) }] },
        attributes,
      );
      card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
      await card.updateComplete;
      expect(steps(card).map(({ href }) => href)).to.deep.equal([...(email ? [`mailto:${email}`] : []), 'tel:+31701234567']);
      const link = steps(card).at(-1)!;
      expect(link.textContent).to.equal(phone);
      const followed: (string | undefined)[] = [];
      const take = (event: MeedoenStoryFollowEvent) => {
        event.preventDefault();
        followed.push(event.contact?.id);
      };
      card.addEventListener('meedoen-story-follow', take);
      link.click();
      expect(followed).to.deep.equal(['c']);
    }
  });

  it('leaves what is no one number to dial as it is', async () => {
    const contacts = [{ id: 'c', name: 'Voorbeeld Contact', phone: '070 123 45 67, vraag naar Voorbeeld', sectors: ['po'] }];
    const card = await place<MeedoenStoryCard>(
      'meedoen-story-card',
      { sectors: feed.sectors, stories: feed.stories, contacts },
      attributes,
    );
    card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
    await card.updateComplete;
    expect(card.renderRoot.querySelector<HTMLElement>('[part=next-step]')!.innerText).to.contain('070 123 45 67, vraag naar');
    expect(steps(card)).to.deep.equal([]);
  });

  it('opens the session in the calendar of the page', async () => {
    const calendar = await place<MeedoenSessionCalendar>('meedoen-session-calendar', feed, { today: '2021-09-20', 'deep-link': 'sessie' });
    const card = await opened();
    const link = steps(card).find(({ href }) => href.includes('sessie='))!;
    const selected = next(calendar, 'meedoen-session-selected');
    link.click();
    expect((await selected).session.id).to.equal('s');
    await until(() => calendar.renderRoot.querySelector('dialog')?.open, 'the session is open');
    expect(card.renderRoot.querySelector('dialog[open]')).to.equal(null);
    calendar.renderRoot.querySelector('dialog')!.close();
    await until(() => !location.search.includes('sessie'), 'the address is what it was');
  });

  it('says nothing where the feed has nothing', async () => {
    const card = await place<MeedoenStoryCard>('meedoen-story-card', { stories: feed.stories }, attributes);
    card.renderRoot.querySelector<HTMLElement>('.card-link')!.click();
    await card.updateComplete;
    expect(card.renderRoot.querySelector('dialog')!.open).to.equal(true);
    expect(card.renderRoot.querySelector('[part=next-step]')).to.equal(null);
  });

  it('prints the tips alone, with the story and the source they are from', async () => {
    const card = await opened();
    let printed = '';
    const observer = new MutationObserver((records) => {
      for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (frame instanceof HTMLIFrameElement) {
          const instead = () => void (frame.contentWindow!.print = () => (printed = frame.contentDocument!.body.innerText));
          instead();
          frame.addEventListener('load', instead);
        }
    });
    observer.observe(card.shadowRoot!, { childList: true });
    card.renderRoot.querySelector<HTMLElement>('[part=tips] [part=print]')!.click();
    await until(() => printed, 'the tips are printed');
    observer.disconnect();
    expect(printed).to.contain('Begin klein').and.to.contain('Vraag hulp');
    expect(printed).to.not.contain('Zo begint het');
    expect(printed.indexOf('Een voorbeeldverhaal')).to.equal(0);
    expect(printed.indexOf('Voorbeeldschool'), 'above the tips').to.be.within(1, printed.indexOf('Begin klein'));
    expect(printed).to.contain('Voorbeeldbundel');
  });
});

describe('a story that an address opened', () => {
  const address = location.href;
  const placeAt = async () => {
    const url = new URL(address);
    url.searchParams.set('verhaal', 'w');
    history.replaceState(null, '', url);
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed);
    await until(() => list.renderRoot.querySelector('dialog')?.open, 'the story is open');
    return list;
  };
  afterEach(() => history.replaceState(null, '', address));

  it('gives the focus to its card when it is closed', async () => {
    const list = await placeAt();
    list.renderRoot.querySelector<HTMLElement>('dialog [part=close]')!.click();
    await until(() => list.shadowRoot!.activeElement?.textContent.trim() === 'Een ander verhaal', 'the card has the focus');
  });

  it('leaves the address with the element', async () => {
    const list = await placeAt();
    list.remove();
    expect(location.search).to.not.contain('verhaal');
  });
});

describe('structured-data', () => {
  const dataOf = (element: Element) => element.querySelector<HTMLScriptElement>('script[type="application/ld+json"]');
  interface Graph {
    '@context': string;
    '@graph': Record<string, unknown>[];
  }
  const written = async (element: MeedoenStoryList | MeedoenStoryCard): Promise<Graph> => {
    await until(() => dataOf(element), 'it is written');
    return JSON.parse(dataOf(element)!.textContent) as Graph;
  };

  it('is not there unless asked for, and goes when it is taken back', async () => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed, { 'deep-link': 'off' });
    expect(dataOf(list)).to.equal(null);
    list.structuredData = true;
    await written(list);
    list.structuredData = false;
    await list.updateComplete;
    expect(dataOf(list)).to.equal(null);
  });

  it('says of every story what the feed says, as schema.org Articles', async () => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed, { 'structured-data': '', 'deep-link': 'verhaal' });
    const { '@context': context, '@graph': graph } = await written(list);
    expect(context).to.equal('https://schema.org');
    expect(graph).to.have.length(2);
    expect(graph[0]).to.deep.include({
      '@type': 'Article',
      headline: 'Een voorbeeldverhaal <met haken>',
      description: 'Zo begint het.',
      datePublished: '2019',
      about: { '@type': 'Organization', name: 'Voorbeeldschool' },
      mentions: [{ '@type': 'Person', name: 'Voorbeeld Persoon', jobTitle: 'leraar' }],
      isBasedOn: { '@type': 'CreativeWork', name: 'Voorbeeldbundel' },
    });
    expect(graph[0]!.url).to.match(/[?&]verhaal=v$/);
    expect(graph[1], 'nothing made up').to.have.all.keys('@type', 'headline', 'url', 'inLanguage');
  });

  it('can’t end its script early, and does not show', async () => {
    const card = await place<MeedoenStoryCard>('meedoen-story-card', feed, { ...attributes, 'structured-data': '' });
    await written(card);
    expect(dataOf(card)!.textContent).to.not.contain('<');
    expect(card.innerText.trim()).to.equal('');
  });

  it('follows the feed', async () => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed, { 'structured-data': '', 'deep-link': 'off' });
    await written(list);
    list.feed = { meedoen: 1, stories: [{ id: 'n', title: 'Nieuw' }] };
    await until(() => dataOf(list)?.textContent.includes('Nieuw'), 'it follows');
    expect(list.querySelectorAll('script')).to.have.length(1);
  });
});
