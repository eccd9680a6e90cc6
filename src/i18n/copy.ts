/** Words of the button that copies. */
import { spoken } from './words.ts';

export const copyWords = spoken({
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  failed: 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer die zelf.',
});

export type CopyWords = (typeof copyWords)['nl'];
