// custom-elements.json and what is made from it, held against the elements themselves, in a browser: nothing is missing, nothing is
// made up, and nothing private is told.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';
import { examples } from '../../stories/examples.ts';
import { inEachBrowser, page, site, TAGS } from '../host/support.mjs';

const json = (file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
const manifest = json('custom-elements.json');
const declarations = manifest.modules.flatMap((module) => module.declarations);
const elements = declarations.filter(({ customElement }) => customElement);
const events = declarations.filter(({ superclass }) => superclass?.name === 'Event');
const LISTS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];
const names = (list) => list.map(({ name }) => name).sort();
const element = (tag) => elements.find(({ tagName }) => tagName === tag);
/** Custom properties that the elements give themselves. */
const sources = readdirSync(`${root}/src`, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'src', name), 'utf8'))
  .join('\n');

describe('custom-elements.json', () => {
  it('has the five elements and their events, in files that the package has', () => {
    assert.deepEqual(names(elements.map(({ tagName: name }) => ({ name }))), [...TAGS].sort());
    for (const module of manifest.modules) assert.ok(readFileSync(`${root}/${module.path}`), module.path);
    const used = new Set(elements.flatMap((each) => each.events.map(({ type }) => type.text)));
    assert.deepEqual(names(events), [...used].sort());
  });

  it('describes everything, and gives each attribute and property a type', () => {
    const silent = declarations.flatMap((each) =>
      LISTS.flatMap((list) =>
        (each[list] ?? []).filter(({ description }) => !description).map(({ name }) => `${each.name} ${list} ${name}`),
      ),
    );
    assert.deepEqual(silent, []);
    const typed = elements.flatMap(({ attributes, members }) => [...attributes, ...members.filter(({ kind }) => kind === 'field')]);
    assert.deepEqual(names(typed.filter(({ type }) => !type)), []);
    assert.deepEqual(names(typed.filter(({ type }) => /[A-Z]/.test(type.text))), [], 'a name that only the sources know');
  });

  it('tells nothing private and nothing twice', () => {
    for (const each of declarations) {
      const members = each.members ?? [];
      assert.deepEqual(names(members.filter(({ name, privacy }) => name.startsWith('#') || (privacy ?? 'public') !== 'public')), []);
      for (const list of LISTS) assert.equal(new Set(names(each[list] ?? [])).size, (each[list] ?? []).length, `${each.name} ${list}`);
    }
  });

  it('names no part that the sources do not have', () => {
    const tokens = new Set(sources.match(/[\w-]+/g));
    const unknown = elements.flatMap(({ tagName, cssParts }) =>
      names(cssParts)
        .filter((part) => !tokens.has(part))
        .map((part) => `${tagName} ${part}`),
    );
    assert.deepEqual(unknown, []);
  });
});

inEachBrowser('custom-elements.json and the elements', ({ name: browser, visit }) => {
  it('say the same: attributes, properties, states, custom properties and parts', { skip: browser !== 'chromium' }, async () => {
    const { origin } = await site({ '/': page('<main></main>') });
    const { page: tab } = await visit(`${origin}/`);
    await tab.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), {}, TAGS);
    const found = await tab.evaluate(
      async (tags, examples) => {
        // a card may be a link to another page
        document.addEventListener('click', (event) => event.composedPath()[0].closest?.('a') && event.preventDefault(), true);
        const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const result = {};
        for (const tag of tags) {
          const type = customElements.get(tag);
          const properties = [...type.elementProperties].filter(([, { state }]) => !state).map(([name]) => name);
          const own = Object.entries(Object.getOwnPropertyDescriptors(type.prototype));
          const readable = own.filter(([, { get, set }]) => get && !set).map(([name]) => name);
          result[tag] = { attributes: type.observedAttributes, properties, readable, parts: new Set(), customProperties: new Set() };
        }
        const look = (element) => {
          const { parts, customProperties } = result[element.localName];
          for (const each of element.shadowRoot.querySelectorAll('[part]')) for (const part of each.part) parts.add(part);
          for (const sheet of element.shadowRoot.adoptedStyleSheets) {
            for (const { cssText } of sheet.cssRules) {
              for (const [name] of cssText.matchAll(/--meedoen-[\w-]+/g)) customProperties.add(name);
            }
          }
        };
        for (const { element: tag, html, feed, press } of examples) {
          for (const width of [900, 320]) {
            const main = document.querySelector('main');
            main.style.width = `${width}px`;
            main.innerHTML = html;
            const element = main.querySelector(tag);
            if (feed) element.feed = feed;
            look(element);
            for (let i = 0; i < 100 && !element.matches(':is(:state(ready), :state(empty), :state(failed))'); i++) await wait(20);
            await element.updateComplete;
            look(element);
            element.shadowRoot.querySelector(press ?? '.card-link')?.click(); // a card opens its reader
            await wait(50);
            await element.updateComplete;
            look(element);
          }
        }
        const plain = ({ parts, customProperties, ...rest }) => ({
          ...rest,
          parts: [...parts].sort(),
          customProperties: [...customProperties].sort(),
        });
        return Object.fromEntries(Object.entries(result).map(([tag, value]) => [tag, plain(value)]));
      },
      TAGS,
      examples,
    );
    const problems = [];
    const same = (tag, what, told, real) => {
      const missing = real.filter((name) => !told.includes(name));
      const extra = told.filter((name) => !real.includes(name));
      if (missing.length) problems.push(`${tag} ${what}: not told: ${missing.join(', ')}`);
      if (extra.length && what !== 'parts') problems.push(`${tag} ${what}: told, but not there: ${extra.join(', ')}`);
    };
    for (const tag of TAGS) {
      const { attributes, members, cssStates, cssParts, cssProperties } = element(tag);
      const real = found[tag];
      same(tag, 'attributes', names(attributes), real.attributes);
      const fields = members.filter(({ kind }) => kind === 'field');
      same(tag, 'properties', names(fields.filter(({ readonly }) => !readonly)), real.properties);
      const unreadable = names(fields.filter(({ readonly }) => readonly)).filter((name) => !real.readable.includes(name));
      assert.deepEqual(unreadable, [], `${tag} properties to read`);
      same(tag, 'custom properties', names(cssProperties), real.customProperties);
      same(tag, 'states', names(cssStates), ['empty', 'failed', 'loading', 'partial', 'ready', 'stale']);
      // what can be seen in the examples; a part may wait for what none of them has. A state of a part is told with the part
      const tokens = cssParts.flatMap(({ description }) => [...description.matchAll(/`([\w-]+)`/g)].map(([, token]) => token));
      same(tag, 'parts', [...names(cssParts), ...tokens], real.parts);
    }
    assert.deepEqual(problems, []);
  });
});

describe('editor data', () => {
  it('offers every element, attribute and value in VS Code', () => {
    const { tags } = json('dist/editors/vscode.html-custom-data.json');
    assert.deepEqual(names(tags), [...TAGS].sort());
    for (const { name, attributes } of tags) {
      assert.deepEqual(names(attributes), names(element(name).attributes));
      for (const { name: attribute, values } of attributes) {
        const [text] = element(name).attributes.filter((each) => each.name === attribute);
        const wanted = [...text.type.text.matchAll(/'([^']*)'/g)].map(([, value]) => value).filter(Boolean);
        assert.deepEqual(
          names(values ?? []).filter((value) => value),
          wanted.sort(),
          `${name} ${attribute}`,
        );
      }
    }
    const { properties } = json('dist/editors/vscode.css-custom-data.json');
    const told = new Set(elements.flatMap(({ cssProperties }) => names(cssProperties)));
    assert.deepEqual([...new Set(names(properties))], [...told].sort());
  });

  it('offers the same in JetBrains’ editors', () => {
    const { name, version, contributions } = json('dist/editors/web-types.json');
    const own = json('package.json');
    assert.deepEqual([name, version], [own.name, own.version]);
    for (const each of contributions.html.elements) {
      assert.deepEqual(names(each.attributes), names(element(each.name).attributes));
      assert.deepEqual(names(each.js.events), names(element(each.name).events));
    }
    assert.deepEqual(names(contributions.html.elements), [...TAGS].sort());
  });
});
