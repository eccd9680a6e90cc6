/** Words that every element uses. */
import { spoken } from './words.ts';

export const commonWords = spoken({
  loading: 'We halen de gegevens op…',
  failed: {
    network: 'We kunnen de gegevens nu niet ophalen. Misschien is er geen verbinding.',
    timeout: 'Het ophalen van de gegevens duurt te lang.',
    http: 'De gegevens zijn nu niet te vinden.',
    'not-json': 'De gegevens zijn niet goed aangekomen.',
    'too-large': 'De gegevens zijn te groot om te tonen.',
    'no-feed': 'Hier zijn geen gegevens voor dit onderdeel.',
  },
  retry: 'Probeer het opnieuw',
  partial: 'Een deel van de gegevens ontbreekt.',
  stale: (date: string) => `Je ziet een eerdere versie${date && ` (van ${date})`}: de nieuwste is nu niet op te halen.`,
  sector: 'Sector',
  theme: 'Thema',
  region: 'Regio',
  all: { sector: 'Alle sectoren', theme: 'Alle thema’s', region: 'Alle regio’s' },
  searchFor: (what: string) => `Zoek ${what}`,
  filters: 'Filters',
  clear: 'Wis alle filters',
  undo: (name: string) => `Verwijder filter ${name}`,
  more: (count: number) => `Toon ${count} meer`,
  source: 'Bron',
});

export type CommonWords = (typeof commonWords)['nl'];
