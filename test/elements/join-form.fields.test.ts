import { expect } from '@open-wc/testing';
import {
  bodyOf,
  type BodyContext,
  type Choice,
  type Field,
  fieldsFor,
  openSessions,
  textOf,
  validate,
} from '../../src/elements/join-form/fields.ts';
import { joinBodySchema, maxLength } from '../../src/feed/join-body.ts';
import { type Collection, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read.ts';
import { FIELD_NAMES } from '../../src/feed/schema.ts';
import { joinWords } from '../../src/i18n/join.ts';

const words = joinWords.nl;
const NOW = Date.parse('2021-09-20T10:00:00+02:00');
const collectionOf = (feed: object): Collection =>
  mergeFeeds([{ url: 'https://example.org/meedoen.json', feed: readFeedNow({ meedoen: 1, ...feed }).feed! }], NOW);
const rich = {
  sectors: [
    { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'] },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  regions: [{ id: 'drenthe', name: 'Drenthe' }, { id: 'twente' }],
  themes: [
    { id: 'hoofdstuk', name: 'Een hoofdstuk', kind: 'chapter' },
    { id: 'baancreatie', name: 'Baancreatie', kind: 'topic' },
  ],
};
const namesOf = (fields: readonly Field[]): string[] => fields.map(({ name }) => name);
const dataOf = (values: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const fieldCalled = (fields: readonly Field[], name: string): Field => fields.find((field) => field.name === name)!;

describe('the fields of the join form', () => {
  it('has a default set per variant', () => {
    const collection = collectionOf(rich);
    expect(namesOf(fieldsFor('join', collection, {}, words))).to.deep.equal([
      ...['name', 'email', 'organisation', 'role', 'sector', 'region', 'needs', 'message', 'offer', 'source', 'invite'],
    ]);
    expect(namesOf(fieldsFor('session', collection, {}, words))).to.deep.equal(['name', 'email', 'organisation', 'role', 'message']);
    expect(namesOf(fieldsFor('tip', collection, {}, words))[0]).to.equal('message');
  });

  it('leaves out lists that the feed gives nothing to choose from', () => {
    expect(namesOf(fieldsFor('join', collectionOf({}), {}, words))).to.not.include.members(['sector', 'region', 'needs']);
  });

  it('asks as free text what the feed asks for and has no list of', () => {
    const fields = fieldsFor('join', collectionOf({ join: { fields: [{ name: 'sector' }] } }), {}, words);
    expect(fieldCalled(fields, 'sector').kind).to.equal('text');
  });

  it('follows the order, labels, hints and duties of join.fields', () => {
    const join = {
      fields: [
        { name: 'message', required: true },
        { name: 'name', label: 'Naam van je school', hint: 'Voluit' },
      ],
    };
    const fields = fieldsFor('join', collectionOf({ ...rich, join }), {}, words);
    expect(namesOf(fields)).to.deep.equal(['message', 'name']);
    expect(fields[1]).to.include({ label: 'Naam van je school', hint: 'Voluit', required: false, fromFeed: true });
    expect(validate({ ...fields[1]!, required: true }, dataOf({}), words)).to.equal('Vul in: Naam van je school');
  });

  it('limits sectors and regions to those of the attributes', () => {
    const fields = fieldsFor('join', collectionOf(rich), { sector: ['vo'], region: ['onbekend'] }, words);
    expect(fieldCalled(fields, 'sector').choices.map(({ id }) => id)).to.deep.equal(['vo']);
    expect(fieldCalled(fields, 'region').choices.map(({ name }) => name)).to.deep.equal(['Drenthe', 'twente']);
  });

  it('offers topics and no chapters as needs', () => {
    expect(fieldCalled(fieldsFor('join', collectionOf(rich), {}, words), 'needs').choices).to.deep.equal([
      { id: 'baancreatie', name: 'Baancreatie' },
    ]);
  });

  it('gives a way out of a list that must be answered', () => {
    const fields = fieldsFor('join', collectionOf({ ...rich, join: { fields: [{ name: 'sector', required: true }] } }), {}, words);
    expect(fields[0]!.choices.at(-1)).to.deep.equal({ id: 'other', name: 'Anders' });
  });

  it('sends a hidden field when the attributes leave one choice, and no hidden field otherwise', () => {
    const feed = {
      ...rich,
      join: {
        fields: [
          { name: 'sector', hidden: true },
          { name: 'phone', hidden: true },
        ],
      },
    };
    const fields = fieldsFor('join', collectionOf(feed), { sector: ['po'] }, words);
    expect(namesOf(fields)).to.deep.equal(['sector']);
    expect(bodyOf(fields, new FormData(), context)).to.include({ sector: 'po' });
    expect(fieldsFor('join', collectionOf(feed), {}, words)).to.deep.equal([]);
  });

  it('keeps where a field goes in every variant', () => {
    const fields = fieldsFor('session', collectionOf({ join: { fields: [{ name: 'email', as: 'your-email' }] } }), {}, words);
    expect(fieldCalled(fields, 'email').wire).to.equal('your-email');
    expect(fieldCalled(fields, 'name').wire).to.equal('name');
  });

  it('has words in both languages for every field of every variant', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const variant of ['join', 'session', 'tip'] as const) {
        for (const field of fieldsFor(variant, collectionOf(rich), {}, joinWords[language])) {
          expect(field.label, `${language} ${variant} ${field.name}`).to.be.a('string').that.is.not.empty;
          if (field.kind !== 'invite') expect(field.missing, `${language} ${variant} ${field.name}`).to.not.equal('');
        }
      }
    }
  });
});

describe('checking what was filled in', () => {
  const fields = fieldsFor(
    'join',
    collectionOf({ ...rich, join: { fields: FIELD_NAMES.map((name) => ({ name, required: true })) } }),
    {},
    words,
  );
  const check = (name: string, value: string): string | undefined => validate(fieldCalled(fields, name), dataOf({ [name]: value }), words);

  it('says what is missing in the words of the label', () => {
    expect(check('organisation', '')).to.equal('Vul je organisatie in');
    expect(check('organisation', '   ')).to.equal('Vul je organisatie in');
    expect(check('sector', '')).to.equal('Kies je sector');
  });

  it('takes every address that can exist and refuses what can’t', () => {
    for (const good of ['a@b.nl', ' a@b.nl ', "o'neill+x@sub.example.org", 'ü@müller.de', 'a@b.museum'])
      expect(check('email', good)).to.equal(undefined);
    for (const bad of ['a', 'a@b', '@b.nl', 'a@@b.nl', 'a b@c.nl', 'a@b.nl, c@d.nl'])
      expect(check('email', bad), bad).to.equal(words.emailForm);
  });

  it('takes telephone numbers however they are written', () => {
    for (const good of ['0612345678', '06-12 34 56 78', '+31 (0)6 12345678', '050 1234567, toestel 12'])
      expect(check('phone', good)).to.equal(undefined);
    expect(check('phone', '112')).to.equal(words.phoneForm);
  });

  it('says how much too long a text is', () => {
    expect(check('message', 'x'.repeat(maxLength('message')))).to.equal(undefined);
    expect(check('name', 'x'.repeat(maxLength('name') + 3))).to.equal(words.tooLong('Naam', 3));
  });

  it('never demands the invitation', () => {
    expect(check('invite', '')).to.equal(undefined);
  });
});

const context: BodyContext = { variant: 'join', session: undefined, purposes: [], feed: '', language: 'nl', elapsed: 12 };

describe('the body', () => {
  const fields = fieldsFor('join', collectionOf(rich), {}, words);
  const purposes: Choice[] = [
    { id: 'nieuws', name: 'Stuur me nieuws.' },
    { id: 'lijst', name: 'Zet me op de lijst.' },
  ];

  it('is flat, trims, keeps lists as lists and leaves out what is empty', () => {
    const data = dataOf({ name: ' Voorbeeld ', role: '', needs: ['baancreatie', 'draagvlak'], purposes: ['lijst'], extra: '' });
    expect(bodyOf(fields, data, { ...context, purposes, feed: 'https://example.org/meedoen.json' })).to.deep.equal({
      variant: 'join',
      name: 'Voorbeeld',
      needs: ['baancreatie', 'draagvlak'],
      invite: false,
      purposes: ['Zet me op de lijst.'],
      purpose_ids: ['lijst'],
      feed: 'https://example.org/meedoen.json',
      language: 'nl',
      elapsed: 12,
    });
  });

  it('passes on what was filled in where people see no field', () => {
    expect(bodyOf(fields, dataOf({ extra: 'robot' }), context)).to.include({ extra: 'robot' });
  });

  it('has no keys that its schema does not name', () => {
    const all = dataOf({ ...Object.fromEntries(FIELD_NAMES.map((name) => [name, 'x'])), purposes: ['nieuws'], extra: 'y' });
    const everything = fieldsFor('join', collectionOf({ ...rich, join: { fields: FIELD_NAMES.map((name) => ({ name })) } }), {}, words);
    const body = bodyOf(everything, all, {
      ...context,
      purposes,
      feed: 'x',
      session: collectionOf({ sessions: [{ id: 'a', title: 'A' }] }).sessions[0],
    });
    const schema = joinBodySchema('https://example.org/join.schema.json') as { properties: object; required: string[]; $id: string };
    expect(schema.properties).to.include.keys(Object.keys(body));
    expect(body).to.include.keys(schema.required);
    expect(schema.$id).to.equal('https://example.org/join.schema.json');
    // and the other way round: all but the key, which the form puts on the envelope
    expect(Object.keys(schema.properties).filter((key) => !(key in body))).to.deep.equal(['idempotency_key']);
  });

  it('reads a text without the white space around it', () => {
    expect(textOf(dataOf({ a: ' \n x ' }), 'a')).to.equal('x');
    expect(textOf(new FormData(), 'a')).to.equal('');
  });
});

describe('the next session', () => {
  const sessions = [
    { id: 'geen-datum', title: 'Ooit' },
    { id: 'vol', title: 'Vol', start: '2021-09-21', registration: { full: true } },
    { id: 'af', title: 'Gaat niet door', start: '2021-09-22', status: 'cancelled' },
    { id: 'gesloten', title: 'Gesloten', start: '2021-09-23', registration: { closes: '2021-09-19' } },
    { id: 'was', title: 'Geweest', start: '2021-09-01' },
    { id: 'straks', title: 'Aanmelden kan later', start: '2021-09-25', registration: { opens: '2021-09-24' } },
    { id: 'vo', title: 'Voor vo', start: '2021-09-24', sectors: ['vo'] },
    { id: 'maand', title: 'In oktober', start: '2021-10' },
    { id: 'dag', title: 'Op een dag', start: '2021-10-04' },
  ];
  const open = (query: object, variant: 'join' | 'session' = 'join'): string[] =>
    openSessions(collectionOf({ ...rich, sessions }), query, NOW, variant).map(({ id }) => id);

  it('is the first that takes place, has not been, is not full and not closed', () => {
    expect(open({})).to.deep.equal(['vo', 'straks', 'dag', 'maand', 'geen-datum']);
  });

  it('is one for the sector', () => {
    expect(open({ sector: ['po'] })[0]).to.equal('straks');
  });

  it('can’t be signed up for before that opens', () => {
    expect(open({}, 'session')).to.not.include('straks');
  });

  it('is judged in the session’s own zone', () => {
    const late = [{ id: 'ny', title: 'New York', start: '2021-09-20T03:30', timeZone: 'America/New_York' }];
    // 9.30 in the Netherlands: half an hour ago, on the clock of Amsterdam it would have been over for hours
    const at = (now: string): number => openSessions(collectionOf({ sessions: late }), {}, Date.parse(now), 'session').length;
    expect(at('2021-09-20T09:00:00+02:00')).to.equal(1);
    expect(at('2021-09-20T10:00:00+02:00')).to.equal(0);
  });
});
