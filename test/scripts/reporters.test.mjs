// "Which test failed, where and why?" What npm test repeats at its end comes from these two reporters.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/bootstrap.mjs';
import { jsonReporter } from '../../scripts/wtr-reporter.mjs';

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meedoen-'));
});
after(() => rmSync(folder, { recursive: true }));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

describe('the reporter of tests in Node', () => {
  /** Runs a file of tests as node-tests.mjs does. */
  const run = (text) => {
    const [file, results] = [`${folder}/made.test.mjs`, `${folder}/results.json`];
    writeFileSync(file, `import assert from 'node:assert/strict'; import { before, describe, it } from 'node:test';\n${text}`);
    const reporter = pathToFileURL(`${root}/scripts/node-reporter.mjs`).href;
    const env = { ...process.env, SUITE_RESULTS: results };
    delete env.NODE_TEST_CONTEXT; // node:test would take this run for a part of the one around it
    const { stdout } = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
      encoding: 'utf8',
      env,
    });
    return { stdout, ...read(results) };
  };

  it('names what failed with its suites and the first of its error, and is short about the rest', () => {
    const { stdout, passed, failed, skipped, failures } = run(`
      describe('outside', () => {
        describe('inside', () => { it('right', () => {}); it('wrong', () => assert.equal(1, 2, 'one is not two')); it.skip('later', () => {}); });
      });
      describe('quiet', () => { it('goes without saying', () => {}); });`);
    assert.deepEqual([passed, failed, skipped], [2, 1, 1]);
    assert.deepEqual(
      failures.map(({ name }) => name),
      ['outside › inside › wrong'],
    );
    assert.match(failures[0].file, /made\.test\.mjs$/);
    assert.match(failures[0].error, /^AssertionError.*one is not two/);
    assert.match(stdout, /✗ outside: 1 passed, 1 failed, 1 skipped .*\n +outside › inside › wrong\n.*one is not two/);
    assert.match(stdout, /✓ quiet: 1 passed/);
    assert.doesNotMatch(stdout, /goes without saying/);
  });

  it('gives a hook that fails once, with all the tests that it kept from running counted', () => {
    const { failed, failures } = run(`
      describe('hooked', () => { before(() => { throw new Error('no browser'); }); it('a', () => {}); it('b', () => {}); });`);
    assert.equal(failed, 3);
    assert.deepEqual(
      failures.map(({ name, error }) => [name, error.split('\n')[0]]),
      [['hooked', 'Error: no browser']],
    );
  });

  it('says why a file does not load', () => {
    const { failed, failures } = run(`import './nowhere.mjs';`);
    assert.equal(failed, 1);
    assert.match(failures[0].error, /Cannot find module/);
  });
});

describe('the reporter of tests in browsers', () => {
  const report = (...sessions) => {
    const file = `${folder}/browsers.json`;
    jsonReporter(file).stop({
      sessions: sessions.map((session) => ({
        testFile: `${root}/test/made.test.ts`,
        browser: { name: 'Firefox' },
        group: { name: 'default' },
        passed: false,
        errors: [],
        ...session,
      })),
    });
    return read(file);
  };
  const right = { name: 'right', passed: true };

  it('names browser, zone, file and test, and gives the message that Firefox leaves out of the stack', () => {
    const error = { name: 'AssertionError', message: 'expected 1 to equal 2', stack: '  at test/made.test.ts:1:2' };
    const testResults = { suites: [{ name: 'suite', suites: [], tests: [right, { name: 'wrong', passed: false, error }] }], tests: [] };
    assert.deepEqual(report({ testResults }, { testResults, group: { name: 'pacific' } }), {
      passed: 2,
      failed: 2,
      skipped: 0,
      failures: ['Firefox', 'Firefox in pacific'].map((browser) => ({
        file: path.join('test', 'made.test.ts'),
        browser,
        name: 'suite › wrong',
        error: 'AssertionError: expected 1 to equal 2\n  at test/made.test.ts:1:2',
      })),
    });
  });

  it('counts a file that breaks outside its tests as a failure, with its reason', () => {
    const { passed, failed, failures } = report({
      testResults: { suites: [], tests: [right] },
      errors: [{ message: 'the page went away' }],
    });
    assert.deepEqual([passed, failed], [1, 1]);
    assert.deepEqual([failures[0].name, failures[0].error], ['(outside its tests)', 'the page went away']);
  });
});
