/** The frame around the stories: our name on it, light or dark by the reader's own setting. */
import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const base = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
addons.setConfig({ theme: create({ base, brandTitle: 'meedoen' }), sidebar: { showRoots: true } });
