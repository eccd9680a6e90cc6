/**
 * What a form is about at this moment: which variant, session, fields and purposes; and the body or the letter that comes of it. Worked
 * out anew from the feed, the attributes and what is filled in; keeps nothing. Pure: knows no element and no network.
 */
import { formatPeriod } from '../../dates/format-period.ts';
import type { JoinBody, JoinVariant } from '../../feed/join-body.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { filterItems, type Query } from '../../feed/select.ts';
import { agendaOf, signUpOf, zoneOf } from '../../feed/sessions.ts';
import type { JoinWords } from '../../i18n/join.ts';
import type { SessionContext } from '../../parts/session-view.ts';
import { type Choice, type Field, fieldsFor, sessionField, textOf, textsOf } from './fields.ts';

/** What it is worked out from. */
export interface Setting {
  /** As the editor set it. */
  readonly variant: JoinVariant;
  /** Id or key of the session that the editor set. */
  readonly session: string;
  /** The session that the visitor chose in a calendar. */
  readonly picked: SessionItem | undefined;
  /** The filters of the attributes. */
  readonly query: Query;
  readonly data: FormData;
  readonly words: JoinWords;
  readonly context: SessionContext;
}

export interface Model extends Setting {
  readonly fields: readonly Field[];
  /** The sentences with a box, by id. */
  readonly purposes: readonly Choice[];
  /** The session that the visitor or the editor chose to sign up for, whether one still can or not. */
  readonly given: SessionItem | undefined;
  /** The session that the form is for, or that the invitation names. */
  readonly about: SessionItem | undefined;
  /** The session that is asked for: signed up for, or the invitation's when its box is ticked. */
  readonly asked: SessionItem | undefined;
}

export function modelOf(setting: Setting): Model {
  const { picked, query, data, words, context } = setting;
  const { collection, now } = context;
  const variant = picked ? 'session' : setting.variant;
  const fields = fieldsFor(variant, collection, query, words);
  let given: SessionItem | undefined;
  let about: SessionItem | undefined;
  if (variant === 'session') {
    const byId = (id: string): SessionItem | undefined => collection.sessions.find((item) => item.id === id || item.key === id);
    given = picked ?? byId(setting.session);
    if (given && signUpOf(given, now) === 'open') about = given;
    else {
      const open = openSessions(setting).filter((item) => signUpOf(item, now) === 'open');
      fields.unshift(
        sessionField(
          open.map((item) => ({ id: item.key, name: `${item.title} – ${shortDate(item, context)}` })),
          words,
        ),
      );
      about = byId(textOf(data, 'session'));
    }
  } else if (variant === 'join') [about] = openSessions(setting, true);
  return {
    ...setting,
    variant,
    fields,
    // who tips someone else joins nothing
    purposes: variant === 'tip' ? [] : (collection.join?.purposes ?? []).map(({ id, text }) => ({ id, name: text })),
    given,
    about,
    asked: variant === 'session' || textOf(data, 'invite') ? about : undefined,
  };
}

/** The sessions of the attributes' filters that one can still be invited to, the next one first; `chosen`: for the visitor's own sector and region. */
function openSessions({ query, data, context: { collection, now } }: Setting, chosen = false): SessionItem[] {
  const own = { ...query };
  for (const name of ['sector', 'region'] as const) {
    const id = textOf(data, name);
    if (chosen && collection[`${name}s`].some((item) => item.id === id)) own[name] = [id];
  }
  return agendaOf(filterItems(collection.sessions, own, collection), 'upcoming', now).filter((item) =>
    /open|later/.test(signUpOf(item, now)),
  );
}

/** The date alone, as precise as it is known: "oktober 2021". */
export function shortDate(session: SessionItem, { locale, words }: SessionContext): string {
  return formatPeriod(session.start, session.end, zoneOf(session), locale)?.date ?? words.unknown('date');
}

/** The body of what was filled in; what is empty is left out. `more`: its keys that are no fields. */
export function bodyOf({ variant, fields, purposes, asked, data }: Model, more: Pick<JoinBody, 'feed' | 'language' | 'elapsed'>): JoinBody {
  const entries: [string, unknown][] = [['variant', variant]];
  const add = (key: string, value: unknown): void => void (value && entries.push([key, value]));
  for (const { name, kind, hidden, choices } of fields) {
    const value = hidden ? choices[0]!.id : textOf(data, name);
    if (kind === 'invite') entries.push([name, !!value]);
    else if (name !== 'session') add(name, name === 'needs' && value ? textsOf(data, name) : value);
  }
  add('session', asked?.id);
  const agreed = purposes.filter(({ id }) => textsOf(data, 'purposes').includes(id));
  if (agreed[0]) entries.push(['purposes', agreed.map(({ name }) => name)], ['purpose_ids', agreed.map(({ id }) => id)]);
  add('feed', more.feed);
  entries.push(['language', more.language], ['elapsed', more.elapsed]);
  add('extra', textOf(data, 'extra'));
  return Object.fromEntries(entries) as unknown as JoinBody;
}

/** What was filled in, as a letter to `email` in the visitor's own mail program (RFC 6068). */
export function letterOf({ variant, fields, purposes, asked, data, words, context }: Model, email: string): string {
  const lines = fields.map(({ name, label, choices }) => {
    const values = textsOf(data, name).map((value) => choices.find(({ id }) => id === value)?.name ?? value);
    return /invite|session/.test(name) || !values.join('') ? '' : `${label}: ${values.join(', ')}`;
  });
  if (asked) lines.unshift(`${words.fields.session}: ${asked.title}, ${shortDate(asked, context)}`);
  for (const { id, name } of purposes) if (textsOf(data, 'purposes').includes(id)) lines.push(name);
  // half a character makes encodeURIComponent throw
  const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r?\n/g, '\r\n'));
  return `mailto:${email}?subject=${encode(words.title[variant])}&body=${encode(lines.filter(Boolean).join('\n'))}`;
}
