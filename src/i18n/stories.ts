/** Words of the story card, the story list and the reader. */
import { words } from './words.ts';

export const storyWords = words(
  {
    kind: { story: 'Verhaal', practice: 'Praktijkvoorbeeld', initiative: 'Initiatief', report: 'Terugblik', foreword: 'Voorwoord' },
    minutes: (count: number) => (count === 1 ? '1 minuut lezen' : `${count} minuten lezen`),
    read: 'Lees het verhaal',
    stories: (count: number) => (count === 1 ? '1 verhaal' : `${count} verhalen`),
    what: 'een verhaal',
    none: 'Er zijn nog geen verhalen.',
    noneFound: 'Geen verhaal gevonden. Probeer een ander woord of wis een filter.',
    unknown: 'Dit verhaal is er niet (meer).',
    rest: 'Meer verhalen',
    people: 'Mensen in dit verhaal',
    tips: 'Tips',
    video: 'Bekijk de video',
    published: (date: string) => `Gepubliceerd: ${date}`,
    elsewhere: 'Lees dit verhaal op de eigen pagina',
    about: (name: string) => `Over ${name}`,
    shown: (shown: number, all: number) => `Je ziet ${shown} van de ${all} verhalen.`,
  },
  {
    kind: { story: 'Story', practice: 'Good practice', initiative: 'Initiative', report: 'Review', foreword: 'Foreword' },
    minutes: (count: number) => (count === 1 ? '1 minute read' : `${count} minutes read`),
    read: 'Read the story',
    stories: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
    what: 'for a story',
    none: 'There are no stories yet.',
    noneFound: 'No story found. Try another word or clear a filter.',
    unknown: 'This story is not here (any more).',
    rest: 'More stories',
    people: 'People in this story',
    tips: 'Tips',
    video: 'Watch the video',
    published: (date: string) => `Published: ${date}`,
    elsewhere: 'Read this story on its own page',
    about: (name: string) => `About ${name}`,
    shown: (shown: number, all: number) => `You see ${shown} of ${all} stories.`,
  },
);

export type StoryWords = (typeof storyWords)['nl'];
