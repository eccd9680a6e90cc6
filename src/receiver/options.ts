/** What a receiver is told: one place for the names, the defaults and what they may be. */
import type { FeedSource } from './feed.ts';
import type { Log } from './log.ts';
import type { Mailer, SmtpOptions } from './mail.ts';
import type { DatabaseOptions } from './store/database.ts';

export interface ReceiverOptions {
  /** Where the joins go: `file:joins.db`, or a libSQL server. */
  readonly database: string | DatabaseOptions;
  /** The sites whose visitors may join: `https://www.example.org`; `*` for every site. The receiver's own is always one. */
  readonly origins: readonly string[];
  /** The address of the receiver as the world sees it, without `/join`; needed for the links in letters. */
  readonly url?: string | undefined;
  /** Which network's joins these are, where a database holds those of several. */
  readonly network?: string | undefined;
  /** The name of the network for people; else the feed's title, else the host of `url`. */
  readonly title?: string | undefined;
  /** The network's feed: its address, or what reads it. Read again every 15 minutes. */
  readonly feed?: FeedSource | undefined;
  /** How letters are sent; without it no letters are, and joins stay unconfirmed. */
  readonly mail?: SmtpOptions | Mailer | undefined;
  /** What links are signed with, at least 32 characters; without it one is made and kept in the database. */
  readonly secret?: string | undefined;
  /** How many days a link works; the last day counts whole. */
  readonly linkDays?: number | undefined;
  /** After how many days a join that nobody confirmed is removed; 0 for never. Only where letters are sent. */
  readonly keepUnconfirmed?: number | undefined;
  /** After how many days everything is removed; 0 for never. */
  readonly keep?: number | undefined;
  /** The most bytes in a form. */
  readonly bodyLimit?: number | undefined;
  /** The most forms a minute from one IP address; 0 for no limit. */
  readonly perAddress?: number | undefined;
  /** The most forms a minute from everyone together; 0 for no limit. */
  readonly perMinute?: number | undefined;
  /** Whether a proxy stands in front that writes the visitor's address in `X-Forwarded-For` (its last entry counts). */
  readonly trustProxy?: boolean | undefined;
  /** The first pause after mail could not be sent, in milliseconds; each next is twice as long, up to an hour. */
  readonly mailPause?: number | undefined;
  /** Gets what happens, without personal data. */
  readonly log?: Log | undefined;
  /** The clock, for tests: milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

export const DEFAULTS = {
  network: 'default',
  linkDays: 7,
  keepUnconfirmed: 30,
  keep: 0,
  bodyLimit: 256_000,
  perAddress: 60,
  perMinute: 60_000,
  mailPause: 60_000,
} as const;

/** Why a receiver can't start; the message is one English sentence that says what to fix. */
export class ReceiverError extends Error {
  override readonly name = 'ReceiverError';
}

/** @throws ReceiverError */
export function checkOptions({ origins, url, mail, secret, ...options }: ReceiverOptions): void {
  for (const origin of origins) {
    if (origin === '*' || origin === 'null') continue;
    if (!/^https?:\/\/[^/]+\/?$/.test(origin) || !URL.canParse(origin)) {
      throw new ReceiverError(`“${origin}” is no origin: give scheme and host alone, as in https://www.example.org`);
    }
  }
  if (url !== undefined && (!/^https?:\/\//.test(url) || !URL.canParse(url))) throw new ReceiverError(`“${url}” is no web address.`);
  if (mail && !url) throw new ReceiverError('Letters have links to the receiver, so it has to know its own address: set url.');
  if (secret !== undefined && secret.length < 32) throw new ReceiverError('The secret is too short: it has to be at least 32 characters.');
  for (const name of ['linkDays', 'keepUnconfirmed', 'keep', 'bodyLimit', 'perAddress', 'perMinute'] as const) {
    const value = options[name];
    if (value !== undefined && !(Number.isFinite(value) && value >= 0)) throw new ReceiverError(`${name} has to be a number, 0 or more.`);
  }
  const { keepUnconfirmed = DEFAULTS.keepUnconfirmed, linkDays = DEFAULTS.linkDays } = options;
  if (mail && keepUnconfirmed && keepUnconfirmed <= linkDays) {
    throw new ReceiverError(`Joins are removed after ${keepUnconfirmed} days while their link works for ${linkDays}: keep them longer.`);
  }
}
