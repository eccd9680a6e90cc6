import { expect } from '@open-wc/testing';
import { guard } from '../../src/guard.ts';

const names = ['story-card', 'story-list', 'session-calendar', 'contact-table', 'join-form'];

describe('guard', () => {
  let lines: string[] = [];
  const { info } = console;
  beforeEach(() => {
    lines = [];
    console.info = (...args: unknown[]) => void lines.push(args.join(' '));
  });
  afterEach(() => (console.info = info));

  it('lets the first copy through without a word', () => {
    expect(guard()).to.equal(false);
    expect(lines).to.deep.equal([]);
  });

  it('lets a copy through when a bundler’s copy has defined only some of the elements', () => {
    customElements.define('meedoen-story-card', Object.assign(class extends HTMLElement {}, { version: '9.8.7' }));
    expect(guard()).to.equal(false);
  });

  it('stops the second copy, and says which version was first', () => {
    for (const name of names.slice(1)) customElements.define(`meedoen-${name}`, class extends HTMLElement {});
    expect(guard()).to.equal(true);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^meedoen: version 9\.8\.7 was here first, so this copy \(\d+\.\d+\.\d+\) does nothing$/);
  });

  it('stops where the browser is too old', () => {
    const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'attachInternals')!;
    delete (HTMLElement.prototype as Partial<HTMLElement>).attachInternals;
    try {
      expect(guard()).to.equal(true);
    } finally {
      Object.defineProperty(HTMLElement.prototype, 'attachInternals', descriptor);
    }
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('too old');
  });
});
