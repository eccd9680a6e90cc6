// The session calendar made by hand: an agenda in months, and a month as a table.
import {
  dotted,
  escape,
  FilterBar,
  fullDate,
  fullDay,
  icon,
  isoMonth,
  month,
  names,
  people,
  shortWeekday,
  start,
  time,
  weekday,
} from './shared.js';

const PAGE = 10;
const DAY = 86_400_000;
const ATTENDANCE = { online: 'Online', onsite: 'Op locatie', hybrid: 'Online en op locatie' };
const NONE = { upcoming: 'Er zijn geen sessies gepland.', past: 'Er zijn nog geen sessies geweest.', all: 'Er zijn nog geen sessies.' };
const relative = new Intl.RelativeTimeFormat('nl', { numeric: 'auto' });

const { root, feed, now } = await start();

/** When each session is, worked out once. A session known by its month comes after the days of that month. */
for (const session of feed.sessions) {
  const [year, monthOf, day] = session.start.split(/[-T]/).map(Number);
  session.precision = session.start.length === 7 ? 'month' : session.start.includes('T') ? 'time' : 'day';
  session.from = session.precision === 'time' ? new Date(session.start) : new Date(year, monthOf - 1, day || 1);
  session.until = session.end
    ? new Date(session.end)
    : session.precision === 'month'
      ? new Date(year, monthOf, 1)
      : new Date(year, monthOf - 1, day + 1);
  session.past = session.until <= now;
  session.order = session.precision === 'month' ? session.until - 2 : +session.from;
}

const state = { view: 'list', period: 'upcoming', more: 0, month: new Date(now.getFullYear(), now.getMonth(), 1), unfolded: '' };
let found = [];
/** What there is to choose from: in a month all sessions, in a list those of the period. */
const offered = () =>
  feed.sessions.filter(({ past }) => state.view === 'month' || state.period === 'all' || past === (state.period === 'past'));

root.innerHTML = `<div class="views" role="group" aria-label="Weergave">
    <button type="button" aria-pressed="true" data-view="list">Lijst</button><button type="button" aria-pressed="false" data-view="month">Maand</button>
  </div>
  <div class="bar"></div><div class="content"></div>`;
const content = root.querySelector('.content');
const filters = new FilterBar(root.querySelector('.bar'), {
  feed,
  items: offered(),
  facets: ['sector', 'theme', 'region'],
  open: ['sector', 'region'],
  what: 'een sessie',
  result: (count) => `${count} ${count === 1 ? 'sessie' : 'sessies'}`,
  searched: ({ title, statusNote, organiser, location, speakers, summary, outcomes, materials }) => [
    title,
    statusNote ?? '',
    organiser.name,
    location?.name ?? '',
    ...speakers.flatMap(({ name, role, organisation }) => [name, role, organisation]),
    summary,
    ...(outcomes ?? []),
    ...(materials ?? []).map((material) => material.title),
  ],
  extra: `<div class="filter period"><label for="period">Periode</label><select id="period">
      <option value="upcoming">Komende sessies</option><option value="past">Geweest</option><option value="all">Alle sessies</option>
    </select></div>`,
  change: () => {
    state.more = 0;
    update();
  },
});
const period = root.querySelector('.period');

function update() {
  found = filters.apply();
  show();
}

function show() {
  if (state.view === 'month') {
    const shown = byMonth().get(isoMonth(state.month))?.length ?? 0;
    filters.say(found.length, `${shown} ${shown === 1 ? 'sessie' : 'sessies'} in deze maand, ${found.length} in totaal`);
    content.innerHTML = monthView();
    return;
  }
  const listed = found.toSorted(state.period === 'past' ? (a, b) => b.from - a.from : (a, b) => a.order - b.order);
  filters.say(listed.length);
  content.innerHTML = listView(listed);
}

function listView(listed) {
  if (!listed.length)
    return `<p class="empty">${filters.items.length ? 'Geen sessie gevonden. Probeer een ander woord of wis een filter.' : NONE[state.period]}</p>`;
  const shown = listed.slice(0, PAGE + state.more);
  const groups = new Map();
  for (const session of shown) {
    const key = isoMonth(session.from);
    if (groups.has(key)) groups.get(key).push(session);
    else groups.set(key, [session]);
  }
  const left = Math.min(PAGE, listed.length - shown.length);
  return `${[...groups.values()]
    .map(
      (sessions) =>
        `<section class="group"><h2 class="group-title">${month(sessions[0].from)}</h2>${sessions.map(card).join('')}</section>`,
    )
    .join('')}${
    left > 0
      ? `<p class="more"><button class="button quiet" type="button">Toon ${left} meer</button><span class="meta">Je ziet ${shown.length} van de ${listed.length} sessies.</span></p>`
      : ''
  }`;
}

function card(session) {
  const { id, past, attendance, location, organiser, status, statusNote, summary, speakers, precision, from } = session;
  const title = escape(session.title);
  const off = status === 'cancelled';
  const place = dotted([past && 'Geweest', ATTENDANCE[attendance], location?.name, organiser.name]);
  const about = dotted(['theme', 'sector', 'region'].map((facet) => names(feed, facet, session[`${facet}s`]).join(', ')));
  const days = Math.round((new Date(from).setHours(12) - new Date(now).setHours(12)) / DAY);
  const near = !past && !off && precision !== 'month' && from - now <= 14 * DAY ? relative.format(days, 'day') : '';
  return `<article class="session" data-session="${id}">
    <div class="date">${dateOf(session)}</div>
    <div class="stack">
      <h3 class="session-title"><button class="session-link" type="button" aria-haspopup="dialog">${off ? `<s>${title}</s><span class="visually-hidden">, Gaat niet door</span>` : title}</button></h3>
      ${off ? `<p class="state"><strong>Gaat niet door</strong> <span>${escape(statusNote)}</span></p>` : ''}
      ${near ? `<p class="state"><span>${near}</span></p>` : ''}
      <p class="meta">${escape(place)}</p>
      <p class="text">${escape(summary)}</p>
      ${speakers.length ? `<div><ul class="plain people" aria-label="Met bijdragen van">${people(speakers)}</ul></div>` : ''}
      <p class="meta">${escape(about)}</p>
      ${past ? done(session) : ''}
    </div>
    ${past || off ? '' : actions(session, title)}
  </article>`;
}

function dateOf({ start, from, until, end, precision, past }) {
  if (precision === 'month') return `<time datetime="${start}"><b class="words">dag ${past ? 'niet bekend' : 'nog onbekend'}</b></time>`;
  return `<time datetime="${start}"><span>${weekday(from)}</span> <b class="day">${from.getDate()}</b> <span class="visually-hidden">${month(from)}</span></time>${
    end ? `<span>${time(from)} – ${time(until)} uur</span>` : ''
  }`;
}

function actions({ registration, precision }, title) {
  const sign = !registration
    ? ''
    : registration.full
      ? `<p class="meta fact">Vol: alle ${registration.capacity} plaatsen zijn bezet</p>`
      : `<a class="button" href="${escape(registration.url)}"><span>Meld je aan<span class="visually-hidden"> voor ${title}</span></span></a>
         <p class="meta fact">nog ${registration.left} van de ${registration.capacity} plaatsen</p>`;
  const add =
    precision === 'month'
      ? ''
      : `<details class="add" name="add"><summary>Zet in agenda<span class="visually-hidden">: ${title}</span></summary></details>`;
  return sign || add ? `<div class="act">${sign}${add}</div>` : '';
}

function done({ outcomes = [], materials = [] }) {
  if (!outcomes.length && !materials.length) return '';
  return `<div class="done stack"><h4 class="done-title">${outcomes.length ? 'Wat het opleverde' : 'Materiaal'}</h4>
    ${outcomes.length ? `<ul class="text">${outcomes.map((outcome) => `<li>${escape(outcome)}</li>`).join('')}</ul>` : ''}
    ${
      materials.length
        ? `<ul class="plain links">${materials
            .map(
              (material) =>
                `<li><a href="${escape(material.url)}">${escape(material.title)} (pdf, ${Math.round(material.size / 1000)} kB)</a></li>`,
            )
            .join('')}</ul>`
        : ''
    }</div>`;
}

/** All sessions found, by month; made once for each search. */
function byMonth() {
  if (byMonth.of !== found) {
    byMonth.of = found;
    byMonth.months = Map.groupBy(
      found.toSorted((a, b) => a.order - b.order),
      ({ from }) => isoMonth(from),
    );
  }
  return byMonth.months;
}

function monthView() {
  const months = byMonth();
  const { month: shown } = state;
  const key = isoMonth(shown);
  const sessions = months.get(key) ?? [];
  const loose = sessions.filter(({ precision }) => precision === 'month');
  const days = Map.groupBy(
    sessions.filter(({ precision }) => precision !== 'month'),
    ({ from }) => from.getDate(),
  );
  const step = (count) => month(new Date(shown.getFullYear(), shown.getMonth() + count, 1));
  const keys = [...new Set([...months.keys(), key, isoMonth(now)])].sort();
  const near = keys.find((other) => other > key && months.has(other)) ?? keys.findLast((other) => months.has(other));
  return `<section class="calendar"><div class="month-bar">
      <h2 class="month-title"><span id="month" aria-live="polite">${month(shown)}</span></h2>
      <div class="month-steps">
        <button class="step" type="button" data-step="-1" aria-label="Vorige maand: ${step(-1)}">${icon('previous')}</button>
        <button class="link-button" type="button" data-step="0">Vandaag</button>
        <button class="step" type="button" data-step="1" aria-label="Volgende maand: ${step(1)}">${icon('next')}</button>
      </div>
      <select class="month-choice" aria-label="Ga naar maand">${keys
        .map((value) => {
          const count = months.get(value)?.length;
          return `<option value="${value}"${value === key ? ' selected' : ''}>${month(new Date(`${value}-01T00:00`))}${count ? ` (${count})` : ''}</option>`;
        })
        .join('')}</select>
    </div>
    ${
      sessions.length
        ? ''
        : `<p class="empty">Geen sessies in deze maand. ${near ? `<button class="link-button" type="button" data-month="${near}">Ga naar ${month(new Date(`${near}-01T00:00`))}</button>` : ''}</p>`
    }
    ${
      loose.length
        ? `<div class="loose"><p class="meta">In ${month(shown)}, dag nog onbekend:</p><ul class="plain">${loose
            .map(
              ({ id, title, past }) =>
                `<li><button class="link-button" type="button" data-session="${id}"><span>${escape(title)}<span class="visually-hidden">, ${month(shown)}, dag ${past ? 'niet bekend' : 'nog onbekend'}</span></span></button></li>`,
            )
            .join('')}</ul></div>`
        : ''
    }
    <table class="grid" aria-labelledby="month"><thead><tr>${Array.from({ length: 7 }, (_, n) => {
      const day = new Date(2024, 0, 1 + n); // a Monday and the days after it
      return `<th scope="col"><span aria-hidden="true">${shortWeekday(day)}</span><span class="visually-hidden">${weekday(day)}</span></th>`;
    }).join('')}</tr></thead><tbody>${weeks(shown, days)}</tbody></table>
  </section>`;
}

function weeks(shown, days) {
  const before = (shown.getDay() + 6) % 7;
  const last = new Date(shown.getFullYear(), shown.getMonth() + 1, 0).getDate();
  const thisMonth = isoMonth(shown) === isoMonth(now);
  let html = '';
  for (let n = 1 - before; n <= last; n += 7) {
    html += '<tr>';
    for (let day = n; day < n + 7; day++)
      html +=
        day < 1 || day > last
          ? '<td></td>'
          : dayOf(new Date(shown.getFullYear(), shown.getMonth(), day), days.get(day) ?? [], thisMonth && day === now.getDate());
    html += '</tr>';
  }
  return html;
}

function dayOf(date, sessions, today) {
  const key = String(date.getDate());
  const shown = sessions.length <= 3 || state.unfolded === key ? sessions : sessions.slice(0, 2);
  const name = fullDay(date);
  return `<td${today ? ' class="today" aria-current="date"' : ''}><span class="number">${key}${today ? '<span class="visually-hidden">, Vandaag</span>' : ''}</span>${shown
    .map(({ id, title, status, precision, from, past, registration }) => {
      const text = escape(title);
      const note = status === 'cancelled' ? 'Gaat niet door' : !past && registration?.full ? 'Vol' : '';
      return `<button class="event" type="button" aria-haspopup="dialog" data-day="${key}" data-session="${id}">${
        precision === 'time' ? `<span class="time">${time(from)}</span> ` : ''
      }${status === 'cancelled' ? `<s>${text}</s>` : text}<span class="visually-hidden">, ${name}</span>${note ? `<span class="note">${note}</span>` : ''}</button>`;
    })
    .join('')}${
    shown === sessions
      ? ''
      : `<button class="event rest" type="button" data-unfold="${key}">en nog ${sessions.length - shown.length}<span class="visually-hidden"> op ${fullDate(date)}</span></button>`
  }</td>`;
}

function turn(to) {
  state.month = to;
  state.unfolded = '';
  show();
}

root.querySelector('.views').addEventListener('click', ({ target }) => {
  const { view } = target.dataset;
  if (!view) return;
  state.view = view;
  for (const button of root.querySelectorAll('[data-view]')) button.ariaPressed = String(button.dataset.view === view);
  // a month has no period
  if (view === 'month') period.remove();
  else filters.bar.append(period);
  filters.offer(offered());
  update();
});
period.addEventListener('change', ({ target }) => {
  state.period = target.value;
  state.more = 0;
  filters.offer(offered());
  update();
});
content.addEventListener('click', ({ target }) => {
  const { step, month: key, unfold } = target.closest('button')?.dataset ?? {};
  if (target.closest('.more button')) {
    const before = content.querySelectorAll('.session-link').length;
    state.more += PAGE;
    show();
    content.querySelectorAll('.session-link')[before]?.focus();
  } else if (step) {
    const from = step === '0' ? now : state.month;
    turn(new Date(from.getFullYear(), from.getMonth() + Number(step), 1));
    content.querySelector(`[data-step="${step}"]`).focus();
  } else if (key) turn(new Date(`${key}-01T00:00`));
  else if (unfold) {
    state.unfolded = unfold;
    show();
  }
});
content.addEventListener('change', ({ target }) => turn(new Date(`${target.value}-01T00:00`)));

update();
