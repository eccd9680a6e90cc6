import { expect } from '@open-wc/testing';
import { newKey } from '../../src/elements/join-form/draft.ts';
import { fieldMeant, readAnswer, requestOf, send } from '../../src/elements/join-form/submit.ts';
import type { JoinBody } from '../../src/feed/join-body.ts';

const body: JoinBody = { variant: 'join', name: 'Voorbeeld', needs: ['a', 'b'], invite: false, language: 'nl', elapsed: 3 };
const fields = [
  { name: 'name', wire: 'your-name' },
  { name: 'needs', wire: 'needs[]' },
];
const answer = (status: number, content: unknown = '', headers: Record<string, string> = {}): Response =>
  new Response([204, 205, 304].includes(status) ? null : typeof content === 'string' ? content : JSON.stringify(content), {
    status,
    headers,
  });
const meaning = async (...args: Parameters<typeof answer>): Promise<string> => (await readAnswer(answer(...args))).outcome;

describe('the request of the join form', () => {
  it('is JSON with the key in its header, as a structured string', () => {
    const { headers, body: sent } = requestOf(body, { encoding: 'json', fields, key: 'k1' });
    expect(headers).to.deep.equal({ accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': '"k1"' });
    expect(JSON.parse(sent as string)).to.deep.equal({
      variant: 'join',
      'your-name': 'Voorbeeld',
      'needs[]': ['a', 'b'],
      invite: false,
      language: 'nl',
      elapsed: 3,
    });
  });

  it('is a form with repeated keys, the key among them, and nothing that needs a preflight', () => {
    const { headers, body: sent } = requestOf(body, { encoding: 'form', fields, key: 'k1' });
    expect(headers).to.deep.equal({ accept: 'application/json' });
    expect([...(sent as FormData)]).to.deep.equal([
      ['variant', 'join'],
      ['your-name', 'Voorbeeld'],
      ['needs[]', 'a'],
      ['needs[]', 'b'],
      ['invite', 'false'],
      ['language', 'nl'],
      ['elapsed', '3'],
      ['idempotency_key', 'k1'],
    ]);
  });

  it('is a form that PHP reads whole: every list with brackets, once', () => {
    const { body: sent } = requestOf(
      { ...body, purposes: ['Stuur nieuws.', 'Zet me op de lijst.'], purpose_ids: ['nieuws', 'lijst'] },
      { encoding: 'form', fields, brackets: true, key: 'k1' },
    );
    expect([...(sent as FormData).keys()].filter((name) => name.endsWith(']'))).to.deep.equal([
      ...['needs[]', 'needs[]', 'purposes[]', 'purposes[]', 'purpose_ids[]', 'purpose_ids[]'],
    ]);
    expect([...(sent as FormData).keys()]).to.include('invite');
  });

  it('does not pollute a prototype with a name from the feed', () => {
    const { body: sent } = requestOf(body, { encoding: 'json', fields: [{ name: 'name', wire: '__proto__' }], key: 'k' });
    expect(sent).to.contain('"__proto__":"Voorbeeld"');
    expect({}.constructor).to.equal(Object);
  });

  it('has another key for every form', () => {
    const keys = new Set(Array.from({ length: 100 }, newKey));
    expect(keys.size).to.equal(100);
    expect([...keys][0]).to.match(/^[\da-f]{32}$/);
  });
});

describe('what an answer means', () => {
  it('is accepted: 2xx, with or without words', async () => {
    for (const content of [
      '',
      'OK',
      '{}',
      '{"ok":true}',
      '{"success":true,"errors":[]}',
      '{"status":"mail_sent","invalid_fields":[]}',
      'true',
      'null',
    ]) {
      expect(await meaning(200, content), content).to.equal('joined');
    }
    expect(await meaning(204)).to.equal('joined');
    expect(await meaning(202, { message: 'Tot ziens' })).to.equal('joined');
    expect((await readAnswer(answer(201, { message: ' Tot ziens ' }))).message).to.equal('Tot ziens');
  });

  it('is a refusal, whatever the status says', async () => {
    for (const content of [
      { ok: false },
      { success: false },
      { success: 'false' },
      { is_valid: false },
      { error: 'nee' },
      { status: 'validation_failed' },
      { status: 'spam' },
      { status: 'mail_failed' },
      false,
      0,
      -1,
    ]) {
      expect(await meaning(200, JSON.stringify(content)), JSON.stringify(content)).to.equal('refused');
    }
    for (const status of [400, 401, 403, 404, 405, 410, 415, 422, 451]) expect(await meaning(status), `${status}`).to.equal('refused');
  });

  it('names the fields: problem details, arrays, maps, and what two WordPress plug-ins say', async () => {
    const shapes: [number, object][] = [
      [422, { type: 'about:blank', title: 'Nee', errors: [{ pointer: '#/email', detail: 'Fout adres' }] }],
      [400, { errors: { email: ['Fout adres', 'en nog iets'] } }],
      [422, { errors: { email: 'Fout adres' } }],
      [400, { 'invalid-params': [{ name: 'email', reason: 'Fout adres' }] }],
      [422, { errors: [{ loc: ['body', 'email'], msg: 'Fout adres' }] }],
      [200, { status: 'validation_failed', invalid_fields: [{ field: 'email', message: 'Fout adres', idref: null }] }],
      [400, { is_valid: false, validation_messages: { email: 'Fout adres' } }],
      [200, { errors: [{ field: 'email', message: 'Fout adres' }] }],
    ];
    for (const [status, content] of shapes) {
      const { outcome, errors = [] } = await readAnswer(answer(status, content));
      expect(outcome, JSON.stringify(content)).to.equal('invalid');
      expect(errors[0]![1]).to.equal('Fout adres');
      expect(fieldMeant(errors[0]![0], [{ name: 'email', wire: 'email' }])?.name, JSON.stringify(content)).to.equal('email');
    }
  });

  it('finds the field by its own name, the name on the wire, a pointer, a path and in any case', () => {
    const fields = [
      { name: 'name', wire: 'your-name' },
      { name: 'needs', wire: 'needs[]' },
    ];
    for (const [said, meant] of [
      ['your-name', 'name'],
      ['#/name', 'name'],
      ['Name', 'name'],
      ['/needs/0', 'needs'],
      ['needs[]', 'needs'],
      ['body.needs[2]', 'needs'],
      ['email', undefined],
      ['', undefined],
    ] as const) {
      expect(fieldMeant(said, fields)?.name, said).to.equal(meant);
    }
  });

  it('knows what was there already, what is too much and what must wait', async () => {
    expect(await meaning(409, { title: 'Bekend' })).to.equal('known');
    expect(await meaning(413)).to.equal('large');
    expect(await meaning(503)).to.equal('busy');
    expect((await readAnswer(answer(429, '', { 'retry-after': '90' }))).wait).to.equal(90);
    const later = new Date(Date.now() + 60_000).toUTCString();
    expect((await readAnswer(answer(429, '', { 'retry-after': later }))).wait).to.be.within(50, 60);
    expect((await readAnswer(answer(429, '', { 'retry-after': 'soon' }))).wait).to.equal(undefined);
  });

  it('is unknown: a server in trouble, a web page, an answer that may not be read', async () => {
    for (const status of [500, 502, 504, 520]) expect(await meaning(status, '<h1>Error</h1>')).to.equal('unknown');
    expect(await meaning(200, '<!doctype html><title>Log in</title>', { 'content-type': 'text/html' })).to.equal('unknown');
    expect(await meaning(200, 'Bedankt', { 'content-type': 'text/html; charset=utf-8' })).to.equal('unknown');
    const redirected = answer(200, '<p>Bedankt');
    Object.defineProperty(redirected, 'redirected', { value: true });
    expect(await readAnswer(redirected)).to.include({ outcome: 'unknown' });
    expect(await readAnswer(Response.error())).to.include({ outcome: 'unknown' });
  });

  it('takes JSON for JSON and nothing for nothing, whatever type it is said to be', async () => {
    expect(await meaning(200, '', { 'content-type': 'text/html' })).to.equal('joined');
    expect(await meaning(200, '{"ok":true}', { 'content-type': 'text/html' })).to.equal('joined');
  });

  it('never takes markup for words', async () => {
    expect((await readAnswer(answer(200, { message: '<b>Hallo</b>' }))).message).to.equal('');
    expect((await readAnswer(answer(400, { detail: 'a < b', title: 'T' }))).message).to.equal('a < b');
  });

  it('reads own keys only', async () => {
    Object.assign(Object.prototype, { error: 'vervuild' });
    try {
      expect(await meaning(200, '{}')).to.equal('joined');
    } finally {
      delete (Object.prototype as { error?: unknown }).error;
    }
  });
});

describe('sending', () => {
  const sending = { action: '/join', encoding: 'json', fields, key: 'k', patience: 40 };
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });

  it('takes silence for unknown, also when the page’s own fetch listens to no signal', async () => {
    let stopped = false;
    globalThis.fetch = (_, init) => {
      init!.signal!.addEventListener('abort', () => (stopped = true));
      return new Promise(() => {});
    };
    expect(await send(body, sending)).to.include({ outcome: 'unknown', note: 'no answer in time' });
    expect(stopped).to.equal(true);
  });

  it('takes a connection that breaks for unknown, also halfway the answer', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await send(body, sending)).to.include({ outcome: 'unknown' });
    globalThis.fetch = () =>
      Promise.resolve(new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('reset')) }), { status: 200 }));
    expect(await send(body, sending)).to.include({ outcome: 'unknown' });
  });

  it('sends nothing without a connection, and says so', async () => {
    let sent = 0;
    globalThis.fetch = () => (sent++, Promise.resolve(answer(200)));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect(await send(body, sending)).to.include({ outcome: 'offline' });
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
    expect(sent).to.equal(0);
  });

  it('sends no cookies', async () => {
    let init: RequestInit | undefined;
    globalThis.fetch = (_, given) => ((init = given), Promise.resolve(answer(200)));
    await send(body, sending);
    expect(init).to.include({ method: 'POST', credentials: 'omit' });
  });

  it('meets a real server: one that does not take forms is a refusal', async () => {
    expect((await send(body, { ...sending, action: new URL('./no-such-thing', import.meta.url).href, patience: 4000 })).outcome).to.equal(
      'refused',
    );
  });
});
