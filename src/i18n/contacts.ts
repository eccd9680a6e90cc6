/** Words of the contact table. */
import { spoken } from './words.ts';

export const contactWords = spoken({
  caption: 'Contactpersonen',
  what: 'je sector, organisatie of contactpersoon',
  contacts: (count: number) => `${count} contactperso${count === 1 ? 'on' : 'nen'}`,
  column: {
    organisation: 'Organisatie',
    name: 'Contactpersoon',
    role: 'Functie',
    sector: 'Sector',
    region: 'Regio',
    email: 'E-mail',
    phone: 'Telefoon',
    checked: 'Gecontroleerd',
  },
  sortBy: 'Sorteer op',
  feedOrder: 'Vaste volgorde',
  /** Ways to sort, behind the name of the column: up and down for texts, then for dates. */
  orders: ['A tot Z', 'Z tot A', 'oudste eerst', 'nieuwste eerst'],
  sorted: 'Gesorteerd',
  /** Before a year or month. */
  in: 'in',
  /** Before a day. */
  on: 'op',
  checked: 'gecontroleerd',
  stale: 'mogelijk verouderd',
  save: 'Bewaar of kopieer',
  source: 'bron',
  none: 'Er zijn hier nu geen contactpersonen.',
  /** Before what was asked. */
  noneFor: 'We vinden geen contactpersoon voor',
  mailbox: 'Mail je vraag dan naar',
});

export type ContactWords = (typeof contactWords)['nl'];
