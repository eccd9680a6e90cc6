// `npx vite build --mode npm|cli|drop-in` makes one part of dist/; `npm run build` makes all of it
// (scripts/build.mjs). The configurations themselves: scripts/builds.mjs.
import { defineConfig } from 'vite';
import { cli, dropIn, npm } from './scripts/builds.mjs';

const parts: Record<string, () => object> = { npm, cli, 'drop-in': dropIn };

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return {};
  return (parts[mode] ?? npm)();
});
