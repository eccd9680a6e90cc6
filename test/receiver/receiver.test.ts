import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestOf } from '../../src/elements/join-form/submit.ts';
import type { JoinBody } from '../../src/feed/join-body.ts';
import { folder, HOME, joinOf, type Problem, receiver, request, rows, SITE } from './support.ts';

const place = folder();
const problemOf = async (response: Response): Promise<Problem> => {
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, response.status);
  assert.ok(problem.title && problem.detail);
  return problem;
};

describe('a join', () => {
  it('is stored as it was filled in, and answered with 202', async () => {
    const { receive, database } = await receiver(place);
    const body = joinOf({
      needs: ['a', 'b'],
      invite: false,
      message: 'Regel één\n“twee” 😀',
      purposes: ['Ja, dat mag.'],
      purpose_ids: ['news'],
    });
    const response = await receive(request(body));
    assert.equal(response.status, 202);
    assert.equal(response.headers.get('content-type'), 'application/json');
    const [row] = await rows(database, 'SELECT * FROM joins');
    assert.deepEqual(JSON.parse(row!.body as string), body);
    assert.equal(row!.confirmed, null);
    assert.equal(row!.network, 'default');
    assert.equal(row!.suspect, 0);
  });

  it('comes in however the form encodes it', async () => {
    const { receive, database } = await receiver(place);
    const body: JoinBody = {
      variant: 'join',
      email: 'form@example.org',
      needs: ['a', 'b'],
      invite: true,
      language: 'nl',
      elapsed: 7,
      message: 'één\r\ntwee',
    };
    const own = new Request(`${HOME}/join`, { method: 'POST', ...requestOf(body, { encoding: 'form', fields: [], key: 'k1' }) });
    assert.equal((await receive(own)).status, 202);
    const entries = Object.entries({ ...body, email: 'url@example.org', idempotency_key: 'k2' }).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)]),
    );
    const encoded = new Request(`${HOME}/join`, { method: 'POST', body: new URLSearchParams(entries) });
    assert.equal((await receive(encoded)).status, 202);
    const stored = await rows(database, 'SELECT key, body FROM joins ORDER BY key');
    assert.deepEqual(
      stored.map(({ key }) => key),
      ['k1', 'k2'],
    );
    assert.deepEqual(JSON.parse(stored[0]!.body as string), body);
    assert.deepEqual(JSON.parse(stored[1]!.body as string), { ...body, email: 'url@example.org' });
  });

  it('comes in under the names that the feed gave its fields', async () => {
    const fields = [
      { name: 'email', as: 'your-email' },
      { name: 'needs', as: 'behoeften[]' },
    ];
    const { receive, database } = await receiver(place, {
      feed: () => Promise.resolve({ meedoen: 1, title: 'Voorbeeld', join: { fields } }),
    });
    const { email: _email, ...body } = joinOf();
    assert.equal((await receive(request({ ...body, 'your-email': 'ander@example.org', 'behoeften[]': ['a'] }))).status, 202);
    const [row] = await rows(database, 'SELECT address, body FROM joins');
    assert.equal(row!.address, 'ander@example.org');
    assert.deepEqual((JSON.parse(row!.body as string) as JoinBody).needs, ['a']);
    const { errors } = await problemOf(await receive(request({ ...body, 'your-email': 'geen adres' })));
    assert.deepEqual(
      errors?.map(({ pointer }) => pointer),
      ['#/your-email'],
    );
  });

  it('waits for the feed rather than being refused over a name that only the feed knows', async () => {
    const { receive } = await receiver(place, { feed: () => Promise.reject(new Error('down')) });
    const { email, ...body } = joinOf();
    const response = await receive(request({ ...body, 'your-email': email }));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '30');
    assert.equal((await receive(request(joinOf()))).status, 202, 'and what is right without it goes in');
  });

  it('is marked when it looks like the work of a robot, and never dropped', async () => {
    const { receive, database } = await receiver(place);
    await receive(request(joinOf({ extra: 'https://example.com' })));
    await receive(request(joinOf({ elapsed: 0, email: 'snel@example.org' })));
    assert.deepEqual(
      (await rows(database, 'SELECT suspect FROM joins')).map(({ suspect }) => suspect),
      [1, 1],
    );
  });
});

describe('a join that comes again', () => {
  it('gets the same answer by the same key, by the same person and by a new one', async () => {
    const { receive, database } = await receiver(place);
    const answers = [];
    for (const [body, key] of [
      [joinOf(), 'k1'],
      [joinOf(), 'k1'],
      [joinOf({ email: ' VOORBEELD@example.org ', elapsed: 50 }), 'k2'],
      [joinOf({ email: 'nieuw@example.org' }), 'k3'],
    ] as const) {
      const response = await receive(request(body, { key }));
      answers.push([response.status, await response.text(), [...response.headers]]);
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 2);
  });

  it('keeps what was there first; only the same form may change it', async () => {
    const { receive, database } = await receiver(place);
    const roles = async (): Promise<unknown[]> =>
      (await rows(database, `SELECT body ->> 'role' AS role, address FROM joins`)).map((row) => [row.role, row.address]);
    await receive(request(joinOf({ role: 'eerst' }), { key: 'mine' }));
    await receive(request(joinOf({ role: 'van een ander' }), { key: 'theirs' }));
    assert.deepEqual(await roles(), [['eerst', 'voorbeeld@example.org']]);
    await receive(request(joinOf({ role: 'verbeterd', session: 'x' }), { key: 'mine' }));
    assert.deepEqual(await roles(), [['verbeterd', 'voorbeeld@example.org']]);
    await rows(database, 'UPDATE joins SET confirmed = 1');
    await receive(request(joinOf({ role: 'te laat', session: 'x' }), { key: 'mine' }));
    assert.deepEqual(await roles(), [['verbeterd', 'voorbeeld@example.org']]);
  });

  it('is another one in another network, variant or session', async () => {
    const { receive, database } = await receiver(place);
    const { receive: other } = await receiver(place, { database, network: 'ander' });
    const bodies = [joinOf(), joinOf({ variant: 'session', session: 'a' }), joinOf({ variant: 'session', session: 'b' })];
    for (const body of [...bodies, ...bodies]) assert.equal((await receive(request(body))).status, 202);
    assert.equal((await other(request(joinOf()))).status, 202);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 4);
  });

  it('is another tip each time, but for the same form', async () => {
    const { receive, database } = await receiver(place);
    const tip = joinOf({ variant: 'tip', message: 'Kijk eens daar.' });
    for (const key of ['t1', 't1', 't2']) assert.equal((await receive(request(tip, { key }))).status, 202);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 2);
  });

  it('is never lost to a form that sends the same key for everybody', async () => {
    const { receive, database } = await receiver(place);
    for (const email of ['een@example.org', 'twee@example.org']) await receive(request(joinOf({ email }), { key: '1' }));
    let elapsed = 5;
    for (const message of ['hier', 'daar', 'daar'])
      await receive(request(joinOf({ variant: 'tip', message, elapsed: elapsed++ }), { key: '1' }));
    const stored = await rows(database, `SELECT coalesce(body ->> 'message', address) AS what FROM joins ORDER BY what`);
    assert.deepEqual(
      stored.map(({ what }) => what),
      ['daar', 'een@example.org', 'hier', 'twee@example.org'],
    );
  });

  it('is stored once however many come at the same moment', async () => {
    const { receive, database } = await receiver(place, { perAddress: 0 });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => receive(request(joinOf({ email: `p${n % 50}@example.org` })))));
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 50);
  });
});

describe('what is wrong', () => {
  it('is said per field, all of it at once, in the language of the form', async () => {
    const { receive, database } = await receiver(place);
    const body = { variant: 'join', language: 'en', elapsed: -1, email: 'nobody', name: 'a'.repeat(1_001), needs: 'a' };
    const response = await receive(request(body));
    assert.equal(response.status, 422);
    const { errors } = await problemOf(response);
    assert.deepEqual(Object.fromEntries(errors!.map(({ pointer, detail }) => [pointer, detail])), {
      '#/email': 'Fill in an email address like name@example.org',
      '#/name': 'Make this shorter: there is room for 1,000 characters',
      '#/needs': 'We can’t read this answer',
      '#/elapsed': 'We can’t read this answer',
    });
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 0);
  });

  it('is what a receiver can’t do without', async () => {
    const { receive } = await receiver(place);
    const pointers = async (body: object): Promise<string[]> =>
      (await problemOf(await receive(request(body)))).errors!.map(({ pointer }) => pointer);
    assert.deepEqual(await pointers({}), ['#/variant', '#/language', '#/elapsed']);
    assert.deepEqual(await pointers(joinOf({ email: '' })), ['#/email']);
    assert.deepEqual(await pointers(joinOf({ variant: 'session' })), ['#/session']);
    assert.deepEqual(await pointers(joinOf({ variant: 'tip', email: undefined })), ['#/message']);
  });

  const broken: [what: string, status: number, body: string, headers: Record<string, string>][] = [
    ['JSON that ends too soon', 400, '{"variant":', {}],
    ['a list', 400, '[]', {}],
    ['text', 415, 'hallo', { 'content-type': 'text/plain' }],
    ['compressed', 415, '{}', { 'content-encoding': 'gzip' }],
    ['a form without its boundary', 400, 'hallo', { 'content-type': 'multipart/form-data' }],
    ['too much', 413, JSON.stringify(joinOf({ message: 'a'.repeat(300_000) })), {}],
    ['a key without quotes and with spaces', 400, JSON.stringify(joinOf()), { 'idempotency-key': 'a b' }],
    ['a key that is too long', 400, JSON.stringify(joinOf()), { 'idempotency-key': `"${'a'.repeat(101)}"` }],
  ];
  for (const [what, status, body, headers] of broken) {
    it(`gets ${status} for ${what}`, async () => {
      const { receive } = await receiver(place);
      const response = await receive(request(body, { headers }));
      assert.equal(response.status, status);
      const { detail } = await problemOf(response);
      assert.match(detail, /formulier|Idempotency-Key|tekst/);
      if (status === 415 && !headers['content-encoding']) assert.match(response.headers.get('accept-post') ?? '', /application\/json/);
    });
  }

  it('gets 413 for a body that lies about its length or does not say it, without reading it all', async () => {
    const { receive } = await receiver(place);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (pulled++, controller.enqueue(new Uint8Array(65_536).fill(32))),
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: endless, duplex: 'half' };
    assert.equal((await receive(new Request(`${HOME}/join`, init as RequestInit))).status, 413);
    assert.ok(pulled < 10, `${pulled} chunks`);
  });

  it('gets 422 for a file, and 404 or 405 elsewhere', async () => {
    const { receive } = await receiver(place);
    const form = new FormData();
    form.append('variant', 'tip');
    form.append('message', new File(['x'], 'x.txt'));
    const { errors } = await problemOf(await receive(new Request(`${HOME}/join`, { method: 'POST', body: form })));
    assert.deepEqual(errors, [{ pointer: '#/message', detail: 'Hier kan geen bestand bij' }]);
    assert.equal((await receive(new Request(`${HOME}/anders`))).status, 404);
    const response = await receive(new Request(`${HOME}/join`));
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
  });

  it('never reaches another object: names of the prototype are fields like any other', async () => {
    const { receive, database } = await receiver(place);
    const body = JSON.stringify(joinOf()).replace('{', '{"__proto__":{"email":"x"},"constructor":"c","toString":"t",');
    assert.equal((await receive(request(body))).status, 202);
    const [row] = await rows(database, 'SELECT body FROM joins');
    assert.match(row!.body as string, /"__proto__":\{"email":"x"\}/);
    assert.equal(({} as { email?: string }).email, undefined);
  });
});

describe('who may send', () => {
  it('is who is on the list, the receiver itself, and what is no browser', async () => {
    const { receive } = await receiver(place, { origins: [SITE, 'https://ander.example.org/'] });
    const from = async (origin: string | undefined): Promise<[number, string | null]> => {
      const headers = { 'content-type': 'application/json', ...(origin && { origin }) };
      const response = await receive(new Request(`${HOME}/join`, { method: 'POST', headers, body: JSON.stringify(joinOf()) }));
      assert.equal(response.headers.get('vary'), response.status === 403 ? null : 'origin');
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    assert.deepEqual(await from(SITE), [202, SITE]);
    assert.deepEqual(await from('https://ander.example.org'), [202, 'https://ander.example.org']);
    assert.deepEqual(await from(new URL(HOME).origin), [202, new URL(HOME).origin]);
    assert.deepEqual(await from(undefined), [202, null]);
    assert.deepEqual(await from('https://example.com'), [403, null]);
    assert.deepEqual(await from('http://www.example.org'), [403, null]);
    assert.deepEqual(await from('null'), [403, null]);
  });

  it('is told so when its browser asks first', async () => {
    const { receive } = await receiver(place);
    const ask = (origin: string): Promise<Response> =>
      receive(new Request(`${HOME}/join`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }));
    const yes = await ask(SITE);
    assert.equal(yes.status, 204);
    assert.equal(yes.headers.get('access-control-allow-origin'), SITE);
    assert.match(yes.headers.get('access-control-allow-headers') ?? '', /content-type.*idempotency-key/);
    assert.equal((await ask('https://example.com')).status, 403);
  });

  it('may read refusals too, and when to try again', async () => {
    const { receive } = await receiver(place, { perMinute: 1 });
    await receive(request(joinOf()));
    const response = await receive(request(joinOf()));
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('access-control-allow-origin'), SITE);
    assert.equal(response.headers.get('access-control-expose-headers'), 'retry-after');
  });

  it('is held to a number a minute per address, however it is written', async () => {
    let now = Date.parse('2026-03-29T00:30:00Z');
    const { receive } = await receiver(place, { perAddress: 2, trustProxy: true, now: () => now });
    const from = async (forwarded: string | undefined, address: string): Promise<number> =>
      (await receive(request(joinOf(), { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }), { address })).status;
    assert.deepEqual([await from('192.0.2.1', '::1'), await from('198.51.100.9, ::ffff:192.0.2.1', '::1')], [202, 202]);
    const third = await receive(request(joinOf(), { headers: { 'x-forwarded-for': '203.0.113.7, 192.0.2.1' } }), { address: '::1' });
    assert.equal(third.status, 429, 'what stands before the last anyone can have made up');
    assert.equal(third.headers.get('retry-after'), '30');
    assert.equal(await from('192.0.2.2', '::1'), 202);
    // one house, many addresses
    for (const address of ['2001:db8:0:1::5', '2001:DB8::1:0:0:0:9']) assert.equal(await from(undefined, address), 202);
    assert.equal(await from(undefined, '2001:db8:0:1:ffff::'), 429);
    now += 30_000;
    assert.equal(await from('192.0.2.1', '::1'), 202);
    assert.equal(await from('192.0.2.1', '::1'), 429);
  });

  it('can’t name its own address when there is no proxy to trust', async () => {
    const { receive } = await receiver(place, { perAddress: 1 });
    const from = async (forwarded: string): Promise<number> =>
      (await receive(request(joinOf(), { headers: { 'x-forwarded-for': forwarded } }), { address: '192.0.2.1' })).status;
    assert.deepEqual([await from('10.0.0.1'), await from('10.0.0.2')], [202, 429]);
  });
});

describe('a receiver', () => {
  it('says that it is well, and writes no personal data in its log', async () => {
    const { receive, log } = await receiver(place);
    await receive(request(joinOf({ message: 'geheim' })), { address: '192.0.2.33' });
    await receive(request(joinOf({ email: 'fout' })));
    const health = await receive(new Request(`${HOME}/health`));
    assert.equal(health.status, 200);
    assert.deepEqual(await health.json(), { status: 'ok' });
    assert.deepEqual(
      log.map(({ event, path, status }) => [event, path, status]),
      [
        ['request', '/join', 202],
        ['request', '/join', 422],
        ['request', '/health', 200],
      ],
    );
    assert.doesNotMatch(JSON.stringify(log), /example\.org|Voorbeeld|geheim|192\.0|fout|key-/);
  });

  it('says that it is not well when its database has gone, and loses nothing quietly', async () => {
    const { receive } = await receiver(place);
    await receive.close();
    assert.equal((await receive(new Request(`${HOME}/health`))).status, 503);
    const response = await receive(request(joinOf()));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '30');
  });

  it('is at its own address with and without the path that a proxy may take off', async () => {
    const { receive } = await receiver(place);
    for (const address of [`${HOME}/health`, 'http://127.0.0.1:8787/health'])
      assert.equal((await receive(new Request(address))).status, 200);
    assert.equal((await receive(new Request('http://127.0.0.1:8787/netwerkhealth'))).status, 404);
  });

  for (const [what, options, message] of [
    ['an origin with a path', { origins: ['https://example.org/pagina'] }, /no origin/],
    ['a folder that is not there', { database: 'file:/nonexistent/joins.db' }, /can’t be opened: does its folder exist/],
    ['a folder', { database: `file:${place}` }, /can’t be opened/],
    ['a database in memory', { database: ':memory:' }, /WAL is needed/],
    ['a server that is not there', { database: 'http://127.0.0.1:9' }, /does not answer/],
    ['no database', { database: 'joins.db' }, /no address of a database/],
    ['mail without an address of its own', { mail: { url: 'smtp://localhost', from: 'a@example.org' }, url: undefined }, /set url/],
    ['mail from nobody', { mail: { url: 'smtp://localhost', from: 'Netwerk' } }, /e-mail address/],
    ['mail through a web address', { mail: { url: 'https://localhost', from: 'a@example.org' } }, /smtps:\/\//],
    ['a short secret', { secret: 'geheim' }, /at least 32/],
  ] as const) {
    it(`does not start with ${what}, and says what to do`, () => assert.rejects(receiver(place, options), message));
  }
});
