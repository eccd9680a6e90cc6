// What the receiver takes: `node bench/receiver.mjs [--joins=20000] [--rate=500] [--memory=100000] [--letters]`. By hand, not in CI.
// The built command runs on one core (taskset, where there is one) with its database on the disk of this folder; the visitors run in this
// process. 1: as many joins as it takes, from 64 connections that each wait for their answer. 2: a fixed number a second, whether answers
// come or not: what a visitor waits. 3: its memory over many joins. Every join is another person; every answer must be 202.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@libsql/client';
import { root } from '../scripts/bootstrap.mjs';
import { buildWhatIsOld } from '../scripts/build.mjs';

const { values } = parseArgs({
  options: {
    joins: { type: 'string', default: '20000' },
    rate: { type: 'string', default: '500' },
    memory: { type: 'string', default: '100000' },
    letters: { type: 'boolean', default: false }, // with an outbox that fills: a mail server that is down
  },
});
const CONNECTIONS = 64;
const PORT = 8799;

await buildWhatIsOld('cli');
const folder = mkdtempSync(path.join(root, '.bench-'));
const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
let person = 0;

/** One join by another person. @returns milliseconds */
function join() {
  const n = person++;
  const body = JSON.stringify({
    variant: 'join',
    name: 'Voorbeeld Persoon',
    email: `persoon-${n}@example.org`,
    organisation: 'Stichting Voorbeeldscholen',
    role: 'Adviseur',
    sector: 'po',
    needs: ['baancreatie', 'draagvlak'],
    message: 'Hoe beginnen we? '.repeat(15),
    invite: true,
    purposes: ['Houd me per e-mail op de hoogte van nieuws van het netwerk.'],
    purpose_ids: ['newsletter'],
    language: 'nl',
    elapsed: 90,
  });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': `"bench-${n}"` };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: PORT, path: '/join', method: 'POST', agent, headers }, (response) => {
      response
        .resume()
        .on('error', reject)
        .on('end', () => {
          if (response.statusCode === 202) resolve(performance.now() - start);
          else reject(new Error(`status ${response.statusCode}`));
        });
    });
    sent.on('error', reject).end(body);
  });
}

/** Joins from so many connections at once, each after the answer to its last. */
async function closed(total) {
  const times = [];
  let left = total;
  const visitor = async () => {
    while (left-- > 0) times.push(await join());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
  return times;
}

/** So many joins a second, evenly, whatever is answered. */
async function open(rate, seconds) {
  const times = [];
  const all = [];
  const failures = [];
  const start = performance.now();
  for (let n = 0; n < rate * seconds;) {
    const due = Math.floor(((performance.now() - start) / 1_000) * rate);
    for (; n < due && n < rate * seconds; n++)
      all.push(
        join().then(
          (time) => times.push(time),
          (error) => failures.push(error),
        ),
      );
    await wait(1);
  }
  await Promise.all(all);
  if (failures.length) throw new Error(`${failures.length} of ${all.length} were not accepted; the first: ${failures[0].message}`);
  return times;
}

const quantile = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const ms = (time) => `${time.toFixed(1)} ms`;
const spread = (times) => `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, longest ${ms(Math.max(...times))}`;

/** CPU time of a process so far, in seconds (Linux: in hundredths). */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
/** Bytes that a process had written to the disk so far. */
const writtenBy = (pid) => Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))[1]);
const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;

/** How long this disk takes for what a commit waits for: a page written, and told to be there. */
function syncTime() {
  const file = openSync(path.join(folder, 'sync'), 'w');
  const times = [];
  for (let n = 0; n < 300; n++) {
    const start = performance.now();
    writeSync(file, Buffer.alloc(4_096, n));
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return times;
}

const database = `file:${path.join(folder, 'joins.db')}`;
const pinned = spawnSync('taskset', ['--version']).status === 0 && cpus().length > 1;
const args = [
  `${root}/dist/cli/meedoen.js`,
  'receive',
  '--db',
  database,
  '--origin',
  '*',
  '--port',
  `${PORT}`,
  '--limit',
  '0',
  '--limit-all',
  '0',
];
if (values.letters) args.push('--smtp', 'smtp://127.0.0.1:9', '--from', 'a@example.org', '--url', 'https://example.org');
const command = pinned ? ['taskset', '-c', '0', process.execPath, ...args] : [process.execPath, ...args];
if (pinned) spawnSync('taskset', ['-cp', '1', `${process.pid}`]);
const server = spawn(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
server.stderr.on('data', (text) => process.stderr.write(`  (${String(text).trim().split('\n')[0]})\n`));

try {
  for (let tries = 0; ; tries++) {
    const up = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined);
    if (up?.ok) break;
    if (tries > 100) throw new Error('the receiver did not come up');
    await wait(100);
  }
  console.log(
    `${cpus()[0].model.trim()}, Node ${process.versions.node}; the receiver on ${pinned ? 'one core' : 'any core'}${values.letters ? ', with letters' : ''}`,
  );
  console.log(`the disk: a write that is waited for takes ${spread(syncTime())}`);
  await closed(2_000); // until it is warm

  const [joins, rate, memory] = [values.joins, values.rate, values.memory].map(Number);
  let [cpu, start, written] = [cpuOf(server.pid), performance.now(), writtenBy(server.pid)];
  const times = await closed(joins);
  const seconds = (performance.now() - start) / 1_000;
  cpu = cpuOf(server.pid) - cpu;
  written = writtenBy(server.pid) - written;
  console.log(
    `as many as it takes: ${Math.round(joins / seconds)} joins a second (${joins} joins, ${CONNECTIONS} connections); ${spread(times)}`,
  );
  console.log(
    `  its CPU: ${((cpu / joins) * 1_000).toFixed(2)} ms a join, so ${Math.round(joins / cpu)} a second on a core of its own; it had ${Math.round((cpu / seconds) * 100)} % of one; to the disk: ${(written / joins / 1_000).toFixed(1)} kB a join`,
  );

  const waited = await open(rate, 20);
  console.log(`${rate} a second for 20 seconds: ${spread(waited)}`);

  console.log(`memory: ${memoryOf(server.pid).toFixed(0)} MB after ${person} joins`);
  for (const most = person + memory; person < most;) {
    await closed(Math.min(memory / 5, most - person));
    console.log(`        ${memoryOf(server.pid).toFixed(0)} MB after ${person}`);
  }
  const client = createClient({ url: database });
  const { rows } = await client.execute('SELECT count(*) AS n FROM joins');
  client.close();
  console.log(`${rows[0].n} joins in the database of ${person} that were accepted`);
  if (rows[0].n !== person) process.exitCode = 1;
} finally {
  server.kill('SIGTERM');
  agent.destroy();
  await new Promise((resolve) => server.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
}
