// "I borrowed another project's node_modules with a link. Does npm test leave it alone?"
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';

describe('installing what is missing', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'meedoen-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is refused in one sentence when node_modules is a symbolic link, and the folder behind it stays whole', () => {
    const [project, shared] = [`${folder}/project`, `${folder}/shared`];
    for (const name of [`${project}/scripts`, shared]) mkdirSync(name, { recursive: true });
    copyFileSync(`${root}/scripts/bootstrap.mjs`, `${project}/scripts/bootstrap.mjs`);
    writeFileSync(`${project}/package.json`, '{ "name": "example", "version": "1.0.0" }');
    const packages = { '': { name: 'example', version: '1.0.0' } };
    writeFileSync(`${project}/package-lock.json`, JSON.stringify({ name: 'example', version: '1.0.0', lockfileVersion: 3, packages }));
    writeFileSync(`${shared}/of-another.txt`, 'kept');
    symlinkSync(shared, `${project}/node_modules`, 'junction');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.mjs'], { cwd: project, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.equal(stdout, '', 'no install was begun');
    assert.match(stderr, /^node_modules is a symbolic link, .* remove the link and run this again\.\n$/);
    assert.ok(existsSync(`${shared}/of-another.txt`));
  });
});
