import { aTimeout, expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FeedController } from '../../src/controllers/feed.ts';
import { FeedLoader } from '../../src/feed/client.ts';
import { until } from '../define.ts';

const A = 'https://example.org/a.json';
const B = 'https://example.org/b.json';

let now = 0;
let requests: { url: string; cache: string | undefined }[] = [];
let texts: Record<string, string> = {};
const loaderOf = (): FeedLoader =>
  new FeedLoader({
    now: () => now,
    fetch: (url, init) => {
      requests.push({ url: String(url), cache: init?.cache });
      return Promise.resolve(new Response(texts[String(url)]));
    },
  });
let loader = loaderOf();

/** An element that has a feed and shows nothing. */
class Fed extends LitElement {
  static override properties = { src: {}, feed: {} };
  declare src: string;
  declare feed: unknown;
  readonly said: string[] = [];
  readonly source = new FeedController(this, loader, () => 0, {
    loaded: () => void this.said.push('loaded'),
    failed: (error) => void this.said.push(error.code),
  });

  constructor() {
    super();
    this.src = '';
    this.feed = null;
  }
}
customElements.define('x-fed', Fed);

const fed: Fed[] = [];
async function put(given: { src?: string; feed?: unknown }): Promise<Fed> {
  const element = Object.assign(document.createElement('x-fed') as Fed, given);
  fed.push(element);
  document.body.append(element);
  await until(() => element.said.length && !element.source.loading, 'it is loaded');
  return element;
}
const titles = ({ source }: Fed): string[] => source.collection.stories.map(({ title }) => title);

describe('the feed behind an element', () => {
  beforeEach(() => {
    now = 0;
    requests = [];
    texts = { [A]: '{"meedoen":1,"stories":[{"id":"a","title":"Anna","sectors":["po"]},{"id":"urn:x:b","title":"Bram"}]}' };
    loader = loaderOf();
  });
  afterEach(() => {
    for (const element of fed.splice(0)) element.remove();
  });

  it('is let go of when the element leaves the page: a minute later it is asked for again', async () => {
    const element = await put({ src: A });
    for (const [pause, expected] of [
      [59_000, 1],
      [61_000, 2],
    ] as const) {
      element.remove();
      now += pause;
      element.said.length = 0;
      document.body.append(element);
      await until(() => element.said.length, 'it is there again');
      expect(requests, `${pause} ms later`).to.have.length(expected);
    }
  });

  it('is asked of the server when it is to be loaded again, once for all who ask', async () => {
    const [one, other] = [await put({ src: A }), await put({ src: A })];
    expect(requests).to.have.length(1);
    texts[A] = '{"meedoen":1,"stories":[{"id":"c","title":"Carla"}]}';
    await Promise.all([one.source.retry(), other.source.retry()]);
    expect(requests).to.deep.equal([
      { url: A, cache: undefined },
      { url: A, cache: 'no-cache' },
    ]);
    expect([titles(one), titles(other)]).to.deep.equal([['Carla'], ['Carla']]);
  });

  it('leaves what is shown as it is when another feed withdraws something that is not in it', async () => {
    const element = await put({ src: A });
    const { collection } = element.source;
    texts[B] = '{"meedoen":1,"stories":[{"id":"x","withdrawn":true}]}';
    await put({ src: B });
    expect(element.source.collection).to.equal(collection);
  });

  it('keeps the items that stay when one goes, and when another feed of its own comes in', async () => {
    const element = await put({ src: A });
    const [anna] = element.source.collection.stories;
    texts[B] = '{"meedoen":1,"stories":[{"id":"urn:x:b","withdrawn":true},{"id":"c","title":"Carla"}]}';
    element.src = `${A} ${B}`;
    element.said.length = 0;
    await until(() => element.said.length, 'both are there');
    expect(titles(element)).to.deep.equal(['Anna', 'Carla']);
    expect(element.source.collection.stories[0]).to.equal(anna);
    texts[B] = '{"meedoen":1,"sectors":[{"id":"primair","aliases":["po"]}]}';
    await element.source.retry();
    expect(element.source.collection.stories[0]!.sectors, 'but not what it names').to.deep.equal(['primair']);
  });

  it('is told what a feed withdraws that another element has as a property, for as long as it has it', async () => {
    const element = await put({ src: A });
    const other = await put({ feed: { meedoen: 1, stories: [{ id: 'urn:x:b', withdrawn: true }] } });
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Anna']);
    other.feed = { meedoen: 1, stories: [] };
    await aTimeout(50);
    element.requestUpdate();
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Anna', 'Bram']);
  });

  it('comes to an end for any value: NaN is no other value than NaN', async () => {
    const element = await put({ feed: NaN });
    element.requestUpdate();
    await aTimeout(50);
    expect(element.said).to.deep.equal(['no-feed']);
  });

  it('is read to its end when the page aborts the task in which it gave it', async function () {
    if (!('scheduler' in globalThis)) return this.skip();
    const stories = Array.from({ length: 20_000 }, (_, n) => ({ id: `s${n}`, title: `Verhaal ${n}` }));
    const controller = new AbortController();
    const element = document.createElement('x-fed') as Fed;
    fed.push(element);
    document.body.append(element);
    await element.updateComplete;
    await scheduler.postTask(() => void (element.feed = { meedoen: 1, stories }), { signal: controller.signal });
    controller.abort();
    await until(() => element.said.length, 'it is there');
    expect(titles(element)).to.have.length(20_000);
  });

  it('keeps no more than twenty copies of addresses that change each time', async () => {
    const element = await put({ src: A });
    for (let n = 0; n < 25; n++) {
      texts[`${A}?${n}`] = texts[A]!;
      element.said.length = 0;
      element.src = `${A}?${n}`;
      await until(() => element.said.length, 'it is there');
    }
    expect(loader.good.size).to.equal(20);
    expect([...loader.good.keys()])
      .to.include(`${A}?24`)
      .and.not.to.include(A);
  });
});
