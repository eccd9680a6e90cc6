/**
 * What a form is about at this moment: which variant, which session, which fields, which purposes. Worked out anew from the feed, the
 * attributes and what is filled in; keeps nothing. Pure: knows no element, no markup and no network.
 */
import { formatPeriod } from '../../dates/format.ts';
import type { JoinVariant } from '../../feed/join-body.ts';
import type { Collection, SessionItem } from '../../feed/merge.ts';
import type { Query } from '../../feed/select.ts';
import { zoneOf } from '../../feed/sessions.ts';
import type { JoinWords } from '../../i18n/join.ts';
import type { SessionContext } from '../../parts/session-view.ts';
import { type Choice, type Field, fieldsFor, isOpen, openSessions, sessionField, textOf, textsOf } from './fields.ts';
import { mailAddress } from './submit.ts';

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

export interface Model {
  readonly variant: JoinVariant;
  readonly fields: readonly Field[];
  /** The sentences with a box, by id. */
  readonly purposes: readonly Choice[];
  /** The session that the visitor or the editor chose, whether one can still come or not. */
  readonly given: SessionItem | undefined;
  /** The session that the form is for, or that the invitation names. */
  readonly about: SessionItem | undefined;
  /** The session that is asked for: signed up for, or the invitation's when its box is ticked. */
  readonly asked: SessionItem | undefined;
}

export function modelOf({ variant: own, session, picked, query, data, words, context }: Setting): Model {
  const { collection, now } = context;
  const variant = picked ? 'session' : own;
  const byId = (id: string): SessionItem | undefined =>
    id ? collection.sessions.find((item) => item.id === id || item.key === id) : undefined;
  const given = variant === 'tip' ? undefined : (picked ?? byId(session));
  const fits = given && isOpen(given, now, variant);
  const fields = fieldsFor(variant, collection, query, words);
  if (variant === 'session' && !fits) {
    const open = openSessions(collection, query, now, variant);
    fields.unshift(
      sessionField(
        open.map((item) => ({ id: item.key, name: `${item.title} – ${shortDate(item, context)}` })),
        words,
      ),
    );
  }
  const about = fits ? given : variant === 'join' ? nextFor(collection, query, data, now) : byId(textOf(data, 'session'));
  // who tips someone else joins nothing
  const purposes = variant === 'tip' ? [] : (collection.join?.purposes ?? []).map(({ id, text }) => ({ id, name: text }));
  const asks = variant === 'session' || (variant === 'join' && fields.some(({ name }) => name === 'invite') && textOf(data, 'invite'));
  return { variant, fields, purposes, given, about, asked: asks ? about : undefined };
}

/** The date alone, as precise as it is known: "oktober 2021". */
export function shortDate(session: SessionItem, { locale, words }: SessionContext): string {
  return formatPeriod(session.start, session.end, zoneOf(session), locale)?.date ?? words.noDate;
}

/** The next session for the sector and region that the visitor chose. */
export function nextFor(collection: Collection, query: Query, data: FormData, now: number): SessionItem | undefined {
  const chosen: { sector?: string[]; region?: string[] } = {};
  for (const name of ['sector', 'region'] as const) {
    const id = textOf(data, name);
    if (collection[`${name}s`].some((item) => item.id === id)) chosen[name] = [id];
  }
  return openSessions(collection, { ...query, ...chosen }, now, 'join')[0];
}

/** What was filled in, as a letter to `email`: the address of a link. */
export function letterOf({ variant, fields, purposes, asked }: Model, { data, words, context }: Setting, email: string): string {
  const lines = fields.flatMap(({ name, kind, label, choices }) => {
    const values = textsOf(data, name).map((value) => choices.find(({ id }) => id === value)?.name ?? value);
    const text = kind === 'invite' || name === 'session' ? '' : values.filter(Boolean).join(', ');
    return text ? [`${label}: ${text}`] : [];
  });
  if (asked) lines.unshift(`${words.fields.session[0]}: ${asked.title}, ${shortDate(asked, context)}`);
  for (const { id, name } of purposes) if (textsOf(data, 'purposes').includes(id)) lines.push(name);
  return mailAddress(email, words.title[variant], lines);
}
