// Makes custom-elements.json, what editors and catalogues know of the elements, from their JSDoc.
import { publicApi } from './scripts/manifest.mjs';

export default {
  // feed and parts only for the names of types
  globs: ['src/elements/**/*.ts', 'src/feed/join-body.ts', 'src/parts/story-card-view.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicApi()],
};
