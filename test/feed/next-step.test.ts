import { expect } from '@open-wc/testing';
import { mergeFeeds } from '../../src/feed/merge.ts';
import { nextStepOf } from '../../src/feed/next-step.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';

const NOW = Date.UTC(2021, 8, 20, 10);
const stepFor = (feed: object, story: object = {}) => {
  const stories = [{ id: 'v', title: 'Verhaal', sectors: ['po'], themes: ['talent'], regions: ['drenthe'], ...story }];
  const collection = mergeFeeds(
    [{ url: 'https://example.org/meedoen.json', feed: readFeedNow({ meedoen: 1, stories, ...feed }).feed! }],
    NOW,
  );
  const { contact, session } = nextStepOf(collection.stories[0]!, collection, NOW);
  return [contact?.id, session?.id];
};
const contact = (id: string, more: object = {}) => ({ id, organisation: 'Voorbeeld', email: 'info@example.org', sectors: ['po'], ...more });
const session = (id: string, more: object = {}) => ({ id, title: 'Sessie', start: '2021-10-04', themes: ['talent'], ...more });

describe('the next step from a story', () => {
  it('is the contact of its sector, and the first session to come on its themes', () => {
    const sessions = [session('later', { start: '2021-11-01' }), session('s')];
    expect(stepFor({ contacts: [contact('c')], sessions })).to.deep.equal(['c', 's']);
  });

  it('is nobody when the contact is for another sector, for everyone, or can’t be reached', () => {
    for (const more of [{ sectors: ['vo'] }, { sectors: [] }, { email: null }])
      expect(stepFor({ contacts: [contact('c', more)] })).to.deep.equal([undefined, undefined]);
  });

  it('goes to the contact of the region, then to who has no region, then to the one of fewest sectors', () => {
    const contacts = [
      contact('elsewhere', { regions: ['zeeland'] }),
      contact('many', { sectors: ['po', 'vo'] }),
      contact('one'),
      contact('near', { regions: ['drenthe'] }),
    ];
    expect(stepFor({ contacts })[0]).to.equal('near');
    expect(stepFor({ contacts: contacts.slice(0, 3) })[0]).to.equal('one');
    expect(stepFor({ contacts: contacts.slice(0, 2) })[0]).to.equal('many');
  });

  it('is a session for its sector too, but none that has been, is off, has no date or is about something else', () => {
    expect(stepFor({ sessions: [session('s', { themes: [], sectors: ['po'] })] })[1]).to.equal('s');
    for (const more of [{ start: '2021-09-01' }, { status: 'cancelled' }, { start: null }, { themes: ['iets'] }, { withdrawn: true }])
      expect(stepFor({ sessions: [session('s', more)] })[1], JSON.stringify(more)).to.equal(undefined);
  });

  it('is nothing for a story without sector and themes', () => {
    expect(stepFor({ contacts: [contact('c')], sessions: [session('s')] }, { sectors: [], themes: [] })).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
