import type { StoryWords } from '../stories.ts';

export const stories: StoryWords = {
  language: 'en',
  kind: { story: 'Story', practice: 'Good practice', initiative: 'Initiative', report: 'Review', foreword: 'Foreword' },
  minutes: (count: number) => `${count}\u00a0min read`,
  read: 'Read the story',
  stories: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
  what: 'for a story',
  none: 'There are no stories here yet.',
  noneFound: 'No story found. Try another word or clear a filter.',
  unknown: 'This story is not here (any more).',
  rest: 'More stories',
  shown: (shown: number, all: number) => `You see ${shown} of ${all} stories.`,
};
