/** Words of the join form. */
import { spoken } from './words.ts';

/** "Je naam" → "Vul je naam in"; a label that is a question or the feed's own stays whole. */
export const ask = (label: string, own: RegExp, mine: (label: string) => string, fill: string): string =>
  own.test(label) ? mine(label[0]!.toLowerCase() + label.slice(1)) : `${fill}: ${label}`;

export const joinWords = spoken({
  title: { join: 'Sluit je aan bij het netwerk', session: 'Meld je aan voor een sessie', tip: 'Ken jij iemand?' },
  all: 'Vul alles in. Als iets niet verplicht is, staat dat erbij.',
  optional: '(niet verplicht)',
  fields: {
    name: 'Je naam',
    email: 'Je e-mailadres op je werk',
    organisation: 'Je organisatie',
    role: 'Je functie',
    sector: 'Je sector',
    region: 'Je regio',
    phone: 'Je telefoonnummer',
    needs: 'Waar wil je meer over weten?',
    message: 'Wat wil je leren van anderen?',
    offer: 'Wat kun je anderen bieden?',
    source: 'Hoe ken je ons?',
    invite: 'Nodig me uit voor de eerstvolgende sessie',
    session: 'Je sessie',
  },
  message: { session: 'Wil je vooraf iets vragen of vertellen?', tip: 'Wie of wat tip je?' },
  hint: { join: 'Noem geen namen of gezondheidsgegevens.', session: '', tip: 'Noem iemand alleen als die dat goed vindt.' },
  missing: (label: string, choose: boolean) => ask(label, /^Je /, (mine) => (choose ? `Kies ${mine}` : `Vul ${mine} in`), 'Vul in'),
  emailForm: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
  choose: 'Maak een keuze',
  other: 'Anders',
  notThis: 'Toch niet deze sessie',
  closed: 'Voor deze sessie kun je je niet meer aanmelden:',
  purposes: 'Waarvoor mogen we je gegevens nog meer gebruiken?',
  privacy: 'Lees hoe we met je gegevens omgaan',
  submit: { join: 'Sluit je aan', session: 'Meld je aan', tip: 'Verstuur je tip' },
  sending: 'Bezig met versturen…',
  mail: (email: string) => `Versturen kan hier nog niet. Vul het formulier in en maak er een e-mail van aan ${email}.`,
  makeMail: 'Maak een e-mail',
  unconnected: 'Aanmelden kan hier nog niet.',
});

export type JoinWords = (typeof joinWords)['nl'];
