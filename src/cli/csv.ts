/** Joins as a table for Dutch Excel (feed/csv.ts). Knows joins; reads and writes nothing. */
import { DEFAULT_ZONE } from '../dates/zone.ts';
import { BYTE_ORDER_MARK, csvLine } from '../feed/csv.ts';
import { FIELD_NAMES } from '../feed/schema.ts';
import type { StoredJoin } from '../receiver/index.ts';
import type { ReceiveWords } from './receive-words.ts';

const COLUMNS = [
  'network',
  'variant',
  'session',
  'received',
  'confirmed',
  ...FIELD_NAMES,
  'purposes',
  'language',
  'suspect',
  'id',
  'other',
] as const;
/** Shown by the receiver's own columns, or of no use to a reader. */
const NOT_OTHER = new Set<string>([...COLUMNS, 'purpose_ids', 'feed', 'elapsed', 'extra']);

type Words = Pick<ReceiveWords, 'columns' | 'yes' | 'no'>;

export function csvHead({ columns }: Words): string {
  return BYTE_ORDER_MARK + csvLine(COLUMNS.map((name) => columns[name]));
}

/** One join as a line. Times are those of the Netherlands, as Excel understands them: 2026-11-22 09:30. */
export function csvRow(join: StoredJoin, words: Words): string {
  const body = join.body as Readonly<Record<string, unknown>>;
  const other = Object.entries(body).filter(([name]) => !NOT_OTHER.has(name));
  const own: Record<string, unknown> = {
    network: join.network,
    variant: join.variant,
    session: join.session,
    received: localTime(join.received),
    confirmed: join.confirmed === undefined ? '' : localTime(join.confirmed),
    suspect: join.suspect,
    id: join.id,
    other: other.map(([name, value]) => `${name}: ${textOf(value, words)}`),
  };
  return csvLine(COLUMNS.map((name) => textOf(Object.hasOwn(own, name) ? own[name] : body[name], words)));
}

function textOf(value: unknown, words: Pick<Words, 'yes' | 'no'>): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((one) => textOf(one, words)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'short' });
const localTime = (time: number): string => clock.format(time);
