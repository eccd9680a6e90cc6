import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { safeSrcset, safeUrl } from '../../src/feed/url.ts';
import { anyWebUrl } from '../any-text.ts';

const base = 'https://voorbeeld.nl/map/meedoen.json';

describe('an address', () => {
  for (const [text, expected] of [
    ['https://voorbeeld.nl/a b', 'https://voorbeeld.nl/a%20b'],
    ['HTTP://VOORBEELD.NL', 'http://voorbeeld.nl/'],
    ['//elders.nl/x', 'https://elders.nl/x'],
    ['verhaal.html', 'https://voorbeeld.nl/map/verhaal.html'],
    ['?a=1', 'https://voorbeeld.nl/map/meedoen.json?a=1'],
    ['mailto:info@voorbeeld.nl', 'mailto:info@voorbeeld.nl'],
    ['tel:+31201234567', 'tel:+31201234567'],
  ] as const) {
    it(`${text} becomes ${expected}`, () => expect(safeUrl(text, base)).to.equal(expected));
  }

  for (const text of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://a/b',
    'file:///etc/passwd',
    'vbscript:x',
    'about:blank',
    'https://',
    'http://[',
    'feed:https://a.nl',
  ]) {
    it(`${JSON.stringify(text)} is refused, with and without a base`, () => {
      expect(safeUrl(text, base)).to.equal(undefined);
      expect(safeUrl(text)).to.equal(undefined);
    });
  }

  it('of a picture is http or https', () => {
    expect(safeUrl('mailto:info@voorbeeld.nl', base, true)).to.equal(undefined);
    expect(safeUrl('a.jpg', base, true)).to.equal('https://voorbeeld.nl/map/a.jpg');
  });

  it('stays relative without a base', () => expect(safeUrl('../a.jpg')).to.equal('../a.jpg'));

  it('can not be resolved against an address that is none', () => {
    expect(safeUrl('a.jpg', 'about:blank')).to.equal(undefined);
    expect(safeUrl('https://voorbeeld.nl/', 'about:blank')).to.equal('https://voorbeeld.nl/');
  });

  it('is what URL makes of it, also where URL is not asked', () => {
    const piece = fc.constantFrom(
      'a',
      'b1',
      '7',
      '0x7f',
      'xn--a',
      'A',
      'é',
      '-',
      '--',
      '.',
      '..',
      '...',
      '/',
      '//',
      '~',
      '_',
      '%2e',
      '?',
      '#',
      ':',
      '@',
      ' ',
    );
    const nearly = fc.array(piece, { maxLength: 9 }).map((pieces) => `https://voorbeeld${pieces.join('')}`);
    const hosts = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => `https://${pieces.join('')}/map/blad.html`);
    fc.assert(
      fc.property(fc.oneof(nearly, hosts, anyWebUrl), (address) => {
        const url = URL.canParse(address) ? new URL(address).href : undefined;
        expect(safeUrl(address, base)).to.equal(url);
      }),
      { numRuns: 2000 },
    );
  });

  it('that came through once comes through again unchanged', () => {
    const text = fc.oneof(anyWebUrl, fc.string(), fc.stringMatching(/^[a-z:/.?#%@]{0,12}$/));
    fc.assert(
      fc.property(text, fc.constantFrom(base, undefined), (address, from) => {
        const once = safeUrl(address, from);
        if (once === undefined) return;
        expect(safeUrl(once, from)).to.equal(once);
        expect(new URL(once, base).protocol).to.match(/^(https?|mailto|tel):$/);
      }),
    );
  });
});

describe('a srcset', () => {
  for (const [text, expected] of [
    ['a.jpg', 'https://voorbeeld.nl/map/a.jpg'],
    ['a.jpg 400w, b.jpg 800w', 'https://voorbeeld.nl/map/a.jpg 400w, https://voorbeeld.nl/map/b.jpg 800w'],
    ['a.jpg 1x,b.jpg 1.5x', 'https://voorbeeld.nl/map/a.jpg 1x, https://voorbeeld.nl/map/b.jpg 1.5x'],
    ['\n a.jpg,\n b.jpg 2x ,', 'https://voorbeeld.nl/map/a.jpg, https://voorbeeld.nl/map/b.jpg 2x'],
    ['a,b.jpg 2x', 'https://voorbeeld.nl/map/a,b.jpg 2x'],
    ['javascript:x 1x, b.jpg 2x', 'https://voorbeeld.nl/map/b.jpg 2x'],
    ['a.jpg 100w 50h, b.jpg 2x', 'https://voorbeeld.nl/map/b.jpg 2x'],
    ['a.jpg groot', undefined],
    ['data:image/png;base64,AAAA 1x', 'https://voorbeeld.nl/map/AAAA 1x'],
    [',', undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} becomes ${expected}`, () => {
      const once = safeSrcset(text, base);
      if (!text.startsWith('data:')) expect(once).to.equal(expected);
      expect(once ?? '').not.to.include('data:');
      if (once) expect(safeSrcset(once, base)).to.equal(once);
    });
  }
});
