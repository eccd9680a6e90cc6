/** `meedoen receive`: options into a receiver on a port, until it is told to stop. Knows arguments, the environment and signals. */
import { parseArgs } from 'node:util';
import { problemWords } from '../i18n/problems.ts';
import { type Language, languageFor } from '../i18n/words.ts';
import { createReceiver, DatabaseError, jsonLog, ReceiverError, type ReceiverOptions } from '../receiver/index.ts';
import { listen } from '../receiver/server.ts';
import { explainUnreadable } from './check.ts';
import { receiveWords } from './receive-words.ts';
import { readSource, SourceError } from './source.ts';
import { cliWords } from './words.ts';

declare const __VERSION__: string;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  db: { type: 'string' },
  network: { type: 'string' },
  origin: { type: 'string', multiple: true },
  limit: { type: 'string' },
  'limit-all': { type: 'string' },
  'body-limit': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  url: { type: 'string' },
  smtp: { type: 'string' },
  from: { type: 'string' },
  'reply-to': { type: 'string' },
  'link-days': { type: 'string' },
  feed: { type: 'string' },
  title: { type: 'string' },
  'keep-unconfirmed': { type: 'string' },
  keep: { type: 'string' },
} as const;

type Name = keyof typeof OPTIONS;

/** What the command can't begin with; the message is a sentence for who typed it. */
export class UsageError extends Error {}

/** Runs until SIGINT or SIGTERM. @returns the exit status: 0 stopped · 1 could not start · 2 the command is wrong */
export async function receive(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  const language = languageFor(args[args.indexOf('--lang') + 1] ?? '');
  const say = receiveWords[language];
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) {
      process.stdout.write(say.help);
      return 0;
    }
    const { port, host, ...options } = await settings(values, environment, language);
    const log = jsonLog((line) => process.stdout.write(line));
    // asked for before there is anything to stop: who is told to while it starts, stops as kindly
    const stopping = stopSignal();
    const receiver = await createReceiver({ ...options, log });
    const running = await listen(receiver, { port, host }).catch(async (error: unknown) => {
      await receiver.close();
      throw error;
    });
    log({ level: 'info', event: 'start', version: __VERSION__, network: options.network, port: running.port, mail: !!options.mail });
    process.stderr.write(`${say.listening(`http://${host}:${running.port}`)}\n${options.mail ? '' : `${say.noMail}\n`}`);
    await stopping;
    await running.stop();
    log({ level: 'info', event: 'stop' });
    process.stderr.write(`${say.stopped}\n`);
    return 0;
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof ReceiverError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n`);
    else if (error instanceof TypeError && 'code' in error) process.stderr.write(`${cliWords[language].unknownOption(error.message)}\n`);
    else throw error;
    return 2;
  }
}

/** A first signal stops kindly; a second, at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

type Settings = Omit<ReceiverOptions, 'log' | 'now'> & { readonly port: number; readonly host: string };

/** What was typed, else what is in the environment. @throws UsageError */
async function settings(values: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv, language: Language): Promise<Settings> {
  const say = receiveWords[language];
  const text = (name: Name): string | undefined => {
    const value = (values[name] as string | undefined) ?? environment[`MEEDOEN_${name.toUpperCase().replaceAll('-', '_')}`];
    return value === '' ? undefined : value;
  };
  const number = (name: Name): number | undefined => {
    const value = text(name);
    if (value !== undefined && !/^\d+$/.test(value)) throw new UsageError(say.noNumber(name, value));
    return value === undefined ? undefined : Number(value);
  };
  const url = text('db');
  if (!url) throw new UsageError(say.noDatabase);
  const origins = (values.origin as string[] | undefined) ?? environment.MEEDOEN_ORIGIN?.split(/\s+/).filter(Boolean) ?? [];
  if (!origins.length) throw new UsageError(say.noOrigin);
  const smtp = text('smtp');
  const from = text('from');
  if (smtp && !from) throw new UsageError(say.noFrom);
  const authToken = environment.MEEDOEN_DB_TOKEN;
  const feed = text('feed');
  return {
    database: { url, ...(authToken && { authToken }) },
    network: text('network'),
    origins,
    perAddress: number('limit'),
    perMinute: number('limit-all'),
    bodyLimit: number('body-limit'),
    trustProxy: !!values['trust-proxy'] || /^(1|true)$/.test(environment.MEEDOEN_TRUST_PROXY ?? ''),
    port: number('port') ?? 8787,
    host: text('host') ?? '127.0.0.1',
    url: text('url'),
    mail: smtp ? { url: smtp, from: from!, replyTo: text('reply-to') } : undefined,
    secret: environment.MEEDOEN_SECRET || undefined,
    linkDays: number('link-days'),
    feed: feed === undefined ? undefined : await feedSource(feed, language),
    title: text('title'),
    keepUnconfirmed: number('keep-unconfirmed'),
    keep: number('keep'),
  };
}

/** An address is fetched when there is a need; a file has to be there from the start. @throws UsageError */
async function feedSource(name: string, language: Language): Promise<ReceiverOptions['feed']> {
  if (/^https?:/i.test(name)) return name;
  const read = async (): Promise<unknown> => JSON.parse((await readSource(name)).text.replace(/^\ufeff/, '')) as unknown;
  try {
    await read();
  } catch (error) {
    const why =
      error instanceof SourceError
        ? explainUnreadable(error.reason, language)
        : problemWords[language].unread.file((error as Error).message);
    throw new UsageError(receiveWords[language].noFeed(name, why));
  }
  return read;
}
