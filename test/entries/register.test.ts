import { expect } from '@open-wc/testing';
import * as entry from '../../src/index.ts';

const classes: Record<string, CustomElementConstructor> = {
  'meedoen-story-card': entry.MeedoenStoryCard,
  'meedoen-story-list': entry.MeedoenStoryList,
  'meedoen-session-calendar': entry.MeedoenSessionCalendar,
  'meedoen-contact-table': entry.MeedoenContactTable,
  'meedoen-join-form': entry.MeedoenJoinForm,
};

describe('the entries', () => {
  it('index registers nothing, so that a page can choose its own names and moment', () => {
    for (const tag of Object.keys(classes)) expect(customElements.get(tag), tag).to.equal(undefined);
  });

  it('register defines each element and leaves a name that is taken to who took it', async () => {
    class Earlier extends HTMLElement {}
    customElements.define('meedoen-contact-table', Earlier);
    await import('../../src/register.ts');
    for (const [tag, element] of Object.entries(classes)) {
      expect(customElements.get(tag), tag).to.equal(tag === 'meedoen-contact-table' ? Earlier : element);
    }
    expect((entry.MeedoenJoinForm as { version?: string }).version).to.match(/^\d+\.\d+\.\d+$/);
  });

  it('a class can’t be made by hand before it has a name, and has one shared loader', () => {
    const loaders = new Set([entry.MeedoenStoryCard, entry.MeedoenStoryList, entry.MeedoenJoinForm].map(({ loader }) => loader));
    expect(loaders.size).to.equal(1);
  });
});
