import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { meedoen, serve, type Said } from './command.ts';
import { databaseIn, folder, freePort, joinOf, linkIn, postOffice, receiver, request, rows, until } from './support.ts';

const place = folder();

describe('meedoen receive', () => {
  it('takes joins, sends letters, and stops kindly: what has begun is finished', async () => {
    const post = await postOffice();
    const [port, database] = [await freePort(), databaseIn(place)];
    const feed = path.join(place, 'meedoen.json');
    writeFileSync(feed, '\ufeff{ "meedoen": 1, "title": "Netwerk Voorbeeld", "join": { "fields": [{ "name": "email", "as": "mail" }] } }');
    const args = ['--db', database, '--origin', 'https://a.example.org', '--origin', 'https://b.example.org', '--port', `${port}`];
    const mail = ['--url', `http://127.0.0.1:${port}`, '--from', 'Netwerk <netwerk@example.org>', '--feed', feed, '--network', 'proef'];
    const served = serve([...args, ...mail], { MEEDOEN_SMTP: post.url });
    await served.up;
    const { email, ...body } = joinOf();
    const send = (body: object): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://b.example.org' },
        body: JSON.stringify(body),
      });
    assert.equal((await send({ ...body, mail: email })).status, 202);
    await until('a letter', () => post.letters.length);
    assert.match(post.letters[0]!.subject!, /Netwerk Voorbeeld/);
    assert.equal(
      (
        await fetch(linkIn(post.letters[0]).replace('https:', 'http:') || (/http:\S+/.exec(post.letters[0]!.text!)?.[0] ?? ''), {
          method: 'POST',
        })
      ).status,
      200,
    );

    // a form that is on its way when it is told to stop
    const text = JSON.stringify({ ...body, mail: 'laat@example.org' });
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.write(
      `POST /join HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text.slice(0, 20)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    served.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write(text.slice(20));
    assert.equal(await served.ended, 0, served.err());
    assert.match(answer, /^HTTP\/1.1 202/);

    const stored = await rows(database, 'SELECT address, network, confirmed IS NOT NULL AS confirmed FROM joins ORDER BY received');
    assert.deepEqual(
      stored.map((row) => [row.address, row.network, row.confirmed]),
      [
        ['voorbeeld@example.org', 'proef', 1],
        ['laat@example.org', 'proef', 0],
      ],
    );
    const log = served.log();
    assert.deepEqual([log[0]!.event, log[0]!.port, log[0]!.mail, log.at(-1)!.event], ['start', port, true, 'stop']);
    assert.ok(log.every(({ time }) => !Number.isNaN(Date.parse(time as string))));
    assert.doesNotMatch(JSON.stringify(log), /@|127\.0\.0\.1|smtp:/);
  });

  it('says that without a mail server nobody confirms', async () => {
    const served = serve(['--db', databaseIn(place), '--origin', '*', '--port', '0', '--lang', 'en']);
    await served.up;
    served.child.kill('SIGINT');
    assert.equal(await served.ended, 0);
    assert.match(served.err(), /no mail goes out, and joins stay unconfirmed/);
  });

  const refused = async (args: string[], status: number, sentence: RegExp): Promise<void> => {
    const said = await meedoen('receive', ...args);
    assert.equal(said.status, status, said.err);
    assert.match(said.err, sentence);
    assert.doesNotMatch(said.err, /\n\s+at /, 'no stack');
    assert.ok(said.err.trim().split('\n').length <= 2, said.err);
  };

  it('does not start without what it needs, and says what', async () => {
    const good = ['--db', databaseIn(place), '--origin', '*'];
    await refused([], 2, /--db file:joins\.db/);
    await refused(good.slice(0, 2), 2, /--origin https/);
    await refused([...good, '--port', 'x'], 2, /--port moet een getal zijn/);
    await refused([...good, '--nonsense'], 2, /nonsense/);
    await refused([...good, '--feed', path.join(place, 'weg.json')], 2, /weg\.json/);
    await refused([...good, '--smtp', 'smtp://localhost'], 2, /--from/);
    await refused([...good, '--smtp', 'smtp://localhost', '--from', 'a@example.org'], 1, /set url/);
  });

  it('does not start on a database that can’t be written, or a port that is taken', async (t) => {
    writeFileSync(path.join(place, 'text.db'), 'dit is geen database, maar een tekst die lang genoeg is om dat te zien');
    await refused(['--db', `file:${path.join(place, 'text.db')}`, '--origin', '*'], 1, /is no database/);
    await refused(['--db', `file:${path.join(place, 'weg', 'joins.db')}`, '--origin', '*'], 1, /does its folder exist/);
    const database = databaseIn(place);
    const { receive } = await receiver(place, { database });
    await receive.close();
    const port = await freePort();
    const served = serve(['--db', database, '--origin', '*', '--port', `${port}`]);
    await served.up;
    await refused(['--db', database, '--origin', '*', '--port', `${port}`], 1, /is taken/);
    served.child.kill('SIGTERM');
    await served.ended;
    if (process.getuid?.() === 0) return t.diagnostic('a read-only folder was not tried: root may write anywhere');
    const locked = path.join(place, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    await refused(['--db', `file:${path.join(locked, 'joins.db')}`, '--origin', '*'], 1, /can’t be (opened|written)/);
  });

  it('does not touch a database of a newer version', async () => {
    const database = databaseIn(place);
    const { receive } = await receiver(place, { database });
    await receive.close();
    await rows(database, 'PRAGMA user_version = 99');
    await refused(['--db', database, '--origin', '*'], 1, /newer version of meedoen \(99/);
  });
});

describe('meedoen joins', () => {
  const database = databaseIn(place);
  const joins = (...args: string[]): Promise<Said> => meedoen('joins', ...args, '--db', database);

  before(async () => {
    const { receive } = await receiver(place, { database, network: 'een', now: () => Date.parse('2026-03-29T01:30:00Z') });
    const { receive: other } = await receiver(place, { database, network: 'twee' });
    const nasty = {
      name: '=HYPERLINK("https://example.com")',
      organisation: 'Een; “twee”\r\n"drie"',
      phone: '+31 6 12345678',
      role: '\t=1+1',
      message: 'café 😀',
    };
    await receive(request(joinOf({ ...nasty, needs: ['a', 'b'], invite: true, purposes: ['Ja.'], eigen: 'veld' })));
    await receive(request(joinOf({ email: 'ander@example.org', variant: 'session', session: 's' })));
    await receive(request(joinOf({ variant: 'tip', message: 'Daar!' })));
    await other(request(joinOf()));
  });

  it('exports for Dutch Excel: semicolons, a byte order mark, no formulas, while the receiver runs', async () => {
    const served = serve(['--db', database, '--origin', '*', '--port', '0']);
    await served.up;
    const { status, out } = await joins('export', '--network', 'een');
    served.child.kill('SIGTERM');
    await served.ended;
    assert.equal(status, 0);
    assert.ok(out.startsWith('\ufeff"Netwerk";"Soort";"Sessie";'));
    const [head, first, ...more] = parse(out, { delimiter: ';', bom: true });
    const cell = (name: string): string => first![head!.indexOf(name)]!;
    assert.equal(cell('Ontvangen'), '2026-03-29 03:30');
    assert.equal(cell('Bevestigd'), '');
    assert.equal(cell('Naam'), '\t=HYPERLINK("https://example.com")');
    assert.equal(cell('Organisatie'), 'Een; “twee”\n"drie"');
    assert.equal(cell('Telefoon'), '\t+31 6 12345678');
    assert.match(out, /;"a, b";"café 😀";/);
    assert.match(out, /;"ja";"Ja\.";"nl";"nee";"[\da-f-]{36}";"eigen: veld"\r\n/);
    assert.equal(more.length, 2);
  });

  it('exports JSON, of all networks unless one is named, and only what was asked for', async () => {
    const all = JSON.parse((await joins('export', '--json')).out) as {
      network: string;
      variant: string;
      body: object;
      received: string;
      confirmed: unknown;
    }[];
    assert.deepEqual(
      all.map(({ network, variant }) => `${network} ${variant}`),
      ['een join', 'een session', 'een tip', 'twee join'],
    );
    assert.equal(all[0]!.received, '2026-03-29T01:30:00.000Z');
    assert.equal(all[0]!.confirmed, null);
    assert.equal('key' in all[0]!, false);
    const tips = JSON.parse((await joins('export', '--json', '--variant', 'tip')).out) as unknown[];
    assert.equal(tips.length, 1);
    assert.deepEqual(JSON.parse((await joins('export', '--json', '--confirmed', '--network', 'twee')).out), []);
  });

  it('shows, corrects and deletes what there is of one person', async () => {
    const shown = JSON.parse((await joins('show', ' Voorbeeld@Example.org')).out) as { network: string; body: { role?: string } }[];
    assert.deepEqual(shown.map(({ network }) => network).sort(), ['een', 'een', 'twee']);

    const corrected = await joins(
      'correct',
      'voorbeeld@example.org',
      'role=Adviseur',
      'phone=',
      'email=nieuw@example.org',
      '--network',
      'twee',
    );
    assert.equal(corrected.out, '1 aanmelding veranderd.\n', corrected.err);
    const [now] = JSON.parse((await joins('show', 'nieuw@example.org')).out) as { body: Record<string, unknown> }[];
    assert.deepEqual([now!.body.role, now!.body.email, 'phone' in now!.body], ['Adviseur', 'nieuw@example.org', false]);

    for (const [change, sentence] of [
      [['email=geen adres'], /email: Vul een e-mailadres in/],
      [['email='], /email: Vul je e-mailadres in/],
      [['leeftijd=42'], /“leeftijd” is geen veld/],
      [[], /Noem een veld/],
    ] as const) {
      const { status, err } = await joins('correct', 'nieuw@example.org', ...change);
      assert.equal(status, 1);
      assert.match(err, sentence);
    }
    const taken = await joins('correct', 'voorbeeld@example.org', 'email=nieuw@example.org', '--network', 'een');
    assert.equal(taken.status, 0, 'another network is another join');

    assert.equal((await joins('delete', 'nieuw@example.org', '--lang', 'en')).out, '3 joins removed.\n');
    const gone = await joins('show', 'nieuw@example.org');
    assert.deepEqual([gone.status, gone.err], [1, 'Er is niets van nieuw@example.org.\n']);
    assert.equal((await rows(database, 'SELECT * FROM letters')).length, 0);
    const bytes = readFileSync(database.slice('file:'.length), 'latin1');
    assert.doesNotMatch(bytes, /HYPERLINK/, 'not in the file either');
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 1);
  });

  it('removes what nobody confirmed in time', async () => {
    assert.equal((await joins('prune')).status, 1);
    assert.equal((await joins('prune', '--unconfirmed', '100000')).out, '0 aanmeldingen verwijderd.\n');
    assert.equal((await joins('prune', '--unconfirmed', '30')).out, '1 aanmelding verwijderd.\n');
  });

  it('makes no database out of a typing error', async () => {
    const name = path.join(place, 'typfout.db');
    const { status, err } = await meedoen('joins', 'export', '--db', `file:${name}`);
    assert.equal(status, 1);
    assert.match(err, /is er niet/);
    assert.equal(existsSync(name), false);
    assert.equal((await joins('dans')).status, 2);
  });
});
