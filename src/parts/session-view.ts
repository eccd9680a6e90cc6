/**
 * Pieces of a session: its date set large, when it is in words, how things stand, its materials, signing up. Markup and styles; which
 * sessions are shown, and what happens after a press, is decided by the element.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import {
  formatDate,
  formatElsewhere,
  formatPeriod,
  formatRelative,
  formatTime,
  relativeDays,
  weekdayNames,
  zoneName,
} from '../dates/format.ts';
import { weekdayOf } from '../dates/month.ts';
import { parsePartialDate, type PartialDate } from '../dates/partial.ts';
import { DEFAULT_ZONE, toLocal, visitorZone } from '../dates/zone.ts';
import type { Collection, SessionItem } from '../feed/merge.ts';
import type { Material, Session } from '../feed/schema.ts';
import { sessionPeriod, sessionPhase, type SignUp, signUpOf, zoneOf } from '../feed/sessions.ts';
import type { CommonWords } from '../i18n/common.ts';
import type { SessionWords } from '../i18n/sessions.ts';
import { dotted, linkOr } from './pieces.ts';

export interface SessionContext {
  readonly collection: Collection;
  readonly words: SessionWords;
  readonly common: CommonWords;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The `lang` of a session's own texts, where it is not the language around them. */
  readonly langOf: (session: SessionItem) => string | typeof nothing;
}

/** Text of the feed, marked with its own language and direction where that is another one. */
export function ownText(text: string, session: SessionItem, { langOf }: SessionContext): unknown {
  const lang = langOf(session);
  return lang === nothing ? text : html`<bdi lang=${lang}>${text}</bdi>`;
}

const local = (text: string | undefined, zone: string): PartialDate | undefined => {
  const date = parsePartialDate(text ?? '');
  return date && toLocal(date, zone);
};

/** The last day, month or time of a session, when it is not on the day (or in the month) on which it begins. */
function untilText(session: Session, { locale, words }: SessionContext): string | undefined {
  if (!sessionPeriod(session)?.endPrecision) return undefined;
  const zone = zoneOf(session);
  const from = local(session.start, zone)!;
  const to = local(session.end, zone)!;
  if (to.year === from.year && (to.month ?? from.month) === from.month && (to.day ?? from.day) === from.day) return undefined;
  const date = formatDate(to, locale, { weekday: 'long', year: to.year !== from.year });
  return to.precision === 'time' ? words.untilTime(`${date}, ${words.clock(formatTime(to, locale))}`) : words.until(date);
}

/**
 * The date of a session, large, so that a column of them can be scanned; what is not known is said and not invented.
 * @param withMonth with the month in sight too: for a date that stands under no heading of its month
 */
export function sessionDate(session: SessionItem, context: SessionContext, withMonth = false): TemplateResult {
  const { words, locale, now } = context;
  const zone = zoneOf(session);
  const phase = sessionPhase(session, now);
  const from = phase === 'unknown' ? undefined : local(session.start, zone);
  const past = phase === 'past';
  const time = formatPeriod(session.start, session.end, zone, locale)?.time;
  const note = session.startNote && ownText(session.startNote, session, context);
  const until = from && untilText(session, context);
  const month = from?.month ? formatDate({ ...from, precision: 'month' }, locale) : '';
  // put off: the old date does not hold, and there is no new one
  const struck = session.status === 'postponed';
  const missing = !from
    ? past
      ? words.dateUnknown
      : words.noDate
    : from.month
      ? past
        ? words.dayUnknown
        : words.noDay
      : past
        ? words.monthUnknown
        : words.noMonth;
  const large = from?.day ? String(from.day) : withMonth && month ? month : from && !from.month ? String(from.year) : missing;
  return html`<div class="date" part="date">
    <time datetime=${from ? session.start! : nothing}>
      ${from?.day ? html`<span>${weekdayNames(locale, 'long')[weekdayOf(from as Required<PartialDate>) - 1]}</span>` : nothing}
      <b class=${from?.day ? 'day' : from && large !== missing ? 'words year' : 'words'}>${struck ? html`<s>${large}</s>` : large}</b>
      ${from?.day ? html`<span class=${withMonth ? '' : 'visually-hidden'}>${month}</span>` : nothing}
    </time>
    ${from && !from.day && large !== missing && (withMonth || !(note || until)) ? html`<span>${missing}</span>` : nothing}
    ${until ? html`<span>${until}</span>` : nothing}${time && from ? html`<span class="time">${words.clock(time)}</span>` : nothing}
    ${note ? html`<span>${note}</span>` : nothing}
  </div>`;
}

/** When a session is, in one line: "vrijdag 9 juli 2021, 9.30 – 11.00 uur". */
export function whenText(session: Session, { words, locale, now }: SessionContext): string {
  const zone = zoneOf(session);
  const past = sessionPhase(session, now) === 'past';
  const period = formatPeriod(session.start, session.end, zone, locale, { weekday: 'long' });
  if (!period) return past ? words.dateUnknown : words.noDate;
  const { date, time, until } = period;
  const precision = sessionPeriod(session)?.precision;
  const rest =
    precision === 'month'
      ? past
        ? words.dayUnknown
        : words.noDay
      : precision === 'year'
        ? past
          ? words.monthUnknown
          : words.noMonth
        : '';
  const last = until && (until.time ? words.untilTime(`${until.date}, ${words.clock(until.time)}`) : words.until(until.date));
  return [date + (last && !time ? ` ${last}` : ''), time && words.clock(time), time && last, rest].filter(Boolean).join(', ');
}

/** The name of the session's zone and what the visitor's own clock shows, when that is something else. */
export function elsewhereText(session: Session, { words, locale }: SessionContext): string | undefined {
  const period = sessionPeriod(session);
  if (period?.precision !== 'time') return undefined;
  const zone = zoneOf(session);
  const mine = visitorZone();
  const style = { weekday: 'long', year: false } as const;
  const start = formatElsewhere(period.start, zone, mine, locale, style);
  if (!start) return undefined;
  const end = period.endPrecision === 'time' ? formatElsewhere(period.end, zone, mine, locale, style) : undefined;
  const last = end && (end.date && end.date !== start.date ? `${end.date}, ` : '') + end.time;
  const name = zone === DEFAULT_ZONE ? words.dutchTime : zoneName(period.start, zone, locale);
  return words.elsewhere(name, (start.date ? `${start.date}, ` : '') + words.clock(start.time + (last ? ` – ${last}` : '')));
}

/** From when on it is said how near a session is: two weeks. */
const NEAR = 14 * 864e5;

/** How things stand, in words; empty for a session that is simply to come or has been. */
export function stateText(session: Session, context: SessionContext): string {
  const { words, locale, now } = context;
  const { status = 'scheduled', previousStart } = session;
  const phase = sessionPhase(session, now);
  const period = sessionPeriod(session);
  if (status === 'cancelled' || status === 'postponed') return words.status[status];
  if (phase === 'past') return '';
  if (phase === 'now' && period) {
    const to = local(session.end, zoneOf(session));
    if (!period.endPrecision) return words.begun(words.clock(formatTime(session.start!, locale, zoneOf(session))));
    const sameDay = to?.precision === 'time' && !untilText(session, context);
    return words.now(sameDay ? words.untilTime(words.clock(formatTime(to, locale))) : (untilText(session, context) ?? ''));
  }
  return status === 'moved' || previousStart ? words.status.moved : '';
}

/** How near a session is: "begint over 20 minuten", "morgen", "over 8 dagen"; empty when it is far away, has begun or is off. */
export function nearText(session: Session, { words, locale, now }: SessionContext): string {
  const period = sessionPeriod(session);
  const off = session.status === 'cancelled' || session.status === 'postponed';
  if (!period || off || sessionPhase(session, now) !== 'upcoming' || !/^(day|time)$/.test(period.precision) || period.start - now > NEAR)
    return '';
  const minutes = Math.ceil((period.start - now) / 60_000);
  if (period.precision === 'time' && minutes <= 60) return words.begins(formatRelative(minutes, 'minute', locale));
  return relativeDays(now, Math.max(now, period.start), locale, zoneOf(session));
}

/** How things stand: the words, why, and the date that no longer holds. */
export function sessionState(session: SessionItem, context: SessionContext): unknown {
  const { statusNote, previousStart } = session;
  const { words, locale } = context;
  const text = stateText(session, context);
  const near = nearText(session, context);
  const zone = zoneOf(session);
  const time = previousStart && formatTime(previousStart, locale, zone);
  const old = previousStart && formatDate(previousStart, locale, { weekday: 'long', zone }) + (time ? `, ${words.clock(time)}` : '');
  return html`${
    text || statusNote || old
      ? html`<p class="state" part="state">
          ${text ? html`<strong>${text}</strong>` : nothing}${statusNote ? [' ', html`<span part="note">${ownText(statusNote, session, context)}</span>`] : nothing}
          ${old ? html`<span class="was">${words.was} <s>${old}</s></span>` : nothing}
        </p>`
      : nothing
  }${near ? html`<p class="state" part="near"><span>${near}</span></p>` : nothing}`;
}

/** "Online · Utrecht · De Normaalste Zaak, met AWVN". */
export function placeText(session: SessionItem, { words }: SessionContext): string {
  const { attendance, location, organiser, partners } = session;
  const who = [organiser?.name, partners.length ? words.withPartners(partners.join(', ')) : undefined].filter(Boolean).join(', ');
  return dotted([attendance && words.attendance[attendance], location?.name ?? location?.address, who]);
}

const TYPES: readonly (readonly [RegExp, keyof SessionWords['types']])[] = [
  [/pdf/, 'pdf'],
  [/word|opendocument\.text|rtf/, 'word'],
  [/excel|spreadsheet|csv/, 'sheet'],
  [/powerpoint|presentation/, 'slides'],
  [/^image/, 'image'],
  [/^video/, 'video'],
  [/^audio/, 'audio'],
  [/html/, 'html'],
  [/zip/, 'zip'],
];

/** "pdf, 1,2 MB": what kind of file and how large (decimal units, as file managers show them); a type without a word is left as it is. */
export function fileText({ type = '', size }: Material, { words, locale }: SessionContext): string {
  const known = TYPES.find(([pattern]) => pattern.test(type));
  let amount = '';
  if (size) {
    const [value, unit] = size < 999_500 ? [Math.max(1, Math.round(size / 1e3)), 'kilobyte'] : [size / 1e6, 'megabyte'];
    amount = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  }
  return [known ? words.types[known[1]] : type, amount].filter(Boolean).join(', ');
}

export function materialList({ materials }: SessionItem, context: SessionContext): unknown {
  if (!materials.length) return nothing;
  return html`<ul class="plain links" part="materials">
    ${materials.map((material) => {
      const file = fileText(material, context);
      return html`<li part="material">${linkOr(material.title + (file ? ` (${file})` : ''), material.url)}</li>`;
    })}
  </ul>`;
}

/** A date of `registration` in words: with its time, and as the last day or the last moment. */
function limitText(text: string, session: Session, { words, locale }: SessionContext, opens = false): string {
  const zone = zoneOf(session);
  const time = formatTime(text, locale, zone);
  const date = formatDate(text, locale, { zone, weekday: 'long', year: false }) + (time ? `, ${words.clock(time)}` : '');
  return opens ? date : time ? words.upTo(date) : words.toAndWith(date);
}

/** What is known about signing up, a sentence each: places, and from or until when. */
export function signUpFacts(session: Session, context: SessionContext): string[] {
  const { words, now } = context;
  const { opens, closes, capacity, left, full } = session.registration ?? {};
  const state = signUpOf(session, now);
  const limit = closes ? limitText(closes, session, context) : '';
  const places = capacity || left !== undefined ? words.places(full ? 0 : left, capacity) : '';
  const all = capacity ? words.places(undefined, capacity) : '';
  const facts: Record<SignUp, readonly string[]> = {
    full: [words.noPlaces(capacity)],
    later: [words.opens(limitText(opens ?? '', session, context, true)), places],
    closed: [words.closed(limit)],
    open: [places, limit && words.closes(limit)],
    // over: what was known stays known
    none: [all, limit && words.closed(limit)],
  };
  return facts[state].filter(Boolean);
}

/**
 * The one button that says what can be done, or why nothing can. A link when the session has an address to sign up; a button when the
 * page has a form for it; nothing when there is neither.
 * @param canJoin whether there is a join form on the page
 */
export function signUp(session: SessionItem, context: SessionContext, canJoin: boolean, press: (event: Event) => void): unknown {
  const { words, now } = context;
  const state = signUpOf(session, now);
  const url = session.registration?.url;
  const facts = state === 'none' ? [] : signUpFacts(session, context);
  const label = html`<span>${words.signUp}<span class="visually-hidden">${` ${words.signUpFor(session.title)}`}</span></span>`;
  const button =
    state !== 'open'
      ? nothing
      : url
        ? html`<a class="button" part="button register" href=${url} @click=${press}>${label}</a>`
        : canJoin
          ? html`<button class="button" part="button register" type="button" @click=${press}>${label}</button>`
          : nothing;
  return button === nothing && !facts.length
    ? nothing
    : html`${button}${facts.map((fact) => html`<p class="meta fact" part="places">${fact}</p>`)}`;
}

/** The way into an online session: from an hour before it begins, or whenever it is asked for `early`. */
export function joinOnline(session: Session, { words, now }: SessionContext, early = false): unknown {
  const url = session.online?.url;
  const period = sessionPeriod(session);
  const phase = sessionPhase(session, now);
  const soon = early || phase === 'now' || (!!period && period.start - now <= 36e5);
  if (!url || !soon || phase === 'past' || session.status === 'cancelled' || session.status === 'postponed') return nothing;
  return html`<a class="button quiet" part="button online" href=${url}>${words.joinOnline}</a>`;
}

export const sessionDateStyles = css`
  .date {
    line-height: 1.3;
    font-size: 0.9em;
    hyphens: manual;
    overflow-wrap: break-word;
    font-variant-numeric: tabular-nums;
  }

  .date :is(time, span, b) {
    display: block;
  }

  .date b {
    font-weight: 650;
    color: var(--_heading);
  }

  .date .day {
    margin-block: 0.02em 0.08em;
    font-size: 2.9em;
    line-height: 1;
    letter-spacing: -0.02em;
  }

  .date .words {
    font-size: 1.1em;
    line-height: 1.2;
  }

  .date .year {
    font-size: 1.5em;
  }

  .date .words::first-letter {
    text-transform: uppercase;
  }

  .date time + span {
    margin-block-start: 0.15em;
  }
`;
