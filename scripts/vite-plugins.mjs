// Plugins of the builds (builds.mjs) for the files that run on other people's pages.
import { createHash } from 'node:crypto';
import path from 'node:path';
import MagicString from 'magic-string';
import { minifySync, parseSync, Visitor } from 'vite';
import { root } from './bootstrap.mjs';
import { litFeatures, litGlobals } from './lit-edits.mjs';

const edited = (string) => ({ code: string.toString(), map: string.generateMap({ hires: 'boundary' }) });

/** The templates of a source, each with its tag and by itself, with `${}` for each value; and its code without comments. */
function readSource(code) {
  const { program, comments } = parseSync('source.js', code);
  const templates = [];
  const visitor = new Visitor({
    TaggedTemplateExpression: ({ tag, quasi }) =>
      templates.push(`${code.slice(tag.start, tag.end)}\`${quasi.quasis.map(({ value }) => value.cooked ?? value.raw).join('${}')}\``),
  });
  visitor.visit(program);
  let bare = '';
  let at = 0;
  for (const { start, end } of comments) {
    bare += code.slice(at, start);
    at = end;
  }
  return { bare: bare + code.slice(at), templates };
}

const LIT = /\/node_modules\/(lit-html|lit-element|@lit\/reactive-element|@lit\/task)\//;

/**
 * Takes out of Lit what nothing of ours uses, as lit-edits.mjs says. The build fails, with the name of the feature, when a source uses
 * one, when Lit has changed so that an edit no longer fits, and when a name is left of those in the global scope that we promise the page.
 * @param {typeof litFeatures} features for tests
 */
export function withoutUnusedLit(features = litFeatures) {
  const list = 'scripts/lit-edits.mjs';
  let places; // of each edit: how many Lit has
  let met; // features whose `needs` are there
  return {
    name: 'without-unused-lit',
    buildStart() {
      places = new Map();
      met = new Set();
    },
    transform(code, id) {
      const file = path.relative(root, id).replaceAll('\\', '/');
      for (const { feature, forbidsModules } of features)
        if (forbidsModules?.test(id)) this.error(`${file} is imported, but “${feature}” is cut from Lit (${list}).`);
      if (LIT.test(id)) {
        const string = new MagicString(code);
        for (const edit of features.flatMap(({ edits }) => edits)) {
          const every = new RegExp(edit[0], 'g');
          places.set(edit, (places.get(edit) ?? 0) + [...code.matchAll(every)].length);
          string.replace(every, edit[1]);
        }
        return string.hasChanged() ? edited(string) : undefined;
      }
      if (id.includes('/node_modules/') || !/\.[jt]s$/.test(id)) return;
      const { bare, templates } = readSource(code);
      for (const each of features) {
        if (each.needs?.test(bare)) met.add(each);
        let found = each.forbids?.exec(bare);
        for (const template of templates) found ??= each.forbidsInTemplate?.exec(template);
        if (!found) continue;
        const text = found[0].replace(/\s+/g, ' ').slice(-60);
        this.error(`${file} has “${text}”, but “${each.feature}” is cut from Lit: write it another way, or take that out of ${list}.`);
      }
    },
    buildEnd(error) {
      if (error) return;
      const wrong = features.flatMap((each) => [
        ...(each.needs && !met.has(each) ? [`“${each.feature}”: no source has ${each.needs} any more, which its edits count on.`] : []),
        ...each.edits
          .map(([find, , times = 1], at) => [find, times, places.get(each.edits[at]) ?? 0])
          .filter(([, times, found]) => found !== times)
          .map(([find, times, found]) => `“${each.feature}”: Lit has ${found} × ${find}, not ${times} ×.`),
      ]);
      if (wrong.length) this.error(`What is cut from Lit (${list}) no longer fits:\n${wrong.join('\n')}`);
    },
    generateBundle(_options, bundle) {
      for (const { code = '' } of Object.values(bundle)) {
        const left = litGlobals.find((name) => code.includes(name));
        if (left) this.error(`“${left}” is still in the bundle: Lit has changed, so ${list} must follow.`);
      }
    },
  };
}

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
