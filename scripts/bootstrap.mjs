// Makes `npm start` and `npm test` the only commands a fresh clone needs: installs the packages when they are missing or
// older than package-lock.json. Node built-ins only, because it runs before there is anything else.
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Whether a module (its `import.meta.url`) is what Node was asked to run, rather than imported. */
export function isMain(url) {
  return process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url;
}

/**
 * Runs `npm ci` when node_modules does not hold what package-lock.json asks for; ends the process when that fails, and when
 * node_modules is a symbolic link: `npm ci` first empties the folder, and through a link that is another project's.
 */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`meedoen needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  if (lstatSync(`${root}/node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a symbolic link, and npm ci would empty the folder it points to: remove the link and run this again.');
    process.exit(1);
  }
  console.log('Installing the packages of package-lock.json (npm ci); the first time takes a minute or two…');
  // `npm run` says which npm it is; a plain `node scripts/…` takes the one on the path (on Windows a .cmd, which needs a shell)
  const path = process.env.npm_execpath;
  const npm = path?.endsWith('npm-cli.js') ? [process.execPath, path] : ['npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: npm[0] === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci did not succeed: see its message above. Is the package registry reachable from here?');
    process.exit(1);
  }
}

/** Whether every package of package-lock.json is there in that version, by the list that npm leaves when it is done. */
function isInstalled() {
  const packages = (file) => {
    try {
      return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages;
    } catch {
      return; // not there, or cut off while npm was writing it
    }
  };
  const here = packages('node_modules/.package-lock.json');
  if (!here) return false;
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional }]) => !path || (here[path] ? here[path].version === version : optional),
  );
}

if (isMain(import.meta.url)) await ensureInstalled();
