/** Words of the session calendar, and of sessions wherever they are shown. */
import { count, spoken } from './words.ts';

/** What may not be known of a date. */
export type Unknown = 'day' | 'month' | 'date';

export const sessionWords = spoken({
  sessions: (n: number) => count(n, 'sessie', 'sessies'),
  what: 'een sessie',
  shown: (shown: number, all: number) => `Je ziet ${shown} van de ${all} sessies.`,
  earlier: (n: number) => `Toon ${n} eerdere`,
  period: 'Periode',
  periods: { upcoming: 'Komende sessies', past: 'Geweest', all: 'Alle sessies' },
  view: 'Weergave',
  views: { list: 'Lijst', month: 'Maand' },
  none: { upcoming: 'Er zijn geen sessies gepland.', past: 'Er zijn nog geen sessies geweest.', all: 'Er zijn nog geen sessies.' },
  noneFound: 'Geen sessie gevonden. Probeer een ander woord of wis een filter.',
  lastOne: 'De laatste sessie',
  invite: 'Wil je een uitnodiging voor de volgende sessie? Laat het ons weten:',
  inviteSubject: 'Uitnodiging voor de volgende sessie',
  // dates
  clock: (time: string) => `${time} uur`,
  until: (date: string) => `tot en met ${date}`,
  untilTime: (date: string) => `tot ${date}`,
  unknown: (what: Unknown, past = false) =>
    `${{ day: 'dag', month: 'maand', date: 'datum' }[what]} ${past ? 'niet bekend' : 'nog onbekend'}`,
  dutchTime: 'Nederlandse tijd',
  timeIn: (city: string) => `Tijd in ${city}`,
  elsewhere: (zone: string, time: string) => `${zone}, bij jou ${time}`,
  was: 'Eerst gepland:',
  // states
  status: { scheduled: '', cancelled: 'Gaat niet door', postponed: 'Uitgesteld', moved: 'Verplaatst' },
  now: (until: string) => `Nu bezig${until && `, ${until}`}`,
  begun: (time: string) => `Begonnen om ${time}`,
  begins: (hint: string) => `Begint ${hint}`,
  past: 'Geweest',
  // signing up
  signUp: 'Meld je aan',
  for: (title: string) => `voor ${title}`,
  noPlaces: (all: number | undefined) => `Vol: alle ${all ? `${all} ` : ''}plaatsen zijn bezet`,
  opens: (date: string) => `Aanmelden kan vanaf ${date}`,
  closes: (date: string) => `Aanmelden kan ${date}`,
  closed: (date: string) => `Gesloten: aanmelden kon ${date}`,
  places: (left: number | undefined, all: number | undefined) =>
    left === undefined
      ? count(all ?? 0, 'plaats', 'plaatsen')
      : all === undefined
        ? `nog ${count(left, 'plaats', 'plaatsen')}`
        : `nog ${left} van de ${count(all, 'plaats', 'plaatsen')}`,
  // what it is about
  attendance: { online: 'Online', onsite: 'Op locatie', hybrid: 'Online en op locatie' },
  joinOnline: 'Doe online mee',
  withPartners: (names: string) => `met ${names}`,
  speakers: 'Met bijdragen van',
  outcomes: 'Wat het opleverde',
  materials: 'Materiaal',
  // by what is in the MIME type
  types: {
    pdf: 'pdf',
    'word|text$|rtf': 'Word-bestand',
    'excel|sheet|csv': 'rekenblad',
    'powerpoint|presentation': 'presentatie',
    image: 'afbeelding',
    video: 'video',
    audio: 'geluid',
    html: 'webpagina',
    zip: 'zip',
  },
  // own calendar
  add: 'Zet in agenda',
  subscribe: 'Abonneer je op deze agenda',
});

export type SessionWords = (typeof sessionWords)['nl'];
