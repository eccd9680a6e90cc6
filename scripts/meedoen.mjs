// `npm run meedoen -- check demo/meedoen.json`: the command from its sources, as `npx meedoen` runs it once published.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';

await ensureInstalled();
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--import',
    pathToFileURL(`${root}/scripts/typescript.mjs`).href,
    `${root}/src/cli/meedoen.ts`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() }, // npm runs us in the root; a path is meant from where it was typed
);
process.exitCode = status ?? 1;
