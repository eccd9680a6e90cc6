/** Words of the reader: what stands only in the dialog of a story or a session. */
import { spoken } from './words.ts';

export const readerWords = spoken({
  print: 'Print',
  close: 'Sluit',
  previous: 'Vorige',
  next: 'Volgende',
  unknownStory: 'Dit verhaal staat hier niet (meer).',
  unknownSession: 'Deze sessie staat hier niet (meer).',
  links: 'Meer lezen',
  picture: 'Beeld',
  printTips: 'Print de tips',
  nextStep: 'Wat kun je nu doen?',
  contact: 'Stel je vraag aan',
  nextSession: 'De volgende sessie',
  tips: 'Tips',
  video: 'Bekijk de video',
  published: (date: string) => `Gepubliceerd: ${date}`,
  storyPage: 'Lees dit verhaal op de eigen pagina',
  signUpPage: 'Pagina om je aan te melden',
  noSignUp: 'Bij deze sessie staat niet hoe je je aanmeldt. Vraag het de organisator.',
  since: (date: string) => `Kan sinds ${date}`,
  map: 'Route en informatie',
  organiser: 'Organisator',
  partners: 'Samen met',
  themes: 'Thema’s',
  sectors: 'Sectoren',
  regions: 'Regio’s',
  signingUp: 'Aanmelden',
  sessionPage: 'Bekijk deze sessie op de eigen pagina',
  updated: (date: string) => `Bijgewerkt: ${date}`,
  ics: 'Agendabestand',
  google: 'Google Agenda',
  outlook: 'Outlook op het web',
  addLater: 'Je kunt deze sessie in je agenda zetten zodra de dag bekend is.',
  subscribeAbout:
    'Nieuwe en gewijzigde sessies komen dan vanzelf in je agenda. Dat gaat niet meteen: je agenda-app bepaalt hoe vaak hij kijkt, en dat kan een dag duren.',
  subscribeOpen: 'Open in je agenda-app',
  subscribeCopy: 'Of plak dit adres in je agenda:',
  subscribeAddress: 'het adres van deze agenda',
});

export type ReaderWords = (typeof readerWords)['nl'];
