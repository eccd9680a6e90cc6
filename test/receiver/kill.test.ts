/**
 * The promise that matters: what was accepted is there, once, also when the receiver is killed (kill -9) at any moment under load. It
 * shows what survives the death of the process; that a commit waits for the disk, which no kill can show, is asserted at every start.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from './command.ts';
import { folder, freePort, joinOf, rows, until } from './support.ts';

const place = folder();
const KILLS = 8;
const VISITORS = 24;
/** The whole test, whatever the machine. */
const LIMIT = 45_000;

describe('a receiver that is killed under load', () => {
  it('has every accepted join, and none twice', async (t) => {
    const database = `file:${path.join(place, 'kill.db')}`;
    const port = await freePort();
    const args = ['--db', database, '--port', `${port}`, '--origin', '*', '--limit', '0', '--limit-all', '0'];
    const end = performance.now() + LIMIT;
    const accepted: string[] = [];
    let sent = 0;
    let retries = 0;
    let more = true;

    /** Fills in one form after another, and sends each until it is accepted, as the form does. */
    const visit = async (visitor: number): Promise<void> => {
      for (let form = 0; more; form++) {
        const key = `visitor-${visitor}-form-${form}`;
        // tips are told apart by their key alone
        const body = form % 2 ? joinOf({ email: `${key}@example.org` }) : joinOf({ variant: 'tip', message: key });
        sent++;
        for (let attempt = 0; performance.now() < end; attempt++) {
          if (attempt) retries++;
          const headers = { 'content-type': 'application/json', 'idempotency-key': `"${key}"` };
          const response = await fetch(`http://127.0.0.1:${port}/join`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
            () => undefined,
          );
          await response?.text().catch(() => undefined);
          if (response?.status === 202) {
            accepted.push(key);
            // a browser may send it again although it arrived
            if (form % 7 === 0)
              await fetch(`http://127.0.0.1:${port}/join`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
            break;
          }
          assert.ok(!response || response.status >= 500, `${response?.status}`);
          await wait(50);
        }
      }
    };
    const visits = Array.from({ length: VISITORS }, (_, visitor) => visit(visitor));

    let kills = 0;
    for (; kills < KILLS && performance.now() < end - 12_000; kills++) {
      const served = serve(args);
      await served.up;
      const before = accepted.length;
      // somewhere in the first moments, when everyone sends at once, or later
      await until('joins come in', () => accepted.length > before);
      await wait(40 * kills * Math.random());
      served.child.kill('SIGKILL');
      assert.equal(await served.ended, null);
    }
    const last = serve(args);
    await last.up;
    more = false;
    await Promise.all(visits);
    last.child.kill('SIGTERM');
    assert.equal(await last.ended, 0, last.err());

    // of a tip the key is the first word
    const keys = (await rows(database, 'SELECT key FROM joins')).map(({ key }) => (key as string).split(' ')[0]!);
    t.diagnostic(`${kills} kills, ${sent} forms, ${accepted.length} accepted, ${retries} sent again, ${keys.length} stored`);
    assert.ok(kills >= 3 && retries > 0, `${kills} kills, ${retries} sent again`);
    assert.equal(new Set(accepted).size, accepted.length);
    assert.deepEqual([...keys].sort(), [...accepted].sort());
    assert.deepEqual(
      (await rows(database, 'PRAGMA integrity_check')).map((row) => row.integrity_check),
      ['ok'],
    );
  });
});
