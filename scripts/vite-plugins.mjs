// Plugins of the builds (builds.mjs) for the files that run on other people's pages.
import { createHash } from 'node:crypto';
import MagicString from 'magic-string';
import { minifySync } from 'vite';

/** What Lit leaves in the global scope; all of it is for warnings and for decorators of a kind that ours are not. */
const litGlobals = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', 'Symbol.metadata'];
const litEdits = [
  [/\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [/const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?\}(?=this\.)/, ''],
  [/r=\(t=o,e,r\)=>\{const\{kind:.*?\};(?=function n\(t\))/, 'r=0;'], // the standard half of @property
];
/**
 * What can't happen after our guard (no adopted style sheets), could be switched on by a name of the page (polyfills), or is a method that
 * nothing here calls, or for a kind of value that no template here has.
 */
const litDead = [
  [/\w\.ShadowRoot&&\(void 0===\w\.ShadyCSS\|\|.*?"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/throw Error\("CSSResult is not constructable[^"]*"\)/, 'throw Error()'],
  [/throw Error\("Value passed to 'css' function.*?page security\."\)/, 'throw Error()'],
  [/\w=\w\.(litHtml|reactiveElement)PolyfillSupport\b/, (found) => found.replace(/=.*/, '=void 0')],
  [/,\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);const \w=\w\.litElementPolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/, ';'],
  [/get taskComplete\(\)\{.*?,this\.t\}/, ''],
  [/hostUpdate\(\)\{!0===this\.autoRun.*?async run\(t\)\{let s,h;t\?\?=this\.T\(\),this\.O=t,/, 'async run(t){let s,h;'], // what runs by itself
  [/,"initialValue"in h&&\(this\.u=h\.initialValue,this\.i=2,this\.O=this\.T\?\.\(\)\)/, ''],
  [/const h="object"==typeof s\?s:.*?this\.v=h\.task,.*?h\.autoRun\?\?!0/, 'this.v=s.task'], // what ours does not ask of a task
  [/:\(this\.t=void 0,this\.o=void 0,this\.h=void 0\)/, ':0'],
  [/"afterUpdate"===this\.autoRun\?queueMicrotask.*?:(?=this\._\.requestUpdate\(\);const r)/, ''],
  [/if\(s===i\)this\.i=0;else\{if\(!1===e\)\{.*?this\.u=s,this\.l=h\}/, 'this.i=2;'],
  [/get value\(\)\{return this\.u\}get error\(\)\{return this\.l\}get status\(\)\{return this\.i\}/, ''],
  [/static addInitializer\(t\)\{.*?\.push\(t\)\}/, ''],
  [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
  [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/, ''],
  [/removeController\(t\)\{.*?\}/, ''],
  [/setConnected\(t\)\{.*?\}/, ''], // what directives are told
  [/connectedCallback\(\)\{super\.connectedCallback\(\),this\._\$Do\?.*?setConnected\(!1\)\}/, ''],
  [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
  [/\(t=>\{if\(!0===t\._\$cssResult\$\).*?\}\)\(s\)/, 's.cssText'], // numbers and texts in styles
  [/_\$ET\(t,s\)\{.*?this\._\$Em=null\}\}/, ''], // reflect
  [/toAttribute\(t,s\)\{switch.*?return t\},(?=fromAttribute)/, ''],
  [/,c=a\.trustedTypes,l=c\?c\.emptyScript:""/, ''],
  [/\|\|i\.useDefault&&i\.reflect&&.*?_\$Eu\(t,i\)\)/, ''],
  [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
  [/this\._\$Eq&&=.*?,(?=this\._\$EM\(\)\}updated)/, ''],
  [/"function"==typeof t\.converter\?.*?t\.converter:u(?=;)/, 'u'], // converters of one's own
  [/case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/, ''],
  [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, ''], // directives on an element
  [/t=M\(this,t,i(,0)?\),/g, ''], // directives, and what they ask
  [/M\(this,(e\[s\+n\]|t),i,(n|0)\)/g, '$1'],
  [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
  [/get _\$AU\(\)\{.*?\}/g, ''],
  [/this\._\$AN=void 0,/g, ''],
  [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
  [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
  [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
  [/get parentNode\(\)\{let t=.*?,t\}get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
  [/get tagName\(\)\{return this\.element\.tagName\}/, ''],
  [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''], // values in a style or textarea
  [/2===i\?"<svg>":3===i\?"<math>":""/, '""'],
  [/\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, '""'],
  [/if\((this\.el=S\.createElement\(f,e\),P\.currentNode=this\.el\.content),2===i.*?\.childNodes\)\}/, '$1;'],
  [/"number"==typeof s\?(this\._\$AC\(t\)):.*?,s\)(?=;)/, '$1'], // compiled templates
  [/\|\|t\.capture!==s\.capture.*?s\.passive/, ''], // listeners that are objects
  [/"function"==typeof this\._\$AH\?(this\._\$AH\.call\(.*?,t\)):this\._\$AH\.handleEvent\(t\)/, '$1'],
  [/else\{let t=-1;for\(;-1!==.*?t\+=o\.length-1\}/, ''], // values in a comment
  [/render\(t\)\{switch\(this\.i\)\{.*?default:throw Error\("Unexpected status: "\+this\.i\)\}\}/, ''],
];

const edited = (string) => ({ code: string.toString(), map: string.generateMap({ hires: 'boundary' }) });

/** We promise the page no global names, so Lit's go; the build fails when one is left. */
export const withoutLitGlobals = () => ({
  name: 'without-lit-globals',
  transform(code, id) {
    if (/node_modules\/lit-html\/(async-)?directive/.test(id))
      this.error(`${id}: the bundle has no directives; take that line out of litDead in scripts/vite-plugins.mjs to use one.`);
    if (!/node_modules\/(lit-html|lit-element|@lit\/reactive-element|@lit\/task)\//.test(id)) return;
    const string = new MagicString(code);
    for (const [found, instead] of [...litEdits, ...litDead]) string.replace(found, instead);
    if (string.hasChanged()) return edited(string);
  },
  generateBundle(_options, bundle) {
    for (const { code = '' } of Object.values(bundle)) {
      const left = litGlobals.find((name) => code.includes(name));
      if (left) this.error(`“${left}” is still in the bundle: Lit has changed, so litEdits in scripts/vite-plugins.mjs must follow.`);
    }
  },
});

/**
 * Writes the `@property(…)` and `@state()` of a class as its `static properties`, which are the same to Lit: shorter, and a page's own
 * `Reflect.decorate` has no say in it. The source keeps the decorators, which stand beside what they describe.
 */
export const staticProperties = () => ({
  name: 'static-properties',
  transform(code, id) {
    if (!code.includes('helpers/decorate"')) return;
    const string = new MagicString(code);
    const pattern = /_decorate\(\[(property|state)\(([^]*?)\)\], (\w+)\.prototype, "(\w+)", void 0\);/g;
    const all = [...code.matchAll(pattern)];
    for (const owner of new Set(all.map((one) => one[3]))) {
      const found = all.filter((one) => one[3] === owner);
      const properties = found.map(([, kind, options, , name]) => `${name}: ${kind === 'state' ? '{ state: true }' : options || '{}'}`);
      for (const { 0: written, index } of found) string.remove(index, index + written.length);
      string.appendLeft(found[0].index, `${owner}.properties = { ${properties.join(', ')} };`);
    }
    if (/_decorate\(/.test(string)) this.error(`${id} has a decorator that staticProperties (scripts/vite-plugins.mjs) does not know.`);
    return edited(string);
  },
});

/** The bundler's helper for `import()`: an object with a getter per name. */
const runtime = (local) => `const ${local} = (all) => {
  const made = { __proto__: null };
  for (const name of Object.keys(all)) Object.defineProperty(made, name, { __proto__: null, get: all[name], enumerable: true });
  return made;
};`;

/** As long as a hash, so that writing the hash in leaves the source map right. */
const placeholder = (file) => `sha384-${file}`.padEnd(71, '_');

/**
 * Makes of one build the bundle and the files that it fetches from beside itself (src/beside.ts). The bundle has all that `entry`
 * imports, in one wrapped function without a name in the global scope; every module behind an `import()` goes to the file that `fileOf`
 * names. Such a file is a module with one function, which is given what it uses of the bundle.
 * @param {{ entry: string, name: string, fileOf: (id: string) => string, before: string, after: string }} options names without `.js`
 */
export function filesBeside({ entry, name, fileOf, before, after }) {
  let first;
  /** All that is there from the start: what the entry imports, not counting `import()`. */
  const follow = (id, context) => {
    if (first.has(id)) return;
    first.add(id);
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) follow(imported, context);
  };
  return {
    name: 'files-beside',
    buildStart: () => (first = undefined),
    groups: [
      {
        name(id, context) {
          if (!first) {
            first = new Set();
            follow(entry, context);
          }
          return first.has(id) || id.startsWith('\0') ? name : fileOf(id);
        },
      },
    ],
    renderChunk(code, chunk, _options, { chunks }) {
      if (chunk.isEntry || chunk.name === 'rolldown-runtime') return; // it only imports the bundle
      const string = new MagicString(code);
      const bundle = chunk.name === name;
      const replace = (pattern, instead) => {
        let found = 0;
        string.replace(pattern, (...args) => (found++, instead(...args)));
        return found;
      };
      replace(/\bimport\("\.\/([\w-]+\.js)"\)/g, (_, file) => `__beside.fetch("${file}", "${placeholder(file)}", __beside)`);
      const pairs = (list) => list.split(',').map((pair) => pair.trim().split(' as '));
      // given by place: 80 names would cost both files more than what they stand for
      const places = Object.values(chunks).find((each) => each.name === name).exports;
      const inPlace = (list, names) => {
        const local = new Map(names(pairs(list)));
        for (const each of local.keys()) if (!places.includes(each)) this.error(`${chunk.fileName}: the bundle gives no ${each}.`);
        return places.map((place) => local.get(place) ?? '').join(', ');
      };
      let given = '';
      const imported = replace(/^import \{([^}]*)\} from "\.\/([\w-]+)\.js";$/gm, (_, list, from) => {
        if (from === 'rolldown-runtime') return runtime(/ as (\w+)/.exec(list)[1]);
        if (from !== name) this.error(`${chunk.fileName} imports ${from}.js, which it can't: only the bundle's own names are given to it.`);
        given = `const [${inPlace(list, (found) => found)}] = __beside.given;\n`;
        return '';
      });
      const exported = replace(/^export \{([^}]*)\};\s*$/m, (_, list) =>
        bundle
          ? `__beside.given = [${inPlace(list, (found) => found.map(([from, to = from]) => [to, from]))}];`
          : `return { ${pairs(list)
              .map(([from, to = from]) => `${to}: ${from}`)
              .join(', ')} };`,
      );
      if (imported > 2 || exported !== 1) this.error(`${chunk.fileName}: the build knows one import and one export, not these.`);
      if (bundle) string.prepend(`${before}const __beside = {};\n`).append(after);
      else string.prepend(`export default (__beside) => {\n${given}`).append('\n};\n');
      const result = edited(string);
      if (/^\s*(import|export) /m.test(result.code.replace('export default', '')))
        this.error(`${chunk.fileName} still imports or exports.`);
      return result;
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      // what is left of the entry and of the bundler's helper
      for (const { fileName } of chunks.filter((chunk) => chunk.isEntry || chunk.name === 'rolldown-runtime')) {
        delete bundle[fileName];
        delete bundle[`${fileName}.map`];
      }
      // first those that fetch nothing: a hash is of the file with the hashes in it
      const done = new Map();
      const finish = (chunk) => {
        for (const other of chunks) {
          const mark = placeholder(other.fileName);
          if (!chunk.code.includes(mark)) continue;
          if (!done.has(other)) finish(other);
          chunk.code = chunk.code.replaceAll(mark, done.get(other));
        }
        done.set(chunk, `sha384-${createHash('sha384').update(chunk.code).digest('base64')}`);
      };
      finish(chunks.find((chunk) => chunk.name === name));
    },
  };
}

/** Minifies each output file, the bundle (`script`) as a classic script. */
export const minified = (script) => ({
  name: 'minified',
  renderChunk(code, chunk) {
    const module = chunk.name !== script;
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

/** Puts the function of a file beside the bundle in brackets: then V8 compiles it while it reads it, instead of reading it twice. */
export const calledAtOnce = () => ({
  name: 'called-at-once',
  renderChunk(code) {
    const before = 'export default';
    if (!code.startsWith(before)) return;
    return edited(new MagicString(code).appendLeft(before.length, '(').appendLeft(code.lastIndexOf(';'), ')'));
  },
});
