import { expect } from '@open-wc/testing';
import { FeedError, FeedLoader, type LoadedFeed } from '../../src/feed/client.ts';

const URL_A = 'https://a.nl/meedoen.json';
const FEED = '{"meedoen":1,"title":"Voorbeeldfeed","stories":[{"id":"a","title":"Voorbeeld","url":"verhaal.html"}]}';

/** A clock that only moves when it is told to. */
class VirtualTime {
  now = 1_000_000;
  readonly #timers = new Set<{ at: number; callback: () => void }>();

  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.now + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Lets time pass, timer by timer. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      await settle();
      const [next] = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.now = Math.max(this.now, next.at);
      this.#timers.delete(next);
      next.callback();
    }
    this.now = until;
  }

  get pending(): number {
    return this.#timers.size;
  }
}

/**
 * Until everything that waits for no timer is done. Reading a response takes a few turns of the event loop, more on a busy machine:
 * a feed of its own is asked for last, and when that has been read, so have those before it.
 */
async function settle(): Promise<void> {
  const turns = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) await new Promise((resolve) => setTimeout(resolve));
  };
  await turns();
  const never = (): (() => void) => () => undefined;
  await new FeedLoader({ fetch: () => Promise.resolve(new Response(FEED)), now: () => 0, after: never }).load('https://a.nl/last.json');
  await turns();
}

type Answer = (init: RequestInit) => Response | Promise<Response>;
const ok: Answer = () => new Response(FEED);
const status =
  (code: number, headers = {}): Answer =>
  () =>
    new Response('{}', { status: code, headers });
const down: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
/** Never answers, but does what a real fetch does when it is aborted. */
const hangs: Answer = ({ signal }) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));
/** Never answers and doesn't listen either, as a fetch that a page wrapped may. */
const deaf: Answer = () => new Promise(() => undefined);

/** A loader with a clock and a network of its own; each request takes the next answer, the last one stays. */
function setUp(...answers: Answer[]) {
  const time = new VirtualTime();
  const requests: RequestInit[] = [];
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    const answer = answers[Math.min(requests.length, answers.length - 1)]!;
    requests.push(init!);
    return Promise.resolve(answer(init!));
  };
  const loader = new FeedLoader({ fetch: fetch, now: () => time.now, after: time.after });
  return { loader, time, requests, answers };
}

/** What comes of a promise, once it has. */
function watch(promise: Promise<LoadedFeed>): { value?: LoadedFeed; error?: unknown } {
  const result: { value?: LoadedFeed; error?: unknown } = {};
  promise.then(
    (value) => (result.value = value),
    (error: unknown) => (result.error = error),
  );
  return result;
}

const errorOf = ({ error }: { error?: unknown }): FeedError => {
  expect(error).to.be.instanceOf(FeedError);
  return error as FeedError;
};

describe('loading a feed', () => {
  it('gives it, read and resolved, without cookies and without a preflight', async () => {
    const { loader, time, requests } = setUp(ok);
    const loaded = await loader.load(URL_A);
    expect(loaded).to.include({ url: URL_A, stale: false, loadedAt: time.now });
    expect(loaded.feed.stories[0]!.url).to.equal('https://a.nl/verhaal.html');
    const [{ credentials, headers, cache, mode, method }] = requests as [RequestInit];
    expect({ credentials, headers, cache, mode, method }).to.deep.equal({
      credentials: 'omit',
      headers: { accept: 'application/json' },
      cache: undefined,
      mode: undefined,
      method: undefined,
    });
    expect(time.pending).to.equal(0);
  });

  it('reports what the reader found, under the address', async () => {
    const { loader } = setUp(() => new Response('{"meedoen":1,"stories":[{}]}'));
    const { problems } = await loader.load(URL_A);
    expect(problems[0]).to.include({ source: URL_A, path: 'stories[0].id', code: 'missing' });
  });

  it('skips a byte order mark and survives a page that broke JSON and Date', async () => {
    const { loader } = setUp(() => new Response('\ufeff' + FEED));
    const { parse } = JSON;
    const { Date: RealDate } = globalThis;
    try {
      JSON.parse = () => {
        throw new Error('van de pagina');
      };
      (globalThis as { Date: unknown }).Date = undefined;
      expect((await loader.load(URL_A)).feed.title).to.equal('Voorbeeldfeed');
    } finally {
      JSON.parse = parse;
      globalThis.Date = RealDate;
    }
  });

  it('reads a feed that is not quite UTF-8', async () => {
    const { loader } = setUp(
      () => new Response(Uint8Array.from('{"meedoen":1,"title":"caf\xe9"}', (character) => character.charCodeAt(0))),
    );
    expect((await loader.load(URL_A)).feed.title).to.equal('caf\ufffd');
  });

  it('does with a fetch that knows no streams', async () => {
    const bytes = new TextEncoder().encode(FEED);
    const { loader } = setUp(
      () => ({ ok: true, status: 200, headers: new Headers(), arrayBuffer: () => Promise.resolve(bytes.buffer) }) as unknown as Response,
    );
    expect((await loader.load(URL_A)).feed.title).to.equal('Voorbeeldfeed');
  });
});

describe('sharing', () => {
  it('asks once for fifty widgets at the same time', async () => {
    const { loader, requests } = setUp(ok);
    const all = await Promise.all(Array.from({ length: 50 }, () => loader.load(URL_A)));
    expect(requests).to.have.length(1);
    expect(new Set(all.map(({ feed }) => feed)).size).to.equal(1);
  });

  it('asks for each address on its own', async () => {
    const { loader, requests } = setUp(ok);
    await Promise.all([loader.load(URL_A), loader.load('https://b.nl/')]);
    expect(requests).to.have.length(2);
  });

  it('shares what came for as long as someone uses it, and a minute after that', async () => {
    const { loader, time, requests } = setUp(ok);
    const user = new AbortController();
    await loader.load(URL_A, user.signal);
    await time.pass(3_600_000);
    await loader.load(URL_A);
    user.abort();
    await time.pass(59_999);
    await loader.load(URL_A);
    expect(requests).to.have.length(1);
    await time.pass(60_000);
    await loader.load(URL_A);
    expect(requests).to.have.length(2);
  });

  it('goes on for the others when one leaves', async () => {
    const { loader, time, requests } = setUp(hangs, ok);
    const leaver = new AbortController();
    const left = watch(loader.load(URL_A, leaver.signal));
    const stays = watch(loader.load(URL_A));
    leaver.abort(new Error('weg'));
    await time.pass(5_000);
    expect((left.error as Error).message).to.equal('weg');
    expect(requests[0]!.signal!.aborted).to.equal(false);
    expect(stays.error).to.equal(undefined);
  });

  it('stops a second after the last one left', async () => {
    const { loader, time, requests, answers } = setUp(hangs);
    const leaver = new AbortController();
    watch(loader.load(URL_A, leaver.signal));
    leaver.abort();
    await time.pass(999);
    expect(requests[0]!.signal!.aborted).to.equal(false);
    await time.pass(1);
    expect(requests[0]!.signal!.aborted).to.equal(true);
    await time.pass(20_000);
    expect(requests).to.have.length(1);
    answers[0] = ok;
    expect((await loader.load(URL_A)).feed.title).to.equal('Voorbeeldfeed');
  });

  it('goes on when someone comes back within that second', async () => {
    const { loader, time, requests } = setUp(
      ({ signal }) =>
        new Promise((resolve, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason as Error));
          time.after(2_000, () => resolve(new Response(FEED)));
        }),
    );
    const leaver = new AbortController();
    watch(loader.load(URL_A, leaver.signal));
    await time.pass(500);
    leaver.abort();
    await time.pass(900);
    const back = watch(loader.load(URL_A));
    await time.pass(2_000);
    expect(back.value!.feed.title).to.equal('Voorbeeldfeed');
    expect(requests).to.have.length(1);
  });

  it('asks nothing for someone who has left already', async () => {
    const { loader, requests } = setUp(ok);
    const result = watch(loader.load(URL_A, AbortSignal.abort(new Error('al weg'))));
    await settle();
    expect((result.error as Error).message).to.equal('al weg');
    expect(requests).to.have.length(0);
  });
});

describe('trying again', () => {
  for (const [name, answer] of [
    ['without an answer', down],
    ['after a 503', status(503)],
    ['after a 429', status(429)],
  ] as const) {
    it(`${name}: after one second and after three more`, async () => {
      const { loader, time, requests } = setUp(answer, answer, ok);
      const result = watch(loader.load(URL_A));
      await time.pass(999);
      expect(requests).to.have.length(1);
      await time.pass(1);
      expect(requests).to.have.length(2);
      await time.pass(2_999);
      expect(requests).to.have.length(2);
      await time.pass(1);
      expect(result.value!.feed.title).to.equal('Voorbeeldfeed');
    });
  }

  it('waits as long as the server asks, in seconds', async () => {
    const { loader, time, requests } = setUp(status(429, { 'retry-after': '5' }), ok);
    const result = watch(loader.load(URL_A));
    await time.pass(4_999);
    expect(requests).to.have.length(1);
    await time.pass(1);
    expect(result.value).not.to.equal(undefined);
  });

  it('waits until the moment the server names', async () => {
    const { loader, time, requests } = setUp(status(503, { 'retry-after': new Date(1_000_000 + 4_000).toUTCString() }), ok);
    const result = watch(loader.load(URL_A));
    await time.pass(3_999);
    expect(requests).to.have.length(1);
    await time.pass(1);
    expect(result.value).not.to.equal(undefined);
  });

  it('gives up at once when the server asks for more time than there is', async () => {
    const { loader, time, requests } = setUp(status(429, { 'retry-after': '120' }));
    const result = watch(loader.load(URL_A));
    await time.pass(0);
    expect(errorOf(result)).to.include({ code: 'http', status: 429 });
    expect(requests).to.have.length(1);
  });

  for (const [name, answer, code] of [
    ['a 404', status(404), 'http'],
    ['a page', () => new Response('\n<!DOCTYPE html><title>Niet gevonden</title>'), 'html'],
    ['a fragment of a page', () => new Response('<div>Log in</div>'), 'html'],
    ['nothing', () => new Response(''), 'not-json'],
    ['an XML feed', () => new Response('<?xml version="1.0"?><rss/>'), 'not-json'],
    ['half a feed', () => new Response(FEED.slice(0, 60)), 'not-json'],
    ['other JSON', () => new Response('{"title":"x"}'), 'no-feed'],
    ['a number', () => new Response('5'), 'no-feed'],
  ] as const) {
    it(`does not for ${name}, but says ${code}`, async () => {
      const { loader, time, requests } = setUp(answer);
      const result = watch(loader.load(URL_A));
      await time.pass(0);
      const error = errorOf(result);
      expect(error.code).to.equal(code);
      expect(error.url).to.equal(URL_A);
      expect(error.message).to.match(/^https:\/\/a\.nl\/meedoen\.json: [^\n]+\.$/);
      expect(requests).to.have.length(1);
      expect(time.pending).to.equal(0);
    });
  }

  it('says what the reader said when it is no feed', async () => {
    const { loader } = setUp(() => new Response('[]'));
    const error = await loader.load(URL_A).catch((reason: unknown) => reason as FeedError);
    expect((error as FeedError).problems.map(({ code }) => code)).to.deep.equal(['no-feed']);
  });

  it('does not for a file on disk, and says what to do', async () => {
    const { loader, requests } = setUp(down);
    const error = await loader.load('file:///C:/site/meedoen.json').catch((reason: unknown) => reason as FeedError);
    expect((error as FeedError).message).to.include('web server');
    expect(requests).to.have.length(0);
  });
});

describe('a reason within fifteen seconds', () => {
  for (const [name, answer, code] of [
    ['a server that never answers', hangs, 'timeout'],
    ['a fetch that does not listen', deaf, 'timeout'],
    [
      'a fetch that throws at once',
      () => {
        throw new Error('van de pagina');
      },
      'network',
    ],
    ['a fetch that gives nonsense', () => undefined as unknown as Response, 'network'],
    ['no connection', down, 'network'],
    ['a server with errors', status(500), 'http'],
    ['a body that never ends', () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(10)) })), 'timeout'],
    ['a body that breaks off', () => new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('gone')) })), 'network'],
  ] as const) {
    it(`for ${name}`, async () => {
      const { loader, time } = setUp(answer);
      const result = watch(loader.load(URL_A));
      await time.pass(14_000);
      expect(errorOf(result).code).to.equal(code);
      expect(time.pending).to.equal(0);
    });
  }

  it('when each attempt takes its time before it fails', async () => {
    const { loader, time } = setUp(() => new Promise((_, reject) => void time.after(6_000, () => reject(new TypeError('gone')))));
    const result = watch(loader.load(URL_A));
    await time.pass(14_000);
    errorOf(result);
  });

  it('does not try again after ten seconds of nothing', async () => {
    const { loader, time, requests } = setUp(hangs);
    watch(loader.load(URL_A));
    await time.pass(9_999);
    expect(requests[0]!.signal!.aborted).to.equal(false);
    await time.pass(4_001);
    expect(requests.map(({ cache }) => cache)).to.deep.equal([undefined, 'force-cache']);
  });

  it('stops counting at ten megabytes', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (body) => {
        sent += 1_000_000;
        body.enqueue(new Uint8Array(1_000_000).fill(32));
      },
      cancel: () => void (cancelled = true),
    });
    const { loader, requests } = setUp(() => new Response(endless));
    const error = await loader.load(URL_A).catch((reason: unknown) => reason as FeedError);
    expect((error as FeedError).code).to.equal('too-large');
    expect(sent).to.be.below(14_000_000);
    expect(cancelled).to.equal(true);
    expect(requests).to.have.length(1);
  });
});

describe('an older copy', () => {
  it('is kept in memory, whatever goes wrong', async () => {
    for (const answer of [down, hangs, status(500), status(404), () => new Response('<p>'), () => new Response('{}')] as Answer[]) {
      const { loader, time, answers, requests } = setUp(ok);
      const first = await loader.load(URL_A);
      await time.pass(60_000);
      answers.splice(0, 1, answer);
      const again = watch(loader.load(URL_A));
      await time.pass(14_000);
      expect(again.value).to.include({ stale: true, loadedAt: 1_000_000 });
      expect(again.value!.feed).to.equal(first.feed);
      expect(again.value!.error).to.be.instanceOf(FeedError);
      expect(requests.map(({ cache }) => cache)).not.to.include('force-cache');
    }
  });

  it('is not kept from being replaced: the next one asks again', async () => {
    const { loader, time, answers } = setUp(ok);
    await loader.load(URL_A);
    await time.pass(60_000);
    answers.splice(0, 1, status(404));
    expect((await loader.load(URL_A)).stale).to.equal(true);
    answers.splice(0, 1, ok);
    expect((await loader.load(URL_A)).stale).to.equal(false);
  });

  it('comes from the browser’s cache after no answer', async () => {
    const { loader, time, requests } = setUp(down, down, down, ok);
    const result = watch(loader.load(URL_A));
    await time.pass(14_000);
    expect(result.value).to.include({ stale: true, loadedAt: undefined });
    expect(requests.map(({ cache }) => cache)).to.deep.equal([undefined, undefined, undefined, 'force-cache']);
  });

  it('is not asked of the browser’s cache after an error status: it would give the error', async () => {
    const { loader, time, requests } = setUp(status(500));
    const result = watch(loader.load(URL_A));
    await time.pass(14_000);
    errorOf(result);
    expect(requests.map(({ cache }) => cache)).to.deep.equal([undefined, undefined, undefined]);
  });
});

it('never keeps a failure', async () => {
  const { loader, answers } = setUp(status(404));
  await loader.load(URL_A).catch(() => undefined);
  answers.splice(0, 1, ok);
  expect((await loader.load(URL_A)).stale).to.equal(false);
});

describe('with the real fetch', () => {
  const here = (path: string): string => new URL(path, location.href).href;

  it('loads a feed', async () => {
    const { feed, url } = await new FeedLoader().load(here('/test/fixtures/feed/valid/image.json'));
    expect(feed.stories[0]!.image!.credit).to.equal('Voorbeeld');
    expect(url).to.equal(here('/test/fixtures/feed/valid/image.json'));
  });

  it('says that a page is a page, and that nothing is nothing', async () => {
    const page = await new FeedLoader().load(here('/?page')).catch((error: unknown) => error as FeedError);
    expect((page as FeedError).code).to.be.oneOf(['html', 'http']);
    const nothing = await new FeedLoader().load(here('/test/fixtures/feed/nergens.json')).catch((error: unknown) => error as FeedError);
    expect(nothing).to.include({ code: 'http', status: 404 });
  });

  it('stops the request of someone who left', async () => {
    const leaver = new AbortController();
    const result = watch(new FeedLoader().load(here('/test/fixtures/feed/valid/image.json'), leaver.signal));
    leaver.abort();
    await settle();
    expect((result.error as Error).name).to.equal('AbortError');
  });
});
