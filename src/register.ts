/**
 * Defines the five elements (npm: `meedoen/register`). A name that is taken stays with who took it: the first copy of
 * the library on a page wins, and a second registration is harmless.
 */
import { MeedoenContactTable } from './elements/contact-table/contact-table.ts';
import { MeedoenJoinForm } from './elements/join-form/join-form.ts';
import { MeedoenSessionCalendar } from './elements/session-calendar/session-calendar.ts';
import { MeedoenStoryCard } from './elements/story-card/story-card.ts';
import { MeedoenStoryList } from './elements/story-list/story-list.ts';
import { names } from './names.ts';

// so that TypeScript knows the tags and the events of who imports only this
export type * from './index.ts';

declare const __VERSION__: string;

/** In the order of `names`. */
const classes = [MeedoenStoryCard, MeedoenStoryList, MeedoenSessionCalendar, MeedoenContactTable, MeedoenJoinForm];

names.forEach((name, i) => {
  const element = classes[i]!;
  const tag = `meedoen-${name}`;
  if (customElements.get(tag)) return;
  // for the next copy, which says which version was first
  Object.defineProperty(element, 'version', { value: __VERSION__, configurable: true });
  customElements.define(tag, element);
});
