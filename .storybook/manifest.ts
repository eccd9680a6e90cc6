/** The custom elements manifest as a module, made from the sources as they are now: Storybook needs no earlier build. Runs in Node. */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { Plugin } from 'vite';
import type { Manifest } from 'virtual:custom-elements-manifest';

const NAME = 'virtual:custom-elements-manifest';

export const manifestPlugin = (): Plugin => ({
  name: 'meedoen-manifest',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  async load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const manifest = (await cli({ argv: ['analyze', '--quiet'], noWrite: true })) as Manifest;
    return `export default ${JSON.stringify(documented(manifest))}`;
  },
});

/**
 * What a page may use, and no more: the analyzer also finds what is private, the properties behind attributes (those are listed as
 * attributes), and an event wherever `new SomeEvent(…)` is dispatched, beside the one that is documented.
 */
function documented(manifest: Manifest): Manifest {
  for (const declaration of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
    const { members, events, cssParts } = declaration;
    if (members) {
      declaration.members = members.filter(
        (member) => member.description && !member.attribute && !member.static && (member.privacy ?? 'public') === 'public',
      );
    }
    // as a style sheet says it; and an attribute may have the name of a part
    for (const part of cssParts ?? []) part.name = `::part(${part.name})`;
    if (events) declaration.events = events.filter(({ name, description }) => name && description);
  }
  return manifest;
}
