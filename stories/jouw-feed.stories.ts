/** “Jouw feed”, and what it says in each case. Only the first is in the sidebar; the others are tests of it. */
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../src/register.ts';
import { JouwFeed } from './jouw-feed/jouw-feed.ts';

if (!customElements.get('jouw-feed')) customElements.define('jouw-feed', JouwFeed);

export default {
  title: 'Jouw feed',
  tags: ['!autodocs'],
  // the same element three times gives the same landmark three times
  parameters: { controls: { disable: true }, a11y: { options: { rules: { 'landmark-unique': { enabled: false } } } } },
  render: () => html`<jouw-feed></jouw-feed>`,
};

const open = async (canvasElement: HTMLElement) => {
  const host = canvasElement.querySelector('jouw-feed')!;
  await host.updateComplete;
  return { ...within(host.shadowRoot as unknown as HTMLElement), host };
};

type Page = Awaited<ReturnType<typeof open>>;

/** Everything that is asked of the network while a story runs. */
const asked: string[] = [];

/** In place of the network. */
const answering = (answer: () => Response | Promise<Response>) => (): (() => void) => {
  const real = globalThis.fetch;
  asked.length = 0;
  globalThis.fetch = (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve().then(answer);
  };
  return () => (globalThis.fetch = real);
};

const give = async (page: Page, address: string): Promise<void> => {
  await userEvent.type(page.getByLabelText('Adres van je feed'), address);
  await userEvent.keyboard('{Enter}');
};

const headings = (page: Page): (string | null)[] => page.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

export const JouwFeedZelf: StoryObj = { name: 'Controleer en bekijk' };

const test = (name: string, play: StoryObj['play'], more: StoryObj = {}): StoryObj => ({
  name,
  tags: ['!dev'],
  ...more,
  ...(play && { play }),
});

export const Fouten = test('Zegt wat er fout is, waar, en wat je eraan doet', async ({ canvasElement }) => {
  const page = await open(canvasElement);
  await userEvent.click(page.getByRole('button', { name: 'Probeer een voorbeeld met fouten' }));
  await waitFor(() => expect(page.host.shadowRoot!.activeElement).toHaveTextContent('2 fouten, 3 waarschuwingen'));
  await expect(page.getByText('sessions[2].title')).toBeVisible();
  await expect(page.getByText('Bedoel je “organisation”?')).toBeVisible();
  // the place leads to the line
  const [place] = page.getAllByRole('button', { name: /^regel 14, teken/ });
  await userEvent.click(place!);
  const text = page.getByLabelText<HTMLTextAreaElement>('Of plak de tekst');
  await expect(page.host.shadowRoot!.activeElement).toBe(text);
  await expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('"organisatie": "Voorbeeldschool",');
  // all five elements, at three widths
  for (const name of ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form']) {
    const elements = [...page.host.shadowRoot!.querySelectorAll<HTMLElement>(`meedoen-${name}`)];
    await expect(elements.map(({ offsetWidth }) => offsetWidth)).toEqual([360, 768, 1120].map((width) => width - 32));
    for (const element of elements) await waitFor(() => expect(element.matches(':state(ready)'), name).toBe(true));
  }
  await userEvent.click(page.getByLabelText('telefoon (360 pixels)'));
  await expect(page.host.shadowRoot!.querySelectorAll('meedoen-story-list')).toHaveLength(1);
});

export const Goed = test(
  'Haalt een adres op, en niets anders',
  async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await give(page, 'https://www.example.org/meedoen.json');
    await waitFor(() => expect(headings(page)).toContain('Alles klopt.'));
    await waitFor(() => expect(page.host.shadowRoot!.querySelector('meedoen-story-list')!.matches(':state(ready)')).toBe(true));
    await expect(page.host.shadowRoot!.querySelectorAll('meedoen-story-card img')).toHaveLength(0);
    await expect(asked).toEqual(['https://www.example.org/meedoen.json']);
    const entries = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    await expect(entries.filter((origin) => origin !== location.origin)).toEqual([]);
  },
  {
    beforeEach: answering(() =>
      Response.json({
        meedoen: 1,
        stories: [
          {
            id: 'a',
            title: 'Voorbeeld',
            image: { src: 'beeld.jpg', alt: 'Een tekening' },
            body: '<p>Tekst <img src="https://www.example.org/in-de-tekst.jpg" alt=""></p>',
          },
        ],
      }),
    ),
  },
);

export const GeenAdres = test('Zegt wanneer iets geen adres is', async ({ canvasElement }) => {
  const page = await open(canvasElement);
  await give(page, 'www.example.org/meedoen.json');
  await expect(await page.findByText(/Begint het met https/)).toHaveTextContent('https://www.example.org/meedoen.json');
  const field = page.getByLabelText('Adres van je feed');
  await waitFor(() => expect(page.host.shadowRoot!.activeElement).toBe(field));
  await expect(field).toBeInvalid();
  await expect(field).toHaveAccessibleDescription(/Begint het met https/);
});

export const GeenToestemming = test(
  'Zegt wat er aan de hand kan zijn als een adres niet antwoordt',
  async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await give(page, 'https://www.example.org/meedoen.json');
    await expect(await page.findByText(/Access-Control-Allow-Origin/)).toBeVisible();
  },
  { beforeEach: answering(() => Promise.reject(new TypeError('Failed to fetch'))) },
);

export const NietGevonden = test(
  'Zegt dat er op een adres niets is',
  async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await give(page, 'https://www.example.org/weg.json');
    await expect(await page.findByText('Op dit adres is niets te vinden (status 404).')).toBeVisible();
  },
  { beforeEach: answering(() => new Response('', { status: 404 })) },
);

export const Webpagina = test(
  'Herkent een webpagina',
  async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await give(page, 'https://www.example.org/');
    await expect(await page.findByText('Dit is een webpagina (HTML), geen feed.')).toBeVisible();
    await expect(headings(page)).toEqual(['1 fout, 0 waarschuwingen']);
  },
  { beforeEach: answering(() => new Response('<!doctype html><title>Voorbeeld</title>')) },
);

export const GeenJson = test('Wijst aan waar de JSON misgaat', async ({ canvasElement }) => {
  const page = await open(canvasElement);
  page.getByLabelText<HTMLTextAreaElement>('Of plak de tekst').value = '{\n  "meedoen": 1,\n  "title": “Voorbeeld”\n}';
  await userEvent.click(page.getByRole('button', { name: 'Controleer' }));
  await expect(await page.findByText(/Dit zijn niet de goede aanhalingstekens/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'regel 3, teken 12' })).toBeVisible();
  await expect(page.host.shadowRoot!.querySelector('#preview')).toBeNull();
});

export const Leeg = test('Vraagt om tekst als er geen is', async ({ canvasElement }) => {
  const page = await open(canvasElement);
  await userEvent.click(page.getByRole('button', { name: 'Controleer' }));
  await expect(await page.findByText('Plak hier eerst de tekst van je feed.')).toBeVisible();
});
