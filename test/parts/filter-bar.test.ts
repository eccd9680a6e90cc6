import { aTimeout, expect } from '@open-wc/testing';
import { MeedoenContactTable } from '../../src/elements/contact-table/contact-table.ts';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, place, until } from '../define.ts';

define('meedoen-contact-table', MeedoenContactTable);
define('meedoen-story-list', MeedoenStoryList);

const feed = {
  sectors: [
    { id: 'po', name: 'Primair onderwijs' },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  themes: [
    { id: 'talent', name: 'Talent' },
    { id: 'proces', name: 'Proces' },
  ],
  stories: [
    { id: 'a', title: 'Anna', sectors: ['po'], themes: ['talent'] },
    { id: 'b', title: 'Bram', sectors: ['vo'], themes: ['proces'] },
  ],
};

describe('filters in a narrow place', () => {
  const placeIn = async (width: string, controls = ''): Promise<MeedoenStoryList> => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed, { controls, 'deep-link': 'off' });
    list.parentElement!.style.inlineSize = width;
    return list;
  };
  const part = (list: MeedoenStoryList, selector: string) => list.renderRoot.querySelector<HTMLElement>(selector)!;
  const isSeen = (list: MeedoenStoryList, selector: string) => part(list, selector).getClientRects().length > 0;

  it('are folded, with the search field and the first story in sight', async () => {
    const list = await placeIn('300px');
    expect(isSeen(list, '#search')).to.equal(true);
    expect(isSeen(list, '#sector')).to.equal(false);
    expect(part(list, '.fold').getAttribute('aria-expanded')).to.equal('false');
    expect(part(list, '.grid').getBoundingClientRect().top - list.getBoundingClientRect().top).to.be.lessThan(260);
  });

  it('unfold and fold at a press', async () => {
    const list = await placeIn('300px');
    part(list, '.fold').click();
    await list.updateComplete;
    expect(part(list, '.fold').getAttribute('aria-expanded')).to.equal('true');
    expect(isSeen(list, '#sector') && isSeen(list, '#theme')).to.equal(true);
    part(list, '.fold').click();
    await list.updateComplete;
    expect(isSeen(list, '#sector')).to.equal(false);
  });

  it('keep what was chosen in sight, and take the focus to what can be pressed when that is undone', async () => {
    const list = await placeIn('300px');
    const select = part(list, '#sector') as HTMLSelectElement;
    select.value = 'po';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await list.updateComplete;
    const undo = part(list, '[part=undo]');
    expect(undo.textContent).to.contain('Primair onderwijs');
    undo.click();
    await list.updateComplete;
    await Promise.resolve();
    expect(list.shadowRoot!.activeElement).to.equal(part(list, '.fold'));
  });

  it('are not folded where there is room, or when there is one', async () => {
    const wide = await placeIn('600px');
    expect(isSeen(wide, '.fold')).to.equal(false);
    expect(isSeen(wide, '#sector')).to.equal(true);
    const one = await placeIn('300px', 'sector');
    expect(part(one, '.fold')).to.equal(null);
    expect(isSeen(one, '#sector')).to.equal(true);
  });
});

describe('a choice that a new feed does not have', () => {
  it('stays in sight with the name it had, and can be undone', async () => {
    const list = await place<MeedoenStoryList>('meedoen-story-list', feed, { controls: '', 'deep-link': 'off' });
    const all = (selector: string): string[] =>
      [...list.renderRoot.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    const select = list.renderRoot.querySelector<HTMLSelectElement>('#sector')!;
    select.value = 'po';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await list.updateComplete;
    list.feed = { meedoen: 1, language: 'nl', sectors: feed.sectors.slice(1), stories: feed.stories.slice(1) };
    await until(() => all('#sector option').includes('Primair onderwijs (0)'), 'it is a choice that nothing answers to');
    expect(select.value).to.equal('po');
    expect(all('[part=result] span')).to.deep.equal(['0 verhalen']);
    expect(all('[part=undo]')).to.deep.equal(['Primair onderwijs']);
    list.renderRoot.querySelector<HTMLElement>('[part=undo]')!.click();
    await list.updateComplete;
    expect(all('[part=result] span')).to.deep.equal(['1 verhaal']);
    expect(all('[part=undo], #sector'), 'there is nothing to choose any more').to.deep.equal([]);
    expect(list.shadowRoot!.activeElement?.id).to.equal('search');
  });

  it('counts what it leaves: contacts without a sector are for every sector', async () => {
    const contacts = [{ id: 'a', name: 'A', sectors: ['po'] }, { id: 'b', name: 'B', sectors: ['vo'] }, { id: 'c', name: 'C' }]; // prettier-ignore
    const table = await place<MeedoenContactTable>('meedoen-contact-table', { ...feed, contacts }, { controls: 'sector' });
    const select = table.renderRoot.querySelector<HTMLSelectElement>('#sector')!;
    select.value = 'po';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    table.feed = { meedoen: 1, language: 'nl', contacts: contacts.slice(1) };
    await until(
      () => /\(1\)/.test(select.selectedOptions[0]!.text) && table.renderRoot.querySelectorAll('tbody tr').length === 1,
      'one is left',
    );
    expect(select.selectedOptions[0]!.text.trim()).to.match(/^Primair onderwijs\s\(1\)$/);
  });
});

describe('the search field', () => {
  /** How many texts are made ready for searching while the first letter is typed. */
  const readied = async (focus: boolean): Promise<number> => {
    const stories = Array.from({ length: 300 }, (_, n) => ({ id: `${n}`, title: `Verhaal ${n}`, body: '<p>Een zin.</p>'.repeat(200) }));
    const list = await place<MeedoenStoryList>('meedoen-story-list', { stories }, { controls: '', 'deep-link': 'off' });
    const search = list.renderRoot.querySelector<HTMLInputElement>('[name=text]')!;
    if (focus) search.focus();
    await aTimeout(300);
    const own = Object.getOwnPropertyDescriptor(String.prototype, 'toLowerCase')!;
    let count = 0;
    String.prototype.toLowerCase = function () {
      count++;
      return (own.value as () => string).call(this);
    };
    try {
      search.value = 'v';
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await list.updateComplete;
    } finally {
      Object.defineProperty(String.prototype, 'toLowerCase', own);
    }
    expect(list.renderRoot.querySelector('[part=result]')!.textContent).to.contain('300 verhalen');
    return count;
  };

  it('has what it searches made ready, bit by bit, when the visitor goes to it', async () => {
    expect(await readied(false), 'by the first letter itself').to.be.at.least(300);
    expect(await readied(true), 'before the first letter').to.be.below(100);
  });
});
