import { expect, fixture, html } from '@open-wc/testing';
import { adoptStyles, nothing } from 'lit';
import { copyButton, styles } from '../../src/parts/copy-button.ts';
import { until } from '../define.ts';

const ADDRESS = 'https://example.org/sessies.ics';

describe('the button that copies', () => {
  let copied: string[];
  let allowed: boolean;

  const clipboard = (value: unknown): void => void Object.defineProperty(navigator, 'clipboard', { value, configurable: true });

  beforeEach(() => {
    copied = [];
    allowed = true;
    clipboard({
      writeText: (text: string) =>
        allowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
  });

  afterEach(() => void delete (navigator as { clipboard?: unknown }).clipboard);

  async function place(...input: Parameters<typeof copyButton>): Promise<{ button: HTMLButtonElement; status: HTMLElement }> {
    const box = await fixture<HTMLElement>(html`<div>${copyButton(...input)}</div>`);
    return { button: box.querySelector('button')!, status: box.querySelector('[role=status]')! };
  }

  it('copies the text as it is, and says so in the button and aloud', async () => {
    const { button, status } = await place(ADDRESS, 'nl', { what: 'het adres' });
    expect(button.textContent.replace(/\s+/g, ' ')).to.match(/Kopieer het adres/);
    expect(status.textContent).to.equal('');
    button.click();
    await until(() => status.textContent === 'Gekopieerd', 'it is said');
    expect(copied).to.deep.equal([ADDRESS]);
    expect(button.matches('[data-copied]')).to.equal(true);
    expect(status.className).to.contain('visually-hidden');
  });

  it('names what it copies, when nothing else does', async () => {
    const { button } = await place('voorbeeld@example.org', 'en-GB', { compact: true });
    const name = button.querySelector('.before')!.textContent.replace(/\s+/g, ' ').trim();
    expect(name).to.equal('Copy voorbeeld@example.org');
    expect(button.querySelector('.after')!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('says it again when it is pressed again', async () => {
    const { button, status } = await place(ADDRESS, 'nl');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(status.textContent));
    observer.observe(status, { childList: true });
    button.click();
    await until(() => said.includes('Gekopieerd'), 'it is said');
    said.length = 0;
    button.click();
    await until(() => said.includes('Gekopieerd'), 'it is said again');
    expect(copied.length).to.equal(2);
    observer.disconnect();
  });

  it('tells what to do where the browser does not let it', async () => {
    allowed = false;
    const { button, status } = await place(ADDRESS, 'nl');
    button.click();
    await until(() => /Selecteer de tekst/.test(status.textContent), 'it is said');
    expect(status.className).not.to.contain('visually-hidden');
    expect(button.matches('[data-copied]')).to.equal(false);
  });

  it('falls away where there is no clipboard', () => {
    clipboard(undefined);
    expect(copyButton(ADDRESS, 'nl')).to.equal(nothing);
  });

  it('stays as wide as it is, and is large enough for a finger', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    adoptStyles(root, styles);
    const { button, status } = await place(ADDRESS, 'nl', { compact: true });
    root.append(button.parentElement!);
    const { width, height } = button.getBoundingClientRect();
    expect(width).to.be.at.least(44);
    button.click();
    await until(() => status.textContent, 'it is said');
    expect([button.getBoundingClientRect().width, button.getBoundingClientRect().height]).to.deep.equal([width, height]);
  });
});
