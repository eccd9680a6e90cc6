import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from 'lit';
import { fixed, flat } from '../../src/parts/flat.ts';

/** What a card is like: templates in templates, and much that is there or not. */
interface Given {
  layout?: string;
  lang?: string;
  lead?: string;
  more?: unknown;
}
const card = (title: string, { layout = 'wide', lang, lead, more = nothing }: Given = {}): TemplateResult => {
  const heading = html`<h2>${title}</h2>`;
  return html`<article class="card ${fixed(layout)}" lang=${lang ?? nothing} data-layout=${fixed(layout)} title="Over ${title}">
    ${heading}${lead ? html`<p class="lead" .textContent=${lead}></p>` : nothing}${[more]}
  </article>`;
};

/** What a visitor's browser makes of it, without Lit's markers and the white space between tags. */
const shown = (element: Element): string => element.innerHTML.replace(/<!--.*?-->/g, '').replace(/\s*\n\s*/g, '');

describe('a flat template', () => {
  const place = document.createElement('div');
  const draw = (template: TemplateResult): string => (render(template, place), shown(place));

  it('shows what the templates in it show', () => {
    expect(draw(flat(card('Anna', { lang: 'fy', lead: 'Deeg & gist.' })))).to.equal(
      '<article class="card wide" data-layout="wide" lang="fy" title="Over Anna"><h2>Anna</h2><p class="lead">Deeg &amp; gist.</p></article>',
    );
    expect(draw(flat(card('Bram'))), 'without what is nothing').to.equal(
      '<article class="card wide" data-layout="wide" title="Over Bram"><h2>Bram</h2></article>',
    );
    expect(draw(flat(card('Carla', { layout: 'quote' })))).to.equal(
      '<article class="card quote" data-layout="quote" title="Over Carla"><h2>Carla</h2></article>',
    );
  });

  it('shows what Lit shows where nothing is only a part of an attribute, also at its beginning', () => {
    const given = html`<p class="${nothing} card" id="${'a'} b" title="c ${nothing}" lang=${nothing}>x</p>`;
    const plain = draw(given);
    expect(draw(flat(given))).to.equal(plain);
    expect(plain).to.contain('id="a b"').and.to.contain('>x</p>');
  });

  it('is one template, with a marker only for a value that is no text of an element', () => {
    const list = html`${[flat(card('Anna', { lead: 'Brood' })), flat(card('Bram', { lead: 'Hout' }))]}`;
    render(list, place);
    const [first, second] = [...place.querySelectorAll('article')];
    const markers = (element: Element): number => [...element.querySelectorAll('*'), element].flatMap(({ childNodes }) =>
      [...childNodes].filter(({ nodeType }) => nodeType === Node.COMMENT_NODE)).length; // prettier-ignore
    // the title, and the list of more
    expect(markers(second!)).to.be.at.most(3 + 1);
    expect(markers(first!)).to.equal(markers(second!));
  });

  it('keeps text what a feed writes', () => {
    const evil = '<img src=x onerror=alert(1)>${1}';
    draw(flat(card(evil, { lang: evil, lead: evil })));
    expect(place.querySelector('img')).to.equal(null);
    expect(place.querySelector('h2')!.textContent).to.equal(evil);
    expect(place.querySelector('p')!.textContent).to.equal(evil);
    expect(place.querySelector('article')!.lang).to.equal(evil);
  });

  it('changes what differs, as long as it looks the same', () => {
    draw(flat(card('Anna', { lead: 'Brood' })));
    const before = place.querySelector('article');
    expect(draw(flat(card('Bram', { lead: 'Hout' })))).to.contain('<h2>Bram</h2><p class="lead">Hout</p>');
    expect(place.querySelector('article')).to.equal(before);
    expect(draw(flat(card('Carla')))).to.contain('<h2>Carla</h2></article>');
    expect(place.querySelector('article')).not.to.equal(before);
  });

  it('leaves what is in a list where it is, with the focus', () => {
    document.body.append(place);
    const button = (text: string): TemplateResult => html`<button>Kopieer</button>${text ? html`<span>${text}</span>` : nothing}`;
    draw(flat(card('Anna', { more: button('') })));
    place.querySelector('button')!.focus();
    expect(draw(flat(card('Anna', { more: button('Gekopieerd') })))).to.contain('<span>Gekopieerd</span>');
    expect(document.activeElement).to.equal(place.querySelector('button'));
    place.remove();
  });
});
