// What custom-elements.json tells: the five elements and their events as users of the package see them. The analyzer reads the
// sources, so it also finds what nobody outside should know: private members, controllers, a base class that no entry exports.
import { elements } from './builds.mjs';

/** A plugin for the analyzer; comes after its own, which bring in what is inherited. */
export function publicApi() {
  /** Names of unions, with what they stand for: an editor can't look them up. */
  const unions = new Map();
  /** The numbers that have a name in the module at hand. */
  let numbers;
  return {
    name: 'public-api',
    analyzePhase({ ts, node }) {
      if (ts.isSourceFile(node)) numbers = new Map();
      if (ts.isTypeAliasDeclaration(node)) unions.set(node.name.text, unions.get(node.type.getText()) ?? node.type.getText());
      const value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
      if (!value) return;
      if (ts.isNumericLiteral(value)) numbers.set(node.name.getText(), value.text);
      if (ts.isAsExpression(value) && ts.isArrayLiteralExpression(value.expression)) {
        unions.set(`(typeof ${node.name.getText()})[number]`, value.expression.elements.map((each) => each.getText()).join(' | '));
      }
    },
    moduleLinkPhase({ moduleDoc }) {
      for (const { members = [], attributes = [] } of moduleDoc.declarations) {
        for (const item of [...members, ...attributes].filter((each) => numbers.has(each.default))) {
          item.default = numbers.get(item.default);
          item.type ??= { text: 'number' };
        }
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      const found = customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations);
      const classOf = (name) => found.find(({ tagName }) => tagName === `meedoen-${name}`);
      const events = found.filter(({ superclass }) => superclass?.name === 'Event').map((event) => described(event, unions));
      customElementsManifest.modules = [
        ...elements.map((name) => module(`dist/npm/${name}.js`, [element(classOf(name), unions)])),
        module('dist/npm/index.js', events),
        {
          kind: 'javascript-module',
          path: 'dist/npm/register.js',
          declarations: [],
          exports: elements.map((name) => ({
            kind: 'custom-element-definition',
            name: `meedoen-${name}`,
            declaration: { name: classOf(name).name, module: `dist/npm/${name}.js` },
          })),
        },
      ];
    },
  };
}

const module = (path, declarations) => ({
  kind: 'javascript-module',
  path,
  declarations,
  exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: path } })),
});

/** A class with its public members, in words that mean something outside its file. */
function described(declaration, unions) {
  const members = declaration.members?.filter(({ privacy, static: own }) => (privacy ?? 'public') === 'public' && !own);
  return { ...declaration, members: members?.map((member) => explained(member, unions)) };
}

function element(declaration, unions) {
  const lists = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];
  const shown = described(declaration, unions);
  for (const list of lists) shown[list] = declaration[list]?.map((item) => explained(item, unions)) ?? [];
  // the analyzer takes the argument of `new MeedoenLoadEvent(result)` for the name of an event
  shown.events = shown.events.filter(({ name }) => name?.startsWith('meedoen-'));
  shown.superclass = { name: 'LitElement', package: 'lit' };
  return shown;
}

function explained(source, unions) {
  const item = { ...source };
  delete item.inheritedFrom; // the base class is nobody's business
  const text = unions.get(item.type?.text);
  // a field that is set from a parameter of its constructor has no default
  if (/^[a-z]\w*$/i.test(item.default) && !['true', 'false', 'null'].includes(item.default)) delete item.default;
  return text ? { ...item, type: { text } } : item;
}
