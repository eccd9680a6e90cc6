/**
 * Which fields a form has, in which order and with which words; whether they are filled in well; which session is meant; and the body
 * that comes of it. Pure: knows the feed and words; knows no markup and no network.
 */
import { type JoinBody, type JoinVariant, LONG_FIELDS, maxLength } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import type { FieldName, JoinField } from '../../feed/schema.ts';
import { filterItems, type Query } from '../../feed/select.ts';
import { agendaOf, signUpOf } from '../../feed/sessions.ts';
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
  /** What is said when it is empty. */
  readonly missing: string;
  /** Whether the label and the hint are the feed's, and so in its language. */
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
  tip: 'message* organisation sector region name* email*',
};

/** HTML, "Autofill": who fills in the form, never someone else. */
export const AUTOCOMPLETE: Readonly<Partial<Record<Field['name'], string>>> = {
  name: 'name',
  email: 'email',
  organisation: 'organization',
  role: 'organization-title',
  phone: 'tel',
};

/**
 * The fields of a form. A feed's `join.fields` say which there are when joining, and in which order; for the other variants, which have
 * a set of their own, only where a field goes (`as`) and whether it is shown.
 * @param query the filters that the attributes set: they limit the sectors and regions to choose from
 */
export function fieldsFor(variant: JoinVariant, collection: Collection, query: Query, words: JoinWords): Field[] {
  const own = collection.join?.fields ?? [];
  const defaults = DEFAULTS[variant].split(' ').map((token): JoinField => {
    const name = token.replace('*', '') as FieldName;
    const { as, hidden } = own.find((field) => field.name === name) ?? {};
    return { name, required: token.endsWith('*'), ...(as && { as }), ...(hidden && { hidden }) };
  });
  const configured = variant === 'join' && own.length > 0;
  const fields: Field[] = [];
  for (const { name, label, hint, required = false, hidden = false, as } of configured ? own : defaults) {
    if (fields.some((field) => field.name === name)) continue;
    const choices = choicesFor(name, collection, query);
    const asksChoice = name === 'sector' || name === 'region' || name === 'needs';
    // nothing to choose from: asked for as free text by a feed that wants it, else not at all
    if (asksChoice && !choices.length && !configured) continue;
    if (hidden && choices.length !== 1) continue;
    const [text = name, missing = '', tip] = wordsFor(name, variant, words);
    fields.push({
      name,
      wire: as || name,
      kind:
        name === 'invite' ? name : LONG_FIELDS.includes(name) ? 'long' : !choices.length ? 'text' : name === 'needs' ? 'checks' : 'select',
      label: label ?? text,
      hint: hint ?? tip,
      missing: label ? words.fillIn(label) : missing,
      fromFeed: !!(label ?? hint),
      required: required && name !== 'invite',
      hidden,
      // nobody may be stuck before a list that leaves them out
      choices: required && name !== 'needs' && choices.length > 1 ? [...choices, { id: 'other', name: words.other }] : choices,
    });
  }
  return fields;
}

/** The field that asks which session, for a form that knows none yet. */
export function sessionField(choices: readonly Choice[], words: JoinWords): Field {
  const [label = '', missing = ''] = words.fields.session;
  return {
    name: 'session',
    wire: 'session',
    kind: 'select',
    label,
    hint: undefined,
    missing,
    fromFeed: false,
    required: true,
    hidden: false,
    choices,
  };
}

function wordsFor(name: FieldName, variant: JoinVariant, words: JoinWords): readonly string[] {
  const special: Partial<Record<FieldName, readonly string[]>> =
    variant === 'tip' ? words.inTip : variant === 'session' ? words.inSession : {};
  return special[name] ?? words.fields[name];
}

function choicesFor(name: FieldName, collection: Collection, query: Query): Choice[] {
  const wanted = name === 'sector' ? query.sector : name === 'region' ? query.region : undefined;
  const all =
    name === 'sector'
      ? collection.sectors
      : name === 'region'
        ? collection.regions
        : name === 'needs'
          ? collection.themes.filter(({ kind }) => kind !== 'chapter')
          : [];
  const limited = wanted?.length ? all.filter(({ id }) => wanted.includes(id)) : all;
  return (limited.length ? limited : all).map((item) => ({ id: item.id, name: item.name ?? item.id }));
}

/** What is wrong with what was filled in, to be said at the field; `undefined` when nothing is. */
export function validate(field: Field, data: FormData, words: JoinWords): string | undefined {
  const { name, label, required, hidden } = field;
  const value = textOf(data, name);
  if (hidden) return undefined;
  if (!value) return required ? field.missing : undefined;
  const over = value.length - maxLength(name);
  if (field.kind !== 'checks' && over > 0) return words.tooLong(label, over);
  // as lenient as can be: only the receiver's mail shows whether an address is right
  if (name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return words.emailForm;
  if (name === 'phone' && value.replace(/\D/g, '').length < 8) return words.phoneForm;
  return undefined;
}

/** The text of a field without the white space around it; of several ticked boxes the first. */
export function textOf(data: FormData, name: string): string {
  return (textsOf(data, name)[0] ?? '').trim();
}

/** All values of a field, as typed. */
export function textsOf(data: FormData, name: string): string[] {
  return data.getAll(name).filter((value) => typeof value === 'string');
}

/** Whether someone can still come. One can be invited to a session before its sign-up opens. `now` in milliseconds since the epoch. */
export function isOpen(session: SessionItem, now: number, variant: JoinVariant): boolean {
  const state = signUpOf(session, now);
  return state === 'open' || (state === 'later' && variant === 'join');
}

/** The sessions one can still come to that answer to the filters, the next one first; those without a date last. */
export function openSessions(collection: Collection, query: Query, now: number, variant: JoinVariant): SessionItem[] {
  return agendaOf(filterItems(collection.sessions, query, collection), 'upcoming', now).filter((session) => isOpen(session, now, variant));
}

/** What goes with the fields. */
export interface BodyContext {
  readonly variant: JoinVariant;
  readonly session: SessionItem | undefined;
  /** The sentences with a box, by id. */
  readonly purposes: readonly Choice[];
  readonly feed: string;
  readonly language: string;
  readonly elapsed: number;
}

/** Makes the body of what was filled in; what is empty is left out. */
export function bodyOf(fields: readonly Field[], data: FormData, context: BodyContext): JoinBody {
  const { variant, session, feed, language, elapsed } = context;
  const entries: [string, unknown][] = [['variant', variant]];
  for (const { name, kind, hidden, choices } of fields) {
    const value = hidden ? choices[0]!.id : textOf(data, name);
    if (kind === 'invite') entries.push([name, !!value]);
    else if (name === 'needs' && value) entries.push([name, textsOf(data, name)]);
    else if (value && name !== 'session') entries.push([name, value]);
  }
  if (session) entries.push(['session', session.id]);
  const agreed = context.purposes.filter(({ id }) => textsOf(data, 'purposes').includes(id));
  if (agreed.length) entries.push(['purposes', agreed.map(({ name }) => name)], ['purpose_ids', agreed.map(({ id }) => id)]);
  if (feed) entries.push(['feed', feed]);
  entries.push(['language', language], ['elapsed', elapsed]);
  const extra = textOf(data, 'extra');
  if (extra) entries.push(['extra', extra]);
  return Object.fromEntries(entries) as unknown as JoinBody;
}
