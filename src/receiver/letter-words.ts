/** What stands in the letters. Nothing that was filled in: a stranger may have filled in somebody else's address, and a text to go with it. */
import { words } from '../i18n/words.ts';

export const letterWords = words(
  {
    hello: 'Hallo,',
    confirm: {
      subject: {
        join: (network: string) => `Bevestig dat je meedoet met ${network}`,
        session: (session: string) => `Bevestig je aanmelding${session && `: ${session}`}`,
      },
      text: {
        join: (network: string) =>
          `Iemand heeft jouw e-mailadres ingevuld om mee te doen met ${network}. Was jij dat? Klik dan op deze link:`,
        session: (network: string) =>
          `Iemand heeft jouw e-mailadres ingevuld om zich aan te melden bij ${network}. Was jij dat? Klik dan op deze link:`,
      },
      link: { join: 'Ja, ik doe mee', session: 'Ja, meld me aan' },
      until: (date: string) => `De link werkt tot en met ${date}.`,
    },
    known: {
      subject: {
        join: (network: string) => `Je doet al mee met ${network}`,
        session: (session: string) => `Je bent al aangemeld${session && `: ${session}`}`,
      },
      text: {
        join: (network: string) =>
          `Iemand heeft jouw e-mailadres ingevuld om mee te doen met ${network}. Je deed al mee. Je hoeft niets te doen.`,
        session: (network: string) =>
          `Iemand heeft jouw e-mailadres ingevuld om zich aan te melden bij ${network}. Je was al aangemeld. Je hoeft niets te doen.`,
      },
    },
    session: 'Je sessie:',
    nextSession: 'De eerstvolgende sessie:',
    attached: 'De sessie zit als bijlage bij deze mail. Open die om de sessie in je agenda te zetten.',
    file: 'sessie.ics',
    notYou: (days: number) =>
      `Was jij het niet? Dan hoef je niets te doen.${days ? ` Je adres is na ${days} dagen weer bij ons weg.` : ''}`,
    rights: (email: string) => `Wil je zien, veranderen of laten verwijderen wat we van je hebben? Mail naar ${email}.`,
  },
  {
    hello: 'Hello,',
    confirm: {
      subject: {
        join: (network: string) => `Confirm that you take part in ${network}`,
        session: (session: string) => `Confirm that you sign up${session && `: ${session}`}`,
      },
      text: {
        join: (network: string) => `Somebody filled in your email address to take part in ${network}. Was that you? Then click this link:`,
        session: (network: string) =>
          `Somebody filled in your email address to sign up with ${network}. Was that you? Then click this link:`,
      },
      link: { join: 'Yes, I take part', session: 'Yes, sign me up' },
      until: (date: string) => `The link works until the end of ${date}.`,
    },
    known: {
      subject: {
        join: (network: string) => `You take part in ${network} already`,
        session: (session: string) => `You are signed up already${session && `: ${session}`}`,
      },
      text: {
        join: (network: string) =>
          `Somebody filled in your email address to take part in ${network}. You already did. There is nothing you have to do.`,
        session: (network: string) =>
          `Somebody filled in your email address to sign up with ${network}. You already were. There is nothing you have to do.`,
      },
    },
    session: 'Your session:',
    nextSession: 'The next session:',
    attached: 'The session is attached to this mail. Open the file to put it in your calendar.',
    file: 'session.ics',
    notYou: (days: number) =>
      `Was it not you? Then there is nothing you have to do.${days ? ` We will have removed your address after ${days} days.` : ''}`,
    rights: (email: string) => `Do you want to see, change or remove what we have of you? Mail ${email}.`,
  },
);
