/** Words of the calendar as a month. */
import { spoken } from './words.ts';

export const monthWords = spoken({
  previousMonth: 'Vorige maand',
  nextMonth: 'Volgende maand',
  today: 'Vandaag',
  goTo: 'Ga naar maand',
  noneInMonth: 'Geen sessies in deze maand.',
  toMonth: (month: string) => `Ga naar ${month}`,
  inMonth: (month: string, rest: string) => `In ${month}, ${rest}`,
  full: 'Vol',
  dayOf: (day: number, days: number) => `dag ${day} van ${days}`,
  andMore: (n: number) => `en nog ${n}`,
  onDay: (date: string) => `op ${date}`,
  result: (shown: string, all: number) => `${shown} in deze maand, ${all} in totaal`,
});

export type MonthWords = (typeof monthWords)['nl'];
