// event-calendar: its list of a month and its month.
import { createCalendar, DayGrid, List } from '@event-calendar/core';
import '@event-calendar/core/index.css';
import { calendarButtons, controls, eventOf, shown, start } from './page.js';

const { root, feed, now } = await start();
const place = document.createElement('div');
root.append(place);
const calendar = createCalendar(place, [DayGrid, List], {
  view: 'listMonth',
  date: now,
  locale: 'nl',
  dayMaxEvents: true,
  events: feed.sessions.map(eventOf),
});
const bar = controls(root, feed, feed.sessions, (sessions) => calendar.setOption('events', sessions.map(eventOf)));
calendarButtons(bar, {
  list: () => calendar.setOption('view', 'listMonth'),
  month: () => calendar.setOption('view', 'dayGridMonth'),
  previous: () => calendar.prev(),
  next: () => calendar.next(),
});
shown(root);
