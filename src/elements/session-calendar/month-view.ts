/**
 * The calendar on the wall: one month as a table, or as a list where a table would be squeezed. Knows which month is shown and how keys
 * move through it; which sessions there are, and what opening one does, is given to it.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatDate, formatTime, weekdayNames } from '../../dates/format.ts';
import { addMonths, type Day, monthGrid } from '../../dates/month.ts';
import { DAY, utcOf } from '../../dates/partial.ts';
import { daySpan } from '../../dates/period.ts';
import { DEFAULT_ZONE, inZone, offsetAt } from '../../dates/zone.ts';
import type { SessionItem } from '../../feed/merge.ts';
import { sessionPeriod, sessionPhase, signUpOf, zoneOf } from '../../feed/sessions.ts';
import { type MonthWords, monthWords } from '../../i18n/month.ts';
import { languageFor } from '../../i18n/words.ts';
import { fixed, flat } from '../../parts/flat.ts';
import { heading } from '../../parts/heading.ts';
import { icon } from '../../parts/icons.ts';
import { dotted } from '../../parts/pieces.ts';
import { clockName, ownText, type SessionContext, whenText } from '../../parts/session-view.ts';
import { monthKey, startOf } from './agenda.ts';
import { type CalendarIndex, type MonthPlan, planFor } from './month-index.ts';
import { monthViewStyles } from './month-view.styles.ts';

export { indexByMonth } from './month-index.ts';

export const styles = [monthViewStyles];

type Host = ReactiveControllerHost & HTMLElement;
type Month = { year: number; month: number };

export interface MonthContent {
  readonly index: CalendarIndex;
  readonly context: SessionContext;
  readonly headingLevel: number;
  /** A list instead of a table. */
  readonly narrow: boolean;
  /** What is to be said of the table, right under it. */
  readonly note?: unknown;
  readonly open: (session: SessionItem) => void;
  readonly card: (session: SessionItem, headingLevel: number) => unknown;
}

/** How many sessions a day shows before the rest is asked for. */
const PER_DAY = 3;

// Intl is slow in some browsers, and the list of months may be long
const names = new Map<string, string>();
function monthName(key: string, locale: string): string {
  const known = `${locale} ${key}`;
  if (!names.has(known)) names.set(known, formatDate(key, locale));
  return names.get(known)!;
}

const monthly = ({ locale }: SessionContext): MonthWords => monthWords[languageFor(locale)];

/** Whether the clock of the zone shows the time that a session begins at on its own; what has no time is on its day on any clock. */
export function keepsTo(session: SessionItem, zone: string): boolean {
  const { start, precision } = sessionPeriod(session) ?? {};
  return precision !== 'time' || offsetAt(start!, zoneOf(session)) === offsetAt(start!, zone);
}

const partsOf = (key: string): Month => ({ year: +key.slice(0, 4), month: +key.slice(5) });

export class MonthView {
  readonly #host: Host;
  /** What the visitor turned to; today's month until then. */
  #shown: Month | undefined;
  /** The day that shows everything it has. */
  #unfolded = '';
  /** The button that got the focus last because the month had no session to give it to. */
  #refuge: HTMLElement | null = null;
  /** The zone whose clock times are of that have no word of their own. */
  protected clock = DEFAULT_ZONE;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The month on show; `now` in milliseconds since 1970. */
  month(now: number): Month {
    if (this.#shown) return this.#shown;
    const { year, month } = inZone(now, DEFAULT_ZONE);
    return { year, month };
  }

  render(content: MonthContent): TemplateResult {
    const { index, context, headingLevel, narrow, card } = content;
    const month = this.month(context.now);
    const key = monthKey(month);
    const plan = planFor(index, key);
    return html`<section class="calendar" part="month" @keydown=${(event: KeyboardEvent) => this.#handleKey(event, month)}>
      ${this.#renderBar(content, month, key)} ${plan ? nothing : this.#renderNone(content, key)}
      ${narrow ? plan?.sessions.map((session) => card(session, headingLevel + 1)) : this.#renderTable(content, month, plan)} ${content.note}
      ${this.#renderRest(content)}
    </section>`;
  }

  #renderBar({ index, context, headingLevel }: MonthContent, month: Month, key: string): TemplateResult {
    const { locale, now } = context;
    const name = (value: string): string => monthName(value, locale);
    const [previous, next] = [-1, 1].map((step) => monthKey(addMonths(month, step)));
    const today = monthKey(inZone(now, DEFAULT_ZONE));
    const keys = [...new Set([...index.months.keys(), key, today])].sort();
    return html`<div class="month-bar">
      ${heading(headingLevel, html`<span id="month" aria-live="polite">${name(key)}</span>`, 'month-title', 'month-title')}
      <div class="month-steps no-print">
        <button
          class="step"
          part="previous"
          type="button"
          aria-label="${monthly(context).previousMonth}: ${name(previous!)}"
          @click=${() => this.#turn(previous!)}
        >
          ${icon('previous')}
        </button>
        <button class="link-button" part="today" type="button" @click=${() => this.#turn(today)}>${monthly(context).today}</button>
        <button
          class="step"
          part="next"
          type="button"
          aria-label="${monthly(context).nextMonth}: ${name(next!)}"
          @click=${() => this.#turn(next!)}
        >
          ${icon('next')}
        </button>
      </div>
      <select
        class="month-choice no-print"
        part="select"
        aria-label=${monthly(context).goTo}
        @change=${(event: Event) => this.#turn((event.target as HTMLSelectElement).value)}
      >
        ${keys.map((value) => {
          const count = index.months.get(value)?.sessions.length;
          const text = name(value) + (count ? ` (${count})` : '');
          return html`<option value=${value} .selected=${value === key} .textContent=${text}></option>`;
        })}
      </select>
    </div>`;
  }

  #renderNone({ index, context }: MonthContent, key: string): TemplateResult {
    const keys = [...index.months.keys()];
    const near = keys.find((other) => other > key) ?? keys.at(-1);
    return html`<p class="empty" part="empty">
      ${monthly(context).noneInMonth}
      ${near ? html`<button class="link-button" part="nearest" type="button" @click=${() => this.#goTo(near)}>${monthly(context).toMonth(formatDate(near, context.locale))}</button>` : nothing}
    </p>`;
  }

  #renderTable(content: MonthContent, month: Month, plan: MonthPlan | undefined): TemplateResult {
    const { locale, now } = content.context;
    const names = weekdayNames(locale, 'long');
    const { year, month: m, day } = inZone(now, DEFAULT_ZONE);
    const today = `${monthKey({ year, month: m })}-${String(day).padStart(2, '0')}`;
    return html`${plan?.loose.length ? this.#renderLoose(content, plan.loose, monthKey(month)) : nothing}
      <table class="grid" part="grid" aria-labelledby="month">
        <thead>
          <tr>
            ${weekdayNames(locale).map(
              (name, i) =>
                html`<th scope="col" part="weekday">
                  <span aria-hidden="true" .textContent=${name}></span><span class="visually-hidden" .textContent=${names[i]!}></span>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${monthGrid(month.year, month.month).map(
            (week) =>
              html`<tr>
                ${week.map((date) => (date.inMonth ? this.#renderDay(content, date, plan?.days.get(date.iso) ?? [], date.iso === today) : html`<td></td>`))}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #renderDay({ context, open }: MonthContent, date: Day, sessions: readonly SessionItem[], today: boolean): TemplateResult {
    const all = sessions.length <= PER_DAY || this.#unfolded === date.iso;
    // never "and 1 more": that one fits where the words would stand
    const shown = all ? sessions : sessions.slice(0, PER_DAY - 1);
    const { day, iso } = date;
    const rest = all
      ? []
      : [
          html`<button class="event rest" part="more" type="button" data-day=${iso} @click=${() => this.#unfold(iso)}>
            ${monthly(context).andMore(sessions.length - shown.length)}<span class="visually-hidden"
              >${` ${monthly(context).onDay(formatDate(iso, context.locale))}`}</span
            >
          </button>`,
        ];
    const events = sessions.length ? [shown.map((session) => flat(this.#renderEvent(session, date, context, open))), rest] : nothing;
    return flat(
      today
        ? html`<td part="day today ${fixed(sessions.length ? 'busy' : '')}" class="today" aria-current="date">
            <span class="number">${day}<span class="visually-hidden">, ${monthly(context).today}</span></span>
            ${events}
          </td>`
        : html`<td part="day ${fixed(sessions.length ? 'busy' : '')}"><span class="number" .textContent=${`${day}`}></span>${events}</td>`,
    );
  }

  #renderEvent(session: SessionItem, date: Day, context: SessionContext, open: (session: SessionItem) => void): TemplateResult {
    const { words, locale, now } = context;
    const { status = 'scheduled' } = session;
    const start = startOf(session)!;
    const more = this.#dayOf(session, date, context);
    const time = more ? '' : formatTime(start, locale);
    const state = words.status[status] || (signUpOf(session, now) === 'full' ? monthly(context).full : '');
    const note = dotted([state, more, time && !keepsTo(session, this.clock) ? clockName(zoneOf(session), words) : '']);
    const title = ownText(session.title, session, context);
    return html`<button
      class="event"
      part="event ${fixed(status)}"
      type="button"
      aria-haspopup="dialog"
      data-day=${date.iso}
      data-session=${session.id}
      @click=${() => open(session)}
    >
      ${time ? html`<span class="time" .textContent=${time}></span>${fixed(' ')}` : nothing}${status === 'cancelled' ? html`<s>${title}</s>` : title}<span
        class="visually-hidden"
        .textContent=${`, ${formatDate(date.iso, locale, { weekday: 'long' })}`}
      ></span
      >${note ? html`<span class="note" .textContent=${note}></span>` : nothing}
    </button>`;
  }

  /** "dag 2 van 3", from the second day on. */
  #dayOf(session: SessionItem, date: Day, context: SessionContext): string {
    const [first, last] = daySpan(sessionPeriod(session), zoneOf(session))!;
    const day = utcOf(date) / DAY - first;
    return day ? monthly(context).dayOf(day + 1, last - first + 1) : '';
  }

  /** What is known to the month only stands above the days, not on one of them. */
  #renderLoose(content: MonthContent, sessions: readonly SessionItem[], key: string): TemplateResult {
    const { words, locale } = content.context;
    return html`<div class="loose" part="loose">
      <p class="meta">${monthly(content.context).inMonth(formatDate(key, locale), words.unknown('day'))}:</p>
      ${this.#renderNames(content, sessions)}
    </div>`;
  }

  /** What has no month at all: folded away under every month, because no turning of pages would lead to it. */
  #renderRest(content: MonthContent): unknown {
    const { index, context } = content;
    const { words, now } = context;
    const groups: (readonly [string, readonly SessionItem[]])[] = [
      ...[...index.years].map(([year, list]) => {
        const past = sessionPhase(list[0]!, now) === 'past';
        return [monthly(context).inMonth(`${+year}`, words.unknown('month', past)), list] as const;
      }),
      [words.unknown('date'), index.undated],
    ];
    return groups.map(([title, sessions]) =>
      sessions.length
        ? html`<details class="loose" part="loose">
            <summary>${title} (${sessions.length})</summary>
            ${this.#renderNames(content, sessions)}
          </details>`
        : nothing,
    );
  }

  #renderNames({ context, open }: MonthContent, sessions: readonly SessionItem[]): TemplateResult {
    return html`<ul class="plain">
      ${sessions.map(
        (session) =>
          html`<li>
            <button
              class="link-button"
              part="link"
              type="button"
              aria-haspopup="dialog"
              data-session=${session.id}
              @click=${() => open(session)}
            >
              <span>${ownText(session.title, session, context)}<span class="visually-hidden">, ${whenText(session, context)}</span></span>
            </button>
            ${session.startNote ? html`<span class="meta start-note">${ownText(session.startNote, session, context)}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #turn(key: string): void {
    this.#shown = partsOf(key);
    this.#unfolded = '';
    this.#host.requestUpdate();
  }

  /** The pressed button is gone after this, so the focus goes where the sessions are, else where a month is chosen. */
  async #goTo(key: string): Promise<void> {
    this.#turn(key);
    await this.#host.updateComplete;
    (this.#events()[0] ?? this.#host.shadowRoot?.querySelector<HTMLElement>('.month-choice'))?.focus();
  }

  async #unfold(iso: string): Promise<void> {
    this.#unfolded = iso;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#events(`[data-day="${iso}"]`)[PER_DAY - 1]?.focus();
  }

  #events(more = ''): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(`.grid .event${more}`) ?? [])];
  }

  /**
   * The keys of the APG's date grid, on what can have the focus here: sessions. Page Up and Down turn a month (with Shift a year), the
   * arrows go to the next session that way, Home and End to the first and last of the week.
   */
  #handleKey(event: KeyboardEvent, month: Month): void {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey || !target.closest('.grid, .month-steps')) return;
    const { key } = event;
    if (key === 'PageUp' || key === 'PageDown') {
      event.preventDefault();
      void this.#turnBy((key === 'PageUp' ? -1 : 1) * (event.shiftKey ? 12 : 1), month, target);
      return;
    }
    const events = this.#events();
    const at = events.indexOf(target);
    if (at < 0) return;
    const day = target.dataset.day!;
    const week = (element: HTMLElement): boolean => element.closest('tr') === target.closest('tr');
    const column = (element: HTMLElement): number => element.closest('td')!.cellIndex;
    const near = (list: HTMLElement[]): HTMLElement | undefined => list.find((element) => column(element) === column(target)) ?? list[0];
    const step = getComputedStyle(target).direction === 'rtl' ? -1 : 1;
    const goal: Record<string, () => HTMLElement | undefined> = {
      ArrowLeft: () => events[at - step],
      ArrowRight: () => events[at + step],
      ArrowUp: () => near(events.filter((element) => element.dataset.day! < day && !week(element)).reverse()) ?? events[at - 1],
      ArrowDown: () => near(events.filter((element) => element.dataset.day! > day && !week(element))) ?? events[at + 1],
      Home: () => events.find(week),
      End: () => events.filter(week).at(-1),
    };
    if (!Object.hasOwn(goal, key)) return;
    event.preventDefault();
    goal[key]!()?.focus();
  }

  async #turnBy(months: number, month: Month, from: HTMLElement): Promise<void> {
    this.#turn(monthKey(addMonths(month, months)));
    await this.#host.updateComplete;
    // who is on a button stays there, unless an empty month left nothing else to have the focus
    if (from.closest('.month-steps') && from !== this.#refuge) return;
    const [first] = this.#events();
    this.#refuge = first ? null : this.#host.shadowRoot!.querySelector<HTMLElement>(months < 0 ? '.step' : '.step:last-child');
    (first ?? this.#refuge)?.focus();
  }
}
