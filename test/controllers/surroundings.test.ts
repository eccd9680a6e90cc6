import { expect, fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { SurroundingsController } from '../../src/controllers/surroundings.ts';

class Surrounded extends LitElement {
  readonly surroundings = new SurroundingsController(this);

  override render(): TemplateResult {
    return html`<div class="meedoen"><input type="checkbox" /><slot></slot></div>`;
  }
}
customElements.define('x-surrounded', Surrounded);

/** The element on a ground of some colour, in a page that does not say whether it is dark. */
const on = async (background: string): Promise<Surrounded> => {
  const place = await fixture(
    html`<div style="background: ${background}">
      <x-surrounded><a href="#a">terug</a></x-surrounded>
    </div>`,
  );
  const element = place.querySelector<Surrounded>('x-surrounded')!;
  await element.updateComplete;
  return element;
};
const inner = (element: Surrounded): HTMLElement => element.renderRoot.querySelector('.meedoen')!;
const schemeOf = (element: Surrounded): string => getComputedStyle(inner(element).firstElementChild!).colorScheme;

describe('what is around an element', () => {
  it('gives checkboxes and lists of choices the tone of the ground they stand on, also where the page does not say it is dark', async () => {
    for (const [background, scheme] of [
      ['#111', 'dark'],
      ['rgb(20 20 60)', 'dark'],
      ['#0b3d2e', 'dark'],
      ['#fff', 'light'],
      ['#ffd', 'light'],
    ] as const) {
      expect(schemeOf(await on(background)), background).to.equal(scheme);
    }
  });

  it('leaves that to the page where nothing is painted, or something that is no plain colour', async () => {
    for (const background of ['none', '#0008', 'oklch(20% 0.1 200)']) {
      expect(inner(await on(background)).style.colorScheme, background).to.equal('');
    }
  });

  it('knows the colour of the page’s links and the ground under the text, looking past what can be seen through', async () => {
    const place = await fixture(
      html`<div style="background: rgb(1, 2, 3)">
        <div style="background: #fff8">
          <x-surrounded><a href="#a" style="color: rgb(4, 5, 6)">terug</a></x-surrounded>
        </div>
      </div>`,
    );
    const element = place.querySelector<Surrounded>('x-surrounded')!;
    await element.updateComplete;
    expect(inner(element).style.getPropertyValue('--_paper')).to.equal('rgb(1, 2, 3)');
    expect(inner(element).style.getPropertyValue('--_link')).to.equal('rgb(4, 5, 6)');
  });
});
