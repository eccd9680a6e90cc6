// How each part of dist/ is built: Vite configurations.
//   drop-in    dist/meedoen.js            the one file for a page, and what it fetches from beside itself:
//              dist/meedoen-more.js       when a visitor comes near something to open, or the page speaks English
//              dist/meedoen-sanitizer.js  when a text opens in a browser without setHTML
//   npm        dist/npm/                  ES modules for bundlers, dependencies left to them
//   cli        dist/cli/meedoen.js        the command, for Node
import { readFileSync } from 'node:fs';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { root } from './bootstrap.mjs';
import { ascii, calledAtOnce, filesBeside, minified, staticProperties, withoutUnusedLit } from './vite-plugins.mjs';

const { version, dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
export const elements = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];

/** What all builds share; Vite's own minifying is off, because minified() runs before the plugins that must come last. */
const config = ({ define, plugins, output, ...build }) => ({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  define: { __VERSION__: JSON.stringify(version), ...define },
  plugins,
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    emptyOutDir: false,
    reportCompressedSize: false,
    ...build,
    rolldownOptions: { checks: { pluginTimings: false }, ...build.rolldownOptions, output: { minify: false, ...output } },
  },
});

/** The bundle and the files beside it. */
export const dropIn = () => {
  const name = 'meedoen';
  const { groups, ...files } = filesBeside({
    entry: `${root}/src/meedoen.ts`,
    name,
    fileOf: (id) => (/\/dompurify\/|\/sanitizer\.ts$/.test(id) ? 'meedoen-sanitizer' : 'meedoen-more'),
    before: '(function(){"use strict";try{\n',
    // nothing is thrown by the guard, which has said why
    after: `\n}catch(e){e&&console.warn("meedoen: could not start, so the page keeps its own content:",e)}})();\n`,
  });
  return config({
    plugins: [withoutUnusedLit(), staticProperties(), minifyLiterals(), files, minified(name), ascii(), calledAtOnce()],
    outDir: 'dist',
    sourcemap: 'hidden', // for the table of sizes; a page must not be asked for a file that is not there
    license: { fileName: 'meedoen.licenses.md' },
    lib: { entry: { entry: 'src/meedoen.ts' }, formats: ['es'] },
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      codeSplitting: { groups },
      // the first line asks a browser that knows it (Chromium) to compile all functions while the file comes in, beside the main thread
      postBanner: ({ name: file }) =>
        [
          file === 'meedoen-sanitizer' ? '' : '//# allFunctionsCalledOnLoad\n',
          file === name ? `/*! meedoen ${version} | EUPL-1.2 | parts and their licences: meedoen.licenses.md */` : '',
        ].join(''),
    },
  });
};

export const npm = () =>
  config({
    plugins: [minifyLiterals()], // a consumer's bundler does not look into templates and styles
    outDir: 'dist/npm',
    sourcemap: false, // it can be read as it is
    lib: {
      entry: {
        index: 'src/index.ts',
        register: 'src/register.ts',
        'feed/index': 'src/feed/index.ts',
        'receiver/index': 'src/receiver/index.ts',
        ...Object.fromEntries(elements.map((name) => [name, `src/elements/${name}/${name}.ts`])),
      },
      formats: ['es'],
    },
    rolldownOptions: { external: Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`)) },
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
  });

export const cli = () =>
  config({
    outDir: 'dist/cli',
    target: 'node20',
    ssr: 'src/cli/meedoen.ts',
    output: { banner: '#!/usr/bin/env node', entryFileNames: 'meedoen.js', chunkFileNames: '[name].js' },
  });
