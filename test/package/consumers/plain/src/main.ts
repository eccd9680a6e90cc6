// A site without a framework: the classes, the elements by their tags, and the feed without elements.
import 'meedoen/register';
import { MeedoenContactTable, type MeedoenFilterChangedEvent, MeedoenStoryList, type Story } from 'meedoen';
import { MeedoenStoryList as FromItsOwnEntry } from 'meedoen/story-list';
import { readFeedNow } from 'meedoen/feed';

const app = document.querySelector('#app')!;

const list = document.createElement('meedoen-story-list');
list.src = '/meedoen.json';
list.today = '2021-09-20';
list.limit = 4;
list.groupBy = 'theme';
// @ts-expect-error there is no such way to group
list.groupBy = 'letter';
// @ts-expect-error the limit is a number
list.limit = 'many';
list.groupBy = '';
list.limit = 4;
list.addEventListener('meedoen-load', ({ feed, problems }) => {
  const titles: string[] = feed.stories.map(({ title }) => title);
  app.setAttribute('data-loaded', `${titles.length} ${problems.length}`);
});
list.addEventListener('meedoen-error', (event) => {
  console.error(event.error.message);
  // @ts-expect-error the event has its own fields, no detail
  console.error(event.detail);
});
list.addEventListener('meedoen-filter-changed', (event) => {
  const { query, count }: MeedoenFilterChangedEvent = event;
  app.setAttribute('data-filter', `${query} ${count.toFixed()}`);
});
app.append(list);

// a name of one's own
customElements.define('our-contacts', class extends MeedoenContactTable {});
app.insertAdjacentHTML('beforeend', '<our-contacts src="/meedoen.json" today="2021-09-20"></our-contacts>');

const { feed, problems } = readFeedNow({
  meedoen: 1,
  stories: [{ id: 'voorbeeld', title: 'Een voorbeeldverhaal' }, { id: 'zonder-titel' }],
});
const [story]: readonly Story[] = feed?.stories ?? [];
// @ts-expect-error a title is text
const title: number | undefined = story?.title;
app.setAttribute('data-read', `${title} | ${problems.map(({ path }) => path)}`);
app.setAttribute('data-same', String(list instanceof MeedoenStoryList && FromItsOwnEntry === MeedoenStoryList));
