import { expect } from '@open-wc/testing';
import { css, type ReactiveControllerHost } from 'lit';
import { Lazy } from '../../src/controllers/lazy.ts';

/** A host as far as a Lazy knows it, that counts how often it is asked to render. */
function hostOf() {
  const renderRoot = document.createElement('div').attachShadow({ mode: 'open' });
  const host = { renderRoot, renders: 0, requestUpdate: () => void host.renders++ };
  return host as typeof host & ReactiveControllerHost;
}

describe('what is fetched when it is needed', () => {
  it('is fetched once, for all who ask', async () => {
    let times = 0;
    const part = new Lazy(() => Promise.resolve({ times: ++times }));
    const [one, other] = await Promise.all([part.load(), part.load()]);
    expect(one).to.equal(other);
    await part.load();
    expect(times).to.equal(1);
  });

  it('has the host render once it is there, with its styles once', async () => {
    const styles = [css``, css``];
    const part = new Lazy(() => Promise.resolve({ styles }));
    const host = hostOf();
    expect(part.use(host)).to.equal(undefined);
    await part.load();
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.renders).to.equal(1);
    expect(part.use(host)).to.have.property('styles', styles);
    part.use(host);
    expect(host.renderRoot.adoptedStyleSheets).to.deep.equal(styles.map(({ styleSheet }) => styleSheet));
  });

  it('tells that it failed, and is tried again only when a visitor asks', async () => {
    let there = false;
    let times = 0;
    const part = new Lazy(() => (times++, there ? Promise.resolve({}) : Promise.reject(new Error('weg'))));
    const host = hostOf();
    part.use(host);
    await new Promise((resolve) => setTimeout(resolve));
    expect([part.failed, host.renders, times]).to.deep.equal([true, 1, 1]);
    part.use(host);
    expect(times).to.equal(1);
    there = true;
    part.use(host, true);
    await new Promise((resolve) => setTimeout(resolve));
    expect([part.failed, host.renders, times]).to.deep.equal([false, 2, 2]);
    expect(part.module).to.deep.equal({});
  });
});
