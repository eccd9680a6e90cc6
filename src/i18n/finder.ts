/** Words of "who is my contact?". */
import { spoken } from './words.ts';

export const finderWords = spoken({
  finder: 'Wie is mijn contactpersoon?',
  choose: { sector: 'Kies je sector', region: 'Kies je regio' },
  noChoice: 'Maak een keuze',
  other: 'Staat er niet bij',
  found: (count: number): string => (count > 1 ? 'Je contactpersonen:' : 'Je contactpersoon:'),
  noneOwn: 'Voor deze keuze is er geen eigen contactpersoon. Hier kun je wel terecht:',
  nobody: 'Voor deze keuze is er geen contactpersoon.',
});

export type FinderWords = (typeof finderWords)['nl'];
