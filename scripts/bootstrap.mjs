// Makes `npm start` and `npm test` the only commands a fresh clone needs: installs the packages when they are missing or
// older than package-lock.json. Node built-ins only, because it runs before there is anything else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const stamp = `${root}/node_modules/.meedoen-lock`;
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Runs `npm ci` when node_modules does not belong to this package-lock.json; ends the process when that fails. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`meedoen needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
    process.exit(1);
  }
  const wanted = createHash('sha256').update(readFileSync(`${root}/package-lock.json`)).digest('hex');
  if (read(stamp) === wanted) return;
  // an install by hand (`npm install`, `npm ci`) is as good as ours: npm then writes its own copy of the lock
  if (read(stamp) === undefined && sameAsInstalled()) return writeFileSync(stamp, wanted);
  console.log('Installing the packages of package-lock.json (npm ci); the first time takes a minute or two…');
  // `npm run` says which npm it is; a plain `node scripts/…` takes the one on the path (on Windows a .cmd, which needs a shell)
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const { status } = spawnSync(npm[0], [...npm[1], 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: npm[0] === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci did not succeed: see its message above. Is the package registry reachable from here?');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Whether every package of package-lock.json that npm put in node_modules has the version of the lock. */
function sameAsInstalled() {
  const installed = read(`${root}/node_modules/.package-lock.json`);
  if (!installed) return false;
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
  const here = JSON.parse(installed).packages;
  return Object.entries(lock).every(([path, { version, optional }]) => !path || (here[path] ? here[path].version === version : optional));
}
