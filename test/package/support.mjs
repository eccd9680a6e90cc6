// What the tests of the npm package share: the tarball that `npm pack` makes of the built package, in a folder that goes with the test.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';

/** An empty folder outside the repository, so that nothing is found in its node_modules; gone after the tests. */
export function folder() {
  const place = mkdtempSync(path.join(tmpdir(), 'meedoen-package-'));
  after(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

/**
 * Runs a program to its end, at most four minutes.
 * @returns its exit code, and what it wrote to the one and the other stream
 */
export function run(program, args, cwd, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'], timeout: 240_000 });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs npm: the one that runs this test, else the one on the path (on Windows a .cmd, which needs a shell). */
export async function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  const { status, stdout, stderr } = cli?.endsWith('npm-cli.js')
    ? await run(process.execPath, [cli, ...args], cwd)
    : await run('npm', args, cwd, process.platform === 'win32');
  if (status !== 0) throw new Error(`npm ${args.join(' ')} did not succeed: ${stderr || stdout}`);
  return stdout;
}

/** Packs what is built into `place`: npm's own report of it (`files`, `size`, `unpackedSize`), with the tarball's `path`. */
export async function pack(place) {
  const report = JSON.parse(await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', place], root));
  const [packed] = Array.isArray(report) ? report : Object.values(report);
  return { ...packed, path: path.join(place, packed.filename) };
}
