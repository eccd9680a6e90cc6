/**
 * Words for what is wrong in a feed: what was expected, what was found, what to do. For its author, who need not be a programmer.
 * Knows the codes of feed/problem.ts and feed/check.ts; finds nothing itself.
 */
import type { Finding } from '../feed/check.ts';
import { effectOf } from './effects.ts';
import { type Language, words } from './words.ts';

export interface FindingText {
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  advice: string;
  /** What visitors notice of it. */
  effect: string;
}

/** @returns sentences about one finding of `checkFeed` */
export function describeFinding(finding: Finding, language: Language): FindingText {
  const { code, path, expected, found } = finding;
  const say = problemWords[language];
  // where one of several would do, the path is that of what they are missing from
  const key = code === 'missing' && /\|/.test(expected) ? expected : (/([^.[\]]+)(\[\d+\])?$/.exec(path)?.[1] ?? '');
  // in a list of allowed words the words themselves are what is expected
  const kind = expected in say.expected ? (expected as keyof typeof say.expected) : undefined;
  const what = kind ? say.expected[kind] : say.oneOf(expected.split('|'));
  const named = { key, expected, what, found: found || say.nothing, absent: !found };
  return {
    message: say.messages[code](named),
    advice: adviceFor(finding, kind, language) ?? say.advice[code](named),
    effect: effectOf(finding, language),
  };
}

/** Advice that is more to the point than that of the code alone. */
function adviceFor({ code, effect, found }: Finding, kind: string | undefined, language: Language): string | undefined {
  const say = problemWords[language];
  if (code === 'form' && kind && kind in say.forms) return say.forms[kind as keyof typeof say.forms];
  if (code !== 'type' || effect !== 'coerced' || kind === 'object' || kind === 'list') return undefined;
  const [, number] = /^"?\s*(-?\d[\d.]*)\s*"?$/.exec(found) ?? [];
  return number && (found.startsWith('"') ? say.unquote(number) : say.quote(number));
}

interface Named {
  key: string;
  expected: string;
  what: string;
  found: string;
  absent: boolean;
}

type Sentences = Record<Finding['code'], (named: Named) => string>;

const expectedFound = ({ what, found }: Named): string => `Verwacht: ${what}. Gevonden: ${found}.`;
const expectedFoundEn = ({ what, found }: Named): string => `Expected: ${what}. Found: ${found}.`;

const messages: Sentences = {
  'no-feed': () => 'Dit is JSON, maar geen feed.',
  unreadable: () => 'Deze waarde is niet te lezen.',
  version: ({ expected, found }) => `Deze feed is van versie ${found} van het formaat; dit programma kent versie ${expected}.`,
  type: expectedFound,
  form: expectedFound,
  enum: expectedFound,
  missing: ({ key, what }) => `Hier hoort ${what} te staan${key && ` (“${key.split('|').join('” of “')}”)`}, maar er staat niets.`,
  duplicate: ({ key, found }) => `${found} is al gebruikt. Elk onderdeel heeft een eigen “${key}” nodig.`,
  order: ({ found }) => `Het einde (${found}) ligt voor het begin.`,
  'too-many': ({ expected }) => `Dit is te lang: na ${expected} is de rest weggelaten.`,
  'after-end': ({ found }) => `Na het einde van de feed staat nog iets: ${found}`,
  colon: ({ found }) => `Er ontbreekt een dubbele punt voor ${found}`,
  comma: ({ found }) => `Er ontbreekt een komma voor ${found}`,
  comment: () => 'Hier staat commentaar. In JSON mag dat niet.',
  'control-character': () => 'In deze tekst staat een regeleinde of tab.',
  'cut-off': () => 'Het bestand houdt midden in de feed op.',
  'empty-file': () => 'Het bestand is leeg.',
  encoding: () => 'Het bestand is niet opgeslagen als UTF-8.',
  escape: ({ found }) => `Een “\\” betekent in JSON iets bijzonders, en dit kan niet: ${found}`,
  html: () => 'Dit is een webpagina (HTML), geen feed.',
  'invisible-character': () => 'Hier staat een onzichtbaar teken, zoals een harde spatie.',
  quotes: ({ found }) => `Dit zijn niet de goede aanhalingstekens: ${found}`,
  syntax: ({ found }) => `Dit is geen geldige JSON${found && ` bij ${found}`}.`,
  'trailing-comma': () => 'Er staat een komma na het laatste onderdeel.',
  unquoted: ({ found }) => `Hier ontbreken aanhalingstekens, of staat een woord dat JSON niet kent: ${found}`,
  'byte-order-mark': () => 'Het bestand begint met een onzichtbaar teken (BOM).',
  'closes-before-opens': ({ found }) => `De aanmelding sluit (${found}) voordat zij opent.`,
  'duplicate-key': ({ key }) => `“${key}” staat hier twee keer. Alleen de laatste telt.`,
  'empty-feed': () => 'In deze feed staan geen verhalen, sessies, contacten of formulier.',
  'far-date': ({ found }) => `De datum ${found} ligt wel erg ver weg.`,
  'future-date': ({ found }) => `De datum ${found} ligt in de toekomst.`,
  'html-in-text': ({ found }) => `Hier staat HTML in gewone tekst: ${found}`,
  'html-removed': () =>
    'In deze HTML staat iets dat bezoekers niet te zien krijgen, zoals opmaak met style, een script, een formulier of een video.',
  'insecure-url': ({ found }) => `Dit adres begint met http: ${found}`,
  'no-alt': () => 'Deze afbeelding heeft geen beschrijving (“alt”).',
  'no-file': ({ found }) => `Dit bestand is er niet: ${found}`,
  'not-checked': ({ found, absent }) =>
    absent
      ? 'Hier staat niet wanneer dit contact voor het laatst is gecontroleerd (“checked”).'
      : `Dit contact is meer dan een jaar niet gecontroleerd (“checked”: ${found}).`,
  'odd-phone': ({ found }) => `Dit lijkt geen telefoonnummer: ${found}`,
  'unknown-key': ({ key }) => `“${key}” is hier geen bekende naam.`,
  'unknown-ref': ({ expected, found }) => `${found} staat niet in de lijst “${expected}” van deze feed.`,
  'url-without-scheme': ({ found }) => `Aan dit adres ontbreekt het begin: ${found}`,
  'withdrawn-text': ({ found }) => `Dit is ingetrokken, maar de tekst staat er nog: ${found}`,
};

const messagesEn: Sentences = {
  'no-feed': () => 'This is JSON, but no feed.',
  unreadable: () => 'This value can’t be read.',
  version: ({ expected, found }) => `This feed is of version ${found} of the format; this program knows version ${expected}.`,
  type: expectedFoundEn,
  form: expectedFoundEn,
  enum: expectedFoundEn,
  missing: ({ key, what }) => `There should be ${what} here${key && ` (“${key.split('|').join('” or “')}”)`}, but there is nothing.`,
  duplicate: ({ key, found }) => `${found} is used already. Everything needs an “${key}” of its own.`,
  order: ({ found }) => `The end (${found}) lies before the start.`,
  'too-many': ({ expected }) => `This is too long: after ${expected} the rest is left out.`,
  'after-end': ({ found }) => `There is more after the end of the feed: ${found}`,
  colon: ({ found }) => `A colon is missing before ${found}`,
  comma: ({ found }) => `A comma is missing before ${found}`,
  comment: () => 'There is a comment here. JSON has no comments.',
  'control-character': () => 'There is a line break or tab inside this text.',
  'cut-off': () => 'The file stops in the middle of the feed.',
  'empty-file': () => 'The file is empty.',
  encoding: () => 'The file is not saved as UTF-8.',
  escape: ({ found }) => `A “\\” has a special meaning in JSON, and this can’t be: ${found}`,
  html: () => 'This is a web page (HTML), no feed.',
  'invisible-character': () => 'There is an invisible character here, such as a non-breaking space.',
  quotes: ({ found }) => `These are not the right quotation marks: ${found}`,
  syntax: ({ found }) => `This is not valid JSON${found && ` at ${found}`}.`,
  'trailing-comma': () => 'There is a comma after the last element.',
  unquoted: ({ found }) => `Quotation marks are missing here, or this is a word that JSON doesn’t know: ${found}`,
  'byte-order-mark': () => 'The file starts with an invisible character (BOM).',
  'closes-before-opens': ({ found }) => `Registration closes (${found}) before it opens.`,
  'duplicate-key': ({ key }) => `“${key}” is here twice. Only the last one counts.`,
  'empty-feed': () => 'There are no stories, sessions, contacts or form in this feed.',
  'far-date': ({ found }) => `The date ${found} is very far away.`,
  'future-date': ({ found }) => `The date ${found} lies in the future.`,
  'html-in-text': ({ found }) => `There is HTML in plain text here: ${found}`,
  'html-removed': () => 'There is something in this HTML that visitors don’t get to see, such as a style, a script, a form or a video.',
  'insecure-url': ({ found }) => `This address starts with http: ${found}`,
  'no-alt': () => 'This picture has no description (“alt”).',
  'no-file': ({ found }) => `This file is not there: ${found}`,
  'not-checked': ({ found, absent }) =>
    absent
      ? 'It doesn’t say when this contact was last checked (“checked”).'
      : `Nobody checked this contact for more than a year (“checked”: ${found}).`,
  'odd-phone': ({ found }) => `This looks like no telephone number: ${found}`,
  'unknown-key': ({ key }) => `“${key}” is no known name here.`,
  'unknown-ref': ({ expected, found }) => `${found} is not in the list “${expected}” of this feed.`,
  'url-without-scheme': ({ found }) => `The beginning of this address is missing: ${found}`,
  'withdrawn-text': ({ found }) => `This is withdrawn, but its text is still here: ${found}`,
};

const advice: Sentences = {
  'no-feed': () => 'Zet bovenaan, na de eerste {: "meedoen": 1,',
  unreadable: () => 'Geef gewone JSON.',
  version: () => 'Gebruik een nieuwere versie van meedoen. Wat bekend is, wordt getoond.',
  type: ({ what }) => `Maak er ${what} van.`,
  form: ({ what }) => `Schrijf ${what}.`,
  enum: ({ what }) => `Kies ${what}.`,
  missing: ({ what }) => `Vul ${what} in.`,
  duplicate: ({ key }) => `Kies een ander “${key}”, of haal een van de twee weg.`,
  order: () => 'Controleer “start” en “end”.',
  'too-many': () => 'Maak het korter.',
  'after-end': () => 'Haal weg wat na de laatste } staat, of kijk of er een { ontbreekt.',
  colon: () => 'Zet een : tussen de naam en de waarde.',
  comma: () => 'Zet een komma na het onderdeel dat ervoor staat.',
  comment: () => 'Haal het commentaar weg. Een aantekening mag in een eigen naam die met _ begint: "_notitie": "…".',
  'control-character': () => 'Schrijf \\n voor een nieuwe regel, of zet de tekst op één regel.',
  'cut-off': () => 'Kijk of het bestand helemaal is opgeslagen en of elke {, [ en " ook weer sluit.',
  'empty-file': () => 'Begin met: { "meedoen": 1 }',
  encoding: () => 'Sla het bestand opnieuw op en kies als codering UTF-8.',
  escape: () => 'Schrijf \\\\ voor een gewone \\.',
  html: () => 'Geef het adres van het JSON-bestand zelf.',
  'invisible-character': () => 'Haal het teken weg en typ een gewone spatie.',
  quotes: () => 'Gebruik rechte dubbele aanhalingstekens: "',
  syntax: () => 'Kijk wat hier ontbreekt of te veel staat.',
  'trailing-comma': () => 'Haal die komma weg.',
  unquoted: () => 'Zet tekst en namen tussen " en ". Zonder mogen alleen getallen, true, false en null.',
  'byte-order-mark': () => 'Sla het bestand op als “UTF-8 zonder BOM”.',
  'closes-before-opens': () => 'Controleer “opens” en “closes”.',
  'duplicate-key': () => 'Haal een van de twee weg.',
  'empty-feed': () => 'Voeg “stories”, “sessions”, “contacts” of “join” toe.',
  'far-date': () => 'Controleer het jaar.',
  'future-date': () => 'Controleer de datum.',
  'html-in-text': () => 'Haal de HTML weg: bezoekers zien de tekens. Alleen in “body” mag HTML.',
  'html-removed': () => 'Haal het weg, of gebruik alleen koppen, alinea’s, lijsten, links, afbeeldingen en tabellen.',
  'insecure-url': ({ expected }) => `Gebruik https, want anders laten browsers het vaak niet toe: ${expected}`,
  'no-alt': () => 'Beschrijf in “alt” wat er te zien is. Is het alleen versiering? Zet er dan "alt": "".',
  'no-file': () => 'Controleer de naam en zet het bestand op de goede plek.',
  'not-checked': () => 'Vraag na of het nog klopt en zet in “checked” de datum van vandaag.',
  'odd-phone': () => 'Zet hier alleen het nummer, met het netnummer of het landnummer. Bezoekers zien nu wat er staat.',
  'unknown-key': ({ expected }) => (expected ? `Bedoel je “${expected}”?` : 'Kijk of het een tikfout is. Een eigen naam begint met _.'),
  'unknown-ref': ({ expected }) => `Verbeter het, of zet het in “${expected}”.`,
  'url-without-scheme': ({ expected }) => `Schrijf: ${expected}`,
  'withdrawn-text': () => 'Laat alleen “id” en “withdrawn” staan.',
};

const adviceEn: Sentences = {
  'no-feed': () => 'Put at the top, after the first {: "meedoen": 1,',
  unreadable: () => 'Give plain JSON.',
  version: () => 'Use a newer version of meedoen. What is known is shown.',
  type: ({ what }) => `Make it ${what}.`,
  form: ({ what }) => `Write ${what}.`,
  enum: ({ what }) => `Choose ${what}.`,
  missing: ({ what }) => `Fill in ${what}.`,
  duplicate: ({ key }) => `Choose another “${key}”, or take one of the two away.`,
  order: () => 'Check “start” and “end”.',
  'too-many': () => 'Make it shorter.',
  'after-end': () => 'Take away what follows the last }, or see whether a { is missing.',
  colon: () => 'Put a : between the name and the value.',
  comma: () => 'Put a comma after what stands before it.',
  comment: () => 'Take the comment away. A note can go into a name of your own that starts with _: "_note": "…".',
  'control-character': () => 'Write \\n for a new line, or put the text on one line.',
  'cut-off': () => 'See whether the file was saved completely and whether each {, [ and " is closed.',
  'empty-file': () => 'Start with: { "meedoen": 1 }',
  encoding: () => 'Save the file again and choose UTF-8 as its encoding.',
  escape: () => 'Write \\\\ for a plain \\.',
  html: () => 'Give the address of the JSON file itself.',
  'invisible-character': () => 'Take the character away and type a plain space.',
  quotes: () => 'Use straight double quotation marks: "',
  syntax: () => 'See what is missing here or should not be here.',
  'trailing-comma': () => 'Take that comma away.',
  unquoted: () => 'Put text and names between " and ". Only numbers, true, false and null go without.',
  'byte-order-mark': () => 'Save the file as “UTF-8 without BOM”.',
  'closes-before-opens': () => 'Check “opens” and “closes”.',
  'duplicate-key': () => 'Take one of the two away.',
  'empty-feed': () => 'Add “stories”, “sessions”, “contacts” or “join”.',
  'far-date': () => 'Check the year.',
  'future-date': () => 'Check the date.',
  'html-in-text': () => 'Take the HTML away: visitors see its characters. Only “body” may hold HTML.',
  'html-removed': () => 'Take it away, or use only headings, paragraphs, lists, links, pictures and tables.',
  'insecure-url': ({ expected }) => `Use https, since browsers often refuse anything else: ${expected}`,
  'no-alt': () => 'Describe in “alt” what there is to see. Is it only decoration? Then write "alt": "".',
  'no-file': () => 'Check the name and put the file in its place.',
  'not-checked': () => 'Ask whether it is still right and put today’s date into “checked”.',
  'odd-phone': () => 'Put only the number here, with its area or country code. Visitors see what is here now.',
  'unknown-key': ({ expected }) =>
    expected ? `Do you mean “${expected}”?` : 'See whether it is a typo. A name of your own starts with _.',
  'unknown-ref': ({ expected }) => `Correct it, or add it to “${expected}”.`,
  'url-without-scheme': ({ expected }) => `Write: ${expected}`,
  'withdrawn-text': () => 'Leave only “id” and “withdrawn”.',
};

/** Everything `meedoen check` says. */
export const problemWords = words(
  {
    nothing: 'niets',
    quote: (found: string) => `Zet er aanhalingstekens omheen: "${found}".`,
    unquote: (found: string) => `Haal de aanhalingstekens weg: ${found}.`,
    oneOf: (choices: readonly string[]) => (choices.length > 1 ? `een van deze woorden: ${choices.join(', ')}` : choices.join()),
    expected: {
      id: 'een “id” (een kort woord of een adres)',
      text: 'een tekst',
      html: 'een tekst met HTML',
      url: 'een adres (https, http, mailto of tel)',
      web: 'een webadres (https)',
      srcset: 'een lijst van afbeeldingen zoals in het attribuut srcset van HTML',
      date: 'een datum zoals 2021, 2021-09, 2021-09-17 of 2021-09-17T09:30',
      zone: 'een tijdzone zoals Europe/Amsterdam',
      language: 'een taal zoals nl of en',
      email: 'een e-mailadres',
      type: 'een bestandstype zoals application/pdf',
      number: 'een getal van 0 of hoger',
      boolean: 'true of false',
      enum: 'een van de bekende woorden',
      list: 'een lijst: [ … ]',
      object: 'een onderdeel met namen: { … }',
      feed: 'een feed',
      value: 'een waarde',
      json: 'JSON',
      'after-start': 'een einde na het begin',
      'new-id': 'een “id” dat nog niet is gebruikt',
      'name|organisation': 'een naam of organisatie',
    },
    forms: {
      date: 'Schrijf eerst het jaar, dan de maand, dan de dag: 2021-09-17. Met een tijd erbij: 2021-09-17T09:30.',
      url: 'Schrijf het hele adres, met https:// ervoor.',
      web: 'Schrijf het hele adres, met https:// ervoor.',
      email: 'Schrijf alleen het adres, zoals naam@organisatie.nl.',
      language: 'Schrijf de code van de taal, zoals nl of en.',
    },
    messages,
    advice,
    problem: 'fout',
    warning: 'waarschuwing',
    clean: 'Alles klopt.',
    shown: (stories: number, sessions: number, contacts: number) =>
      `Getoond: ${stories} ${stories === 1 ? 'verhaal' : 'verhalen'}, ${sessions} ${sessions === 1 ? 'sessie' : 'sessies'}, ${contacts} ${contacts === 1 ? 'contact' : 'contacten'}.`,
    summary: (problems: number, warnings: number) =>
      `${problems} ${problems === 1 ? 'fout' : 'fouten'}, ${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`,
    more: 'Er zijn er meer. Los eerst deze op.',
    unread: {
      missing: 'Dit bestand is er niet.',
      folder: 'Dit is een map. Geef de naam van het bestand erin.',
      file: (why: string) => `Dit bestand is niet te lezen (${why}).`,
      network: 'Geen antwoord van dit adres. Controleer het adres en je verbinding.',
      timeout: 'Dit adres antwoordt niet op tijd.',
      status: (status: number) => `Op dit adres is niets te vinden (status ${status}).`,
      'too-large': 'Dit is groter dan 10 MB. Laat oude onderdelen weg of maak er meer feeds van.',
    },
  },
  {
    nothing: 'nothing',
    quote: (found: string) => `Put quotation marks around it: "${found}".`,
    unquote: (found: string) => `Take the quotation marks away: ${found}.`,
    oneOf: (choices: readonly string[]) => (choices.length > 1 ? `one of these words: ${choices.join(', ')}` : choices.join()),
    expected: {
      id: 'an id (a short word or an address)',
      text: 'a text',
      html: 'a text with HTML',
      url: 'an address (https, http, mailto or tel)',
      web: 'a web address (https)',
      srcset: 'a list of pictures as in the srcset attribute of HTML',
      date: 'a date such as 2021, 2021-09, 2021-09-17 or 2021-09-17T09:30',
      zone: 'a time zone such as Europe/Amsterdam',
      language: 'a language such as nl or en',
      email: 'an email address',
      type: 'a file type such as application/pdf',
      number: 'a number of 0 or more',
      boolean: 'true or false',
      enum: 'one of the known words',
      list: 'a list: [ … ]',
      object: 'an object with names: { … }',
      feed: 'a feed',
      value: 'a value',
      json: 'JSON',
      'after-start': 'an end after the start',
      'new-id': 'an id that is not used yet',
      'name|organisation': 'a name or organisation',
    },
    forms: {
      date: 'Write the year first, then the month, then the day: 2021-09-17. With a time: 2021-09-17T09:30.',
      url: 'Write the whole address, with https:// before it.',
      web: 'Write the whole address, with https:// before it.',
      email: 'Write only the address, such as name@organisation.nl.',
      language: 'Write the code of the language, such as nl or en.',
    },
    messages: messagesEn,
    advice: adviceEn,
    problem: 'error',
    warning: 'warning',
    clean: 'Everything is right.',
    shown: (stories: number, sessions: number, contacts: number) =>
      `Shown: ${stories} ${stories === 1 ? 'story' : 'stories'}, ${sessions} ${sessions === 1 ? 'session' : 'sessions'}, ${contacts} ${contacts === 1 ? 'contact' : 'contacts'}.`,
    summary: (problems: number, warnings: number) =>
      `${problems} ${problems === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    more: 'There are more. Solve these first.',
    unread: {
      missing: 'This file is not there.',
      folder: 'This is a folder. Give the name of the file in it.',
      file: (why: string) => `This file can’t be read (${why}).`,
      network: 'No answer from this address. Check the address and your connection.',
      timeout: 'This address doesn’t answer in time.',
      status: (status: number) => `There is nothing at this address (status ${status}).`,
      'too-large': 'This is larger than 10 MB. Leave old items out or make several feeds of it.',
    },
  },
);
