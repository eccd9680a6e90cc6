/** `meedoen check`: feeds in, sentences or JSON out. Finds nothing itself (feed/check.ts) and words nothing itself (i18n/problems.ts). */
import { styleText } from 'node:util';
import { checkFeed, type CheckReport, type Finding } from '../feed/check.ts';
import { describeFinding, type FindingText, problemWords } from '../i18n/problems.ts';
import type { Language } from '../i18n/words.ts';
import { readSource, SourceError, type Unreadable } from './source.ts';
import { cliWords } from './words.ts';

export interface CheckOutput {
  /** For standard output. */
  readonly text: string;
  /** 0: well, or only warnings · 1: problems · 2: something could not be read. */
  readonly status: number;
}

export interface CheckSettings {
  readonly json: boolean;
  readonly strict: boolean;
  readonly language: Language;
  /** Whether the output may hold colours. */
  readonly colour: boolean;
}

type Result = { readonly name: string; readonly report: CheckReport } | { readonly name: string; readonly unreadable: Unreadable };

/** Of what is said once about many places, how many are named; `--json` has all. */
const MOST_PLACES = 5;
/** A reader stops counting here (feed/read.ts). */
const MOST_PROBLEMS = 1_000;

/** @param names files, addresses, or `-` */
export async function check(names: readonly string[], settings: CheckSettings): Promise<CheckOutput> {
  const results: Result[] = [];
  for (const name of names) results.push(await checkOne(name));
  const bad = (result: Result): boolean =>
    'report' in result && result.report.findings.some(({ level }) => settings.strict || level === 'problem');
  const status = results.some((result) => 'unreadable' in result) ? 2 : results.some(bad) ? 1 : 0;
  return { text: settings.json ? asJson(results, settings) : asText(results, settings), status };
}

async function checkOne(name: string): Promise<Result> {
  try {
    const { text, base, hasFile } = await readSource(name);
    return { name, report: checkFeed(text, { source: name, ...(base && { base }), ...(hasFile && { hasFile }) }) };
  } catch (error) {
    if (error instanceof SourceError) return { name, unreadable: error.reason };
    throw error;
  }
}

function count({ findings }: CheckReport): [problems: number, warnings: number] {
  const problems = findings.filter(({ level }) => level === 'problem').length;
  return [problems, findings.length - problems];
}

/** Why something could not be read, in words. */
export function explainUnreadable(unreadable: Unreadable, language: Language): string {
  const { unread } = problemWords[language];
  if (unreadable.why === 'status') return unread.status(unreadable.status);
  return unreadable.why === 'file' ? unread.file(unreadable.detail) : unread[unreadable.why];
}

function asText(results: readonly Result[], { language, colour }: CheckSettings): string {
  const say = problemWords[language];
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines: string[] = [];
  for (const result of results) {
    const name = result.name === '-' ? cliWords[language].standardInput : result.name;
    lines.push(paint('bold', name));
    if ('unreadable' in result) {
      lines.push(`  ${paint('red', explainUnreadable(result.unreadable, language))}`, '');
      continue;
    }
    const { findings, feed } = result.report;
    for (const [first, ...others] of saidAlike(findings, language)) {
      const { finding, message, advice, effect } = first;
      const place = `${name}:${finding.line}:${finding.column}`;
      const level = finding.level === 'problem' ? paint('red', say.problem) : paint('yellow', say.warning);
      const what = others.length ? ` ${cliWords[language].times(others.length + 1)}` : finding.path && ` ${oneLine(finding.path)}`;
      lines.push(`  ${paint('cyan', place)}${what}  ${level}`, `    ${oneLine(message)}`);
      lines.push(`    ${[advice, effect].filter(Boolean).map(oneLine).join(' ')}`);
      if (others.length) lines.push(`    ${oneLine(placesOf([first, ...others], language))}`);
      lines.push('');
    }
    const [problems, warnings] = count(result.report);
    if (problems >= MOST_PROBLEMS) lines.push(`  ${say.more}`);
    const shown = feed && say.shown(...visible(feed.stories), ...visible(feed.sessions), ...visible(feed.contacts));
    lines.push(
      `  ${[findings.length ? `${say.summary(problems, warnings)}.` : paint('green', say.clean), shown].filter(Boolean).join(' ')}`,
      '',
    );
  }
  return lines.join('\n');
}

interface Said extends FindingText {
  readonly finding: Finding;
}

/** Findings of which the very same is to be said, together, in the order of the first of them. */
function saidAlike(findings: readonly Finding[], language: Language): Iterable<readonly [Said, ...Said[]]> {
  const groups = new Map<string, [Said, ...Said[]]>();
  for (const finding of findings) {
    const said = { finding, ...describeFinding(finding, language) };
    const words = [finding.level, said.message, said.advice, said.effect].join('\n');
    const group = groups.get(words);
    if (group) group.push(said);
    else groups.set(words, [said]);
  }
  return groups.values();
}

/** "Bij contacts[0].checked (regel 12), contacts[1].checked (regel 24)" */
function placesOf(group: readonly Said[], language: Language): string {
  const { at, line, others } = cliWords[language];
  const places = group.slice(0, MOST_PLACES).map(({ finding }) => `${finding.path && `${finding.path} `}(${line} ${finding.line})`);
  const left = group.length - places.length;
  return `${at} ${places.join(', ')}${left ? ` ${others(left)}` : '.'}`;
}

/** How many items are there to see, as an argument list. */
function visible(items: readonly { readonly withdrawn?: boolean }[]): [number] {
  return [items.filter(({ withdrawn }) => !withdrawn).length];
}

/** What a feed holds can't write on the terminal by itself: control characters show as the signs that stand for them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

function asJson(results: readonly Result[], { language }: CheckSettings): string {
  const json = results.map((result) => {
    if ('unreadable' in result) return { source: result.name, read: false, message: explainUnreadable(result.unreadable, language) };
    const [problems, warnings] = count(result.report);
    const findings = result.report.findings.map((finding) => {
      const { message, advice } = describeFinding(finding, language);
      return { ...finding, message, advice };
    });
    return { source: result.name, read: true, problems, warnings, findings };
  });
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
