import { expect, fixture, html } from '@open-wc/testing';
import { hosts } from '../../src/controllers/language.ts';
import { fetchBeside, loadFrom, addressIn } from '../../src/beside.ts';

/** The file under a new address each time: a page remembers a module by its address. */
let copy = 0;
const address = () => new URL(`../fixtures/beside.js?${++copy}`, import.meta.url).href;

async function hashOf(url: string): Promise<string> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
}

describe('fetching a file from beside the bundle', () => {
  let host: HTMLElement;
  beforeEach(async () => {
    host = await fixture(html`<div></div>`);
    host.attachShadow({ mode: 'open' });
  });

  it('gives the module when the file has the hash of the build, and touches nothing outside its own box', async () => {
    const url = address();
    const before = document.querySelectorAll('link').length;
    const loading = loadFrom(url, await hashOf(url), host);
    await Promise.resolve();
    expect(document.querySelectorAll('link').length).to.equal(before);
    expect(await loading)
      .to.have.property('default')
      .that.is.a('function');
    expect(host.shadowRoot!.childElementCount).to.equal(0);
  });

  it('refuses a file with another hash, and one that is not there', async () => {
    const url = address();
    const wrong = (await hashOf(url)).replace(/.{8}$/, 'AAAAAAAA');
    for (const [where, integrity] of [
      [address(), wrong],
      [new URL('missing.js', url).href, wrong],
    ] as const) {
      // prettier-ignore
      const error = await loadFrom(where, integrity, host).then(
        () => undefined,
        (reason: unknown) => reason as Error,
      );
      expect(error?.message).to.contain(where);
    }
    expect(host.shadowRoot!.childElementCount).to.equal(0);
  });

  it('gives the file what it uses of the bundle, once', async () => {
    const file = new URL(address()).href;
    const hash = await hashOf(file);
    const shared = { n: 20 };
    // without an element of ours on the page there is no place for the link, so it is made as on a page with one
    const element = document.createElement('div');
    element.attachShadow({ mode: 'open' });
    host.append(element);
    hosts.add(element as never);
    try {
      const [one, other] = await Promise.all([fetchBeside(file, hash, shared), fetchBeside(file, hash, shared)]);
      expect(one).to.deep.equal({ twice: 40 });
      expect(other).to.equal(one);
    } finally {
      hosts.delete(element as never);
    }
  });

  it('finds its own address in the stack of every browser', () => {
    const url = 'https://cdn.example/a%20b/meedoen.js?v=1';
    for (const stack of [
      `Error\n    at ${url}:1:2345\n    at https://host.example/:3:4`,
      `Error: x\n    at Object.<anonymous> (${url}:1:2345)\n    at https://host.example/:3:4`,
      `@${url}:1:2345\n@https://host.example/:3:4`,
      `ownAddress@${url}:1:2345\nmodule code@${url}:1:99`,
    ]) {
      expect(addressIn(stack), stack).to.equal(url);
    }
    expect(addressIn(null)).to.equal(undefined);
    expect(addressIn('Error')).to.equal(undefined);
  });
});
