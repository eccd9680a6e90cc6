import { choices } from './story.ts';

export default {
  title: 'Elementen/story-card',
  component: 'meedoen-story-card',
  argTypes: choices({ layout: ['stacked', 'wide', 'quote'], open: ['dialog', 'link'] }),
};
