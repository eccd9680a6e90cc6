/** What the receiver says to visitors: in answers to the form, and on the pages behind the links in its letters. Plain (B1), and what to do. */
import { words } from '../i18n/words.ts';

const number = (n: number, locale: string): string => new Intl.NumberFormat(locale).format(n);
const kilobytes = (bytes: number): number => Math.floor(bytes / 1_000);

/** The fields that a receiver can't do without. */
const fill: Readonly<Record<string, string>> = {
  email: 'Vul je e-mailadres in',
  session: 'Kies een sessie',
  message: 'Vul je tip in',
};
const fillEnglish: Readonly<Record<string, string>> = {
  email: 'Fill in your email address',
  session: 'Choose a session',
  message: 'Fill in your tip',
};

export const receiverWords = words(
  {
    // answers
    accepted: {
      join: 'Kijk in je e-mail: klik op de link die we je sturen, dan doe je mee.',
      session: 'Kijk in je e-mail: klik op de link die we je sturen, dan ben je aangemeld.',
    },
    invalid: 'Kijk dit nog even na',
    required: (name: string) => fill[name] ?? `“${name}” ontbreekt`,
    email: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
    tooLong: (most: number) => `Maak dit korter: er passen ${number(most, 'nl')} tekens in`,
    wrongKind: 'Dit antwoord kunnen we niet lezen',
    file: 'Hier kan geen bestand bij',
    tooLarge: (limit: number) => `Je tekst is te lang: er past ${kilobytes(limit)} kB in een formulier. Maak hem korter.`,
    contentType: 'Verstuur het formulier als JSON, als multipart/form-data of als application/x-www-form-urlencoded.',
    compressed: 'Verstuur het formulier zonder compressie.',
    cutOff: 'Het formulier is niet helemaal aangekomen. Verstuur het opnieuw.',
    notJson: 'Het formulier is geen JSON in UTF-8.',
    notObject: 'Het formulier is geen JSON-object.',
    notForm: 'Het formulier is niet te lezen in de codering die erbij staat.',
    key: 'De header Idempotency-Key moet een tekst tussen aanhalingstekens zijn, van 1 tot 100 tekens.',
    origin: (origin: string) => `Van ${origin} nemen we geen formulieren aan.`,
    limited: 'Er komen nu te veel formulieren tegelijk. Probeer het straks opnieuw.',
    notStored: 'We kunnen je formulier nu niet bewaren. Probeer het straks opnieuw.',
    method: (allowed: string) => `Dit adres kent alleen ${allowed}.`,
    notFound: 'Hier is niets.',
    failed: 'Er ging bij ons iets mis. Verstuur het formulier gerust opnieuw: dat kan geen kwaad.',
    // pages
    confirm: {
      title: { join: (network: string) => `Doe je mee met ${network}?`, session: () => 'Wil je je aanmelden voor deze sessie?' },
      why: 'Je e-mailadres is ingevuld op ons formulier. Klik op de knop, dan weten we dat jij dat was.',
      button: { join: 'Ja, ik doe mee', session: 'Ja, meld me aan' },
      not: 'Heb jij dit niet gedaan? Sluit dan deze pagina. Je hoeft niets te doen.',
    },
    confirmed: {
      title: { join: 'Je doet mee', session: 'Je bent aangemeld' },
      text: 'Je hoeft niets meer te doen. Je kunt deze pagina sluiten.',
    },
    expired: {
      title: 'Deze link werkt niet meer',
      text: 'Vul het formulier nog een keer in. Dan sturen we je een nieuwe link.',
    },
    unknown: {
      title: 'Deze link klopt niet',
      text: 'Kijk of je de hele link uit de e-mail hebt gebruikt. Lukt het niet? Vul het formulier nog een keer in.',
    },
    session: 'Je sessie:',
    nextSession: 'De eerstvolgende sessie:',
    toSession: 'Meer over deze sessie',
    home: (network: string) => `Naar ${network}`,
  },
  {
    accepted: {
      join: 'Look in your email: click the link we send you, and you take part.',
      session: 'Look in your email: click the link we send you, and you are signed up.',
    },
    invalid: 'Please look at this again',
    required: (name: string) => fillEnglish[name] ?? `“${name}” is missing`,
    email: 'Fill in an email address like name@example.org',
    tooLong: (most: number) => `Make this shorter: there is room for ${number(most, 'en-GB')} characters`,
    wrongKind: 'We can’t read this answer',
    file: 'A file can’t be sent here',
    tooLarge: (limit: number) => `Your text is too long: a form holds ${kilobytes(limit)} kB. Make it shorter.`,
    contentType: 'Send the form as JSON, as multipart/form-data or as application/x-www-form-urlencoded.',
    compressed: 'Send the form uncompressed.',
    cutOff: 'The form did not arrive whole. Send it again.',
    notJson: 'The form is not JSON in UTF-8.',
    notObject: 'The form is not a JSON object.',
    notForm: 'The form can’t be read in the encoding that it says.',
    key: 'The header Idempotency-Key has to be a text in quotes, of 1 to 100 characters.',
    origin: (origin: string) => `We take no forms from ${origin}.`,
    limited: 'There are too many forms at once now. Try again later.',
    notStored: 'We can’t keep your form now. Try again later.',
    method: (allowed: string) => `This address only knows ${allowed}.`,
    notFound: 'There is nothing here.',
    failed: 'Something went wrong on our side. Feel free to send the form again: that does no harm.',
    confirm: {
      title: { join: (network: string) => `Do you take part in ${network}?`, session: () => 'Do you want to sign up for this session?' },
      why: 'Your email address was filled in on our form. Press the button, so that we know it was you.',
      button: { join: 'Yes, I take part', session: 'Yes, sign me up' },
      not: 'Was it not you? Then close this page. There is nothing you have to do.',
    },
    confirmed: {
      title: { join: 'You take part', session: 'You are signed up' },
      text: 'There is nothing more you have to do. You can close this page.',
    },
    expired: {
      title: 'This link no longer works',
      text: 'Fill in the form once more. Then we send you a new link.',
    },
    unknown: {
      title: 'This link is not right',
      text: 'See whether you used the whole link of the email. If that does not help, fill in the form once more.',
    },
    session: 'Your session:',
    nextSession: 'The next session:',
    toSession: 'More about this session',
    home: (network: string) => `To ${network}`,
  },
);

export type ReceiverWords = (typeof receiverWords)['nl'];

/** The language of a request whose form could not be read: the first that the browser asks for. */
export function languageOf(request: Request): 'nl' | 'en' {
  return /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'nl';
}
