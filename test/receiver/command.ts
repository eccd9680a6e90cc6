/** The command as people run it: a process of its own, from its sources. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = [
  '--enable-source-maps',
  '--import',
  new URL('../../scripts/typescript.mjs', import.meta.url).href,
  `${root}src/cli/meedoen.ts`,
];

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `meedoen …` to its end. */
export async function meedoen(...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [...program, ...args], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, err };
}

export interface Served {
  readonly child: ChildProcess;
  /** Resolves with the lines on standard output when it listens; rejects with what it said when it ended before. */
  readonly up: Promise<void>;
  readonly ended: Promise<number | null>;
  readonly log: () => Record<string, unknown>[];
  readonly err: () => string;
}

/** Starts `meedoen receive …`. */
export function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Served {
  const child = spawn(process.execPath, [...program, 'receive', ...args], { cwd: root, env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  // also when the test fails before it stops it: a process that goes on would hold up the whole file
  after(() => child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([status]) => status as number | null);
  const up = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('"event":"start"')) resolve();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    void ended.then(() => reject(new Error(`ended before it listened: ${err}`)));
  });
  up.catch(() => undefined);
  const log = (): Record<string, unknown>[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { child, up, ended, log, err: () => err };
}
