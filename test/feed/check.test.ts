import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkFeed, type Finding } from '../../src/feed/check.ts';
import { describeFinding } from '../../src/i18n/problems.ts';
import { anyText } from '../any-text.ts';
import { fixtureNames } from './fixtures.ts';

const fixtures = { valid: await fixtureNames('valid'), invalid: await fixtureNames('invalid') };
const now = Date.parse('2021-10-01T12:00:00Z');
const check = (text: string): readonly Finding[] => checkFeed(text, { source: 'feed.json', now }).findings;
const places = (text: string): string[] => check(text).map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`);
const feedWith = (more: string): string => `{ "meedoen": 1, ${more} }`;

describe('a text that is not JSON', () => {
  for (const [name, text, expected] of [
    ['a comma too many', '{\n  "meedoen": 1,\n  "stories": [1,],\n}', ['3:16  trailing-comma', '3:18  trailing-comma']],
    ['a comment', '{\n  // notitie\n  "meedoen": 1 /* en nog een */\n}', ['2:3  comment', '3:16  comment']],
    ['single quotes', "{ 'meedoen': 1 }", ['1:3  quotes']],
    ['curly quotes', '{\r\n  “meedoen”: 1\r\n}', ['2:3  quotes']],
    ['no quotes', '{ meedoen: 1 }', ['1:3  unquoted']],
    ['words of other languages', '{ "meedoen": True }', ['1:14  unquoted']],
    ['a comma too few', '{ "meedoen": 1\n  "title": "x" }', ['2:3  comma']],
    ['a colon too few', '{ "meedoen" 1 }', ['1:13  colon']],
    ['a line break in a text', '{ "meedoen": 1, "title": "een\ntwee" }', ['1:30  control-character']],
    ['a tab in a text', '{ "title": "een\ttwee" }', ['1:16  control-character']],
    ['a lonely backslash', '{ "title": "C:\\pad" }', ['1:12  escape']],
    ['an end that is missing', '{ "meedoen": 1, "stories": [ { "id": "a"', ['1:41  cut-off']],
    ['a text that does not end', '{ "title": "een', ['1:12  cut-off']],
    ['something after the end', '{ "meedoen": 1 } { }', ['1:18  after-end']],
    ['an invisible character', '{\u00a0"meedoen": 1 }', ['1:2  invisible-character']],
    ['nothing at all', ' \n ', ['1:1  empty-file']],
    ['a page', '<!doctype html><title>x</title>', ['1:1  html']],
    ['UTF-16', '\ufffd\ufffd{\0"\0', ['1:1  encoding']],
    ['a number that is none', '{ "meedoen": 01 }', ['1:15  comma']],
    ['a value too few', '{ "meedoen": , "title": "x" }', ['1:14  syntax']],
  ] as const) {
    it(`${name}: says where, and that visitors see nothing`, () => {
      expect(places(text)).to.deep.equal(expected);
      for (const { effect, lost } of check(text)) expect([effect, lost]).to.deep.equal(['dropped', '']);
    });
  }

  it('is refused exactly when browsers refuse it', () => {
    for (const text of [
      '{"a":1.}',
      '{"a":.5}',
      '{"a":+1}',
      '{"a":0x1}',
      '[1 2]',
      '"\\u12"',
      'nul',
      '{"a"}',
      '{,}',
      '\u2028{}',
      '{}\u0000',
    ]) {
      expect(
        check(text).map(({ level, expected }) => [level, expected]),
        text,
      ).to.deep.include(['problem', 'json']);
    }
  });
});

describe('the place of a problem', () => {
  it('is that of the value', () => {
    expect(places('{\n  "meedoen": 1,\n  "sessions": [\n    { "id": "s", "title": "S", "start": "17-09-2021" }\n  ]\n}')).to.deep.equal([
      '4:41 sessions[0].start form',
    ]);
  });
  it('is that of what is around it when there is no value', () => {
    expect(places('{\n  "meedoen": 1,\n  "stories": [\n    { "id": "a" }\n  ]\n}')).to.deep.equal(['4:5 stories[0].title missing']);
    expect(places(feedWith('"stories": { "id": "a" }'))).to.deep.equal(['1:28 stories type', '1:28 stories[0].title missing']);
  });
  it('is that of the last of two equal keys, which is the one that counts', () => {
    expect(places('{ "meedoen": 1, "join": {},\n"language": "geen taal",\n"language": "ook niet goed" }')).to.deep.equal([
      '3:1 language duplicate-key',
      '3:13 language form',
    ]);
  });
  it('says which item disappears', () => {
    const [missing, date, contact] = check(
      feedWith(
        '"stories": [{ "id": "a" }], "sessions": [{ "id": "s", "title": "S", "start": "x" }], "contacts": [{ "id": "c", "checked": "2021" }]',
      ),
    );
    expect([missing!.lost, date!.lost, contact!.lost]).to.deep.equal(['stories[0]', 'sessions[0].start', 'contacts[0]']);
    const [link] = check(feedWith('"stories": [{ "id": "a", "title": "A", "links": [{ "url": "https://example.org/" }] }]'));
    expect(link!.lost).to.equal('stories[0].links[0]');
  });
  it('is that of the author’s own keys in a JSON Feed', () => {
    expect(
      places(
        '{ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "a", "title": "A", "onbekend": 1,\n"date_published": "x" }] }',
      ),
    ).to.deep.equal(['2:19 items[0].date_published form']);
  });
});

describe('what is most likely a mistake', () => {
  for (const [name, text, expected] of [
    ['an unknown key', '"tittle": "x", "join": {}', ['tittle unknown-key title']],
    [
      'a Dutch key',
      '"stories": [{ "id": "a", "title": "A", "inleiding": "x", "foto": "x" }]',
      ['stories[0].inleiding unknown-key lead', 'stories[0].foto unknown-key image'],
    ],
    ['an unknown key like no other', '"join": { "wachtwoord": 1 }', ['join.wachtwoord unknown-key ']],
    ['a key twice', '"title": "A", "title": "B", "join": {}', ['title duplicate-key ']],
    ['a picture without words', '"stories": [{ "id": "a", "title": "A", "image": { "src": "a.jpg" } }]', ['stories[0].image no-alt ']],
    [
      'a withdrawn story that is still there',
      '"stories": [{ "id": "a", "withdrawn": true, "title": "Weg", "lead": "x" }]',
      ['stories[0].title withdrawn-text '],
    ],
    [
      'a telephone number that is none',
      `"contacts": [${['bel maar', '06 12', '030 123 45 67 (ma)', '030 – 123 45 67', '+31 (0)30 1234567', '14 030', '0800-1234']
        .map((phone, at) => `{ "id": "${at}", "name": "A", "checked": "2021", "phone": "${phone}" }`)
        .join()}]`,
      ['contacts[0].phone odd-phone ', 'contacts[1].phone odd-phone ', 'contacts[2].phone odd-phone '],
    ],
    ['a contact nobody checked', '"contacts": [{ "id": "a", "name": "A" }]', ['contacts[0] not-checked ']],
    [
      'a contact checked long ago',
      '"contacts": [{ "id": "a", "name": "A", "checked": "2020-09" }, { "id": "b", "name": "B", "checked": "2020-10" }]',
      ['contacts[0].checked not-checked '],
    ],
    [
      'a sector that is not in the list',
      '"sectors": [{ "id": "po", "aliases": ["basis"] }], "stories": [{ "id": "a", "title": "A", "sectors": ["po", "Basis", "pp"] }]',
      ['stories[0].sectors[2] unknown-ref sectors'],
    ],
    [
      'registration that closes first',
      '"sessions": [{ "id": "a", "title": "A", "registration": { "opens": "2021-09-10", "closes": "2021-09-01" } }]',
      ['sessions[0].registration.closes closes-before-opens '],
    ],
    [
      'a date far away',
      '"sessions": [{ "id": "a", "title": "A", "start": "2210-09-17" }, { "id": "b", "title": "B", "start": "0021-09-17" }]',
      ['sessions[0].start far-date ', 'sessions[1].start far-date '],
    ],
    ['a past date in the future', '"updated": "2021-12", "join": {}', ['updated future-date ']],
    [
      'HTML in plain text',
      '"stories": [{ "id": "a", "title": "A <b>B</b>", "lead": "A &amp; B" }, { "id": "b", "title": "a < b > c & d" }]',
      ['stories[0].title html-in-text ', 'stories[0].lead html-in-text '],
    ],
    [
      'HTML that is taken out',
      '"stories": [{ "id": "a", "title": "A", "body": "<p style=\\"color:red\\">x</p>" }, { "id": "b", "title": "B", "body": "<p title=\\"x\\">x</p>" }]',
      ['stories[0].body html-removed '],
    ],
    [
      'addresses without a beginning',
      '"stories": [{ "id": "a", "title": "A", "url": "www.example.org/x", "links": [{ "title": "L", "url": "info@example.org" }] }]',
      ['stories[0].url url-without-scheme https://www.example.org/x', 'stories[0].links[0].url url-without-scheme mailto:info@example.org'],
    ],
    [
      'a picture without https',
      '"stories": [{ "id": "a", "title": "A", "image": { "src": "http://example.org/a.jpg", "alt": "" } }]',
      ['stories[0].image.src insecure-url https://example.org/a.jpg'],
    ],
    ['a feed with nothing in it', '"title": "A"', [' empty-feed ']],
  ] as const) {
    it(`${name}: a warning`, () => {
      const findings = check(feedWith(text));
      expect(findings.map(({ path, code, expected: meant }) => `${path} ${code} ${meant}`)).to.deep.equal(expected);
      expect(new Set(findings.map(({ level }) => level))).to.deep.equal(new Set(['warning']));
    });
  }

  it('is not looked for in what is not shown, but for what may be the reason', () => {
    expect(
      places(
        feedWith(
          '"contacts": [{ "id": "a", "phone": "bel maar" }, { "id": "b", "naam": "B", "checked": "2010" }], "stories": [{ "id": "a", "title": "A", "image": { "url": "a.jpg", "credit": "C" } }, { "id": "a", "title": "<b>A</b>" }]',
        ),
      ).map((place) => place.replace(/^\S+ /, '')),
    ).to.deep.equal([
      'contacts[0] missing',
      'contacts[1] missing',
      'contacts[1].naam unknown-key',
      'stories[0].image.src missing',
      'stories[0].image.url unknown-key',
      'stories[1].id duplicate',
    ]);
  });

  it('is not: keys of the author, a schema, names of another feed', () => {
    expect(
      places(
        feedWith(
          '"$schema": "x", "_eigen": { "tittle": 1 }, "stories": [{ "id": "a", "title": "A", "sectors": ["uit een andere feed"], "_x": 1 }]',
        ),
      ),
    ).to.deep.equal([]);
  });

  it('is a byte order mark, and nothing moves because of it', () => {
    expect(places('\ufeff{ "meedoen": 1, "title": {}, "join": {} }')).to.deep.equal(['1:1  byte-order-mark', '1:27 title type']);
  });

  it('is a file that is not there', () => {
    const text = feedWith(
      '"stories": [{ "id": "a", "title": "A", "image": { "src": "beeld/a.jpg?x=1", "alt": "" }, "url": "https://example.org/" }]',
    );
    const asked: string[] = [];
    const { findings } = checkFeed(text, { now, hasFile: (path) => !asked.push(path) });
    expect(asked).to.deep.equal(['beeld/a.jpg']);
    expect(findings.map(({ code, path }) => `${path} ${code}`)).to.deep.equal(['stories[0].image.src no-file']);
  });
});

for (const kind of ['valid', 'invalid'] as const) {
  describe(`checking the ${kind} fixtures`, () => {
    for (const name of fixtures[kind]) {
      it(`${name}: ${kind === 'valid' ? 'no problem' : 'finds what is wrong'}, and says where and what to do`, async () => {
        const text = await (await fetch(`/test/fixtures/feed/${kind}/${name}.json`)).text();
        const { findings } = checkFeed(text, { now });
        if (kind === 'valid') expect(findings.filter(({ level }) => level === 'problem')).to.deep.equal([]);
        else expect(findings).not.to.deep.equal([]);
        for (const finding of findings) {
          expect([finding.line, finding.column].every((n) => n >= 1 && Number.isInteger(n))).to.equal(true);
          for (const language of ['nl', 'en'] as const) {
            const { message, advice, effect } = describeFinding(finding, language);
            for (const sentence of [message, advice, effect]) expect(sentence).not.to.match(/undefined|null\b.*null|\[object/);
            expect(message, finding.code).to.match(/\S/);
            expect(advice, finding.code).to.match(/\S/);
          }
        }
      });
    }
  });
}

describe('checking', () => {
  it('copes with anything nested very deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(checkFeed(deep).findings.map(({ code }) => code)).to.deep.equal(['no-feed']);
    expect(checkFeed(feedWith(`"_x": ${deep}, "join": {}`)).feed).not.to.equal(undefined);
    expect(checkFeed('{"a":'.repeat(100_000)).findings).to.have.length(1);
  });

  it('copes with keys of any signs', () => {
    for (const key of [']', '[', '.', 'a.b', 'a[0]', '[0]', '', 'constructor', 'toString', '\u001b]0;']) {
      const name = JSON.stringify(key);
      const { findings } = checkFeed(
        feedWith(`${name}: 1, "stories": [{ "id": "a", "title": "A", ${name}: { ${name}: [] }, ${name}: 2 }]`),
      );
      expect(findings.map(({ code }) => code)).to.deep.equal(['unknown-key', 'unknown-key', 'duplicate-key', 'unknown-key']);
    }
  });

  const token = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"a"',
    '"stories"',
    '"meedoen"',
    '1',
    'null',
    '"',
    "'",
    '//',
    '\\n',
    '"id"',
    '"x.y]"',
    ' ',
  );
  for (const [what, texts, numRuns] of [
    ['tokens of JSON in any order', fc.array(token).map((tokens) => tokens.join('')), 500],
    ['any signs', anyText, 500],
    ['any JSON', fc.json(), 200], // each of these takes as long as ten of the others
  ] as const) {
    it(`never throws or hangs on ${what}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { findings } = checkFeed(text);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          expect(findings.some(({ expected }) => expected === 'json')).to.equal(!valid);
        }),
        { numRuns },
      );
    });
  }

  it('says of what is missing what it is missing from', () => {
    const [finding] = check(feedWith('"contacts": [{ "id": "a" }]'));
    expect(describeFinding(finding!, 'nl')).to.deep.equal({
      message: 'Hier hoort een naam of organisatie te staan (“name” of “organisation”), maar er staat niets.',
      advice: 'Vul een naam of organisatie in.',
      effect: 'Dit contact wordt niet getoond.',
    });
    expect(describeFinding(finding!, 'en').message).to.include('(“name” or “organisation”)');
  });

  it('says what is used twice', () => {
    const twice = (text: string): string => describeFinding(check(feedWith(text))[0]!, 'nl').message;
    expect(twice('"stories": [{ "id": "a", "title": "A" }, { "id": "a", "title": "B" }]')).to.include('eigen “id”');
    expect(twice('"join": { "fields": [{ "name": "email" }, { "name": "email" }] }')).to.include('eigen “name”');
  });

  it('gives advice that fits', () => {
    const advise = (text: string): string => describeFinding(check(feedWith(text))[0]!, 'nl').advice;
    expect(advise('"sessions": [{ "id": 5, "title": "A" }]')).to.equal('Zet er aanhalingstekens omheen: "5".');
    expect(advise('"stories": [{ "id": "a", "title": "A", "image": { "src": "a", "alt": "", "width": "12" } }]')).to.equal(
      'Haal de aanhalingstekens weg: 12.',
    );
    expect(advise('"updated": "17-09-2021", "join": {}')).to.include('2021-09-17');
    expect(advise('"tittle": "A", "join": {}')).to.equal('Bedoel je “title”?');
  });
});

describe('what visitors notice', () => {
  const session = (more: string): string => `"sessions": [{ "id": "a", "title": "A", ${more} }]`;
  const story = (more: string): string => `"stories": [{ "id": "a", "title": "A", ${more} }]`;
  const contact = (more: string): string => `"contacts": [{ "id": "a", "name": "A", "checked": "2021", ${more} }]`;
  for (const [what, text, nl, en] of [
    [
      'a start that is no date',
      session('"start": "17-09-2021"'),
      'De sessie wordt wel getoond, maar zonder dag en tijd',
      'The session is shown',
    ],
    [
      'an end that is no date',
      session('"start": "2021-09-17", "end": "x"'),
      'alleen wanneer de sessie begint',
      'only when the session begins',
    ],
    ['an end before the start', session('"start": "2021-09-17", "end": "2021-09-16"'), 'alleen wanneer de sessie begint', 'only when'],
    [
      'a status that is none',
      session('"status": "misschien"'),
      'Let op: het lijkt nu alsof de sessie gewoon doorgaat',
      'Mind: the session',
    ],
    ['a key that is most likely the status', session('"Status": "cancelled"'), 'Let op: het lijkt nu alsof', 'Mind: the session'],
    ['a session that may be full', session('"registration": { "full": "misschien" }'), 'Let op: de sessie lijkt niet vol', 'not look full'],
    ['an address that is none', session('"url": "javascript:1"'), 'De link blijft weg; de rest wordt wel getoond.', 'The link is left out'],
    [
      'an address to sign up that is none',
      session('"registration": "javascript:1"'),
      'Er is geen knop naar dit adres.',
      'no button to this',
    ],
    ['an email address that is none', contact('"email": "wie"'), 'Bezoekers zien bij dit contact geen e-mailadres.', 'no email address'],
    ['an email address of somebody else', '"email": "wie", "join": {}', 'Het e-mailadres blijft weg', 'The email address is left out'],
    ['a last day that is none', story('"expires": "ooit"'), 'Let op: het verhaal blijft staan', 'Mind: the story stays'],
    [
      'consent that is taken back in other words',
      story('"ingetrokken": true'),
      'Let op: het verhaal telt niet als ingetrokken',
      'Mind: the story',
    ],
    [
      'consent that may be taken back',
      story('"withdrawn": "misschien"'),
      'Dit telt als ingetrokken en wordt niet getoond.',
      'is not shown',
    ],
    ['consent that is not', story('"withdrawn": "nee"'), 'Dit telt als niet ingetrokken en wordt getoond.', 'and is shown'],
    ['any other value', contact('"role": {}'), 'Dit gegeven blijft weg; de rest wordt wel getoond.', 'the rest is shown'],
    ['an element of a list', story('"tips": [{}]'), 'Dit onderdeel blijft weg; de rest wordt wel getoond.', 'the rest is shown'],
    ['a session that is none', '"sessions": [7]', 'Deze sessie wordt niet getoond.', 'This session is not shown.'],
    [
      'a story without a title',
      '"stories": [{ "id": "a" }]',
      'Daardoor wordt stories[0] helemaal niet getoond.',
      'stories[0] is not shown',
    ],
    ['a key named like what every object has', '"constructor": 1, "join": {}', '', ''],
  ] as const) {
    it(`of ${what}`, () => {
      const finding = check(feedWith(text)).find(({ code, effect }) => code !== 'type' || effect !== 'coerced' || /withdrawn/.test(text))!;
      for (const [language, words] of [
        ['nl', nl],
        ['en', en],
      ] as const) {
        const { effect } = describeFinding(finding, language);
        if (words) expect(effect).to.include(words);
        else expect(effect).to.equal('');
      }
    });
  }
});
