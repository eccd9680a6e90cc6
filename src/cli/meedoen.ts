/** The command `meedoen`. Knows arguments and exit codes; the work is in the modules beside it. */
import { parseArgs } from 'node:util';
import { jsonSchema } from '../feed/json-schema.ts';
import { languageFor } from '../i18n/words.ts';
import { check } from './check.ts';
import { cliWords } from './words.ts';

declare const __VERSION__: string;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** @returns the exit status */
async function run(args: readonly string[]): Promise<number> {
  // these have options of their own, and need packages that checking a feed does not
  if (args[0] === 'receive' || args[0] === 'joins') return runReceiver(args[0], args.slice(1));
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // the language isn't known yet; a word of it may be
    const say = cliWords[languageFor(args[args.indexOf('--lang') + 1] ?? '')];
    process.stderr.write(`${say.unknownOption((error as Error).message)}\n`);
    return 2;
  }
  const { values, positionals } = parsed;
  const language = languageFor(values.lang ?? '');
  const say = cliWords[language];
  const [command, ...names] = positionals;
  if (values.version) return print(`${__VERSION__}\n`);
  if (values.help || command === 'help') return print(say.help);
  if (command === 'schema') return print(`${JSON.stringify(jsonSchema(), undefined, 2)}\n`);
  if (command === 'check' && names.length) {
    const colour = !!process.stdout.isTTY && !process.env.NO_COLOR;
    const { text, status } = await check(names, { json: !!values.json, strict: !!values.strict, language, colour });
    return print(text, status);
  }
  process.stderr.write(`${command === 'check' ? say.nothingToCheck : command ? say.unknownCommand(command) : say.help}\n`);
  return 2;
}

async function runReceiver(command: 'receive' | 'joins', args: readonly string[]): Promise<number> {
  try {
    return await (command === 'receive' ? (await import('./receive.ts')).receive(args) : (await import('./joins.ts')).joins(args));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(`${cliWords[languageFor(args[args.indexOf('--lang') + 1] ?? '')].packages(command)}\n`);
    return 1;
  }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** Waits until everything is out: a pipe may be slower than we are. */
function print(text: string, status = 0): Promise<number> {
  return new Promise((resolve) => {
    // whoever reads us may have seen enough ("| head")
    process.stdout.on('error', () => resolve(status));
    process.stdout.write(text, () => resolve(status));
  });
}

process.exitCode = await run(process.argv.slice(2));
