// A server or script: the feed without a browser. The elements can be imported too, as server rendering does.
import { checkFeed, filterItems, mergeFeeds, readFeedNow } from 'meedoen/feed';
import { MeedoenStoryList } from 'meedoen';
import 'meedoen/register';

const text = { meedoen: 1, stories: [{ id: 'a', title: 'Een voorbeeld' }, { title: 'Zonder id' }] };
const { feed, problems } = readFeedNow(text);
/** @type {string | undefined} */
const title = feed?.stories[0]?.title;
// @ts-expect-error a title is text
/** @type {number | undefined} */ const wrong = title;

console.log(
  JSON.stringify({
    title: wrong,
    problems: problems.map(({ path }) => path),
    checks: typeof checkFeed,
    merges: typeof mergeFeeds,
    filters: typeof filterItems,
    elements: typeof MeedoenStoryList,
  }),
);
