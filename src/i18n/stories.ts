/** Words of the story card, the story list and the reader. */
import { spoken } from './words.ts';

export const storyWords = spoken({
  /** The language of these words. */
  language: 'nl',
  kind: { story: 'Verhaal', practice: 'Praktijkvoorbeeld', initiative: 'Initiatief', report: 'Terugblik', foreword: 'Voorwoord' },
  minutes: (count: number) => `${count}\u00a0${count === 1 ? 'minuut' : 'minuten'} lezen`,
  read: 'Lees het verhaal',
  stories: (count: number) => (count === 1 ? '1 verhaal' : `${count} verhalen`),
  what: 'een verhaal',
  none: 'Er zijn hier nog geen verhalen.',
  noneFound: 'Geen verhaal gevonden. Probeer een ander woord of wis een filter.',
  unknown: 'Dit verhaal is er niet (meer).',
  rest: 'Meer verhalen',
  shown: (shown: number, all: number) => `Je ziet ${shown} van de ${all} verhalen.`,
});

export type StoryWords = (typeof storyWords)['nl'];
