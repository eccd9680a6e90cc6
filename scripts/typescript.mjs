// `node --import ./scripts/typescript.mjs file.ts`: Node runs TypeScript (Node 20 cannot by itself), through the compiler of
// the build, and imports JSON as the browsers' tests do. For the command, and for tests and scripts that run in Node.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** A hook of Node's module loader; Node runs it on a thread of its own. */
export async function load(url, context, next) {
  const [, type] = /^file:.*\.(ts|json)$/.exec(url) ?? [];
  if (type === 'json' && !context.importAttributes.type) {
    return { format: 'module', source: `export default ${readFileSync(fileURLToPath(url), 'utf8')}`, shortCircuit: true };
  }
  if (type !== 'ts') return next(url, context);
  const { transformWithOxc } = await import('vite');
  const file = fileURLToPath(url);
  const define = { __VERSION__: JSON.stringify(version) };
  const { code, map } = await transformWithOxc(readFileSync(file, 'utf8'), file, { sourcemap: true, target: 'es2022', define });
  const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  return { format: 'module', source, shortCircuit: true };
}
