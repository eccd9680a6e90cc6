// How each part of dist/ is built: Vite configurations, made in this order by build.mjs.
//   sanitizer  dist/meedoen-sanitizer.js  fetched when a story opens in a browser without setHTML
//   drop-in    dist/meedoen.js            the one file for a page
//   npm        dist/npm/                  ES modules for bundlers, dependencies left to them
//   cli        dist/cli/meedoen.js        the command, for Node
import { readFileSync } from 'node:fs';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { root } from './bootstrap.mjs';
import { ascii, dropInSanitizer, minified, withoutLitGlobals, wrapped } from './vite-plugins.mjs';

const { version, dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const elements = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];

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

export const sanitizer = () =>
  config({
    plugins: [minified(), ascii()],
    outDir: 'dist',
    license: { fileName: 'meedoen-sanitizer.licenses.md' },
    lib: { entry: 'src/sanitizer.ts', formats: ['es'], fileName: () => 'meedoen-sanitizer.js' },
  });

/** @param {{ file: string, integrity: string }} sanitizer name and hash (`sha384-…`) of the file it may fetch */
export const dropIn = ({ file, integrity }) =>
  config({
    define: { __SANITIZER_FILE__: JSON.stringify(file), __SANITIZER_INTEGRITY__: JSON.stringify(integrity) },
    plugins: [
      dropInSanitizer(),
      withoutLitGlobals(),
      minifyLiterals(),
      minified(),
      wrapped(
        `/*! meedoen ${version} | EUPL-1.2 | parts and their licences: meedoen.licenses.md */\n` + `(function(){"use strict";try{`,
        // nothing is thrown by the guard, which has said why
        `}catch(e){e&&console.warn("meedoen: could not start, so the page keeps its own content:",e)}})();\n`,
      ),
      ascii(),
    ],
    outDir: 'dist',
    license: { fileName: 'meedoen.licenses.md' },
    lib: { entry: 'src/meedoen.ts', formats: ['iife'], name: 'meedoen', fileName: () => 'meedoen.js' },
  });

export const npm = () =>
  config({
    outDir: 'dist/npm',
    lib: {
      entry: {
        index: 'src/index.ts',
        register: 'src/register.ts',
        'feed/index': 'src/feed/index.ts',
        ...Object.fromEntries(elements.map((name) => [name, `src/elements/${name}/${name}.ts`])),
      },
      formats: ['es'],
    },
    rolldownOptions: { external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)) },
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
  });

export const cli = () =>
  config({
    outDir: 'dist/cli',
    target: 'node20',
    ssr: 'src/cli/meedoen.ts',
    output: { banner: '#!/usr/bin/env node', entryFileNames: 'meedoen.js' },
  });
