import { aTimeout, expect } from '@open-wc/testing';
import { MeedoenStoryList } from '../../src/elements/story-list/story-list.ts';
import { define, place } from '../define.ts';

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
