/** A session as iCalendar has it. Pure; the text of the file is made in src/dates. */
import type { CalendarEvent } from '../dates/ical.ts';
import type { SessionItem } from './merge.ts';

/** The session as calendars know it. `categories` are the names of its themes. */
export function calendarEventOf(session: SessionItem, categories: readonly string[]): CalendarEvent {
  const { key, title, start, end, startNote, timeZone, status, sequence, updated, summary, location, url, online, organiser } = session;
  return {
    uid: key,
    title,
    start,
    end,
    timeZone,
    status,
    sequence,
    updated,
    description: [startNote, summary].filter(Boolean).join('\n\n'),
    location: [location?.name, location?.address].filter(Boolean).join(', '),
    url,
    online: online?.url,
    categories,
    organiser,
  };
}
