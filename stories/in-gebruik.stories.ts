/** What visitors do, step by step: each story plays it, and shows in its panel how. */
import type { StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import type { FeedElement } from '../src/elements/feed-element.ts';
import { fromExample, settled } from './story.ts';

export default { title: 'In gebruik', tags: ['!autodocs'], parameters: { controls: { disable: true } } };

type Play = NonNullable<StoryObj['play']>;

const opened = async (canvasElement: HTMLElement) => {
  const host = await settled(canvasElement.querySelector<FeedElement>('.page > *')!);
  const root = host.renderRoot as ShadowRoot;
  return { ...within(root as unknown as HTMLElement), host, root };
};

/** An example state in which something is done. */
const using = (
  id: string,
  name: string,
  play: (page: Awaited<ReturnType<typeof opened>>) => Promise<void>,
  more: StoryObj = {},
): StoryObj => ({
  ...fromExample(id),
  name,
  ...more,
  play: (async ({ canvasElement }) => play(await opened(canvasElement))) satisfies Play,
});

export const Lezen = using('card-wide', 'Een verhaal lezen met het toetsenbord', async ({ root }) => {
  const link = root.querySelector<HTMLElement>('.card-link')!;
  link.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await waitFor(() => {
    const found = root.querySelector('dialog[open]');
    if (!found) throw new Error('the reader is not open');
    return found;
  });
  await expect(within(dialog as HTMLElement).getByRole('heading', { name: 'Ashley vindt haar plek tussen de paarden' })).toBeVisible();
  await userEvent.click(within(dialog as HTMLElement).getByRole('button', { name: /^Sluit/ }));
  await waitFor(() => expect(dialog).not.toHaveAttribute('open'));
  await expect(root.activeElement).toBe(link);
});

export const Zoeken = using('list-many', 'Verhalen zoeken en filteren', async (page) => {
  await userEvent.type(page.getByRole('searchbox'), '12');
  await waitFor(() => expect(page.getAllByRole('heading', { name: 'Voorbeeldverhaal 12' })).toHaveLength(1));
  await waitFor(() => expect(page.root.querySelectorAll('[part~=card]')).toHaveLength(1));
  await userEvent.type(page.getByRole('searchbox'), '{Backspace}{Backspace}');
  await fireEvent.change(page.getByRole('combobox', { name: 'Sector' }), { target: { value: 'vo' } });
  await waitFor(() => expect(page.getByText('20 verhalen')).toBeVisible());
});

export const Bladeren = using('sessions-month', 'Naar de volgende maand', async (page) => {
  // once it knows how wide it is
  await waitFor(() => expect(page.root.querySelector('[part~=month-title]')?.textContent).toMatch(/september 2021/i));
  await userEvent.click(page.getByRole('button', { name: /^Volgende maand/ }));
  await waitFor(() => expect(page.root.querySelector('[part~=month-title]')?.textContent).toMatch(/oktober 2021/i));
});

export const Sorteren = using('contacts', 'Contacten sorteren', async (page) => {
  const column = page.getByRole('columnheader', { name: /^Organisatie/ });
  await userEvent.click(within(column).getByRole('button'));
  await waitFor(() => expect(column).toHaveAttribute('aria-sort', 'ascending'));
});

export const Aansluiten = using(
  'join',
  'Aansluiten bij het netwerk',
  async (page) => {
    await userEvent.click(page.getByRole('button', { name: 'Sluit je aan' }));
    await waitFor(() => expect(page.getByLabelText(/^Je naam/)).toHaveAccessibleDescription(/Vul je naam in/));
    await userEvent.type(page.getByLabelText(/^Je naam/), 'Voorbeeldpersoon');
    await userEvent.type(page.getByLabelText(/^Je e-mailadres/), 'voorbeeld@example.org');
    await userEvent.type(page.getByLabelText(/^Je organisatie/), 'Voorbeeldschool');
    await userEvent.click(page.getByRole('button', { name: 'Sluit je aan' }));
    await waitFor(() => expect(page.getByRole('heading', { name: 'Welkom in het netwerk.' })).toBeVisible());
  },
  {
    // nothing is sent: the answer of a server that accepts it
    beforeEach: () => {
      const real = globalThis.fetch;
      globalThis.fetch = (input, init) =>
        init?.method === 'POST' ? Promise.resolve(new Response(null, { status: 201 })) : real(input, init);
      return () => (globalThis.fetch = real);
    },
  },
);
