/**
 * Makes a story of each state in stories/examples.ts, so that none can be forgotten: it is written under the stories of its element, as
 * if by hand. Runs in Node; a new state is seen after Storybook starts again, a changed one at once.
 */
import path from 'node:path';
import type { Plugin } from 'vite';
import { examples } from '../stories/examples.ts';

/**
 * @param code the text of a stories file; its name is that of the element without `meedoen-`
 * @returns the text with a story for each state of that element; other files stay as they are
 */
export function withExamples(code: string, fileName: string): string {
  const element = `meedoen-${path.basename(fileName, '.stories.ts')}`;
  const stories = examples
    .filter((example) => example.element === element)
    .map(({ id, title }) => `export const ${exportName(id)} = { ...fromExample('${id}'), name: ${JSON.stringify(sentence(title))} };\n`);
  return stories.length ? `${code}\nimport { fromExample } from './story.ts';\n${stories.join('')}` : code;
}

/** `card-wide` → `CardWide`; Storybook makes the story's id of it. */
function exportName(id: string): string {
  return id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
}

function sentence(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The same for the browser. */
export const examplesPlugin = (): Plugin => ({
  name: 'meedoen-examples',
  enforce: 'pre',
  transform: (code, id) => (/\.stories\.ts$/.test(id) ? withExamples(code, id) : undefined),
});
