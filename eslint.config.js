// Types, Lit, web components and accessibility of templates; and the arrows of ARCHITECTURE.md: what a room may not know of.
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

// feed, dates, html, i18n → controllers → parts → elements → entries; feed, dates, i18n → receiver → cli
const inner = ['feed', 'dates', 'html', 'i18n'];
const outer = ['controllers', 'parts', 'elements', 'styles'];
const node = ['cli', 'receiver'];
const entries = ['index', 'register', 'meedoen', 'guard'];

const folders = (...names) => ({ regex: `^(\\.\\./)+(${names.join('|')})/`, say: `the rooms ${names.join(', ')}` });
const entry = { regex: `^(\\.\\./)+(${entries.join('|')})(\\.ts)?$`, say: 'an entry' };
const packages = { regex: '^(lit|lit-html|lit-element|@lit)(/|$)', say: 'Lit' };
const others = (room, ...allowed) => folders(...[...inner, ...outer, ...node].filter((name) => name !== room && !allowed.includes(name)));

/** The rule of one room: what its files must not import (in `typesToo: false` a type may pass), and why. */
const room = (name, prohibitions, more = {}) => ({
  files: [`src/${name}/**/*.ts`],
  rules: {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [...prohibitions, entry].map(({ regex, say, why = '', allowTypeImports = false }) => ({
          regex,
          allowTypeImports,
          message: `src/${name} must not know ${say}. ${why || 'Arrows run one way: feed, dates, html, i18n → controllers → parts → elements → entries (ARCHITECTURE.md).'}`,
        })),
      },
    ],
    ...more,
  },
});

/** For rooms that also run in Node and in workers. */
const noDom = {
  'no-restricted-globals': [
    'error',
    ...['window', 'document', 'customElements', 'navigator', 'location', 'HTMLElement', 'Element', 'Node', 'DOMParser', 'localStorage'].map(
      (name) => ({ name, message: 'This room knows no DOM: it also runs in Node.' }),
    ),
  ],
};

const rooms = [
  room('dates', [others('dates'), packages], noDom),
  room('feed', [others('feed', 'dates'), packages], noDom),
  room(
    'i18n',
    [{ ...others('i18n'), allowTypeImports: true, why: 'Words may use types of other rooms, and nothing else.' }, packages],
    noDom,
  ),
  room('html', [
    others('html', 'feed'),
    packages,
    { regex: '^(\\.\\./)+feed/(?!url\\.ts$)', say: 'more of the feed than feed/url.ts', allowTypeImports: true },
  ]),
  room('controllers', [others('controllers', ...inner)]),
  room('parts', [others('parts', 'controllers', 'styles', ...inner)]),
  room('styles', [others('styles')]),
  room('elements', [
    folders(...node),
    {
      regex: '^(\\.\\./)+feed/client\\.ts$',
      say: 'the network',
      allowTypeImports: true,
      why: 'Loading is the work of controllers/feed.ts and feed/client.ts.',
    },
  ]),
  room('receiver', [others('receiver', 'feed', 'dates', 'i18n'), packages]),
  room('cli', [others('cli', 'receiver', 'feed', 'dates', 'i18n'), packages]),
];

export default ts.config(
  // the consumers are other people's projects: they have no part in this one's packages
  { ignores: ['vite.config.ts', 'dist/', 'storybook-static/', 'coverage/', 'shots/', 'test/package/consumers/', '**/*.html'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'wc/guard-super-call': 'off', // LitElement always has the callbacks
      // our clicks are those that bubble up from links and buttons, and on a dialog's backdrop, for which keys have Escape
      'lit-a11y/click-events-have-key-events': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // expect(x).to.be.true
      '@typescript-eslint/no-base-to-string': 'off', // names of tests
      // the types of open-wc make a promise of every equal(), node:test gives one for every it()
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: 'Equal', package: 'chai' },
            { from: 'package', name: ['describe', 'it', 'before', 'after'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['{scripts,bench}/**/*.{js,mjs}', 'test/{host,package}/**/*.mjs'], languageOptions: { globals: globals.browser } }, // functions for page.evaluate()
  ...rooms,
);
