/** Words of what follows on sending the join form. */
import { spoken } from './words.ts';

export const answerWords = spoken({
  summary: 'Kijk dit nog even na',
  refused: {
    known: 'We hebben dit waarschijnlijk al van je. Je hoeft niets meer te doen.',
    large: 'Je tekst is te lang. Maak hem korter.',
    busy: 'Het is nu te druk. Er is niets aangekomen.',
    refused: 'Je formulier is niet aangenomen.',
    offline: 'Je hebt geen internet. Verstuur het formulier als je weer verbinding hebt.',
    unknown: 'We weten niet of je formulier is aangekomen. Verstuur het gerust opnieuw: dat kan geen kwaad.',
  },
  kept: 'Wat je hebt ingevuld, staat er nog.',
  wait: (when: string) => `Probeer het ${when || 'later'} opnieuw.`,
  joined: { join: 'Welkom in het netwerk.', session: 'Je bent aangemeld.', tip: 'Bedankt voor je tip.' },
  invited: 'Je bent uitgenodigd.',
  next: (email: string) => `Je formulier is aangekomen. Je hoort van ons${email && ` via ${email}`}.`,
  nextSession: 'De eerstvolgende sessie:',
});

export type AnswerWords = (typeof answerWords)['nl'];
