/**
 * What the join form sends and a receiver gets: the keys, what each may hold, and the JSON Schema of it. Knows the wire; knows no form,
 * no words on a screen and no network. The document for people is docs/join.md.
 */
import { FIELD_NAMES, type FieldName } from './schema.ts';

export const JOIN_VARIANTS = ['join', 'session', 'tip'] as const;
/** Joining the network, signing up for one session, or telling of someone else. */
export type JoinVariant = (typeof JOIN_VARIANTS)[number];

/** The fields where more than a line fits. */
export const LONG_FIELDS: readonly FieldName[] = ['message', 'offer'];

/** The most characters that a receiver has to take in one field; the form leaves that to it. */
function maxLength(name: FieldName): number {
  return LONG_FIELDS.includes(name) ? 10_000 : 1_000;
}

/** One filled form. What was not asked or not answered is not there. */
export type JoinBody = {
  readonly [K in FieldName]?: K extends 'needs' ? readonly string[] : K extends 'invite' ? boolean : string;
} & {
  readonly variant: JoinVariant;
  /** Id of the session that was signed up for, or named beside the box that asks for an invitation. */
  readonly session?: string;
  /** The exact sentences that were agreed to, in the order of `purpose_ids`. */
  readonly purposes?: readonly string[];
  /** Their ids in the feed. */
  readonly purpose_ids?: readonly string[];
  /** Address of the feed that the session is in; without a session the feeds of the form, separated by spaces. */
  readonly feed?: string;
  /** The language the form spoke (BCP 47). */
  readonly language: string;
  /** Whole seconds between showing the form and sending it. */
  readonly elapsed: number;
  /** What was filled in where people see no field; a sign of a robot, or of an eager autofill. */
  readonly extra?: string;
};

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (2020-12) of a body as sent with `encoding="json"`. Other keys are allowed: a feed may rename a field (`as`).
 * @param id the address it is published at, for `$id`
 */
export function joinBodySchema(id?: string): Schema {
  const text = (description: string, max: number): Schema => ({ type: 'string', description, maxLength: max });
  const texts = (description: string, max: number): Schema => ({
    type: 'array',
    description,
    items: { type: 'string', maxLength: max },
    maxItems: 100,
  });
  const about: Record<FieldName, string> = {
    name: 'Name of the person who fills in the form.',
    email: 'Where that person can be reached.',
    organisation: 'Where that person works; with a tip: where it happens.',
    role: 'What that person does there.',
    sector: 'Id of a sector of the feed, or “other”; free text when the feed has none.',
    region: 'Id of a region of the feed, or “other”; free text when the feed has none.',
    phone: 'Telephone number as typed.',
    needs: 'Ids of topics of the feed; free text when the feed has none.',
    message: 'What the person wants to learn, asks, or tips.',
    offer: 'What the person can offer others.',
    source: 'How the person heard of the network.',
    invite: 'Whether the person asks to be invited to a session; missing when that was not asked.',
  };
  const fields = FIELD_NAMES.map((name) => {
    if (name === 'invite') return [name, { type: 'boolean', description: about[name] }];
    if (name === 'needs') return [name, texts(about[name], maxLength(name))];
    return [name, { ...text(about[name], maxLength(name)), ...(name === 'email' && { format: 'email' }) }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id && { $id: id }),
    title: 'meedoen: a filled join form',
    type: 'object',
    required: ['variant', 'language', 'elapsed'],
    properties: {
      variant: { enum: JOIN_VARIANTS, description: 'Joining, signing up for one session, or a tip.' },
      ...Object.fromEntries(fields),
      session: text('Id of the session signed up for, or named beside the box that asks for an invitation.', 2_000),
      purposes: texts('The exact sentences that were agreed to.', 20_000),
      purpose_ids: texts('Their ids in the feed, in the same order.', 2_000),
      feed: text('Address of the feed of the session, else of the feeds of the form, separated by spaces.', 10_000),
      language: text('The language the form spoke (BCP 47).', 35),
      elapsed: { type: 'integer', minimum: 0, description: 'Seconds between showing the form and sending it.' },
      extra: text('Filled in where people see no field: a signal, no proof.', 1_000),
      idempotency_key: text('With encoding="form" only; with "json" it is the header Idempotency-Key.', 100),
    },
  };
}
