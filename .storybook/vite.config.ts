// Storybook's own Vite configuration: that of the library (vite.config.ts: entries, externals, minifier) is not loaded.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { examplesPlugin } from './examples.ts';
import { manifestPlugin } from './manifest.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  plugins: [examplesPlugin(), manifestPlugin()],
  define: {
    __VERSION__: JSON.stringify(version),
  },
  // one copy of Lit in dev: Storybook's renderer imports it as it is
  optimizeDeps: { exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/task'] },
  build: { chunkSizeWarningLimit: 4_000 },
});
