/**
 * Where a text stops being JSON, told apart by what people do wrong. Knows JSON (RFC 8259) and nothing of feeds.
 */
import { type ParseError, printParseErrorCode } from 'jsonc-parser';

/** Where JSON goes wrong. */
export type SyntaxCode =
  | 'after-end'
  | 'colon'
  | 'comma'
  | 'comment'
  | 'control-character'
  | 'cut-off'
  | 'empty-file'
  | 'encoding'
  | 'escape'
  | 'html'
  | 'invisible-character'
  | 'quotes'
  | 'syntax'
  | 'trailing-comma'
  | 'unquoted';

export interface SyntaxError {
  readonly code: SyntaxCode;
  readonly offset: number;
  readonly found: string;
}

/** Names the mistakes that can be told apart; after the first of any other kind the parser only guesses. */
export function syntaxErrors(text: string, errors: readonly ParseError[]): SyntaxError[] {
  // UTF-16 that was read as UTF-8
  if (/\0|^\ufffd/.test(text.slice(0, 8))) return [{ code: 'encoding', offset: 0, found: '' }];
  const found = new Map<number, SyntaxError>();
  for (const error of errors) {
    const { offset, ...rest } = syntaxError(text, error);
    if (!found.has(offset)) found.set(offset, { offset, ...rest });
    if (rest.code !== 'trailing-comma' && rest.code !== 'comment') break;
  }
  // what JSON.parse refuses and the other parser lets pass
  return found.size ? [...found.values()] : [{ code: 'syntax', offset: 0, found: '' }];
}

function syntaxError(text: string, { error, offset, length }: ParseError): SyntaxError {
  const kind = printParseErrorCode(error);
  const found = text.slice(offset, offset + Math.min(Math.max(length, 1), 40));
  const before = text.slice(0, offset).trimEnd();
  const at = (code: SyntaxCode, place = offset): SyntaxError => ({ code, offset: place, found });
  if (!text.trim()) return at('empty-file', 0);
  if (!before && found.startsWith('<')) return at('html');
  if (kind === 'InvalidCommentToken') return at('comment');
  if (before.endsWith(',') && /^[}\]]/.test(found)) return { code: 'trailing-comma', offset: before.length - 1, found: ',' };
  if (/^['‘’“”„`]/.test(found)) return at('quotes');
  if (/^[\u00a0\u200b\u2028\u2029\ufeff]/.test(found)) return at('invisible-character');
  if (offset + length >= text.trimEnd().length && /^(UnexpectedEndOfString|Close)/.test(kind)) return at('cut-off');
  switch (kind) {
    case 'InvalidCharacter':
    case 'UnexpectedEndOfString':
      return at('control-character', offset + Math.max(0, text.slice(offset, offset + length + 1).search(/\p{Cc}/u)));
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return at('escape');
    case 'CommaExpected':
      return at('comma');
    case 'ColonExpected':
      return at('colon');
    case 'EndOfFileExpected':
      return at('after-end');
    case 'InvalidSymbol':
      return at(/^[\p{L}_$]/u.test(found) ? 'unquoted' : 'syntax');
    default:
      return at(before.length >= text.trimEnd().length ? 'cut-off' : 'syntax');
  }
}
