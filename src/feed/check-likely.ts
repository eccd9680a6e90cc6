/**
 * What can be read and is most likely a mistake all the same: keys nobody reads, references to nothing, a picture without words.
 * Walks along the text's tree and the rules together; knows no words and no files.
 */
import type { Node } from 'jsonc-parser';
import { normaliseDate, parsePartialDate } from '../dates/partial.ts';
import { periodOf } from '../dates/period.ts';
import { DEFAULT_ZONE } from '../dates/zone.ts';
import { isJsonFeed } from './formats/is-json-feed.ts';
import { directory } from './merge.ts';
import { entry, isObject, type Path, preview } from './problem.ts';
import { type Feed, feedRule, type ObjectRule, type Rule } from './schema.ts';

/** What can be read, and is most likely not what was meant. */
export type WarningCode =
  | 'byte-order-mark'
  | 'closes-before-opens'
  | 'duplicate-key'
  | 'empty-feed'
  | 'encoding'
  | 'far-date'
  | 'future-date'
  | 'html-in-text'
  | 'html-removed'
  | 'insecure-url'
  | 'no-alt'
  | 'no-file'
  | 'not-checked'
  | 'odd-phone'
  | 'unknown-key'
  | 'unknown-ref'
  | 'url-without-scheme'
  | 'withdrawn-text';

export interface InspectOptions {
  /** What counts as now, in milliseconds since the epoch. */
  now?: number;
  /** Whether a relative address leads somewhere; without it that is not looked at. */
  hasFile?: (path: string) => boolean;
}

/** A warning before its line is known. */
export interface Note {
  code: WarningCode;
  path: Path;
  offset: number;
  expected?: string;
  found?: string;
}

const YEAR = 365.25 * 864e5;
/** What the filter of html/ takes out, as far as that can be told from text alone. */
const REMOVED =
  /<(script|style|iframe|object|embed|form|input|button|select|textarea|video|audio|svg|link|meta)\b|<[^<>]*\s(style|on[a-z]+)\s*=|javascript:/i;
const MARKUP = /<\/?(p|br|b|i|em|strong|a|ul|ol|li|div|span|h[1-6])(\s[^<>]*)?\/?>|&(amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);/i;
/** Keys as people write them who haven't seen the list. */
const OTHER_NAMES = new Map(
  Object.entries({
    title: 'titel kop headline heading',
    name: 'naam',
    start: 'datum date begin startdate start_date starttime tijd',
    end: 'einde eind enddate end_date endtime',
    lead: 'inleiding intro introductie samenvatting description',
    summary: 'samenvatting description omschrijving beschrijving',
    body: 'tekst inhoud content html',
    text: 'tekst quote citaat',
    image: 'foto afbeelding plaatje picture photo img',
    src: 'url href',
    url: 'link href website adres',
    alt: 'alttekst alternatief description',
    people: 'personen mensen persons authors author autor auteur auteurs',
    role: 'functie rol function',
    organisation: 'organisatie organization company werkgever',
    sectors: 'sector sectoren',
    themes: 'thema themas tags onderwerpen',
    regions: 'regio regios',
    location: 'plaats locatie place venue',
    speakers: 'sprekers spreker',
    organiser: 'organisator organizer',
    materials: 'materiaal materialen bestanden files',
    registration: 'aanmelding aanmelden inschrijving signup',
    email: 'mail e-mail emailadres',
    phone: 'telefoon tel telefoonnummer',
    checked: 'gecontroleerd',
    published: 'gepubliceerd publicatiedatum date datum',
    withdrawn: 'ingetrokken deleted',
    status: 'staat',
    stories: 'verhalen items articles',
    sessions: 'sessies events bijeenkomsten',
    contacts: 'contacten contactpersonen',
    join: 'aanmelden form formulier',
    updated: 'bijgewerkt modified',
    language: 'taal lang',
    about: 'over description',
    address: 'adres',
  }).map(([key, names]) => [key, names.split(' ')] as const),
);

/** The offset of a path, or of the nearest thing around it that is there. */
export function offsetOf(path: Path, offsets: ReadonlyMap<Path, number>): number {
  // an author's key may hold any sign, so this only ever gets shorter
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')))) {
    const offset = offsets.get(at);
    if (offset !== undefined) return offset;
  }
  return offsets.get('') ?? 0;
}

/** Walks along the text and the rules together. */
export class Inspector {
  readonly #offsets: Map<Path, number>;
  readonly #notes: Note[];
  readonly #now: number;
  readonly #hasFile: ((path: string) => boolean) | undefined;
  readonly #known: Record<string, (name: string) => string | undefined> = {};

  constructor(offsets: Map<Path, number>, notes: Note[], { now = Date.now(), hasFile }: InspectOptions, feed: Feed | undefined) {
    this.#offsets = offsets;
    this.#notes = notes;
    this.#now = now;
    this.#hasFile = hasFile;
    // a feed that lists no sectors leaves it to another feed to do so
    for (const key of ['sectors', 'themes', 'regions'] as const) if (feed?.[key].length) this.#known[key] = directory(feed[key]);
  }

  inspect(tree: Node | undefined, raw: unknown): void {
    if (!tree) return;
    const ours = isObject(raw) && entry(raw, 'meedoen') !== undefined && !isJsonFeed(raw);
    this.#walk(tree, ours ? feedRule : undefined, '');
    const lists = ['stories', 'sessions', 'contacts', 'join', 'sectors', 'themes', 'regions'];
    if (ours && !lists.some((key) => entry(raw, key) !== undefined)) this.#note('empty-feed', '');
  }

  #note(code: WarningCode, path: Path, more: { expected?: string; found?: string; offset?: number } = {}): void {
    this.#notes.push({ code, path, offset: offsetOf(path, this.#offsets), ...more });
  }

  #walk(node: Node, rule: Rule | undefined, path: Path): void {
    this.#offsets.set(path, node.offset);
    if (node.type === 'array') {
      const of = rule?.kind === 'list' ? rule.of : undefined;
      for (const [index, child] of (node.children ?? []).entries()) this.#walk(child, of, `${path}[${index}]`);
    } else if (node.type === 'object') {
      const own = rule?.kind === 'list' ? rule.of : rule;
      this.#walkObject(node, own?.kind === 'object' ? own : undefined, path);
    } else if (typeof node.value === 'string' && rule) this.#inspectText(node.value.trim(), rule.kind === 'list' ? rule.of : rule, path);
  }

  #walkObject(node: Node, rule: ObjectRule | undefined, path: Path): void {
    const values = new Map<string, unknown>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = key.value as string;
      const at = path ? `${path}.${name}` : name;
      if (values.has(name)) this.#note('duplicate-key', at, { found: name, offset: key.offset });
      const author = name.startsWith('_') || (!path && name === '$schema');
      if (rule && !author && !rule.keys[name]) {
        this.#note('unknown-key', at, { found: name, expected: nearestKey(name, rule, values), offset: key.offset });
      }
      values.set(name, value.type === 'string' || value.type === 'boolean' || value.type === 'number' ? value.value : value.type);
    }
    const gone = rule?.keys.withdrawn && values.get('withdrawn') === true;
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      const name = key?.value as string;
      if (value) this.#walk(value, gone ? undefined : rule?.keys[name], path ? `${path}.${name}` : name);
    }
    if (!rule) return;
    if (gone) {
      const left = [...values.keys()].filter((key) => key !== 'id' && key !== 'withdrawn' && rule.keys[key]);
      if (left.length) this.#note('withdrawn-text', `${path}.${left[0]}`, { found: left.join(', ') });
    } else this.#inspectObject(rule, values, path);
  }

  #inspectObject(rule: ObjectRule, values: ReadonlyMap<string, unknown>, path: Path): void {
    if (rule.keys.alt && values.has('src') && !values.has('alt')) this.#note('no-alt', path);
    if (rule.keys.checked) this.#inspectChecked(values.get('checked'), path);
    if (rule.keys.opens && periodOf(values.get('opens') as string, values.get('closes') as string, DEFAULT_ZONE)?.endIgnored) {
      this.#note('closes-before-opens', `${path}.closes`, { found: String(values.get('closes')) });
    }
  }

  /** People change jobs: what was looked at more than a year ago may well be wrong. */
  #inspectChecked(checked: unknown, path: Path): void {
    const at = checked === undefined ? path : `${path}.checked`;
    const period = periodOf(typeof checked === 'string' ? normaliseDate(checked) : undefined, undefined, DEFAULT_ZONE);
    if (checked === undefined || (period && period.end < this.#now - YEAR)) this.#note('not-checked', at, { found: preview(checked) });
  }

  #inspectText(text: string, rule: Rule, path: Path): void {
    const found = preview(text);
    const note = (code: WarningCode, expected = ''): void => this.#note(code, path, { expected, found });
    switch (rule.kind) {
      case 'text':
        if (MARKUP.test(text)) note('html-in-text');
        else if (path.endsWith('.phone') && !isPhone(text)) note('odd-phone');
        break;
      case 'html':
        if (REMOVED.test(text)) note('html-removed');
        break;
      case 'id': {
        const [, list = ''] = /(\w+)\[\d+\]$/.exec(path) ?? [];
        const find = this.#known[list];
        if (find && text && find(text) === undefined) note('unknown-ref', list);
        break;
      }
      case 'date':
        this.#inspectDate(text, path);
        break;
      case 'url':
      case 'web':
        this.#inspectUrl(text, rule.kind === 'web', path);
    }
  }

  #inspectDate(text: string, path: Path): void {
    const date = parsePartialDate(normaliseDate(text) ?? '');
    if (!date) return;
    const start = periodOf(normaliseDate(text), undefined, DEFAULT_ZONE)!.start;
    const past = /\.(published|checked|updated)$|^updated$/.test(path);
    if (past && start > this.#now + 864e5) this.#note('future-date', path, { found: preview(text) });
    else if (date.year < 1950 || start > this.#now + 10 * YEAR) this.#note('far-date', path, { found: preview(text) });
  }

  #inspectUrl(text: string, web: boolean, path: Path): void {
    const found = preview(text);
    const scheme = /^[a-z][a-z\d+.-]*:/i.test(text);
    if (/^(www\.|[\w-]+(\.[\w-]+)*\.(nl|com|org|net|eu|frl)(\/|$))/i.test(text))
      this.#note('url-without-scheme', path, { found, expected: `https://${text}` });
    else if (/^[^\s/:@]+@[^\s/]+$/.test(text)) this.#note('url-without-scheme', path, { found, expected: `mailto:${text}` });
    else if (web && /^http:/i.test(text)) this.#note('insecure-url', path, { found, expected: text.replace(/^http:/i, 'https:') });
    else if (this.#hasFile && text && !scheme && !/^([/?#])/.test(text) && !this.#hasFile(text.replace(/[?#].*$/, '')))
      this.#note('no-file', path, { found });
  }
}

/** No letters, and six digits at least; or the short number of a Dutch municipality (14 and its area code). */
function isPhone(text: string): boolean {
  return !/\p{L}/u.test(text) && (text.replace(/\D/g, '').length > 5 || /^\s*14\s?0\d{2}\s*$/.test(text));
}

/** The key that was most likely meant; empty when none comes near. */
function nearestKey(name: string, { keys }: ObjectRule, taken: ReadonlyMap<string, unknown>): string {
  const written = name.toLowerCase();
  let best = '';
  let least = Math.min(3, Math.ceil(written.length / 3) + 1);
  for (const key of Object.keys(keys)) {
    if (taken.has(key)) continue;
    const steps = OTHER_NAMES.get(key)?.includes(written) ? 0.5 : distance(written, key.toLowerCase());
    if (steps < least) [best, least] = [key, steps];
  }
  return best;
}

/** How many letters have to be added, left out, changed or swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  // no key is this long
  if (a.length > 40) return Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, older[j - 2]! + 1);
    }
    [older, previous] = [previous, row];
  }
  return previous[b.length]!;
}
