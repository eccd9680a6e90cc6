import { choices } from './story.ts';

export default {
  title: 'Elementen/join-form',
  component: 'meedoen-join-form',
  argTypes: choices({ variant: ['join', 'session', 'tip'], encoding: ['json', 'form'] }),
};
