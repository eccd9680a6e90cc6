// `npx vite build --mode npm|cli|sanitizer` makes one part of dist/; `npm run build` makes all of it, and the drop-in bundle, which
// holds the hash of the sanitizer (scripts/build.mjs). The configurations themselves: scripts/builds.mjs.
import { defineConfig } from 'vite';
import { cli, npm, sanitizer } from './scripts/builds.mjs';

const parts: Record<string, () => object> = { npm, cli, sanitizer };

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return {};
  return (parts[mode] ?? npm)();
});
