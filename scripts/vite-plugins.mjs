// Plugins of vite.config.ts for the files that run on other people's pages.
import MagicString from 'magic-string';
import { minifySync } from 'vite';
import { root } from './bootstrap.mjs';

/** What Lit leaves in the global scope; all of it is for warnings and for decorators of a kind that ours are not. */
const litGlobals = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', 'Symbol.metadata'];
const litEdits = [
  [/\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [/const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?\}(?=this\.)/, ''],
  [/r=\(t=o,e,r\)=>\{const\{kind:.*?\};(?=function n\(t\))/, 'r=0;'], // the standard half of @property
];

const edited = (string) => ({ code: string.toString(), map: string.generateMap({ hires: 'boundary' }) });

/** We promise the page no global names, so Lit's go; the build fails when one is left. */
export const withoutLitGlobals = () => ({
  name: 'without-lit-globals',
  transform(code, id) {
    if (!/node_modules\/(lit-html|lit-element|@lit\/reactive-element)\//.test(id)) return;
    const string = new MagicString(code);
    for (const [found, instead] of litEdits) string.replace(found, instead);
    if (string.hasChanged()) return edited(string);
  },
  generateBundle(_options, bundle) {
    for (const { code = '' } of Object.values(bundle)) {
      const left = litGlobals.find((name) => code.includes(name));
      if (left) this.error(`“${left}” is still in the bundle: Lit has changed, so litEdits in scripts/vite-plugins.mjs must follow.`);
    }
  },
});

/** The drop-in bundle fetches the sanitiser from beside itself; a bundler of the npm package splits it off by its own means. */
export const dropInSanitizer = () => ({
  name: 'drop-in-sanitizer',
  enforce: 'pre',
  resolveId: (source) => (/(^|\/)load-sanitizer\.ts$/.test(source) ? `${root}/src/html/load-sanitizer.drop-in.ts` : undefined),
});

/** Minifies each output file, ES modules too (in library mode Vite leaves those their white space). */
export const minified = () => ({
  name: 'minified',
  renderChunk(code, chunk, { format }) {
    const module = format === 'es';
    const { errors, ...result } = minifySync(chunk.fileName, code, {
      module,
      compress: { target: 'es2022' },
      mangle: { toplevel: module },
      sourcemap: true,
    });
    if (errors.length) this.error(errors[0].message);
    return result;
  },
});

/** Puts text before and after each output file, without losing the source map. */
export const wrapped = (before, after) => ({
  name: 'wrapped',
  renderChunk: (code) => edited(new MagicString(code.trimEnd()).prepend(before).append(after)),
});

/**
 * Escapes what is not ASCII, so that a page that says a wrong charset still shows our words. In strings, templates (Lit reads the
 * cooked text), regular expressions and names `\uXXXX` means the same; there are no comments left.
 */
export const ascii = () => ({
  name: 'ascii',
  renderChunk(code) {
    const string = new MagicString(code);
    for (let at = 0; at < code.length; at++) {
      const unit = code.charCodeAt(at);
      if (unit > 126) string.overwrite(at, at + 1, `\\u${unit.toString(16).padStart(4, '0')}`);
    }
    const result = edited(string);
    this.parse(result.code, { lang: 'js' });
    return result;
  },
});
