/** The lines that iCalendar (RFC 5545) and vCard (RFC 6350) are made of: what may be in a value, and how long a line may be. */
import { isoOf } from './partial.ts';

/** One line break, no control characters. */
export const clean = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
/** RFC 5545 §3.3.11, RFC 6350 §3.4 */
export const escapeText = (text = ''): string =>
  clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
/** RFC 6868: what may not be in a quoted parameter */
export const quote = (text: string): string =>
  `"${clean(text).replace(/[\^\n"]/g, (char) => `^${char === '"' ? "'" : char === '\n' ? 'n' : char}`)}"`;
/** A property; one without a value is none. */
export const line = (name: string, value: string | undefined): string | undefined => value && `${name}:${value}`;
/**
 * RFC 5545 §3.1, RFC 6350 §3.2: at most 75 octets of UTF-8 a line, no character cut in two. Takes four ASCII characters, or one of any
 * kind (at most four octets), 18 times; no line break is among them, so that no value can begin a line of its own.
 */
export const fold = (content: string | false | 0 | undefined): string =>
  content ? `${content.match(/(?:[ -~]{4}|.){1,18}/gu)!.join('\r\n ')}\r\n` : '';
/** `20210917T093000Z`: RFC 5545 §3.3.5, form 2, and RFC 6350 §4.3.5 */
export const basic = (instant: number): string => isoOf(instant).replace(/[-:]|\.\d+/g, '');
