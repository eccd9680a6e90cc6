import type { CommonWords } from '../common.ts';

export const common: CommonWords = {
  loading: 'Loading…',
  failed: {
    network: 'We can’t load this right now. Perhaps there is no connection.',
    timeout: 'Loading takes too long.',
    http: 'The data can’t be found right now.',
    'not-json': 'The data did not arrive in one piece.',
    'too-large': 'The data is too large to show.',
    'no-feed': 'There is no data here for this part.',
  },
  retry: 'Try again',
  partial: 'Part of the data is missing.',
  stale: (date: string) => `This is an earlier version${date && ` (of ${date})`}: the newest can’t be loaded right now.`,
  sector: 'Sector',
  theme: 'Theme',
  region: 'Region',
  all: { sector: 'All sectors', theme: 'All themes', region: 'All regions' },
  searchFor: (what: string) => `Search ${what}`,
  filters: 'Filters',
  clear: 'Clear all filters',
  undo: (name: string) => `Remove filter ${name}`,
  more: (count: number) => `Show ${count} more`,
  source: 'Source',
};
