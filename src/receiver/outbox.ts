/**
 * Sends the letters of the outbox, one after another, and again with ever longer pauses. Knows when; the store knows which, `compose`
 * what is in them, the mailer how. At least once: who dies between the mail server's yes and noting it sends that letter again.
 */
import { kindOf, type Log } from './log.ts';
import { type Letter, MailError, type Mailer } from './mail.ts';
import type { DueLetter, LetterStore } from './store/letters.ts';

export interface OutboxOptions {
  readonly network: string;
  readonly letters: LetterStore;
  readonly mailer: Mailer;
  readonly compose: (letter: DueLetter) => Promise<Letter>;
  readonly log: Log;
  readonly now: () => number;
  /** The first pause after a failure, in milliseconds; each next is twice as long. */
  readonly pause: number;
}

const HOUR = 36e5;
/** How long a letter that is being sent is left alone by other receivers. */
const LEASE = HOUR / 6;
const LONGEST_PAUSE = HOUR;
/** How long a letter is tried; what is older helps nobody. */
const PATIENCE = 3 * 24 * HOUR;
const AT_ONCE = 10;
/** How often it looks, also when nothing is known to be due: another receiver may have left something. */
const LOOK = 60_000;

export class Outbox {
  readonly #options: OutboxOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #failures = 0;
  /** The mail server is left alone until then (milliseconds since 1970). */
  #rest = 0;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** There is something to send, or there may be. */
  wake(after = 0): void {
    if (this.#closed || this.#sending || (this.#timer && after)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.deliver().finally(() => this.#sleep());
    }, after);
    // a process that has nothing else to do may end
    (this.#timer as { unref?: () => void }).unref?.();
  }

  /** Sends what is due now. Never rejects. */
  deliver(): Promise<void> {
    return (this.#sending ??= this.#deliver()
      .catch((error: unknown) => this.#options.log({ level: 'error', event: 'mail', error: kindOf(error) }))
      .finally(() => (this.#sending = undefined)));
  }

  /** Finishes the letter that is being sent, and stops. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#sending;
    this.#options.mailer.close?.();
  }

  async #sleep(): Promise<void> {
    if (this.#closed) return;
    const now = this.#options.now();
    const due = await this.#options.letters.nextDue(this.#options.network).catch(() => undefined);
    this.wake(Math.min(LOOK, Math.max(10, this.#rest - now, (due ?? Infinity) - now)));
  }

  async #deliver(): Promise<void> {
    const { letters, network, now } = this.#options;
    while (!this.#closed && now() >= this.#rest) {
      const due = await letters.take(network, { now: now(), until: now() + LEASE, most: AT_ONCE });
      if (!due.length) return;
      for (const letter of due) {
        // the mail server went away, or we are stopping: the others wait without having been tried
        if (this.#closed || now() < this.#rest) await letters.postpone(letter.id, Math.max(now(), this.#rest));
        else await this.#send(letter);
      }
    }
  }

  async #send(letter: DueLetter): Promise<void> {
    const { letters, mailer, compose, log, now, pause } = this.#options;
    const { join, address, kind } = letter;
    // corrected or confirmed since it was put here
    if (join.address !== address || (kind === 'confirm' && join.confirmed !== undefined))
      return letters.fail(letter.id, 'no longer needed');
    try {
      await mailer.send(await compose(letter));
      this.#failures = 0;
      await letters.sent(letter.id, now());
      log({ level: 'info', event: 'mail', kind, attempts: letter.attempts, sent: true });
    } catch (error) {
      const { concerns, code } = error instanceof MailError ? error : { concerns: 'later' as const, code: kindOf(error) };
      const waiting = concerns === 'server' ? ++this.#failures : letter.attempts;
      const again = now() + Math.min(LONGEST_PAUSE, pause * 2 ** (waiting - 1));
      if (concerns === 'server') this.#rest = again;
      const over = concerns === 'letter' || (concerns === 'later' && again > letter.queued + PATIENCE);
      if (over) await letters.fail(letter.id, code);
      else await letters.postpone(letter.id, again);
      log({ level: over ? 'error' : 'warn', event: 'mail', kind, attempts: letter.attempts, sent: false, error: code, over });
    }
  }
}
