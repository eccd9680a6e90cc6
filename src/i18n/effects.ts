/**
 * Words for what visitors notice of what is wrong in a feed: what they miss, and what they see all the same. Knows what the reader
 * (feed/read.ts) and the elements make of a feed that lacks a key; finds nothing itself.
 */
import type { Finding } from '../feed/check.ts';
import { type Language, words } from './words.ts';

/** @returns a sentence about what visitors see because of a finding; empty where they notice nothing */
export function effectOf({ code, path, expected, found, effect, lost = path }: Finding, language: Language): string {
  const say = effectWords[language];
  const keys = path.replace(/\[\d+\]/g, '');
  const last = /[^.]*$/.exec(keys)![0];
  if (code === 'unknown-key') return entryOf(say.kept, keys.slice(0, keys.length - last.length) + expected) ?? '';
  if (effect === 'coerced' && last === 'withdrawn') return /^"?\s*(false|0|nee|no)\s*"?$/i.test(found) ? say.notWithdrawn : say.withdrawn;
  if (effect !== 'dropped') return say[effect];
  if (!lost) return say.feed;
  if (code === 'too-many') return say.rest;
  if (lost !== path) return say.around(lost);
  if (path.endsWith(']')) return entryOf(say.items, keys) ?? say.part;
  return entryOf(say.kept, keys) ?? entryOf(say.fields, keys) ?? entryOf(say.fields, last) ?? say.field;
}

type Sentences = Readonly<Record<string, string>>;

/** Keys are the author's: `constructor` may be one. */
const entryOf = (sentences: Sentences, key: string): string | undefined => (Object.hasOwn(sentences, key) ? sentences[key] : undefined);

const effectWords = words(
  {
    none: '',
    coerced: 'Bezoekers zien wat ervan te maken was.',
    ignored: 'De feed wordt gelezen alsof het klopt.',
    withdrawn: 'Dit telt als ingetrokken en wordt niet getoond.',
    notWithdrawn: 'Dit telt als niet ingetrokken en wordt getoond.',
    feed: 'Bezoekers zien niets van deze feed.',
    rest: 'Wat daarna komt, wordt niet getoond.',
    around: (lost: string) => `Daardoor wordt ${lost} helemaal niet getoond.`,
    part: 'Dit onderdeel blijft weg; de rest wordt wel getoond.',
    field: 'Dit gegeven blijft weg; de rest wordt wel getoond.',
    items: {
      stories: 'Dit verhaal wordt niet getoond.',
      items: 'Dit verhaal wordt niet getoond.',
      sessions: 'Deze sessie wordt niet getoond.',
      contacts: 'Dit contact wordt niet getoond.',
    },
    /** What visitors do see, and must not: a key that is not read makes it look as if nothing was the matter. By the keys on the way. */
    kept: {
      'sessions.status': 'Let op: het lijkt nu alsof de sessie gewoon doorgaat en bezoekers zich kunnen aanmelden.',
      'sessions.registration.full': 'Let op: de sessie lijkt niet vol. Bezoekers kunnen zich gewoon aanmelden.',
      'sessions.registration.opens': 'Let op: het lijkt alsof bezoekers zich nu al kunnen aanmelden.',
      'sessions.registration.closes': 'Let op: bezoekers kunnen zich aanmelden tot de sessie begint.',
      'stories.expires': 'Let op: het verhaal blijft staan, ook na die dag.',
      'stories.withdrawn': 'Let op: het verhaal telt niet als ingetrokken en wordt getoond.',
      'sessions.withdrawn': 'Let op: de sessie telt niet als ingetrokken en wordt getoond.',
      'contacts.withdrawn': 'Let op: het contact telt niet als ingetrokken en wordt getoond.',
    },
    /** What visitors see instead, where there is more to say than that it is left out; by the keys on the way, or by the last one. */
    fields: {
      'sessions.start': 'De sessie wordt wel getoond, maar zonder dag en tijd: er staat dat de datum niet bekend is.',
      'sessions.end': 'Bezoekers zien alleen wanneer de sessie begint, niet tot wanneer zij duurt.',
      'sessions.timeZone': 'De tijden tellen als Nederlandse tijd.',
      'sessions.registration.url': 'Er is geen knop naar dit adres. Aanmelden kan alleen als er een formulier op de pagina staat.',
      'sessions.online.url': 'Er is geen knop om online mee te doen.',
      'sessions.ics': 'Bezoekers krijgen het agendabestand dat meedoen zelf maakt.',
      'contacts.email': 'Bezoekers zien bij dit contact geen e-mailadres.',
      'join.action': 'Het formulier kan nergens naartoe, behalve als de pagina zelf een adres geeft.',
      calendar: 'Bezoekers kunnen zich niet op de agenda abonneren.',
      email: 'Het e-mailadres blijft weg; de rest wordt wel getoond.',
      url: 'De link blijft weg; de rest wordt wel getoond.',
    },
  },
  {
    none: '',
    coerced: 'Visitors see what could be made of it.',
    ignored: 'The feed is read as if it were right.',
    withdrawn: 'This counts as withdrawn and is not shown.',
    notWithdrawn: 'This counts as not withdrawn and is shown.',
    feed: 'Visitors see nothing of this feed.',
    rest: 'What comes after that is not shown.',
    around: (lost: string) => `Because of that ${lost} is not shown at all.`,
    part: 'This part is left out; the rest is shown.',
    field: 'This is left out; the rest is shown.',
    items: {
      stories: 'This story is not shown.',
      items: 'This story is not shown.',
      sessions: 'This session is not shown.',
      contacts: 'This contact is not shown.',
    },
    kept: {
      'sessions.status': 'Mind: the session now looks as if it goes ahead and visitors can sign up.',
      'sessions.registration.full': 'Mind: the session does not look full. Visitors can sign up.',
      'sessions.registration.opens': 'Mind: it looks as if visitors can sign up already.',
      'sessions.registration.closes': 'Mind: visitors can sign up until the session begins.',
      'stories.expires': 'Mind: the story stays, also after that day.',
      'stories.withdrawn': 'Mind: the story does not count as withdrawn and is shown.',
      'sessions.withdrawn': 'Mind: the session does not count as withdrawn and is shown.',
      'contacts.withdrawn': 'Mind: the contact does not count as withdrawn and is shown.',
    },
    fields: {
      'sessions.start': 'The session is shown, but without a day and time: it says that the date is not known.',
      'sessions.end': 'Visitors see only when the session begins, not how long it lasts.',
      'sessions.timeZone': 'Its times count as Dutch time.',
      'sessions.registration.url': 'There is no button to this address. One can only sign up where the page has a form.',
      'sessions.online.url': 'There is no button to take part online.',
      'sessions.ics': 'Visitors get the calendar file that meedoen makes.',
      'contacts.email': 'Visitors see no email address with this contact.',
      'join.action': 'The form has nowhere to go, unless the page itself gives an address.',
      calendar: 'Visitors can’t subscribe to the calendar.',
      email: 'The email address is left out; the rest is shown.',
      url: 'The link is left out; the rest is shown.',
    },
  },
);
