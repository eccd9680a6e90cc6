import { choices } from './story.ts';

export default {
  title: 'Elementen/session-calendar',
  component: 'meedoen-session-calendar',
  argTypes: choices({ view: ['list', 'month'], period: ['upcoming', 'past', 'all'] }),
};
