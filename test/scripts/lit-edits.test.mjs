// "May I use this of Lit, and what when Lit is updated?" The build must say so: the tests of the sources run with all of Lit.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { root } from '../../scripts/bootstrap.mjs';
import { litFeatures } from '../../scripts/lit-edits.mjs';
import { staticProperties, withoutUnusedLit } from '../../scripts/vite-plugins.mjs';

/** All that the bundle uses of Lit, in the form that it has in src/. */
const USED = `
  import { css, html, LitElement, render } from 'lit';
  import { property } from 'lit/decorators.js';
  import { Task } from '@lit/task';
  if (!('adoptedStyleSheets' in Document.prototype)) throw undefined;
  // to reflect: true would be a mistake, as would \${{ handleEvent() {} }}
  /** no svg\`…\`, and type: Object neither */
  export class Element extends LitElement {
    static override styles = [css\`p { color: red }\`];
    @property({ attribute: 'its-name', type: Number, useDefault: true }) name = 1;
    #task = new Task(this, { autoRun: false, args: () => [], task: ([again]) => this.load(again) });
    override render() {
      void this.#task.run([true]);
      return html\`<!-- a comment --><p class="a \${this.name}" ?hidden=\${this.isConnected} @click=\${() => this.#task.run([false])}>\${this.name}
        <textarea .value=\${this.name}></textarea>\${html\`<svg viewBox="0 0 1 1"><title>one</title><path d=\${this.name} /></svg>\`}</p>\`;
    }
  }
  render(html\`<p></p>\`, document.body, { creationScope: document });
  const host = new Element();`;

/** Builds a source that stands in src/. @returns what the build gives; rejects with what the plugin says */
const built = (source, features = litFeatures) => {
  const id = `${root}/src/made.ts`;
  const made = {
    name: 'made',
    enforce: 'pre',
    resolveId: (asked) => (asked.endsWith('src/made.ts') ? id : undefined),
    load: (asked) => (asked === id ? source : undefined),
  };
  return build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'silent',
    plugins: [made, withoutUnusedLit(features), staticProperties()],
    build: { write: false, minify: false, target: 'es2022', lib: { entry: 'src/made.ts', formats: ['es'], fileName: 'made' } },
  });
};

/** How a source would use each feature that is cut. */
const uses = {
  'lists of versions in the global scope': [`console.log(globalThis.litElementVersions);`],
  'standard decorators': [`globalThis.litPropertyMetadata.get(Element);`, `export const metadata = Element[Symbol.metadata];`],
  'browsers without adopted style sheets': [`globalThis.litNonce = 'n';`],
  'polyfills and hydration': [`globalThis.litHtmlPolyfillSupport = () => {};`, `import 'lit/polyfill-support.js';`],
  'values in css`…`': [
    'export const more = css`p { width: ${1}px }`;',
    'const ground = css`p { color: red }`; export const more = css`${ground} a { color: blue }`;',
  ],
  'styles of an element that are no list': ['export class More extends Element { static styles = css`p { color: red }` }'],
  'tasks that run by themselves, or know what to run with': [
    `new Task(host, () => 1, () => []);`,
    `new Task(host, { args: () => [], task: () => 1 });`,
    `new Task(host, { autoRun: false, args: () => [1], task: ([one]) => one });`,
    `const task = new Task(host, { autoRun: false, args: () => [], task: ([one]) => one }); task.run();`,
    `new Task(host, { autoRun: false, args: () => [], task: ([one], { signal }) => fetch(one, { signal }) });`,
    `export class More extends Task {}`,
  ],
  'stopping a task': [`const task = new Task(host, { autoRun: false, args: () => [], task: ([one]) => one }); task.abort();`],
  'what a task gives: its value, error and state': [
    `const task = new Task(host, { autoRun: false, args: () => [], task: ([one]) => one }); console.log(task.value);`,
    `new Task(host, { autoRun: false, args: () => [], task: ([one]) => one, onComplete: console.log });`,
    `import { initialState } from '@lit/task'; console.log(initialState);`,
  ],
  'initializers of a class': [`Element.addInitializer(() => {});`],
  'accessors of one’s own, and properties named by a symbol': [
    `export class More extends Element { static properties = { more: { noAccessor: true } }; }`,
    `Element.createProperty(Symbol(), {});`,
  ],
  'what an element may say of its first update, or of whether and until when it updates': [
    `export class More extends Element { firstUpdated() { console.log(1); } }`,
    `export class More extends Element { shouldUpdate() { return false; } }`,
    `export class More extends Element { async getUpdateComplete() { return true; } }`,
  ],
  'taking a controller away': [`host.removeController(host);`],
  'reflecting properties': [
    `export class More extends Element { @property({ reflect: true }) more = ''; }`,
    `const reflect = true; export class More extends Element { static properties = { more: { type: String, reflect } }; }`,
  ],
  'converters of one’s own': [`export class More extends Element { @property({ converter: (text) => text }) more = ''; }`],
  'properties of type Object or Array': [
    `export class More extends Element { @property({ type: Object }) more = {}; }`,
    `export class More extends Element { @property({ attribute: 'of-it', type: Array }) more = []; }`,
  ],
  'directives, and what they ask of a part': [
    ...['cache', 'ref', 'repeat', 'unsafe-html', 'until'].map(
      (name) => `import * as given from 'lit/directives/${name}.js'; console.log(given);`,
    ),
    `import { AsyncDirective } from 'lit/async-directive.js'; console.log(AsyncDirective);`,
    `render('', document.body).setConnected(false);`,
  ],
  'rendering before what is there': [`render('', document.body, { renderBefore: document.body.firstChild });`],
  'values in the place of an attribute': [
    'export const more = (value) => html`<p>first</p><p class="a ${value}" ?hidden=${value} @click=${() => value > 1} ${value}></p>`;',
    'export const more = (value) => html`<p ${value}></p>`;',
  ],
  'values as children of textarea, title, style or script': [
    'export const more = (value) => html`<textarea name="t" @input=${() => value > 1}>${value}</textarea>`;',
    'export const more = (value) => html`<svg><title>of ${value}</title></svg>`;',
    'export const more = (value) => html`<p>${html`<style>p { color: ${value} }</style>`}</p>`;',
  ],
  'values in a comment': ['export const more = (value) => html`<!-- a --><p></p><!-- of <b> ${value} -->`;'],
  'svg`…` and mathml`…`': [
    `import { svg } from 'lit'; export const more = svg\`<path />\`;`,
    `import { mathml as more } from 'lit'; console.log(more);`,
  ],
  'compiled templates': [`export const more = { _$litType$: { h: ['<p></p>'], parts: [] }, values: [] };`],
  'listeners that are objects, or have options': [
    'export const more = (listener) => html`<p @click=${{ ...listener, once: true }}></p>`;',
    `export const listener = { handleEvent() {} };`,
    `import { eventOptions } from 'lit/decorators.js'; console.log(eventOptions);`,
  ],
};

describe('what the bundle leaves out of Lit', () => {
  it('is known of every feature that is cut how a source would use it', () => {
    assert.deepEqual(
      Object.keys(uses),
      litFeatures.map(({ feature }) => feature),
    );
  });

  it('is not missed by a source that uses the rest, and only speaks of what is cut', async () => {
    const [{ output }] = await built(`${USED}
      import { ifDefined } from 'lit/directives/if-defined.js';
      export const more = (reflected, type) => html\`<p title=\${ifDefined(reflected)}>\${Reflect.has(reflected, type)}</p>\`;`);
    assert.match(output[0].code, /its-name/);
    assert.doesNotMatch(output[0].code, /litHtmlVersions|removeController|setConnected/);
  });

  for (const [feature, sources] of Object.entries(uses))
    it(`is refused with its name and the file: ${feature}`, async () => {
      for (const source of sources)
        await assert.rejects(built(`${USED}\n${source}`), ({ message }) => {
          assert.ok(message.includes('src/made.ts has “') && message.includes(`“${feature}” is cut from Lit`), `${source}\n${message}`);
          return true;
        });
    });

  it('is refused to a package that brings a directive along', async () => {
    const path = `${root}/node_modules/lit-html/directives/until.js`;
    await assert.rejects(
      built(`${USED}\nimport { until } from ${JSON.stringify(path)}; console.log(until);`),
      /directive\.js is imported, but “directives/,
    );
  });

  it('is told by the name of the feature and its pattern when Lit has no such place any more, or more of them', async () => {
    const [first, ...rest] = litFeatures;
    const changed = (...edits) => [{ ...first, edits: [...first.edits, ...edits] }, ...rest];
    await assert.rejects(built(USED, changed([/nowhere\(in\)Lit/, ''])), ({ message }) => {
      assert.ok(message.includes(`“${first.feature}”: Lit has 0 × /nowhere\\(in\\)Lit/, not 1 ×.`), message);
      assert.equal(message.match(/: Lit has/g).length, 1);
      return true;
    });
    await assert.rejects(
      built(USED, changed([/globalThis/, 'globalThis'])),
      /“lists of versions in the global scope”: Lit has \d+ × \/globalThis\/, not 1 ×/,
    );
  });

  it('is told when no source has what an edit counts on', async () => {
    await assert.rejects(
      built(USED.replace(`'adoptedStyleSheets' in`, `'adoptNode' in`)),
      /“browsers without adopted style sheets”: no source has .*adoptedStyleSheets/,
    );
  });
});
