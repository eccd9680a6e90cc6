// The receiver out of the package, in a folder of its own: without the packages it needs, and with them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';
import { folder, npm, pack, run } from './support.mjs';

const { devDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const NEEDED = ['@libsql/client', '@cfworker/json-schema', 'srvx', 'nodemailer'];

const script = `
import { createReceiver } from 'meedoen/receiver';
const receive = await createReceiver({ database: 'file:joins.db', origins: ['*'] });
const body = JSON.stringify({ variant: 'join', email: 'voorbeeld@example.org', language: 'nl', elapsed: 9 });
const response = await receive(new Request('https://example.org/join', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
await receive.close();
console.log(response.status);
`;

describe('meedoen/receiver, installed', () => {
  const place = folder();
  const command = (...args) => run(process.execPath, [path.join(place, 'node_modules/meedoen/dist/cli/meedoen.js'), ...args], place);

  before(async () => {
    const { path: tarball } = await pack(place);
    writeFileSync(
      path.join(place, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies: { meedoen: `file:${tarball}` } }),
    );
    writeFileSync(path.join(place, 'join.js'), script);
    await npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], place);
  });

  it('leaves who does not use it without its packages, and says which it needs', async () => {
    for (const name of NEEDED) assert.equal(peerDependenciesMeta[name]?.optional, true, name);
    const { status, stderr } = await command('receive', '--db', 'file:joins.db', '--origin', '*');
    assert.equal(status, 1, stderr);
    assert.equal(stderr.trim(), `Voor meedoen receive is meer nodig: npm install ${NEEDED.join(' ')}`);
    assert.equal((await command('schema')).status, 0, 'the rest goes on without them');
  });

  it('takes a join, and the command exports it', async () => {
    await npm(
      ['install', '--no-audit', '--no-fund', '--loglevel=error', ...NEEDED.map((name) => `${name}@${devDependencies[name]}`)],
      place,
    );
    const { status, stdout, stderr } = await run(process.execPath, ['join.js'], place);
    assert.equal(status, 0, stderr);
    assert.equal(stdout.trim(), '202');
    const exported = await command('joins', 'export', '--json', '--db', 'file:joins.db');
    assert.equal(JSON.parse(exported.stdout)[0].body.email, 'voorbeeld@example.org', exported.stderr);
  });
});
