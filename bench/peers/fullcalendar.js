// FullCalendar: its list of a month and its month.
import { Calendar } from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import listPlugin from 'fullcalendar/list';
import nl from 'fullcalendar/locales/nl';
import themePlugin from 'fullcalendar/themes/classic';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
import { calendarButtons, controls, eventOf, shown, start } from './page.js';

const { root, feed, now } = await start();
const place = document.createElement('div');
root.append(place);
const calendar = new Calendar(place, {
  plugins: [dayGridPlugin, listPlugin, themePlugin],
  initialView: 'listMonth',
  initialDate: now,
  locale: nl,
  now,
  dayMaxEvents: 2,
  height: 'auto',
  events: feed.sessions.map(eventOf),
});
const bar = controls(root, feed, feed.sessions, (sessions) => calendar.setOption('events', sessions.map(eventOf)));
calendarButtons(bar, {
  list: () => calendar.changeView('listMonth'),
  month: () => calendar.changeView('dayGridMonth'),
  previous: () => calendar.prev(),
  next: () => calendar.next(),
});
calendar.render();
shown(root);
