/** Words of saving contacts. */
import { spoken } from './words.ts';

export const saveWords = spoken({
  one: (who: string) => `Bewaar ${who} als contact`,
  keep: 'Bewaar als contact',
  about: (count: number) =>
    count === 1 ? 'Je bewaart de contactpersoon die je nu ziet.' : `Je bewaart deze ${count} contactpersonen, in deze volgorde.`,
  vcard: 'Voor je adresboek (vCard)',
  csv: 'Als tabel voor Excel (CSV)',
  emails: (count: number) => (count === 1 ? '1 e-mailadres' : `${count} e-mailadressen`),
  noFiles: 'In deze app kun je geen bestanden bewaren. Open deze pagina in je browser.',
  /** Names of files. */
  file: 'contactpersonen',
  website: 'Website',
});

export type SaveWords = (typeof saveWords)['nl'];
