/** The same person in several feeds. */
import { expect } from '@open-wc/testing';
import { MeedoenContactTable } from '../../src/elements/contact-table/contact-table.ts';
import { onePerPerson } from '../../src/elements/contact-table/people.ts';
import { type ContactItem, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { define, settled } from '../define.ts';

define('meedoen-contact-table', MeedoenContactTable);

const A = { name: 'Voorbeeld', organisation: 'Voorbeeldraad', email: 'a@example.org' };
const contacts = (...feeds: object[][]): readonly ContactItem[] =>
  mergeFeeds(
    feeds.map((contacts, at) => ({ url: `https://${at}.example.org/`, feed: readFeedNow({ meedoen: 1, contacts }).feed! })),
    0,
  ).contacts;
const shown = (...feeds: object[][]): unknown[] =>
  onePerPerson(contacts(...feeds)).map(({ id, sectors, regions, checked }) => [id, sectors, regions, checked]);

describe('the same person in several feeds', () => {
  it('is one row, for the sectors of both, checked when that was done last', () => {
    expect(
      shown(
        [{ id: '1', ...A, sectors: ['po'], regions: ['drenthe'], checked: '2019' }],
        [
          { id: '7', ...A, name: 'VOORBEELD', sectors: ['vo', 'po'], regions: ['twente'], checked: '2021-03' },
          { id: '8', name: 'B', email: 'b@example.org' },
        ],
      ),
    ).to.deep.equal([
      ['1', ['po', 'vo'], ['drenthe', 'twente'], '2021-03'],
      ['8', [], [], undefined],
    ]);
    expect(shown([{ id: '1', ...A, checked: '2021-03' }], [{ id: '2', ...A, checked: '2019' }])[0]).to.deep.equal(['1', [], [], '2021-03']);
  });

  it('who names no sector in one of them stays there for all', () => {
    expect(shown([{ id: '1', ...A, sectors: ['po'] }], [{ id: '1', ...A }])).to.deep.equal([['1', [], [], undefined]]);
  });

  it('is not mistaken for another: another address, name or organisation, no address, or twice in one feed', () => {
    expect(shown([{ id: '1', ...A }], [{ id: '1', ...A, email: 'b@example.org' }])).to.have.length(2);
    expect(shown([{ id: '1', ...A }], [{ id: '1', ...A, name: 'C' }])).to.have.length(2);
    expect(shown([{ id: '1', ...A }], [{ id: '1', ...A, organisation: 'C' }])).to.have.length(2);
    expect(shown([{ id: '1', name: 'A' }], [{ id: '1', name: 'A' }])).to.have.length(2);
    expect(shown([{ id: '1', ...A, sectors: ['po'] }, { id: '2', ...A, sectors: ['vo'] }], [{ id: '3', name: 'B' }])).to.have.length(3); // prettier-ignore
  });

  it('stands in the table once', async () => {
    const address = new URL('../../demo/meedoen.json', import.meta.url).pathname;
    const table = document.createElement('meedoen-contact-table');
    table.src = `${address} ${address}?nog-eens`;
    table.today = '2021-09-20';
    document.body.append(table);
    await settled(table);
    const names = [...table.renderRoot.querySelectorAll('[data-key]')].map((row) => row.textContent.replace(/\s+/g, ' '));
    expect(names.length).to.be.above(12);
    expect(new Set(names).size).to.equal(names.length);
    table.remove();
  });
});
