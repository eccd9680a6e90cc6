import type { FinderWords } from '../finder.ts';

export const finder: FinderWords = {
  finder: 'Who is my contact?',
  choose: { sector: 'Choose your sector', region: 'Choose your region' },
  noChoice: 'Make a choice',
  other: 'Not listed',
  found: (count) => (count > 1 ? 'Your contacts:' : 'Your contact:'),
  noneOwn: 'There is no contact for this choice alone. These can help you:',
  nobody: 'There is no contact for this choice.',
};
