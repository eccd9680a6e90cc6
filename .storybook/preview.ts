/** What every story has around it: the elements, a plain page, a choice of surroundings, and strict accessibility rules. */
import { type ArgTypes, type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from 'virtual:custom-elements-manifest';
import { watchShadowRoots } from './forced-colours.ts';
import './preview.css';
import { applyTheme, themes } from './themes.ts';

watchShadowRoots();
setCustomElementsManifest(manifest);

const widths = { 320: 'Kleine telefoon', 360: 'Telefoon', 768: 'Tablet', 1120: 'Smalle site', 1280: 'Site' };

type ArgTypesEnhancer = NonNullable<Preview['argTypesEnhancers']>[number];

/** Controls for attributes, which come first; what else there is to know of an element is only told. */
function onlyAttributes({ argTypes }: { argTypes: ArgTypes }): ArgTypes {
  const isAttribute = ([, { table }]: [string, ArgTypes[string]]): boolean => table?.category === 'attributes';
  const all = Object.entries(argTypes);
  return Object.fromEntries([
    ...all.filter(isAttribute).map(([name, type]) => {
      const plain = numbers.has(name) ? { type: 'number', min: 0 } : { type: 'text' };
      return [name, { ...type, control: type.control ?? plain }];
    }),
    ...all.filter((entry) => !isAttribute(entry)).map(([name, type]) => [name, { ...type, control: false }]),
  ]) as ArgTypes;
}

const numbers = new Set(['heading-level', 'limit', 'stale-after']);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Huisstijl van de pagina',
      toolbar: { title: 'Huisstijl', icon: 'paintbrush', items: themes.map(({ id, title }) => ({ value: id, title })), dynamicTitle: true },
    },
  },
  argTypesEnhancers: [onlyAttributes as ArgTypesEnhancer],
  initialGlobals: { theme: 'none' },
  parameters: {
    a11y: {
      test: 'error',
      options: {
        rules: {
          // about whole pages
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          // 7:1
          'color-contrast-enhanced': { enabled: true },
        },
      },
    },
    controls: { expanded: true },
    options: { storySort: { order: ['Handleiding', 'Jouw feed', 'Elementen', 'In gebruik', 'Huisstijlen'] } },
    viewport: {
      options: Object.fromEntries(
        Object.entries(widths).map(([width, name]) => [
          `w${width}`,
          { name: `${name} (${width})`, styles: { width: `${width}px`, height: '900px' } },
        ]),
      ),
    },
    backgrounds: { disabled: true },
  },
  // a page in Dutch, in its own letters also inside a page of documentation
  decorators: [(story) => html`<div class="page" lang="nl">${story()}</div>`],
  loaders: [({ globals }) => applyTheme(String(globals.theme))],
};

export default preview;
