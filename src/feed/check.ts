/**
 * Looks at a feed the way its author does: as a text with lines. Finds everything the reader drops or mends, where JSON goes wrong, and
 * what is most likely a mistake though it can be read. Pure: no files, no network, no words (those are in i18n/problems.ts).
 */
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isJsonFeed } from './formats/is-json-feed.ts';
import { jsonFeedPath } from './formats/json-feed.ts';
import { type SyntaxCode, syntaxErrors } from './check-json.ts';
import { type InspectOptions, Inspector, type Note, offsetOf, type WarningCode } from './check-likely.ts';
import type { Path, Problem } from './problem.ts';
import { readFeedNow } from './read-now.ts';
import { type Feed, feedRule, type Rule } from './schema.ts';

export interface Finding {
  readonly level: 'problem' | 'warning';
  readonly code: Problem['code'] | SyntaxCode | WarningCode;
  readonly path: Path;
  /** From 1, in characters (UTF-16), as editors count. */
  readonly line: number;
  readonly column: number;
  /** See `Problem`; for an unknown key the key that was probably meant, else empty. */
  readonly expected: string;
  readonly found: string;
  readonly effect: Problem['effect'] | 'none';
  /** The path of what is not shown because of it: the value itself, or the item around it; empty for the whole feed. */
  readonly lost?: Path;
}

export interface CheckReport {
  readonly source: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What visitors get to see; `undefined` when it is no feed. */
  readonly feed: Feed | undefined;
}

export interface CheckOptions extends InspectOptions {
  /** The feed's name in the report: its address or file name. */
  source?: string;
  /** What relative addresses are resolved against. */
  base?: string;
}

/** What may be why something is dropped. Everything else is not worth a word where there is nothing to see. */
const CAUSES: ReadonlySet<WarningCode> = new Set(['byte-order-mark', 'duplicate-key', 'encoding', 'unknown-key', 'url-without-scheme']);

/** Checks the text of a feed. Never throws. */
export function checkFeed(text: string, options: CheckOptions = {}): CheckReport {
  const { source = '', base } = options;
  const place = places(text);
  // a browser skips it, JSON.parse and other programs don't
  const mark = text.startsWith('\ufeff');
  const json = mark ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // nested deeper than that parser can go; JSON.parse can, and the reader doesn't look there
  }
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    const findings = syntaxErrors(json, errors).map(({ code, offset, found }): Finding => ({
      level: 'problem',
      code,
      path: '',
      ...place(offset),
      expected: 'json',
      found,
      effect: 'dropped',
      lost: '',
    }));
    return { source, findings, feed: undefined };
  }
  const notes: Note[] = mark ? [{ code: 'byte-order-mark', path: '', offset: 0 }] : [];
  const broken = json.indexOf('\ufffd');
  if (broken >= 0) notes.push({ code: 'encoding', path: '', offset: broken });
  const offsets = new Map<Path, number>();
  const { feed, problems } = readFeedNow(raw, { source, ...(base !== undefined && { base }) });
  new Inspector(offsets, notes, options, feed).inspect(tree, raw);
  const findings: (Finding & { offset: number })[] = problems.flatMap(({ path: ours, code, expected, found, effect }) => {
    const rename = isJsonFeed(raw) ? jsonFeedPath : (same: Path): Path => same;
    const path = rename(ours);
    // a tag of JSON Feed is read as a sector and as a theme
    if (path !== ours && /\.themes/.test(ours)) return [];
    const offset = offsetOf(path, offsets);
    const lost = effect === 'dropped' ? { lost: rename(lostPath(ours)) } : {};
    return { level: 'problem', code, path, expected, found, effect, ...lost, offset, ...place(offset) };
  });
  const gone = findings.flatMap(({ lost }) => lost || []);
  for (const { code, path, offset, expected = '', found = '' } of notes) {
    if (!CAUSES.has(code) && gone.some((lost) => path === lost || path.startsWith(`${lost}.`) || path.startsWith(`${lost}[`))) continue;
    findings.push({ level: 'warning', code, path, expected, found, effect: 'none', offset, ...place(offset) });
  }
  findings.sort((a, b) => a.offset - b.offset);
  return { source, findings: findings.map(({ offset: _, ...finding }) => finding), feed };
}

/** @returns a function that gives line and column of an offset */
function places(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (offset) => {
    let line = starts.findIndex((start) => start > offset);
    if (line < 0) line = starts.length;
    return { line, column: offset - starts[line - 1]! + 1 };
  };
}

/** What disappears with a value: a required one takes what it is part of with it. */
function lostPath(path: Path): Path {
  let lost = path;
  for (;;) {
    const key = /\.([^.[\]]+)$/.exec(lost);
    if (!key || !ruleAt(lost)?.required) return lost;
    lost = lost.slice(0, key.index);
  }
}

function ruleAt(path: Path): Rule | undefined {
  let rule: Rule | undefined = feedRule;
  for (const [segment] of path.matchAll(/[^.[\]]+/g)) {
    if (rule?.kind === 'list') rule = rule.of;
    if (/^\d+$/.test(segment)) continue;
    rule = rule?.kind === 'object' ? rule.keys[segment] : undefined;
  }
  return rule;
}
