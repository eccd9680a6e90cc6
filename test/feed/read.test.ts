import { expect } from '@open-wc/testing';
import { readFeed } from '../../src/feed/read.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { feedRule } from '../../src/feed/schema.ts';

const stays = { id: 'blijft', title: 'Blijft' };
const idsOf = (items: readonly { id: string }[] | undefined): string[] => (items ?? []).map(({ id }) => id);
const throwing = (): never => {
  throw new Error('van de pagina');
};

describe('reading values that only a page can make', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const revokedList = Proxy.revocable([], {});
  revokedList.revoke();
  const evil = { get: throwing, has: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing, getPrototypeOf: throwing };
  const values: Record<string, unknown> = {
    'an object whose getter throws': Object.defineProperty({ id: 'x', title: 'X' }, 'lead', { get: throwing, enumerable: true }),
    'a proxy that throws at everything': new Proxy({}, evil),
    'a list that throws at everything': new Proxy([], evil),
    'a revoked proxy': revoked.proxy,
    'a revoked list': revokedList.proxy,
    'a symbol': Symbol('x'),
    'a function': throwing,
    'a big integer': 1n,
    NaN: NaN,
    'an object whose toString throws': { toString: throwing, [Symbol.toPrimitive]: throwing },
    'a node of the page': document.body,
    'the window': window,
  };
  for (const [name, value] of Object.entries(values)) {
    it(`${name}: never throws, says where, keeps the neighbours`, async () => {
      for (const input of [value, { meedoen: 1, stories: value }, { version: 'https://jsonfeed.org/version/1.1', items: [value, stays] }])
        await readFeed(input);
      const { feed, problems } = await readFeed({
        meedoen: 1,
        title: value,
        sectors: value,
        stories: [value, stays, { ...stays, id: 'b', image: value, people: [value] }],
      });
      expect(idsOf(feed!.stories)).to.include.members(['blijft', 'b']);
      expect(problems.map(({ path }) => path).join()).to.include('stories[0]');
    });
  }

  it('keeps the rest of an item of which one key throws', async () => {
    const { feed, problems } = await readFeed({ meedoen: 1, stories: [values['an object whose getter throws']] });
    expect(feed!.stories[0]!.title).to.equal('X');
    expect(problems).to.deep.include({
      source: '',
      path: 'stories[0].lead',
      code: 'unreadable',
      expected: 'value',
      found: '',
      effect: 'dropped',
    });
  });

  it('keeps the rest of a list of which one element throws', async () => {
    const stories = Object.defineProperty([stays, stays, { ...stays, id: 'c' }], 1, { get: throwing });
    const { feed } = await readFeed({ meedoen: 1, stories });
    expect(idsOf(feed!.stories)).to.deep.equal(['blijft', 'c']);
  });

  it('does not run round in circles', async () => {
    const story: Record<string, unknown> = { ...stays };
    story.image = story;
    story.people = [story];
    story.sidebars = story.people;
    story.links = [story];
    const { feed } = await readFeed({ meedoen: 1, stories: [story] });
    expect(idsOf(feed!.stories)).to.deep.equal(['blijft']);
  });

  it('does not count to a forged length', async () => {
    const sparse: unknown[] = [stays];
    sparse.length = 4_294_967_295;
    const forged = new Proxy([stays], { get: (list, key) => (key === 'length' ? Infinity : (Reflect.get(list, key) as unknown)) });
    const start = performance.now();
    for (const list of [sparse, forged]) {
      const { feed, problems } = await readFeed({ meedoen: 1, stories: list, sessions: [{ ...stays, partners: list, speakers: list }] });
      expect(feed!.stories[0]!.id).to.equal('blijft');
      expect(problems.map(({ code }) => code)).to.include('too-many');
      expect(problems.length).to.be.at.most(1_000);
      await readFeed({ version: 'https://jsonfeed.org/version/1', items: [{ ...stays, authors: list, attachments: list }] });
    }
    expect(performance.now() - start).to.be.below(4_000);
  });

  it('reads only own properties', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    const keys = ['withdrawn', 'required', 'lead', 'expires', 'oneOf', 'max', 'title', 'id', 'source', 'base'];
    for (const key of keys)
      Object.defineProperty(prototype, key, { value: 'vergiftigd', configurable: true, writable: true, enumerable: true });
    try {
      const { feed, problems } = await readFeed({ meedoen: 1, stories: [stays, { id: 'geen titel' }] });
      expect(problems.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['stories[1].title missing']);
      expect(feed!.title).to.equal(undefined);
      expect(feed!.stories[0]!.lead).to.equal(undefined);
    } finally {
      for (const key of keys) delete prototype[key];
    }
  });
});

describe('reading large and hostile texts', () => {
  const fills = ['<', '<a ', '&#', ' \n', ',', 'a,', 'a ', '@', '-', '"', '\ud800', '\u0000', '%', '/', '1'];
  for (const fill of fills) {
    it(`a million characters of ${JSON.stringify(fill)} in every field take no time`, () => {
      const text = fill.repeat(1_000_000 / fill.length);
      const start = performance.now();
      for (const key of Object.keys(feedRule.keys.stories.of.keys)) readFeedNow({ meedoen: 1, stories: [{ ...stays, [key]: text }] });
      readFeedNow({
        meedoen: 1,
        stories: [{ ...stays, image: { src: text, srcset: text.slice(0, 5_000) } }],
        contacts: [{ ...stays, name: 'A', email: text, checked: text }],
      });
      readFeedNow({
        version: 'https://jsonfeed.org/version/1',
        items: [
          { id: 'a', content_html: text },
          { id: 'b', content_text: text },
        ],
      });
      expect(performance.now() - start).to.be.below(3_000);
    });
  }
});

describe('reading', () => {
  it('takes JSON that is still text', async () => {
    const { feed, problems } = await readFeed(JSON.stringify({ meedoen: 1, stories: [stays] }));
    expect(idsOf(feed!.stories)).to.deep.equal(['blijft']);
    expect(problems.map(({ path, effect }) => [path, effect])).to.deep.equal([['', 'coerced']]);
  });

  for (const input of [
    undefined,
    null,
    5,
    '',
    'tekst',
    '{',
    [],
    {},
    { title: 'Geen feed' },
    { version: '1.0' },
    { version: 'https://jsonfeed.org/version/2' },
  ]) {
    it(`calls ${JSON.stringify(input)} no feed`, async () => {
      const { feed, problems } = await readFeed(input, { source: 'hier' });
      expect(feed).to.equal(undefined);
      expect(problems.map(({ code, source, path }) => [code, source, path])).to.deep.equal([['no-feed', 'hier', '']]);
    });
  }

  it('resolves addresses against the base, and only once', async () => {
    const input = {
      meedoen: 1,
      stories: [
        {
          ...stays,
          url: '../b',
          image: { src: 'a.jpg', alt: '', srcset: 'a.jpg 1x,b.jpg 2x' },
          links: [{ title: 'Mail', url: 'mailto:a@b.nl' }],
        },
      ],
    };
    const base = 'https://voorbeeld.nl/map/meedoen.json';
    const { feed } = await readFeed(input, { base });
    const [story] = feed!.stories;
    expect(story!.url).to.equal('https://voorbeeld.nl/b');
    expect(story!.image!.src).to.equal('https://voorbeeld.nl/map/a.jpg');
    expect(story!.image!.srcset).to.equal('https://voorbeeld.nl/map/a.jpg 1x, https://voorbeeld.nl/map/b.jpg 2x');
    expect(story!.links[0]!.url).to.equal('mailto:a@b.nl');
    const again = await readFeed(feed, { base: 'https://elders.nl/' });
    expect(again.feed).to.deep.equal(feed);
  });

  it('understands other words for what does not take place as planned, and says so', async () => {
    const words = ['Afgelast', 'geannuleerd', 'EventCancelled', 'gaat niet door', 'uitgesteld', 'Verplaatst', 'rescheduled', 'misschien'];
    const sessions = words.map((status, at) => ({ id: `s${at}`, title: 'Sessie', status }));
    const { feed, problems } = await readFeed({ meedoen: 1, sessions });
    const [cancelled, postponed, moved] = ['cancelled', 'postponed', 'moved'];
    expect(feed!.sessions.map(({ status }) => status)).to.deep.equal([
      cancelled, cancelled, cancelled, cancelled, postponed, moved, moved, undefined,
    ]); // prettier-ignore
    expect(problems.map(({ effect }) => effect)).to.deep.equal([...words.slice(1).map(() => 'coerced'), 'dropped']);
  });

  it('keeps nothing of a withdrawn story but its id, not even in the problems', async () => {
    const { feed, problems } = await readFeed({
      meedoen: 1,
      stories: [{ id: 'a', title: 'Geheim', lead: ['Geheim'], people: ['Geheim'], withdrawn: 'zeker' }],
    });
    expect(JSON.stringify(feed)).not.to.include('Geheim');
    expect(JSON.stringify(problems)).not.to.include('Geheim');
    expect(feed!.stories[0]!.withdrawn).to.equal(true);
  });

  it('lets the page do other things while it reads 5,000 sessions', async () => {
    const sessions = Array.from({ length: 5_000 }, (_, i) => ({
      id: `s${i}`,
      title: `Sessie ${i}`,
      start: '2021-09-17T09:30',
      end: '2021-09-17T11:00',
      sectors: ['po'],
      speakers: [{ name: 'Voorbeeldpersoon' }],
      links: [{ title: 'Meer', url: `/${i}` }],
    }));
    const slices: number[] = [];
    let resumed = performance.now();
    const pause = async (): Promise<void> => {
      slices.push(performance.now() - resumed);
      await new Promise((resolve) => setTimeout(resolve));
      resumed = performance.now();
    };
    const own = Object.getOwnPropertyDescriptor(window, 'scheduler');
    Object.defineProperty(window, 'scheduler', { value: { yield: pause }, configurable: true });
    try {
      const { feed } = await readFeed({ meedoen: 1, sessions }, { base: 'https://voorbeeld.nl/' });
      expect(feed!.sessions).to.have.length(5_000);
    } finally {
      delete (window as { scheduler?: unknown }).scheduler;
      if (own) Object.defineProperty(window, 'scheduler', own);
    }
    expect(slices).not.to.have.length(0);
    // a slice is 8 ms; now and then the machine of a test is busy with something else
    expect(slices.sort((a, b) => a - b)[Math.floor(slices.length / 2)]).to.be.below(50);
  });
});
