import type { MonthWords } from '../month.ts';

export const month: MonthWords = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  goTo: 'Go to month',
  noneInMonth: 'No sessions in this month.',
  toMonth: (month: string) => `Go to ${month}`,
  inMonth: (month: string, rest: string) => `In ${month}, ${rest}`,
  full: 'Full',
  dayOf: (day: number, days: number) => `day ${day} of ${days}`,
  andMore: (n: number) => `and ${n} more`,
  onDay: (date: string) => `on ${date}`,
  result: (shown: string, all: number) => `${shown} in this month, ${all} in all`,
};
