/** Sending letters through SMTP (nodemailer). Knows mail servers and what their refusals mean; knows no joins and writes nothing. */
import { kindOf } from './log.ts';

/** A letter to be sent. */
export interface Letter {
  /** The same however often it is sent: a mail program shows a second copy as the same letter. */
  readonly id: string;
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file. */
  readonly attachment: { readonly name: string; readonly content: string } | undefined;
}

/** What sends letters. */
export interface Mailer {
  /** Resolves when a mail server has taken the letter; rejects with a MailError. */
  send(letter: Letter): Promise<void>;
  close?(): void;
}

export interface SmtpOptions {
  /** `smtps://user:password@mail.example.org`, or `smtp://…:587`. */
  readonly url: string;
  /** Who writes: `Network <network@example.org>`. */
  readonly from: string;
  /** Where answers go, when that is elsewhere. */
  readonly replyTo?: string | undefined;
}

/**
 * Why a letter was not taken.
 * - `letter`: this letter never will be (no such mailbox) · `later`: not now (a full mailbox, greylisting)
 * - `server`: no letter will be now (no connection, no log-in)
 */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly concerns: 'letter' | 'later' | 'server';
  /** What happened, without personal data. */
  readonly code: string;

  constructor(concerns: MailError['concerns'], code: string) {
    super(`mail: ${code}`);
    this.concerns = concerns;
    this.code = code;
  }
}

const SECOND = 1_000;

/**
 * A mailer for an SMTP server. It does not connect before there is a letter: a server that is down delays letters, and nothing else.
 * @throws Error when nodemailer is not installed or the address is no SMTP address
 */
export async function smtpMailer({ url, from, replyTo }: SmtpOptions): Promise<Mailer> {
  if (!/^smtps?:\/\/[^/]/.test(url))
    throw new Error('The address of the mail server has to begin with smtps:// or smtp://, and name a host.');
  const [, domain] = /@([\w.-]+)>?\s*$/.exec(from) ?? [];
  if (!domain) throw new Error('The sender of letters has to be an e-mail address, as in: Network <network@example.org>');
  const { createTransport } = await import('nodemailer').catch((cause: unknown) => {
    throw new Error('The package nodemailer is not installed: npm install nodemailer', { cause });
  });
  const transport = createTransport(
    { url, pool: true, maxConnections: 1, connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND },
    { from, ...(replyTo && { replyTo }), disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send({ id, to, language, subject, text, html, attachment }) {
      try {
        await transport.sendMail({
          // as an object, so that it is one address whatever is in it
          to: { name: '', address: to },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          // RFC 3834: no holiday replies, please
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          attachments: attachment
            ? [{ filename: attachment.name, content: attachment.content, contentType: 'text/calendar; charset=utf-8' }]
            : [],
        });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What nodemailer's error means (RFC 5321, §4.2.1: 5yz is for good, 4yz for now); its message may hold the address. */
function mailErrorOf(error: unknown): MailError {
  const code = kindOf(error);
  const { responseCode } = error as { responseCode?: number };
  const said = responseCode ? `${code} ${responseCode}` : code;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return new MailError('server', said);
  return new MailError(responseCode && responseCode >= 500 ? 'letter' : 'later', said);
}
