import type { AnswerWords } from '../answers.ts';

export const answers: AnswerWords = {
  summary: 'Please check this',
  refused: {
    known: 'We probably have this from you already. There is nothing more to do.',
    large: 'Your text is too long. Make it shorter.',
    busy: 'It is too busy right now. Nothing has arrived.',
    refused: 'Your form was not accepted.',
    offline: 'You are offline. Send the form when you are connected again.',
    unknown: 'We do not know whether your form arrived. Feel free to send it again: that does no harm.',
  },
  kept: 'What you filled in is still there.',
  wait: (when: string) => `Try again ${when || 'later'}.`,
  joined: { join: 'Welcome to the network.', session: 'You are signed up.', tip: 'Thank you for your tip.' },
  invited: 'You are invited.',
  next: (email: string) => `Your form has arrived. You will hear from us${email && ` at ${email}`}.`,
  nextSession: 'The next session:',
};
