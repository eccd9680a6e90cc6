/** The elements in eight house styles of NL Design System, and what each of those says of the roles that our styles ask about. */
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { houseStyles, type Theme } from '../.storybook/themes.ts';
import type { FeedElement } from '../src/elements/feed-element.ts';
import { baseStyles } from '../src/styles/base.ts';
import { settled } from './story.ts';

export default {
  title: 'Huisstijlen',
  tags: ['!autodocs'],
  // a theme's own colours may be as low as 4.5:1; 7:1 is for our own
  parameters: { a11y: { options: { rules: { 'color-contrast-enhanced': { enabled: false } } } }, controls: { disable: true } },
};

/** The roles of src/styles/base.ts, and the tokens that each looks for, first one first. */
const roles = { accent: 'links', action: 'knop', 'on-action': 'tekst op de knop', text: 'tekst' };
const moreRoles = { heading: 'koppen', 'heading-font': 'letter van koppen', 'heading-weight': 'dikte van koppen', error: 'fout' };
const names = { ...roles, ...moreRoles, 'control-border': 'rand van velden', focus: 'focus', radius: 'ronde hoeken' };

function tokensOf(role: string): string[] {
  const [declaration = ''] = new RegExp(`--_${role}: var\\([^;]*;`).exec(baseStyles.cssText) ?? [];
  return declaration.match(/--(?:utrecht|nl|basis)-[\w-]+/g) ?? [];
}

interface Found {
  readonly token: string;
  readonly value: string;
}

/** What a theme gives for each role; measured in a shadow root, where other themes don't reach. */
async function measure(theme: Theme): Promise<Map<string, Found | undefined>> {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  place.className = theme.className!;
  root.append(place);
  document.body.append(host);
  root.adoptedStyleSheets = await Promise.all(
    theme.css!().map(async (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync((await css).default);
      return sheet;
    }),
  );
  const style = getComputedStyle(place);
  const found = Object.keys(names).map((role): [string, Found | undefined] => {
    const token = tokensOf(role).find((name) => style.getPropertyValue(name).trim());
    return [role, token ? { token, value: style.getPropertyValue(token).trim() } : undefined];
  });
  host.remove();
  return new Map(found);
}

const swatch = (value: string): unknown => {
  if (!CSS.supports('color', value)) return '';
  const paint = document.createElement('span');
  paint.className = 'swatch';
  paint.style.setProperty('background', value);
  return paint;
};

/** The table of what each theme says. */
export const Overzicht: StoryObj = {
  name: 'Wat elk thema zegt',
  globals: { theme: 'none' },
  parameters: { a11y: { options: { rules: { 'color-contrast-enhanced': { enabled: true } } } } },
  loaders: [async () => ({ measured: await Promise.all(houseStyles.map(measure)) })],
  render: (_, { loaded }) => {
    const measured = loaded.measured as Map<string, Found | undefined>[];
    return html`<div class="house-styles">
      <h1>Wat elk thema zegt</h1>
      <p>
        De onderdelen vragen aan het thema van de site elf dingen. Zegt een thema er niets over, dan nemen ze over wat de pagina zelf heeft.
        Dat is geen fout: het is hier te zien, zodat je weet waar een huisstijl nog niet alles vastlegt.
      </p>
      <div class="scroll" role="region" aria-label="Tabel" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Voor</th>
              ${houseStyles.map(({ title }) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${Object.entries(names).map(
              ([role, name]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${measured.map((found) => {
                    const { token, value } = found.get(role) ?? {};
                    return token && value
                      ? html`<td title=${token}>${swatch(value)} <code>${value}</code></td>`
                      : html`<td class="missing">van de pagina</td>`;
                  })}
                </tr>`,
            )}
            <tr>
              <th scope="row">samen</th>
              ${measured.map((found) => html`<td>${[...found.values()].filter(Boolean).length} van ${found.size}</td>`)}
            </tr>
          </tbody>
        </table>
      </div>
      <h2>Van wie is het?</h2>
      <ul>
        ${houseStyles.map(
          ({ title, from, open }) =>
            html`<li>
              ${title}: <code>${from}</code>,
              ${open ? 'vrij te gebruiken (EUPL)' : 'alle rechten bij de organisatie: hier alleen om mee te testen'}
            </li>`,
        )}
      </ul>
    </div>`;
  },
  play: async ({ canvas }) => {
    const cells = canvas.getAllByText(/van 11$/);
    await expect(cells).toHaveLength(8);
    // a theme that says nothing at all was not loaded
    for (const cell of cells) await expect(Number.parseInt(cell.textContent)).toBeGreaterThan(3);
  },
};

/** All five elements on a page with a theme. */
function inTheme(id: string): StoryObj {
  const { title, className } = houseStyles.find((theme) => theme.id === id)!;
  return {
    name: title,
    globals: { theme: id },
    render: () =>
      html`<div class="five">
        <meedoen-story-card src="./meedoen.json" story="umcg-paul" layout="wide" deep-link="off"></meedoen-story-card>
        <meedoen-story-list src="./meedoen.json" controls="search sector" limit="3" deep-link="off"></meedoen-story-list>
        <meedoen-session-calendar src="./meedoen.json" today="2021-09-20" limit="3" controls deep-link="off"></meedoen-session-calendar>
        <meedoen-contact-table src="./meedoen.json" today="2021-09-20" controls="search"></meedoen-contact-table>
        <meedoen-join-form src="./meedoen.json" action="/join" today="2021-09-20"></meedoen-join-form>
      </div>`,
    play: async ({ canvasElement }) => {
      for (const element of canvasElement.querySelectorAll<FeedElement>('.five > *')) {
        await settled(element);
        await expect(element.matches(':state(ready)'), element.localName).toBe(true);
      }
      await expect(document.documentElement).toHaveClass(className!);
    },
  };
}

export const Voorbeeld = inTheme('voorbeeld');
export const MooiAnders = inTheme('mooi-anders');
export const DenHaag = inTheme('den-haag');
export const Utrecht = inTheme('utrecht');
export const Rotterdam = inTheme('rotterdam');
export const Nijmegen = inTheme('nijmegen');
export const Rijkshuisstijl = inTheme('rijkshuisstijl');
export const Rvo = inTheme('rvo');
