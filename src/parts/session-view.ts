/**
 * Pieces of a session: its date set large, when it is in words, how things stand, its materials, signing up. Markup and styles; which
 * sessions are shown, and what happens after a press, is decided by the element.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { isDutch } from '../dates/dutch.ts';
import { formatDate, formatElsewhere, writing, formatTime, relativeDays, weekdayNames } from '../dates/format.ts';
import { parsePartialDate, type PartialDate, weekdayOf } from '../dates/partial.ts';
import { dayAt, DEFAULT_ZONE, toLocal, visitorZone } from '../dates/zone.ts';
import type { Collection, SessionItem } from '../feed/merge.ts';
import type { Material, Session } from '../feed/schema.ts';
import { isOff, NEAR, sessionPeriod, sessionPhase, type SignUp, signUpOf, SOON, zoneOf } from '../feed/sessions.ts';
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

/** A moment of a session in words: "vrijdag 9 juli, 9.30 uur". */
function momentText(date: PartialDate | string, session: Session, { words, locale }: SessionContext, year = false): string {
  const zone = zoneOf(session);
  const time = formatTime(date, locale, zone);
  return formatDate(date, locale, { weekday: 'long', year, zone }) + (time && `, ${words.clock(time)}`);
}

/** What is known of when a session is, in pieces. */
interface Dates {
  /** Of the start. */
  readonly from?: PartialDate | undefined;
  /** Times without "uur": of the start, and of an end on the same day. */
  readonly start: string;
  readonly end: string;
  /** "9.30 – 11.00 uur". */
  readonly time: string;
  /** The end, when it is not in `time`: another day, month or year. */
  readonly until: string;
  /** What is not known, in words; empty when the day is. */
  readonly missing: string;
}

function datesOf(session: Session, context: SessionContext): Dates {
  const { words, locale, now } = context;
  const zone = zoneOf(session);
  const read = (text: string | undefined): PartialDate | undefined => {
    const date = parsePartialDate(text);
    return date && toLocal(date, zone);
  };
  const phase = sessionPhase(session, now);
  const from = phase === 'unknown' ? undefined : read(session.start);
  const to = sessionPeriod(session)?.endPrecision && from && read(session.end);
  const missing = from?.day ? '' : words.unknown(from ? (from.month ? 'day' : 'month') : 'date', phase === 'past');
  const start = from ? formatTime(from, locale) : '';
  let end = '';
  let until = '';
  if (from && to) {
    const differs = (['year', 'month', 'day'] as const).filter((field) => to[field] && to[field] !== from[field]);
    const last = formatTime(to, locale);
    const moment = momentText(to, session, context, differs[0] === 'year');
    if (last && start && !differs.length) end = last;
    else if (last) until = words.untilTime(moment);
    else if (differs.length) until = words.until(moment);
  }
  return { from, start, end, time: start && words.clock(start + (end && ` – ${end}`)), until, missing };
}

/**
 * The date of a session, large, so that a column of them can be scanned; what is not known is said and not invented.
 * @param withMonth with the month in sight too: for a date that stands under no heading of its month
 */
export function sessionDate(session: SessionItem, context: SessionContext, withMonth = false): TemplateResult {
  const { locale } = context;
  const { from, time, until, missing } = datesOf(session, context);
  const note = session.startNote && ownText(session.startNote, session, context);
  const month = from?.month ? formatDate({ ...from, precision: 'month' }, locale) : '';
  // under a heading that says it, "datum nog onbekend" makes room for what is known
  const words = from || withMonth || !note ? missing : note;
  const large = (from && (from.day ?? (from.month ? withMonth && month : from.year))) || words;
  // what was postponed has a date that no longer holds
  const date = (text: unknown): unknown => (text && text !== words && session.status === 'postponed' ? html`<s>${text}</s>` : text);
  const small = [large !== words && (withMonth || !(note || until)) && words, date(time), date(until), large !== note && note];
  return html`<div class="date" part="date">
    <time datetime=${from ? session.start! : nothing}>
      ${from?.day ? html`<span>${date(weekdayNames(locale, 'long')[weekdayOf(from) - 1])}</span>` : nothing}
      <b class=${from?.day ? 'day' : large === words ? 'words' : 'words year'}>${date(large)}</b>
      ${from?.day ? html`<span class=${withMonth ? '' : 'visually-hidden'}>${month}</span>` : nothing}
    </time>
    ${small.map((text) => (text ? html`<span>${text}</span>` : nothing))}
  </div>`;
}

/** When a session is, in one line: "vrijdag 9 juli 2021, 9.30 – 11.00 uur". */
export function whenText(session: Session, context: SessionContext): string {
  const { from, time, until, missing } = datesOf(session, context);
  const date = from && formatDate(from, context.locale, { weekday: 'long' });
  return [date, time, until, missing].filter(Boolean).join(', ');
}

/**
 * Whose clock, by a place one knows, where the zone is named after one: "Nederlandse tijd", "Tijd in New York". What Intl has are names
 * such as "Eastern-zomertijd".
 */
export function clockName(zone: string, words: SessionWords): string {
  return zone === DEFAULT_ZONE ? words.dutchTime : zone.includes('/') ? words.timeIn(zone.replace(/.*\//, '').replace(/_/g, ' ')) : zone;
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
  const end =
    period.endPrecision === 'time' ? formatElsewhere(period.end, zone, mine, locale, style, dayAt(period.start, mine)) : undefined;
  const last = end && (end.date ? `${end.date}, ` : '') + end.time;
  return words.elsewhere(
    clockName(zone, words),
    (start.date ? `${start.date}, ` : '') + words.clock(start.time + (last ? ` – ${last}` : '')),
  );
}

/** How things stand, in words; empty for a session that is simply to come or has been. */
function stateText(session: Session, context: SessionContext): string {
  const { words } = context;
  const { status = 'scheduled', previousStart } = session;
  const phase = sessionPhase(session, context.now);
  if (isOff(session)) return words.status[status];
  if (phase === 'past') return '';
  if (phase !== 'now') return words.status[previousStart ? 'moved' : status];
  const { start, end, until } = datesOf(session, context);
  return end || until ? words.now(until || words.untilTime(words.clock(end))) : words.begun(words.clock(start));
}

/** How near a session is: "begint over 20 minuten", "morgen", "over 8 dagen"; empty when it is far away, has begun or is off. */
export function nearText(session: Session, { words, locale, now }: SessionContext): string {
  const { start, precision } = sessionPeriod(session) ?? {};
  if (!start || isOff(session) || sessionPhase(session, now) !== 'upcoming' || !/day|time/.test(precision!) || start - now > NEAR)
    return '';
  const minutes = Math.ceil((start - now) / 60_000);
  if (precision === 'time' && minutes <= 60) return words.begins(writing(locale).relative(minutes, 'minute', locale));
  return relativeDays(now, Math.max(now, start), locale, zoneOf(session));
}

/** How things stand: the words, why, and the date that no longer holds. */
export function sessionState(session: SessionItem, context: SessionContext): unknown {
  const { statusNote, previousStart } = session;
  const text = stateText(session, context);
  const near = nearText(session, context);
  const old = previousStart && momentText(previousStart, session, context, true);
  return html`${
    text || statusNote || old
      ? html`<p class="state" part="state">
          ${text ? html`<strong>${text}</strong>` : nothing}${statusNote ? [' ', html`<span part="note">${ownText(statusNote, session, context)}</span>`] : nothing}
          ${old ? html`<span class="was">${context.words.was} <s>${old}</s></span>` : nothing}
        </p>`
      : nothing
  }${near ? html`<p class="state" part="near"><span data-near=${session.key} .textContent=${near}></span></p>` : nothing}`;
}

/** "Online · Utrecht · De Normaalste Zaak, met AWVN". */
export function placeText(session: SessionItem, { words }: SessionContext): string {
  const { attendance, location, organiser, partners } = session;
  const who = [organiser?.name, partners.length ? words.withPartners(partners.join(', ')) : undefined].filter(Boolean).join(', ');
  return dotted([attendance && words.attendance[attendance], location?.name ?? location?.address, who]);
}

/** "pdf, 1,2 MB": what kind of file and how large (decimal units, as file managers show them); a type without a word is left as it is. */
function fileText({ type = '', size }: Material, { words, locale }: SessionContext): string {
  const known = Object.entries(words.types).find(([pattern]) => new RegExp(pattern).test(type));
  let amount = '';
  if (size) {
    amount = size < 999_500 ? `${Math.max(1, Math.round(size / 1e3))}\u00a0kB` : `${Math.round(size / 1e5) / 10}\u00a0MB`;
    if (isDutch(locale)) amount = amount.replace('.', ',');
  }
  return [known?.[1] ?? type, amount].filter(Boolean).join(', ');
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

/** What is known about signing up, a sentence each: places, and from or until when. */
export function signUpFacts(session: Session, context: SessionContext): string[] {
  const { words, now } = context;
  const { opens = '', closes = '', capacity, left, full } = session.registration ?? {};
  const moment = momentText(closes, session, context);
  const limit = closes && (closes.includes('T') ? words.untilTime(moment) : words.until(moment));
  const places = capacity || left !== undefined ? words.places(full ? 0 : left, capacity) : '';
  const facts: Record<SignUp, readonly string[]> = {
    full: [words.noPlaces(capacity)],
    later: [words.opens(momentText(opens, session, context)), places],
    closed: [words.closed(limit)],
    open: [places, limit && words.closes(limit)],
    // over: what was known stays known
    none: [capacity ? words.places(undefined, capacity) : '', limit && words.closed(limit)],
  };
  return facts[signUpOf(session, now)].filter(Boolean);
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
  const label = html`<span>${words.signUp}<span class="visually-hidden">${` ${words.for(session.title)}`}</span></span>`;
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
  const soon = early || phase === 'now' || (!!period && period.start - now <= SOON);
  if (!url || !soon || phase === 'past' || isOff(session)) return nothing;
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

  /* our words run from left to right on a page that does not: a time or a number does not turn round */
  :is(.date, .filter-result) span:dir(rtl)::before {
    content: '\\200e';
  }
`;
