import { choices } from './story.ts';

export default {
  title: 'Elementen/contact-table',
  component: 'meedoen-contact-table',
  argTypes: choices({ mode: ['table', 'finder'] }),
};
