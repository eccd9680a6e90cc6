/**
 * The surroundings that a story can be seen in: those of the browser, and eight public NL Design System themes as their packages have
 * them. Puts one at a time on the page, as a site would: a style sheet, and a class on `html`.
 */
import { forceColours } from './forced-colours.ts';

export interface Theme {
  readonly id: string;
  readonly title: string;
  /** What a site with this theme has on `html`. */
  readonly className?: string;
  /** The npm package, and who may use the style beyond looking at it. */
  readonly from?: string;
  readonly open?: boolean;
  /** The text of its style sheets. */
  readonly css?: () => Promise<{ default: string }>[];
}

/** Themes of NL Design System. `open`: under a free licence; the others belong to their organisation and are here to be tested with. */
export const houseStyles: readonly Theme[] = [
  {
    id: 'voorbeeld',
    title: 'Voorbeeld',
    className: 'voorbeeld-theme',
    from: '@nl-design-system-unstable/voorbeeld-design-tokens',
    open: true,
    css: () => [import('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css?inline')],
  },
  {
    id: 'mooi-anders',
    title: 'Mooi & Anders',
    className: 'ma-theme',
    from: '@nl-design-system-community/ma-design-tokens',
    open: true,
    css: () => [import('@nl-design-system-community/ma-design-tokens/dist/theme.css?inline')],
  },
  {
    id: 'den-haag',
    title: 'Gemeente Den Haag',
    className: 'denhaag-theme',
    from: '@gemeente-denhaag/design-tokens-components',
    open: true,
    css: () => [import('@gemeente-denhaag/design-tokens-components/dist/theme/index.css?inline')],
  },
  {
    id: 'utrecht',
    title: 'Gemeente Utrecht',
    className: 'utrecht-theme',
    from: '@utrecht/design-tokens',
    css: () => [import('@utrecht/design-tokens/dist/theme.css?inline')],
  },
  {
    id: 'rotterdam',
    title: 'Gemeente Rotterdam',
    className: 'rotterdam-theme',
    from: '@nl-design-system-unstable/rotterdam-design-tokens',
    // not index.css: that adds an @import and styles for classes of components
    css: () => [import('@nl-design-system-unstable/rotterdam-design-tokens/dist/design-tokens.css?inline')],
  },
  {
    id: 'nijmegen',
    title: 'Gemeente Nijmegen',
    className: 'nijmegen-theme',
    from: '@gemeentenijmegen/design-tokens',
    css: () => [import('@gemeentenijmegen/design-tokens/dist/index.css?inline')],
  },
  {
    id: 'rijkshuisstijl',
    title: 'Rijkshuisstijl (lintblauw)',
    className: 'kern-lintblauw',
    from: '@rijkshuisstijl-community/design-tokens',
    css: () => [import('@rijkshuisstijl-community/design-tokens/dist/kern-lintblauw/index.css?inline')],
  },
  {
    id: 'rvo',
    title: 'RVO',
    className: 'rvo-theme',
    from: '@nl-rvo/design-tokens',
    css: () => [import('@nl-rvo/design-tokens/dist/index.css?inline')],
  },
];

export const themes: readonly Theme[] = [
  { id: 'none', title: 'Geen thema' },
  { id: 'dark', title: 'Donker' },
  { id: 'forced', title: 'Gedwongen kleuren (nagebootst)' },
  ...houseStyles,
];

const sheet = document.createElement('style');
document.head.append(sheet);
let wanted = '';

/** Puts a theme on the page in place of the one before; an unknown one counts as none. */
export async function applyTheme(id: string): Promise<void> {
  wanted = id;
  const theme = themes.find((one) => one.id === id);
  const css = (await Promise.all(theme?.css?.() ?? [])).map((module) => module.default).join('\n');
  if (wanted !== id) return;
  if (sheet.textContent !== css) sheet.textContent = css;
  const { classList, style, dataset } = document.documentElement;
  for (const { className } of houseStyles) classList.toggle(className!, className === theme?.className);
  dataset.theme = theme?.id ?? 'none';
  style.colorScheme = id === 'dark' || id === 'forced' ? 'dark' : 'light';
  forceColours(id === 'forced');
}
