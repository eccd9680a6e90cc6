/** What a letter says: plain text and simple HTML, in the language of the form. Pure: knows no mail server and no database. */
import type { Language } from '../i18n/words.ts';
import { formatDate } from '../dates/format.ts';
import { isoOf } from '../dates/partial.ts';
import { localeFor } from '../i18n/words.ts';
import { type Html, markup } from './html.ts';
import type { Invitation } from './invitation.ts';
import { letterWords } from './letter-words.ts';
import type { LetterKind } from './store/letters.ts';

/** What a letter is made of. */
export interface LetterContent {
  readonly kind: LetterKind;
  readonly variant: 'join' | 'session';
  readonly language: Language;
  readonly network: { readonly title: string; readonly url?: string | undefined; readonly email?: string | undefined };
  readonly link: string;
  /** Until when the link works (milliseconds since 1970). */
  readonly expires: number;
  /** After how many days an unconfirmed join is removed; 0 for never. */
  readonly keepUnconfirmed: number;
  readonly invitation: Invitation | undefined;
}

/** A letter without its address. */
export interface LetterText {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: { readonly name: string; readonly content: string } | undefined;
}

export function writeLetter(content: LetterContent): LetterText {
  const { kind, variant, language, network, link, expires, keepUnconfirmed, invitation } = content;
  const words = letterWords[language];
  const confirming = kind === 'confirm';
  const subject = words[kind].subject[variant](variant === 'join' ? network.title : (invitation?.title ?? ''));
  const first = words[kind].text[variant](network.title);
  // midnight in UTC is after midnight here: the link works the whole of the day before it
  const until = words.confirm.until(formatDate(isoOf(expires - 1).slice(0, 10), localeFor(language, language), { weekday: 'long' }));
  const notYou = confirming && words.notYou(keepUnconfirmed);
  const rights = network.email && words.rights(network.email);
  const attachment = invitation?.calendar ? { name: words.file, content: invitation.calendar } : undefined;
  const head = invitation && (invitation.asked ? words.session : words.nextSession);

  const text = [
    words.hello,
    first,
    ...(confirming ? [link, until] : []),
    invitation && [head, invitation.title, invitation.when, invitation.where, invitation.url].filter(Boolean).join('\n'),
    attachment && words.attached,
    notYou,
    rights,
    [network.title, network.url].filter(Boolean).join('\n'),
  ];
  const body = markup`<p>${words.hello}</p>
    <p>${first}</p>
    ${
      confirming &&
      markup`<p>
          <a href="${link}"><strong>${words.confirm.link[variant]}</strong></a>
        </p>
        <p>${link}</p>
        <p>${until}</p> `
    }${invitation && sessionHtml(invitation, head!)}${attachment && markup`<p>${words.attached}</p> `}${notYou && markup`<p>${notYou}</p> `}${
      rights && markup`<p>${rights}</p> `
    }
    <p>${network.url ? markup`<a href="${network.url}">${network.title}</a>` : network.title}</p>`;
  return {
    language,
    subject: oneLine(subject),
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: documentOf(language, subject, body),
    attachment,
  };
}

function sessionHtml({ title, when, where, url }: Invitation, head: string): Html {
  return markup`<p>
    ${head}<br />
    <strong>${url ? markup`<a href="${url}">${title}</a>` : title}</strong><br />
    ${when}${
      where &&
      markup`<br />
        ${where}`
    }
  </p> `;
}

function documentOf(language: string, title: string, body: Html): string {
  return `<!doctype html>\n${markup`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <title>${title}</title>
    </head>
    <body>
      ${body}
    </body>
  </html> `.toString()}`;
}

/** A subject is one line, and not endless. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
