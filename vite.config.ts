// `npx vite build --mode npm|cli|sanitizer` makes one part of dist/; `npm run build` makes all of it, and the drop-in bundle, whose
// guard and hash pass from one build to the next (scripts/build.mjs). The configurations themselves: scripts/builds.mjs.
import { defineConfig } from 'vite';
import { cli, npm, sanitizer } from './scripts/builds.mjs';

const parts: Record<string, () => object> = { production: npm, npm, cli, sanitizer };

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return {};
  const part = parts[mode];
  if (!part) throw new Error(`--mode is one of ${Object.keys(parts).join(', ')}; the drop-in bundle is made by "npm run build"`);
  return part();
});
