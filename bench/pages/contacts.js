// The contact table made by hand: search, filters, a header that sorts when it is pressed.
import { escape, FilterBar, fullDate, icon, month, names, normalise, start } from './shared.js';

const FIRST = 100;
const PAGE = 400;
const MOMENT = 50;
const COLUMNS = {
  organisation: 'Organisatie',
  name: 'Contactpersoon',
  role: 'Functie',
  sector: 'Sector',
  region: 'Regio',
  email: 'E-mail',
  phone: 'Telefoon',
  checked: 'Gecontroleerd',
};
const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

const { root, feed, now } = await start();
const state = { column: '', descending: false, count: PAGE };
let rows = [];
let timer;
/** Whether a visitor's pointer has come near: only then there are buttons to copy and save. */
let near = false;

root.innerHTML = `<div class="bar"></div><table><caption><span class="visually-hidden">Contactpersonen</span></caption>
  <thead><tr>${Object.entries(COLUMNS)
    .map(
      ([key, name]) =>
        `<th scope="col" class="${key}"><button class="sort" type="button" data-column="${key}"><span>${name}</span>${icon('sort')}</button></th>`,
    )
    .join('')}</tr></thead><tbody></tbody></table>
  <div class="none"></div><details><summary>Bewaar of kopieer</summary><div class="ways"></div></details><p class="visually-hidden" role="status"></p>`;
const table = root.querySelector('table');
const body = root.querySelector('tbody');
const none = root.querySelector('.none');
const save = root.querySelector('details');
const status = root.querySelector(':scope > [role=status]');
const filters = new FilterBar(root.querySelector('.bar'), {
  feed,
  items: feed.contacts,
  facets: ['sector', 'region'],
  open: ['sector', 'region'],
  what: 'je sector, organisatie of contactpersoon',
  result: (count) => `${count} contactperso${count === 1 ? 'on' : 'nen'}`,
  searched: ({ organisation, name, role, email, phone }) => [organisation, name, role ?? '', email, phone ?? ''],
  change: update,
});

function update() {
  rows = filters.apply();
  filters.say(rows.length);
  show();
}

/** What a contact is sorted by; people by surname. */
function keyOf(contact) {
  const { column } = state;
  if (column === 'sector' || column === 'region') return names(feed, column, contact[`${column}s`]).join(' ');
  return column === 'name' ? contact.name.replace(/^(\S+) ((?:van|de|der|den) )*(.*)$/, '$3, $1 $2') : contact[column];
}

function sorted() {
  if (!state.column) return rows;
  const sign = state.descending ? -1 : 1;
  return rows
    .map((contact) => [keyOf(contact), contact])
    .sort(([a], [b]) => (a && b ? sign * collator.compare(a, b) : Number(!a) - Number(!b)))
    .map(([, contact]) => contact);
}

/** The first rows at once, the rest of the page a moment later. */
function show() {
  clearTimeout(timer);
  const list = sorted();
  const needles = filters.needles;
  const html = (from, to) =>
    list
      .slice(from, to)
      .map((contact) => row(contact, needles))
      .join('');
  table.hidden = !list.length;
  body.innerHTML = html(0, FIRST);
  none.innerHTML = list.length ? '' : empty();
  save.hidden = !list.length;
  if (near && list.length) save.querySelector('.ways').innerHTML = ways(list.length);
  const more = list.length - state.count;
  const steps = more > PAGE ? [PAGE, more] : [more];
  if (more > 0)
    none.innerHTML = steps
      .map((count) => `<button class="button quiet more" type="button" data-count="${count}">Toon ${count} meer</button>`)
      .join('');
  if (list.length > FIRST) timer = setTimeout(() => body.insertAdjacentHTML('beforeend', html(FIRST, state.count)), MOMENT);
}

const PAPERS = '<path d="M7 7h10v10H7zM13 7V3H3v10h4"/>';
function ways(count) {
  const emails = `${count} e-mailadres${count === 1 ? '' : 'sen'}`;
  const about =
    count === 1 ? 'Je bewaart de contactpersoon die je nu ziet.' : `Je bewaart deze ${count} contactpersonen, in deze volgorde.`;
  return `<p class="text">${about}</p><ul class="plain row"><li><button class="link-button" type="button">Voor je adresboek (vCard)</button></li>
    <li><button class="link-button" type="button">Als tabel voor Excel (CSV)</button></li>
    <li class="row">${emails} <button class="link-button" type="button">${icon('check').replace(/<path.*?>/, PAPERS)}<span>Kopieer</span><span class="visually-hidden"> ${emails}</span>
      <span class="after" aria-hidden="true">${icon('check')}<span>Gekopieerd</span></span></button></li></ul>`;
}

/** The buttons beside an address. */
function tools(email) {
  return `<button class="copy" type="button" aria-label="Kopieer ${escape(email)}" title="Kopieer ${escape(email)}"></button><button class="keep" type="button" aria-label="Bewaar als contact" title="Bewaar als contact"></button>`;
}

function empty() {
  return `<div class="empty stack"><p>We vinden geen contactpersoon voor ‘${escape(filters.text.trim())}’.</p>
    <button class="button quiet" type="button">Wis alle filters</button>
    <p>Mail je vraag dan naar <a class="email" href="mailto:${feed.email}">${feed.email}</a>.</p></div>`;
}

/** The text with what was searched for marked in it. */
function marked(text, needles) {
  if (!needles.length) return escape(text);
  return escape(text).replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
    const plain = normalise(word);
    const length = Math.max(0, ...needles.map((needle) => (plain.startsWith(needle) ? needle.length : 0)));
    return length ? `<mark>${word.slice(0, length)}</mark>${word.slice(length)}` : word;
  });
}

function row({ organisation, name, role = '', sectors, regions, email, phone, checked }, needles) {
  const mark = (text) => marked(text, needles);
  const at = email.indexOf('@');
  return `<tr><th scope="row" dir="auto">${mark(organisation)}</th><td class="name" dir="auto">${mark(name)}</td><td class="role" dir="auto">${mark(role)}</td><td class="sector" dir="auto">${
    sectors.length ? mark(labels('sector', sectors, needles)) : 'Alle sectoren'
  }</td><td class="region" dir="auto">${regions.length ? mark(labels('region', regions, needles)) : 'Alle regio’s'}</td><td class="email" dir="auto"><span class="address"><a href="mailto:${escape(email)}">${mark(email.slice(0, at))}<wbr>${mark(
    email.slice(at),
  )}</a>${near ? tools(email) : ''}</span></td><td class="phone" dir="auto">${
    phone ? `<a href="tel:${phone.replaceAll(' ', '')}">${mark(phone)}</a>` : ''
  }</td><td class="checked" dir="auto">${checkedText(checked)}</td></tr>`;
}

/** The names; with the alias that was searched for. */
function labels(facet, ids, needles) {
  const starts = (text, needle) => ` ${normalise(text)}`.includes(` ${needle}`);
  return ids
    .map((id) => {
      const { name, aliases } = feed[`${facet}s`].find((item) => item.id === id);
      const alias = aliases.find((other) => needles.some((needle) => starts(other, needle) && !starts(name, needle)));
      return alias ? `${name} (${alias})` : name;
    })
    .join(', ');
}

function checkedText(checked) {
  const [year, monthOf = 12, day] = checked.split('-').map(Number);
  const date = new Date(year, monthOf - 1, day ?? 1);
  const text = day ? `op ${fullDate(date)}` : `in ${checked.length > 4 ? month(date) : year}`;
  const end = new Date(year, day ? monthOf - 1 : monthOf, day ?? 1);
  const months = (now.getFullYear() - end.getFullYear()) * 12 + now.getMonth() - end.getMonth() - (now.getDate() < end.getDate() ? 1 : 0);
  return months >= 12 ? `${text} <span class="stale">mogelijk verouderd</span>` : text;
}

root.querySelector('thead').addEventListener('click', ({ target }) => {
  const column = target.closest('button')?.dataset.column;
  if (!column) return;
  if (state.column !== column) Object.assign(state, { column, descending: false });
  else if (!state.descending) state.descending = true;
  else Object.assign(state, { column: '', descending: false });
  for (const header of root.querySelectorAll('thead th')) {
    const own = header.classList.contains(state.column);
    header.ariaSort = own ? (state.descending ? 'descending' : 'ascending') : null;
    header.querySelector('svg').outerHTML = icon(own ? (state.descending ? 'down' : 'up') : 'sort');
  }
  status.textContent = `Gesorteerd: ${state.column ? `${COLUMNS[state.column]}, ${state.descending ? 'Z tot A' : 'A tot Z'}` : 'Vaste volgorde'}`;
  show();
});
none.addEventListener('click', ({ target }) => {
  if (target.matches('.more')) {
    state.count += Number(target.dataset.count);
    show();
  } else if (target.matches('button')) filters.line.querySelector('[data-key=""], button')?.click();
});

root.addEventListener(
  'pointerover',
  () => {
    near = true;
    show();
  },
  { once: true },
);

update();
