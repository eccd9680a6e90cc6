// What editors and frameworks are told about the elements, made from custom-elements.json (by the analyzer, manifest.mjs):
//   dist/editors/   completion and documentation in VS Code and JetBrains' editors
//   dist/npm/       types for React's JSX (`meedoen/react`) and for Vue's templates (`meedoen/vue`); both are types only
// The types are our own work: the generators there are call every event a CustomEvent, or leave the imports out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { root } from './bootstrap.mjs';

const HEADER = '// Made from custom-elements.json by the build.\n';

/** Writes all of it. */
export function writeEditorData() {
  const manifest = JSON.parse(readFileSync(`${root}/custom-elements.json`, 'utf8'));
  const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const write = (file, text) => writeFileSync(`${root}/dist/${file}`, text);
  mkdirSync(`${root}/dist/editors`, { recursive: true });
  // what has a list of its own in an editor is not told again in the description of the tag
  const options = { hideLogs: true, hideCssPropertiesDocs: true, hideCssPartsDocs: true };
  const json = (text) => `${JSON.stringify(JSON.parse(text))}\n`;
  write('editors/vscode.html-custom-data.json', json(getVsCodeHtmlCustomData(forEditors(manifest), options)));
  write('editors/vscode.css-custom-data.json', json(getVsCodeCssCustomData(forEditors(manifest), options)));
  write('editors/web-types.json', json(getWebTypesData(forEditors(manifest), { ...options, packageJson: false })));
  for (const [name, types] of Object.entries({ react: reactTypes(elements), vue: vueTypes(elements) })) {
    write(`npm/${name}.d.ts`, `${HEADER}${types}`);
    write(`npm/${name}.js`, `${HEADER}export {};\n`);
  }
}

/** A copy in which types hold what can be written in an attribute: null, undefined and '' are its absence. */
function forEditors(manifest) {
  const copy = structuredClone(manifest);
  for (const { attributes = [] } of copy.modules.flatMap(({ declarations }) => declarations)) {
    for (const { type } of attributes) type.text = type.text.replace(/'' \| | \| (null|undefined)\b/g, '');
  }
  return copy;
}

const comment = (text, indent = '') => `${indent}/** ${text.replace(/\s*\n\s*/g, ' ')} */\n`;

/** The members of a type for what can be set: properties, and attributes with another name. */
function settable({ name, members }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  return fields
    .flatMap(({ name: field, attribute, description, type }) => {
      // as the element takes them: digits for a number, and true for what may stand without a value
      const more = /\bnumber\b/.test(type.text) ? ' | `${number}`' : /\bnull\b/.test(type.text) ? ' | boolean' : '';
      const names = [field];
      // one name for both is the property's: `story` is an id or the story itself
      if (attribute && !fields.some((each) => each.name === attribute)) names.push(`'${attribute}'`);
      return names.map((each) => `${comment(description, '  ')}  ${each}?: ${name}['${field}']${more} | undefined;\n`);
    })
    .join('');
}

const imports = (elements) => {
  const names = elements.flatMap(({ name, events }) => [name, ...events.map(({ type }) => type.text)]);
  return `import type { ${[...new Set(names)].sort().join(', ')} } from './index.js';\n`;
};

/** React 19 sets what is a property of the element, and an attribute otherwise; `on` before a name makes a listener of a function. */
function reactTypes(elements) {
  return `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(elements)}
type Props<E extends HTMLElement, Own> = Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof Own> & Own;
type Listener<E extends HTMLElement, T extends Event> = ((event: T & { readonly currentTarget: E }) => void) | undefined;

${elements
  .map(
    ({ name, members, events }) => `export interface ${name}Props {
${settable({ name, members })}${events
      .map(
        ({ name: event, type, description }) => `${comment(description, '  ')}  'on${event}'?: Listener<${name}, ${type.text}>;
`,
      )
      .join('')}}
`,
  )
  .join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ name, tagName, description }) => `${comment(description, '      ')}      '${tagName}': Props<${name}, ${name}Props>;\n`).join('')}    }
  }
}
`;
}

/** Vue's templates: `$props` and `$emit` are what vue-tsc and Vue's language server look at. */
function vueTypes(elements) {
  return `import type { HTMLAttributes, PublicProps } from 'vue';
${imports(elements)}
type Emit<Events> = <Name extends keyof Events & string>(name: Name, event: Events[Name]) => void;
type Listeners<Events> = { [Name in keyof Events as \`on\${Capitalize<Camel<Name & string>>}\`]?: (event: Events[Name]) => void };
type Camel<Name extends string> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name;
type CustomElement<E extends HTMLElement, Props, Events> = new () => E & {
  /** @deprecated only for templates */
  $props: Omit<HTMLAttributes, keyof Props> & Props & Listeners<Events> & PublicProps;
  /** @deprecated only for templates */
  $emit: Emit<Events>;
};

${elements
  .map(
    ({ name, members, events }) => `export interface ${name}Props {
${settable({ name, members })}}

export interface ${name}Events {
${events.map(({ name: event, type, description }) => `${comment(description, '  ')}  '${event}': ${type.text};\n`).join('')}}
`,
  )
  .join('\n')}
declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(
    ({ name, tagName, description }) =>
      `${comment(description, '    ')}    '${tagName}': CustomElement<${name}, ${name}Props, ${name}Events>;\n`,
  )
  .join('')}  }
}
`;
}
