/** `meedoen joins`: what has come in, for who runs the network. Knows arguments and words; the work is the store's. */
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { FIELD_NAMES, type FieldName } from '../feed/schema.ts';
import { type Language, languageFor } from '../i18n/words.ts';
import { DatabaseError, openStore, type Store } from '../receiver/index.ts';
import { Problem } from '../receiver/problem.ts';
import { validate } from '../receiver/validate.ts';
import { receiverWords } from '../receiver/words.ts';
import { csvHead, csvRow } from './csv.ts';
import { receiveWords, type ReceiveWords } from './receive-words.ts';
import { cliWords } from './words.ts';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  db: { type: 'string' },
  network: { type: 'string' },
  variant: { type: 'string' },
  confirmed: { type: 'boolean' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  unconfirmed: { type: 'string' },
  all: { type: 'string' },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
type Values = ReturnType<typeof parse>['values'];

interface Task {
  readonly store: Store;
  readonly values: Values;
  readonly rest: readonly string[];
  readonly say: ReceiveWords;
  readonly language: Language;
}

/** What was asked can't be done; the message is a sentence for who asked. */
class Refusal extends Error {}

const commands: Readonly<Record<string, (task: Task) => Promise<void>>> = { export: exportJoins, show, correct, delete: remove, prune };

/** @returns the exit status: 0 done · 1 not possible · 2 the command is wrong */
export async function joins(args: readonly string[]): Promise<number> {
  const language = languageFor(args[args.indexOf('--lang') + 1] ?? '');
  const say = receiveWords[language];
  const wrong = (message: string): number => (process.stderr.write(`${message}\n`), 2);
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong(cliWords[language].unknownOption((error as Error).message));
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) {
    await print(say.joinsHelp);
    return values.help ? 0 : 2;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return wrong(say.noCommand(name));
  const url = values.db ?? process.env.MEEDOEN_DB;
  if (!url) return wrong(say.noDatabase);
  // a typing error in the name must not make an empty database
  const file = /^file:(?:\/\/(?=\/))?([^?]+)/.exec(url)?.[1];
  if (file !== undefined && !existsSync(decodeURIComponent(file))) return fail(say.noFile(file));
  const authToken = process.env.MEEDOEN_DB_TOKEN;
  let store: Store | undefined;
  try {
    store = await openStore({ url, ...(authToken && { authToken }) });
    await command({ store, values, rest, say, language });
    return 0;
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof Refusal) return fail(error.message);
    throw error;
  } finally {
    await store?.close();
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** Waits for a slow reader, so that a long list does not pile up here; ends when there is none any more (`| head`). */
async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
}

async function exportJoins({ store, values: { network, variant, confirmed, json }, say }: Task): Promise<void> {
  process.stdout.on('error', () => process.exit(0));
  let first = true;
  await print(json ? '[' : csvHead(say));
  for await (const join of store.people.all({ network, variant, confirmed })) {
    await print(json ? `${first ? '' : ','}\n${JSON.stringify(readable(join))}` : csvRow(join, say));
    first = false;
  }
  if (json) await print('\n]\n');
}

/** Times as everyone can read them; what only the receiver needs is left out. */
function readable<T extends { received: number; confirmed: number | undefined; address: string; key: string }>(join: T): object {
  const { address: _address, key: _key, received, confirmed, ...rest } = join;
  const time = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
  return { ...rest, received: time(received), confirmed: time(confirmed) };
}

function addressIn(rest: readonly string[], say: ReceiveWords): string {
  const [email] = rest;
  if (!email?.includes('@')) throw new Refusal(say.noAddress);
  return email;
}

async function show({ store, values: { network }, rest, say }: Task): Promise<void> {
  const email = addressIn(rest, say);
  const found = await store.people.of(email, { network });
  if (!found.length) throw new Refusal(say.nobody(email));
  await print(`${JSON.stringify(found.map(readable), undefined, 2)}\n`);
}

async function correct({ store, values: { network }, rest, say, language }: Task): Promise<void> {
  const email = addressIn(rest, say);
  const changes = Object.fromEntries(rest.slice(1).map((change) => changeOf(change, say)));
  if (!Object.keys(changes).length) throw new Refusal(say.noChange);
  const found = await store.people.of(email, { network });
  if (!found.length) throw new Refusal(say.nobody(email));
  try {
    for (const { body } of found) {
      const next = Object.entries({ ...body, ...changes }).filter(([, value]) => value !== undefined);
      validate(Object.fromEntries(next), receiverWords[language], (name) => name);
    }
    await print(`${say.corrected(await store.people.correct(email, changes, { network }))}\n`);
  } catch (error) {
    if (error instanceof Problem)
      throw new Refusal(error.errors.map(({ pointer, detail }) => say.invalid(pointer.slice(2), detail)).join('\n'));
    if (/SQLITE_CONSTRAINT/.test(String((error as { code?: unknown }).code))) throw new Refusal(say.taken);
    throw error;
  }
}

/** `role=Adviser`; nothing after the sign takes it out. */
function changeOf(change: string, say: ReceiveWords): [FieldName, unknown] {
  const [, name = change, value = ''] = /^(\w+)=(.*)$/s.exec(change) ?? [];
  const field = FIELD_NAMES.find((one) => one === name);
  if (!field || !change.includes('=')) throw new Refusal(say.noField(name, FIELD_NAMES.join(', ')));
  if (!value) return [field, undefined];
  if (field === 'needs') return [field, value.split(/\s*,\s*/)];
  return [field, field === 'invite' ? /^(true|ja|yes|1)$/i.test(value) : value];
}

async function remove({ store, values: { network }, rest, say }: Task): Promise<void> {
  const email = addressIn(rest, say);
  const removed = await store.people.delete(email, { network });
  if (!removed) throw new Refusal(say.nobody(email));
  await print(`${say.deleted(removed)}\n`);
}

async function prune({ store, values: { network, unconfirmed, all }, say }: Task): Promise<void> {
  if (unconfirmed === undefined && all === undefined) throw new Refusal(say.noRetention);
  const days = (option: string, value: string | undefined): number | undefined => {
    if (value !== undefined && !/^\d+$/.test(value)) throw new Refusal(say.noNumber(option, value));
    return value === undefined ? undefined : Number(value);
  };
  const retention = { network, unconfirmed: days('unconfirmed', unconfirmed), all: days('all', all) };
  await print(`${say.deleted(await store.people.prune(retention, Date.now()))}\n`);
}
