import { createApp } from 'vue';
import 'meedoen/register';
import Page from './page.vue';

createApp(Page).mount('#app');
