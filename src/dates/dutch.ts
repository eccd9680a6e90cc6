/**
 * Dutch dates in words, as Intl writes them. Its first formatter costs a page more main-thread time than a list of sessions (13 ms where
 * that takes 10), so the language that nearly all pages have is written here; the others are Intl's (intl.ts).
 */
import type { Writing } from './format.ts';
import { fieldsOf } from './partial.ts';

const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const WEEKDAYS = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ');
const NEAR = ['vandaag', 'morgen', 'overmorgen'];
const UNITS = { minute: ['minuut', 'minuten'], day: ['dag', 'dagen'], week: ['week', 'weken'] };

export const isDutch = (locale: string): boolean => /^nl\b/.test(locale);

export const dutch: Writing = {
  date(utc, fields) {
    const { year, month, day, hour, minute, weekday } = fieldsOf(utc);
    const name = WEEKDAYS[weekday - 1]!;
    const written: Record<string, string | number> = {
      W: name,
      w: name.slice(0, 2),
      d: day,
      M: MONTHS[month - 1]!,
      y: year,
      h: `${hour}.${`${minute}`.padStart(2, '0')}`,
    };
    let text = '';
    for (const field of 'WwdMyh') if (fields.includes(field)) text += (text && ' ') + written[field];
    return text;
  },
  relative: (value, unit) => (unit === 'day' && NEAR[value]) || `over ${value} ${UNITS[unit][value === 1 ? 0 : 1]!}`,
  list(words) {
    const last = words.length - 1;
    return last > 0 ? `${words.slice(0, last).join(', ')} en ${words[last]!}` : (words[0] ?? '');
  },
};
