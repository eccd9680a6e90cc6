import { choices } from './story.ts';

export default {
  title: 'Elementen/story-list',
  component: 'meedoen-story-list',
  argTypes: choices({ 'group-by': ['', 'theme', 'sector'] }),
};
