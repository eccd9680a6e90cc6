import { expect } from '@open-wc/testing';
import { hintsFor } from '../../src/elements/hints.ts';
import { EMPTY, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import '../../src/register.ts';
import { until } from '../define.ts';

const feed = {
  meedoen: 1,
  sectors: [{ id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'] }],
  contacts: [{ id: 'a', name: 'Voorbeeld', sectors: ['po'], regions: ['drenthe'] }],
};
const collection = mergeFeeds([{ url: '', feed: readFeedNow(feed).feed! }], 0);

/** What is said of a tag. */
function hints(tag: string, read = collection): string[] {
  const box = document.createElement('template');
  box.innerHTML = tag;
  return hintsFor(box.content.firstElementChild!, read);
}

describe('a hint for who writes the page', () => {
  it('names what there is instead', () => {
    expect(hints('<meedoen-contact-table mode="zoeker" sector="poo" columns="naam email"></meedoen-contact-table>')).to.deep.equal([
      'mode="zoeker": not zoeker; there is table, finder',
      'columns="naam email": not naam; there is organisation, name, role, sector, region, email, phone, checked',
      'sector="poo": not poo; there is po',
    ]);
    expect(hints('<meedoen-join-form variant="Join" encoding="xml"></meedoen-join-form>')).to.have.length(2);
    expect(hints('<meedoen-story-card theme="x"></meedoen-story-card>')).to.deep.equal(['theme="x": not x; this feed has none']);
  });

  it('says that a today is none', () => {
    expect(hints('<meedoen-story-list today="20-09-2021"></meedoen-story-list>')).to.deep.equal(['today="20-09-2021": no date']);
    expect(hints('<meedoen-story-list today="2021-09-20T09:30"></meedoen-story-list>')).to.deep.equal([]);
  });

  it('is not given for names, aliases, what only contacts name, and what is left out', () => {
    for (const tag of [
      '<meedoen-contact-table sector="Primair onderwijs" region="drenthe" controls columns="EMAIL name"></meedoen-contact-table>',
      '<meedoen-contact-table sector="basisonderwijs" mode="finder" columns="" controls="search sector"></meedoen-contact-table>',
      '<meedoen-story-list kind="practice initiative" group-by="theme" sort="-title"></meedoen-story-list>',
      '<meedoen-session-calendar view="month" period="all" controls="period"></meedoen-session-calendar>',
      '<div mode="x"></div>',
    ]) {
      expect(hints(tag), tag).to.deep.equal([]);
    }
    expect(hints('<meedoen-contact-table sector="poo"></meedoen-contact-table>', EMPTY), 'not read yet').to.deep.equal([]);
  });

  it('stands in the console once, as soon as a filter leaves nothing', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => void said.push(text);
    try {
      const list = document.createElement('meedoen-story-list');
      list.sector = 'poo';
      list.feed = { ...feed, stories: [{ id: 'a', title: 'Voorbeeld', sectors: ['po'] }] };
      document.body.append(list);
      await until(() => said.length, 'it is said');
      await list.prepare();
      list.remove();
      expect(said).to.deep.equal(['meedoen: <meedoen-story-list> names what there is not\n  sector="poo": not poo; there is po']);
    } finally {
      console.warn = warn;
    }
  }); // prettier-ignore
});
