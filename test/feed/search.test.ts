import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { markMatches } from '../../src/feed/mark.ts';
import { matchesWords, normalise, words } from '../../src/feed/search.ts';
import { anyText } from '../any-text.ts';

const found = (text: string, typed: string): boolean => matchesWords(normalise(text), words(typed));
const marked = (text: string, typed: string): string =>
  markMatches(text, words(typed))
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

describe('searching', () => {
  for (const [text, typed, expected] of [
    ['Voortgezet onderwijs', 'VOORT', true],
    ['Súdwest-Fryslân', 'sudwest fryslan', true],
    ['Sudwest Fryslan', 'Súdwest-Fryslân', true],
    ['De Ruĳter', 'ruijter', true],
    ['Nithosha e\u0301n Wesley', 'én wes', true],
    ['Voortgezet onderwijs', 'onderwijs voort', true],
    ['Voortgezet onderwijs', 'wijs', false],
    ['Voortgezet onderwijs', 'voort mbo', false],
    ['info@voorbeeld.nl', 'info@voorbeeld', true],
    ['Alles', '', true],
    ['Alles', ' ?! ', true],
    ['', 'iets', false],
  ] as const) {
    it(`“${typed}” ${expected ? 'finds' : 'does not find'} “${text}”`, () => expect(found(text, typed)).to.equal(expected));
  }
});

describe('marking what was found', () => {
  for (const [text, typed, expected] of [
    ['Voortgezet onderwijs', 'voort', '[Voort]gezet onderwijs'],
    ['Súdwest-Fryslân', 'sudw fry', '[Súdw]est-[Fry]slân'],
    ['e\u0301e\u0301n leraar', 'ee', '[e\u0301e\u0301]n leraar'],
    ['De Ruĳter', 'rui', 'De [Ruĳ]ter'],
    ['onderwijswerkgevers', 'onder onderwijs', '[onderwijs]werkgevers'],
    ['Niets', 'iets', 'Niets'],
    ['㊊Ⅹ x', 'x', '㊊Ⅹ [x]'],
    ['½x ´x-x', 'x', '½x ´[x]-[x]'],
    ['Leeg', '', 'Leeg'],
    ['', 'x', ''],
  ] as const) {
    it(`“${typed}” in “${text}” gives ${expected}`, () => expect(marked(text, typed)).to.equal(expected));
  }

  it('loses no character, and marks something exactly when it is found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.stringMatching(/^[a-zéïĳ]{1,5}$/), fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '-', '<b>')), {
          maxLength: 8,
        }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (parts, typed) => {
          const text = parts.join('');
          const needles = words(typed);
          const pieces = markMatches(text, needles);
          expect(pieces.map((piece) => piece.text).join('')).to.equal(text);
          for (const piece of pieces) expect(piece.text).not.to.equal('');
          if (pieces.some(({ match }) => match)) expect(needles.some((needle) => matchesWords(normalise(text), [needle]))).to.equal(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('normalises what is normalised to itself', () => {
    fc.assert(fc.property(anyText, (text) => void expect(normalise(normalise(text))).to.equal(normalise(text))));
  });

  it('takes no time for a word that goes on and on', () => {
    const start = performance.now();
    markMatches('a'.repeat(20_000), words('a'.repeat(19_000)));
    expect(performance.now() - start).to.be.below(1_000);
  });
});
