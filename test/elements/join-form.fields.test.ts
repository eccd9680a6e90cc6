import { expect } from '@open-wc/testing';
import { nothing } from 'lit';
import { type Field, fieldsFor, textOf, validate } from '../../src/elements/join-form/fields.ts';
import { bodyOf, type Model, modelOf, type Setting } from '../../src/elements/join-form/model.ts';
import { joinBodySchema, type JoinVariant } from '../../src/feed/join-body.ts';
import { type Collection, mergeFeeds } from '../../src/feed/merge.ts';
import { readFeedNow } from '../../src/feed/read-now.ts';
import { FIELD_NAMES } from '../../src/feed/schema.ts';
import { commonWords } from '../../src/i18n/common.ts';
import { joinWords } from '../../src/i18n/join.ts';
import { sessionWords } from '../../src/i18n/sessions.ts';

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
const settingOf = (feed: object, data: FormData, more: Partial<Setting> = {}, now = NOW): Setting => ({
  variant: 'join',
  session: '',
  picked: undefined,
  query: {},
  data,
  words,
  context: { collection: collectionOf(feed), words: sessionWords.nl, common: commonWords.nl, locale: 'nl', now, langOf: () => nothing },
  ...more,
});
const more = { feed: '', language: 'nl', elapsed: 12 };
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
    expect(namesOf(fieldsFor('tip', collection, {}, words))).to.deep.equal(['message', 'name', 'email']);
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
    const model = modelOf(settingOf(feed, new FormData(), { query: { sector: ['po'] } }));
    expect(bodyOf(model, more)).to.include({ sector: 'po' });
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
        for (const { label, name } of fieldsFor(variant, collectionOf(rich), {}, joinWords[language])) {
          expect(label, `${language} ${variant} ${name}`).to.be.a('string').that.is.not.empty;
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
      expect(check('email', good)).to.equal('');
    for (const bad of ['a', 'a@b', '@b.nl', 'a@@b.nl', 'a b@c.nl', 'a@b.nl, c@d.nl'])
      expect(check('email', bad), bad).to.equal(words.emailForm);
  });

  it('never demands the invitation', () => {
    expect(check('invite', '')).to.equal('');
  });
});

describe('the body', () => {
  const purposes = [
    { id: 'nieuws', text: 'Stuur me nieuws.' },
    { id: 'lijst', text: 'Zet me op de lijst.' },
  ];
  const feed = { ...rich, join: { purposes } };
  const bodyFor = (values: Record<string, string | string[]>, from: object = feed, add: object = {}): object => {
    const data = dataOf(values);
    return bodyOf(modelOf(settingOf(from, data)), { ...more, ...add });
  };

  it('is flat, trims, keeps lists as lists and leaves out what is empty', () => {
    const values = { name: ' Voorbeeld ', role: '', needs: ['baancreatie', 'draagvlak'], purposes: ['lijst'], extra: '' };
    expect(bodyFor(values, feed, { feed: 'https://example.org/meedoen.json' })).to.deep.equal({
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
    expect(bodyFor({ extra: 'robot' })).to.include({ extra: 'robot' });
  });

  it('has exactly the keys that its schema names', () => {
    const all = { ...Object.fromEntries(FIELD_NAMES.map((name) => [name, 'x'])), purposes: ['nieuws'], extra: 'y' };
    const everything = { ...rich, sessions: [{ id: 'a', title: 'A' }], join: { purposes, fields: FIELD_NAMES.map((name) => ({ name })) } };
    const body = bodyFor(all, everything, { feed: 'x' });
    const schema = joinBodySchema('https://example.org/join.schema.json') as { properties: object; required: string[]; $id: string };
    expect(schema.properties).to.include.keys(Object.keys(body));
    expect(body).to.include.keys(schema.required);
    expect(schema.$id).to.equal('https://example.org/join.schema.json');
    // all but the key, which is no part of what was filled in
    expect(Object.keys(schema.properties).filter((key) => !(key in body))).to.deep.equal(['idempotency_key']);
  });

  it('reads a text without the white space around it', () => {
    expect(textOf(dataOf({ a: ' \n x ' }), 'a')).to.equal('x');
    expect(textOf(new FormData(), 'a')).to.equal('');
  });
});

describe('the session of the form', () => {
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
  const model = (
    variant: JoinVariant,
    values: Record<string, string> = {},
    add: Partial<Setting> = {},
    from: object[] = sessions,
    now = NOW,
  ): Model => modelOf(settingOf({ ...rich, sessions: from }, dataOf(values), { variant, ...add }, now));

  it('is the first that takes place, has not been, is not full and not closed', () => {
    expect(model('join').about?.id).to.equal('vo');
    expect(model('join').asked).to.equal(undefined);
    expect(model('join', { invite: 'true' }).asked?.id).to.equal('vo');
  });

  it('is one for the sector that was chosen, also before its sign-up opens', () => {
    expect(model('join', { sector: 'po' }).about?.id).to.equal('straks');
    expect(model('join', {}, { query: { sector: ['po'] } }).about?.id).to.equal('straks');
    expect(model('join', { sector: 'other' }).about?.id).to.equal('vo');
  });

  it('is chosen from those that can be signed up for now, those without a date last', () => {
    const [field] = model('session').fields;
    expect(field!.choices.map(({ name }) => name)).to.deep.equal([
      'Voor vo – 24 september 2021',
      'Op een dag – 4 oktober 2021',
      'In oktober – oktober 2021',
      'Ooit – datum nog onbekend',
    ]);
    expect(model('session', { session: field!.choices[1]!.id }).asked?.id).to.equal('dag');
  });

  it('is the one that was given, as long as one can sign up for it', () => {
    expect(model('session', {}, { session: 'dag' })).to.have.nested.property('asked.id', 'dag');
    expect(model('session', {}, { session: 'vol' })).to.include({ asked: undefined });
    expect(model('session', {}, { session: 'vol' })).to.have.nested.property('given.id', 'vol');
  });

  it('is judged in the session’s own zone', () => {
    const late = [{ id: 'ny', title: 'New York', start: '2021-09-20T03:30', timeZone: 'America/New_York' }];
    // 9.30 in the Netherlands; on the clock of Amsterdam it would have been over for hours
    const at = (now: string): string | undefined => model('join', {}, {}, late, Date.parse(now)).about?.id;
    expect(at('2021-09-20T09:00:00+02:00')).to.equal('ny');
    expect(at('2021-09-20T10:00:00+02:00')).to.equal(undefined);
  });
});
