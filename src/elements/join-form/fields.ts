/**
 * Which fields a form has, in which order and with which words, and whether they are filled in well. Pure: knows the feed and words;
 * knows no markup and no network.
 */
import { type JoinVariant, LONG_FIELDS } from '../../feed/join-body.ts';
import type { Collection } from '../../feed/merge.ts';
import type { FieldName } from '../../feed/schema.ts';
import type { Query } from '../../feed/select.ts';
import type { JoinWords } from '../../i18n/join.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface Field {
  /** Its own name, which is also its key in the body. */
  readonly name: FieldName | 'session';
  /** Its key on the wire: what the feed says with `as`, else its own name. */
  readonly wire: string;
  readonly kind: 'text' | 'long' | 'select' | 'checks' | 'invite';
  readonly label: string;
  readonly hint: string | undefined;
  /** Whether label or hint are the feed's, and so in its language. */
  readonly fromFeed: boolean;
  readonly required: boolean;
  /** Not shown; sent when the attributes leave one choice. */
  readonly hidden: boolean;
  readonly choices: readonly Choice[];
}

/** The default fields per variant, in order; with a star: required. */
const DEFAULTS: Record<JoinVariant, string> = {
  join: 'name* email* organisation* role sector region needs message offer source invite',
  session: 'name* email* organisation* role message',
  tip: 'message* name* email*',
};

interface Wanted {
  readonly name: FieldName;
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly as?: string | undefined;
}

/**
 * The fields of a form. A feed's `join.fields` say which there are when joining, and in which order; for the other variants, which have
 * a set of their own, only where a field goes (`as`) and whether it is shown.
 * @param query the filters that the attributes set: they limit the sectors and regions to choose from
 */
export function fieldsFor(variant: JoinVariant, collection: Collection, query: Query, words: JoinWords): Field[] {
  const own = collection.join?.fields ?? [];
  const asked = variant === 'join' && own.length > 0;
  const wanted = asked
    ? own
    : DEFAULTS[variant].split(' ').map((token): Wanted => {
        const name = token.replace('*', '') as FieldName;
        const { as, hidden } = own.find((field) => field.name === name) ?? {};
        return { name, required: token !== name, as, hidden };
      });
  const fields = new Map<string, Field>();
  for (const { name, label, hint, required, hidden = false, as } of wanted as readonly Wanted[]) {
    const choices = choicesFor(name, collection, query);
    // nothing to choose from: free text for a feed that asks for it, else no field
    if (fields.has(name) || (hidden ? choices?.length !== 1 : choices && !choices.length && !asked)) continue;
    const special = name === 'message' && variant !== 'join' ? words.message[variant] : undefined;
    fields.set(name, {
      name,
      wire: as ?? name,
      kind:
        name === 'invite' ? name : LONG_FIELDS.includes(name) ? 'long' : !choices?.length ? 'text' : name === 'needs' ? 'checks' : 'select',
      label: label ?? special ?? words.fields[name],
      hint: hint ?? (name === 'message' ? words.hint[variant] : ''),
      fromFeed: !!(label ?? hint),
      required: !!required && name !== 'invite',
      hidden,
      // nobody may be stuck before a list that leaves them out
      choices: [...(choices ?? []), ...(required && choices?.[1] && name !== 'needs' ? [{ id: 'other', name: words.other }] : [])],
    });
  }
  return [...fields.values()];
}

/** What can be chosen; `undefined` for a field that is no choice. */
function choicesFor(name: FieldName, { sectors, regions, themes }: Collection, query: Query): Choice[] | undefined {
  const all =
    name === 'sector'
      ? sectors
      : name === 'region'
        ? regions
        : name === 'needs'
          ? themes.filter(({ kind }) => kind !== 'chapter')
          : undefined;
  const limited = all?.filter(({ id }) => query[name as 'sector' | 'region']?.includes(id));
  return (limited?.length ? limited : all)?.map((item) => ({ id: item.id, name: item.name ?? item.id }));
}

/** The field that asks which session, for a form that knows none yet. */
export function sessionField(choices: readonly Choice[], words: JoinWords): Field {
  const name = 'session';
  return { name, wire: name, kind: 'select', label: words.fields[name], hint: '', fromFeed: false, required: true, hidden: false, choices };
}

/** What is wrong with what was filled in, to be said at the field; `''` when nothing is. Lengths are for the receiver to judge. */
export function validate({ name, kind, label, required, hidden }: Field, data: FormData, words: JoinWords): string {
  const value = textOf(data, name);
  if (!value) return required && !hidden ? words.missing(label, kind === 'select') : '';
  // as lenient as can be: only mail that arrives shows whether an address is right
  return name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@,]+$/.test(value) ? words.emailForm : '';
}

/** The text of a field without the white space around it; of several ticked boxes the first. */
export function textOf(data: FormData, name: string): string {
  return (textsOf(data, name)[0] ?? '').trim();
}

/** All values of a field, as typed. */
export function textsOf(data: FormData, name: string): string[] {
  return data.getAll(name) as string[];
}
