/** Whatever is in a feed, the elements show something and the page never breaks. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { FeedElement } from '../../src/elements/feed-element.ts';
import { names } from '../../src/names.ts';
import '../../src/register.ts';
import { settled } from '../define.ts';
import { validFeed } from '../feed/arbitrary.ts';

/** What ends up in feeds by accident, and what someone puts there on purpose. */
const NASTY: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  [],
  [[]],
  {},
  '<img src=x onerror="window.hacked = true">',
  'javascript:window.hacked=true',
  '${window.hacked=true}',
  '\u202e\u0000\ud800',
  'x'.repeat(5_000),
  '2021-02-30',
  '0000',
  '9999-12-31T23:59',
  '2021-03-28T02:30',
  '__proto__',
  'mailto:a@b.nl?bcc=c@d.nl',
  'Etc/Unknown',
];

type Mutation = readonly [at: number, value: unknown];

/** Replaces leaves of a feed; `at` counts through them in order. */
function mutate(feed: Record<string, unknown>, mutations: readonly Mutation[]): object {
  const copy = structuredClone(feed);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      if (key !== 'meedoen') places.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  for (const [at, value] of mutations) {
    const [object, key] = places[at % Math.max(1, places.length)] ?? [copy, 'title'];
    object[key] = value;
  }
  return copy;
}

const attributes: Record<string, Record<string, string>> = {
  'story-card': { layout: 'wide' },
  'story-list': { controls: '', 'group-by': 'theme', kind: 'all' },
  'session-calendar': { controls: '', period: 'all' },
  'contact-table': { controls: '' },
  'join-form': { action: '/nergens' },
};

describe('any feed', () => {
  const errors: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
    errors.push('reason' in event ? event.reason : event.message);
    event.preventDefault();
  };
  const page = document.createElement('div');

  before(() => {
    document.body.append(page);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  after(() => {
    page.remove();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  for (const [element, lang] of names.flatMap((name) => [
    [name, 'nl'],
    [name, 'en'],
  ])) {
    it(`<meedoen-${element!}> shows it without an error, ${lang!}`, async function () {
      this.timeout(60_000);
      page.lang = lang!;
      const tag = document.createElement(`meedoen-${element!}`) as FeedElement;
      for (const [name, value] of Object.entries({ today: '2021-09-20', 'deep-link': 'off', ...attributes[element!] }))
        tag.setAttribute(name, value);
      page.replaceChildren(tag);
      const mutation = fc.tuple(fc.nat(500), fc.constantFrom(...NASTY));
      await fc.assert(
        fc.asyncProperty(validFeed, fc.array(mutation, { maxLength: 8 }), async (feed, mutations) => {
          tag.feed = mutate(feed, mutations);
          await tag.updateComplete;
          await settled(tag);
          const view = tag.renderRoot.querySelector<HTMLElement>('.card-link, article button');
          view?.click();
          await tag.updateComplete;
          tag.renderRoot.querySelector('dialog')?.close();
          await tag.updateComplete;
          expect(errors.splice(0)).to.deep.equal([]);
          expect('hacked' in window).to.equal(false);
          expect(['ready', 'empty', 'failed'].filter((state) => tag.matches(`:state(${state})`))).to.have.length(1);
          expect(tag.renderRoot.querySelector('script, [onerror], [href^="javascript:"]')).to.equal(null);
        }),
        { numRuns: 40 },
      );
    });
  }
});
