// The tarball as npm would publish it: what is in it, how large it is, and whether every entry resolves, with its types.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../../scripts/bootstrap.mjs';
import { folder, pack } from './support.mjs';

const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
/** Every string in a value that is a path. */
const paths = (value) => (typeof value === 'string' ? [value.replace(/^\.\//, '')] : Object.values(value).flatMap(paths));

describe('the npm package', () => {
  let packed;
  let bytes;
  before(async () => {
    packed = await pack(folder());
    bytes = readFileSync(packed.path);
  });

  it('has every file that package.json names', () => {
    const files = new Set(packed.files.map((file) => file.path));
    const { exports, bin, customElements, 'web-types': webTypes } = manifest;
    const missing = paths([exports, bin, customElements, webTypes]).filter((name) => !files.has(name));
    assert.deepEqual(missing, []);
    for (const name of ['LICENSE.md', 'README.md', 'CHANGELOG.md']) assert.ok(files.has(name), name);
  });

  it('holds nothing of the workshop, and stays small', (t) => {
    const stray = packed.files
      .map((file) => file.path)
      .filter((name) => !/^(dist\/|[A-Z]+\.md$|package\.json$|custom-elements\.json$)/.test(name) || /\.map$|\.test\./.test(name));
    assert.deepEqual(stray, []);
    t.diagnostic(`${packed.files.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`);
    assert.ok(packed.size < 470_000, `${packed.size} bytes packed`);
    assert.ok(packed.unpackedSize < 1_800_000, `${packed.unpackedSize} bytes unpacked`);
  });

  it('is as publint wants it', async () => {
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('has types that are right wherever ES modules are resolved', async () => {
    // the files beside meedoen.js are fetched by it, and imported by nobody
    const beside = Object.keys(manifest.exports).filter((name) => /^\.\/meedoen-\w+\.js$/.test(name));
    const excludeEntrypoints = beside.map((name) => name.slice(2));
    const tarball = createPackageFromTarballData(new Uint8Array(bytes));
    const { entrypoints, problems } = await checkPackage(tarball, { excludeEntrypoints });
    assert.deepEqual(
      Object.keys(entrypoints),
      Object.keys(manifest.exports).filter((name) => !beside.includes(name)),
    );
    // the package is ES modules only: TypeScript before 4.7 (node10) and require() are not promised
    const ours = problems.filter(({ resolutionKind, kind }) => resolutionKind !== 'node10' && kind !== 'CJSResolvesToESM');
    assert.deepEqual(ours, []);
    for (const [name, { hasTypes, resolutions }] of Object.entries(entrypoints)) {
      if (!/\.json$/.test(name)) assert.ok(hasTypes && resolutions.bundler.resolution?.isTypeScript, `${name} has types`);
    }
  });
});
