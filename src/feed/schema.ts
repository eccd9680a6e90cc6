/**
 * The feed's rules, once: the types, the runtime reader (read.ts) and the published JSON Schema (json-schema.ts) all come from here.
 * Knows which keys there are and what each may hold; the words that explain them are in schema.docs.ts and never reach the browser.
 */

/** What a key may hold. `max` cuts texts, `from` names the key a bare string stands for ("Peter Vos" for `{ "name": "Peter Vos" }`). */
export type Rule =
  | { readonly kind: 'id' | 'url' | 'web' | 'srcset' | 'date' | 'zone' | 'language' | 'email' | 'type'; readonly required?: true }
  | { readonly kind: 'text' | 'html'; readonly required?: true; readonly max: number }
  | { readonly kind: 'number'; readonly required?: true }
  | { readonly kind: 'boolean'; readonly required?: true; readonly cautious?: true }
  | {
      readonly kind: 'enum';
      readonly required?: true;
      readonly values: readonly string[];
      readonly like?: Readonly<Record<string, RegExp>>;
    }
  | ListRule
  | ObjectRule;

export interface ListRule {
  readonly kind: 'list';
  readonly required?: true;
  readonly of: Rule;
}

export interface ObjectRule {
  readonly kind: 'object';
  readonly required?: true;
  readonly keys: Readonly<Record<string, Rule>>;
  readonly from?: string;
  /** At least one of these keys must be there. */
  readonly oneOf?: readonly string[];
}

type Optional<K> = { readonly [P in keyof K as K[P] extends { required: true } | ListRule ? never : P]?: Infer<K[P]> };
type Present<K> = { readonly [P in keyof K as K[P] extends { required: true } | ListRule ? P : never]: Infer<K[P]> };
type Simplify<T> = { [P in keyof T]: T[P] };

/** The type of what the reader gives for a rule: lists are always there (empty when the feed has none), everything else only when it is. */
export type Infer<R> = R extends { kind: 'list'; of: infer O }
  ? readonly Infer<O>[]
  : R extends { kind: 'object'; keys: infer K }
    ? Simplify<Present<K> & Optional<K>>
    : R extends { kind: 'enum'; values: readonly (infer V)[] }
      ? V
      : R extends { kind: 'number' }
        ? number
        : R extends { kind: 'boolean' }
          ? boolean
          : string;

/** A rule has no prototype: what a page put on `Object.prototype` (`required`, say) is no rule. */
const bare = <const R extends object>(rule: R): R => Object.setPrototypeOf(rule, null) as R;

const id = bare({ kind: 'id', required: true });
const text = bare({ kind: 'text', max: 20_000 });
const html = bare({ kind: 'html', max: 500_000 });
const url = bare({ kind: 'url' });
const web = bare({ kind: 'web' });
const date = bare({ kind: 'date' });
const email = bare({ kind: 'email' });
const language = bare({ kind: 'language' });
const number = bare({ kind: 'number' });
const flag = bare({ kind: 'boolean' });
/** Consent: anything but a clear "no" counts as withdrawn. */
const withdrawn = bare({ kind: 'boolean', cautious: true });

const list = <R extends Rule>(of: R) => bare({ kind: 'list', of });
const one = <const V extends readonly string[]>(...values: V) => bare({ kind: 'enum', values });
const required = <R extends Rule>(rule: R) => bare({ ...rule, required: true });
const object = <const K extends Readonly<Record<string, Rule>>>(keys: K, from?: keyof K & string, oneOf?: readonly (keyof K & string)[]) =>
  bare({ kind: 'object', keys: bare(keys), ...(from && { from }), ...(oneOf && { oneOf }) });

/** What is cancelled must not look as if it goes ahead, so other words for that are understood. */
const status = bare({
  ...one('scheduled', 'cancelled', 'postponed', 'moved'),
  like: bare({ cancelled: /cancel|afgelast|annuleer|niet door/, postponed: /postpone|uitgesteld/, moved: /resched|verplaatst|verzet/ }),
});

const texts = list(text);
const refs = list(bare({ kind: 'id' }));
const source = object({ title: text, url }, 'title');
const person = object({ name: text, role: text, organisation: text }, 'name');
const link = object({ title: required(text), url }, 'title');
const material = object({ title: required(text), url, type: bare({ kind: 'type' }), size: number }, 'title');
const figure = object({ value: text, label: text });
const place = { id, name: text, aliases: texts };

export const sectorRule = object({ ...place, organisation: text, url, about: text }, 'id');
export const themeRule = object({ id, name: text, aliases: texts, kind: one('chapter', 'topic'), about: text }, 'id');
export const regionRule = object(place, 'id');

export const storyRule = object({
  id,
  title: required(text),
  kind: one('story', 'practice', 'initiative', 'report', 'foreword'),
  organisation: text,
  people: list(person),
  sectors: refs,
  themes: refs,
  regions: refs,
  lead: text,
  quote: object({ text: required(text), by: text }, 'text'),
  image: object({ src: required(web), srcset: bare({ kind: 'srcset' }), alt: text, width: number, height: number, credit: text }, 'src'),
  body: html,
  tips: texts,
  figures: list(figure),
  sidebars: list(object({ title: text, text, links: list(link) }, 'text')),
  links: list(link),
  video: object({ title: text, url: required(web), poster: web }, 'url'),
  url,
  published: date,
  language,
  source,
  expires: date,
  withdrawn,
});

export const sessionRule = object({
  id,
  title: required(text),
  start: date,
  end: date,
  startNote: text,
  timeZone: bare({ kind: 'zone' }),
  previousStart: date,
  status,
  statusNote: text,
  sequence: number,
  updated: date,
  organiser: object({ name: text, url, email }, 'name'),
  themes: refs,
  sectors: refs,
  regions: refs,
  attendance: one('online', 'onsite', 'hybrid'),
  location: object({ name: text, address: text, url }, 'name'),
  online: object({ url }, 'url'),
  speakers: list(person),
  partners: texts,
  summary: text,
  body: html,
  outcomes: texts,
  figures: list(figure),
  materials: list(material),
  links: list(link),
  registration: object({ url, opens: date, closes: date, capacity: number, left: number, full: flag }, 'url'),
  ics: web,
  url,
  source,
  withdrawn,
});

export const contactRule = object(
  {
    id,
    organisation: text,
    name: text,
    sortName: text,
    role: text,
    email,
    phone: text,
    sectors: refs,
    regions: refs,
    url,
    checked: date,
    source,
    withdrawn,
  },
  undefined,
  ['name', 'organisation'],
);

/** The wire names of the join form's fields. */
export const FIELD_NAMES = [
  'name',
  'email',
  'organisation',
  'role',
  'sector',
  'region',
  'phone',
  'needs',
  'message',
  'offer',
  'source',
  'invite',
] as const;

export const joinRule = object({
  action: web,
  title: text,
  intro: text,
  fields: list(object({ name: required(one(...FIELD_NAMES)), label: text, hint: text, required: flag, hidden: flag, as: text }, 'name')),
  purposes: list(object({ id, text: required(text) })),
  privacy: web,
});

/** The whole feed, format version 1. */
export const feedRule = object({
  meedoen: number,
  title: text,
  language,
  url,
  updated: date,
  email,
  calendar: web,
  source,
  sectors: list(sectorRule),
  themes: list(themeRule),
  regions: list(regionRule),
  stories: list(storyRule),
  sessions: list(sessionRule),
  contacts: list(contactRule),
  join: joinRule,
});

export const FORMAT_VERSION = 1;

export type Feed = Infer<typeof feedRule>;
export type Sector = Infer<typeof sectorRule>;
export type Theme = Infer<typeof themeRule>;
export type Region = Infer<typeof regionRule>;
export type Story = Infer<typeof storyRule>;
export type Session = Infer<typeof sessionRule>;
export type Contact = Infer<typeof contactRule>;
export type Join = Infer<typeof joinRule>;
export type JoinField = Join['fields'][number];
export type FieldName = (typeof FIELD_NAMES)[number];
export type Person = Infer<typeof person>;
export type Link = Infer<typeof link>;
export type Material = Infer<typeof material>;
export type Figure = Infer<typeof figure>;
export type Source = Infer<typeof source>;
