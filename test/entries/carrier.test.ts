import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { Carriers } from '../../src/carrier.ts';
import { until } from '../define.ts';

/** Stands for an element of ours: a carrier only asks which attributes it observes. */
class Example extends HTMLElement {
  static observedAttributes = ['src', 'sector', 'heading-level', 'controls'];
  changes: string[] = [];
  connections: string[] = [];
  attributeChangedCallback(name: string, _old: string | null, value: string | null) {
    this.changes.push(`${name}=${value}`);
  }
  connectedCallback() {
    // eslint-disable-next-line wc/no-child-traversal-in-connectedcallback -- whether the fallback is there already is the question
    this.connections.push(`${this.getAttribute('src')} ${this.textContent.trim()}`);
  }
}
customElements.define('meedoen-story-list', Example);
customElements.define('meedoen-join-form', class extends Example {});

const carriers = new Carriers(['story-list', 'join-form']);
const inside = (carrier: Element) => carrier.firstElementChild as Example;
const settle = () => aTimeout(0);

describe('carriers', () => {
  let warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings = [];
    console.warn = (...args: unknown[]) => void warnings.push(args.join(' '));
    carriers.follow(document);
  });
  afterEach(() => {
    carriers.stop();
    console.warn = warn;
  });

  const place = async (markup: ReturnType<typeof html>) => {
    const box = await fixture<HTMLElement>(html`<section>${markup}</section>`);
    await settle();
    return box.querySelector<HTMLElement>('[data-meedoen]')!;
  };

  it('puts the element inside the div and takes its content along as fallback', async () => {
    const carrier = await place(
      html`<div class="alignwide" id="kalender" data-meedoen="story-list" data-src="/a.json" data-heading-level="3" data-controls="">
        <a href="/v">Verhalen</a>
      </div>`,
    );
    const element = inside(carrier);
    expect(element.localName).to.equal('meedoen-story-list');
    expect(carrier.className).to.equal('alignwide');
    expect(carrier.children).to.have.length(1);
    expect(element.querySelector('a')!.textContent).to.equal('Verhalen');
    expect(element.getAttributeNames().sort()).to.deep.equal(['controls', 'heading-level', 'src']);
    expect(element.connections, 'complete when it is connected, and connected once').to.deep.equal(['/a.json Verhalen']);
  });

  it('maps only attributes that the element knows: an author who may write data-onclick may not write onclick', async () => {
    const carrier = await place(
      html`<div
        data-meedoen="story-list"
        data-src="/a.json"
        data-lang="en"
        data-onclick="alert(1)"
        data-style="color:red"
        data-id="x"
        data-aos="fade"
      ></div>`,
    );
    expect(inside(carrier).getAttributeNames().sort()).to.deep.equal(['lang', 'src']);
  });

  it('upgrades a carrier that a router adds later, and one deep inside what it adds', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const article = document.createElement('article');
    article.append(document.createElement('p'), Object.assign(document.createElement('div'), { className: 'late' }));
    article.lastElementChild!.setAttribute('data-meedoen', 'join-form');
    box.append(article);
    await settle();
    expect(inside(article.querySelector('.late')!).localName).to.equal('meedoen-join-form');
  });

  it('upgrades a div that becomes a carrier', async () => {
    const box = await fixture<HTMLElement>(html`<div><p>Even geduld</p></div>`);
    box.setAttribute('data-meedoen', 'join-form');
    await settle();
    expect(inside(box).localName).to.equal('meedoen-join-form');
    expect(inside(box).textContent).to.equal('Even geduld');
  });

  it('follows changes of the carrier’s attributes', async () => {
    const carrier = await place(html`<div data-meedoen="story-list" data-src="/a.json" data-sector="po"></div>`);
    carrier.dataset.sector = 'vo';
    carrier.removeAttribute('data-src');
    carrier.setAttribute('data-onclick', 'x');
    carrier.className = 'x';
    await settle();
    expect(inside(carrier).getAttribute('sector')).to.equal('vo');
    expect(inside(carrier).getAttributeNames()).to.deep.equal(['sector']);
  });

  it('becomes another element with the same fallback when the carrier asks for another', async () => {
    const carrier = await place(html`<div data-meedoen="story-list" data-src="/a.json">Terugval</div>`);
    carrier.dataset.meedoen = 'join-form';
    await settle();
    expect(carrier.children).to.have.length(1);
    expect(inside(carrier).localName).to.equal('meedoen-join-form');
    expect(inside(carrier).textContent).to.equal('Terugval');
  });

  it('is upgraded once, however often it is moved', async () => {
    const carrier = await place(html`<div data-meedoen="story-list" data-src="/a.json">x</div>`);
    const element = inside(carrier);
    const parent = carrier.parentElement!;
    carrier.remove();
    await settle();
    parent.append(carrier);
    await settle();
    expect(inside(carrier)).to.equal(element);
    expect(element.children).to.have.length(0);
  });

  it('recognises its own element in a copy that a router has kept', async () => {
    const carrier = await place(html`<div data-meedoen="story-list" data-src="/a.json">x</div>`);
    const copy = carrier.cloneNode(true) as HTMLElement;
    carrier.replaceWith(copy);
    await settle();
    expect(copy.querySelectorAll('meedoen-story-list')).to.have.length(1);
    copy.dataset.src = '/b.json';
    await settle();
    expect(inside(copy).getAttribute('src')).to.equal('/b.json');
  });

  it('accepts the whole tag as name', async () => {
    const carrier = await place(html`<div data-meedoen=" meedoen-join-form "></div>`);
    expect(inside(carrier).localName).to.equal('meedoen-join-form');
  });

  it('leaves a carrier with an unknown name as it is and names the allowed ones, once', async () => {
    const carrier = await place(html`<div data-meedoen="kalender">Terugval</div>`);
    await place(html`<div data-meedoen="kalender">Terugval</div>`);
    expect(carrier.innerHTML).to.contain('Terugval');
    expect(carrier.children).to.have.length(0);
    expect(warnings).to.deep.equal(['meedoen: data-meedoen="kalender" is not one of story-list, join-form']);
  });

  it('waits for the end of a document that is still coming in', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="x"></iframe>`);
    const page = frame.contentDocument!;
    page.open();
    page.write('<!doctype html><title>x</title><div data-meedoen="story-list"><p>een</p>');
    const other = new Carriers(['story-list']);
    other.follow(page);
    await settle();
    expect(page.querySelector('meedoen-story-list')).to.equal(null);
    page.write('<p>twee</p></div>');
    page.close();
    await until(() => page.querySelector('meedoen-story-list'), 'the document has ended');
    other.stop();
    expect(page.querySelector('meedoen-story-list')!.textContent.trim()).to.equal('eentwee');
  });
});
