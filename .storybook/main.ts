/** Storybook: every state of stories/examples.ts, the guide for editors and “Jouw feed”. Sends nothing, fetches nothing. */
import { readFile } from 'node:fs/promises';
import { loadCsf } from 'storybook/internal/csf-tools';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { withExamples } from './examples.ts';

const config: StorybookConfig = {
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: [
    // it looks for stories in the text of a file, where those of examples.ts are not; their code we give ourselves
    { name: '@storybook/addon-docs', options: { csfPluginOptions: null } },
    '@storybook/addon-a11y',
  ],
  framework: { name: '@storybook/web-components-vite', options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } } },
  staticDirs: [
    { from: '../demo/pictures', to: '/pictures' },
    { from: '../demo/meedoen.json', to: '/meedoen.json' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  features: { sidebarOnboardingChecklist: false },
  // the sidebar is made without running the stories, so what the Vite plugin adds to them is added here too
  experimental_indexers: (indexers = []) => [
    {
      test: /\.stories\.ts$/,
      createIndex: async (fileName, { makeTitle }) =>
        loadCsf(withExamples(await readFile(fileName, 'utf8'), fileName), { fileName, makeTitle }).parse().indexInputs,
    },
    ...indexers,
  ],
};

export default config;
