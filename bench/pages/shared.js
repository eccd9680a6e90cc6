// What the hand-made pages share: escaping, searching, dates in Dutch and the bar with search field and filters. Written as one would for
// a site of one's own: strings of HTML, events where they are, Intl for dates, nothing checked in a feed that is one's own.

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

export const dotted = (words) => words.filter(Boolean).join(' · ');
export const people = (list) =>
  list
    .map(
      ({ name, role, organisation }) =>
        `<li><strong>${escape(name)}</strong>, ${escape([role, organisation].filter(Boolean).join(', '))}</li>`,
    )
    .join('');

const PATHS = {
  close: 'M4 4l12 12M16 4L4 16',
  previous: 'M12 3l-7 7 7 7',
  next: 'M8 3l7 7-7 7',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  sort: 'M6 7l4-4 4 4M6 13l4 4 4-4',
  check: 'M4 11l4 4 8-10',
};
export const icon = (name) =>
  `<svg class="icon" viewBox="0 0 20 20" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;

/** Where the page is shown, what it shows and when "now" is. */
export async function start() {
  const root = document.querySelector('#app');
  const { src, now } = root.dataset;
  const feed = await (await fetch(src)).json();
  return { root, feed, now: new Date(now) };
}

// dates, on the clock of the network
const date = (options) => {
  const format = new Intl.DateTimeFormat('nl-NL', options);
  return (value) => format.format(value);
};
export const weekday = /*#__PURE__*/ date({ weekday: 'long' });
export const shortWeekday = /*#__PURE__*/ date({ weekday: 'short' });
export const month = /*#__PURE__*/ date({ month: 'long', year: 'numeric' });
export const fullDate = /*#__PURE__*/ date({ day: 'numeric', month: 'long', year: 'numeric' });
export const fullDay = /*#__PURE__*/ date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const time = (value) => `${value.getHours()}.${String(value.getMinutes()).padStart(2, '0')}`;
export const isoMonth = (value) => `${value.getFullYear()}-${String(value.getMonth() + 1).padStart(2, '0')}`;

export const normalise = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** All running text in an item: what is searched. */
function textsOf(value, found = []) {
  if (typeof value === 'string') found.push(value);
  else if (value && typeof value === 'object') for (const part of Object.values(value)) textsOf(part, found);
  return found;
}

export const names = (feed, facet, ids) => {
  const list = feed[`${facet}s`];
  return ids.map((id) => list.find((item) => item.id === id)?.name ?? id);
};

const LABELS = { sector: ['Sector', 'Alle sectoren'], theme: ['Thema', 'Alle thema’s'], region: ['Regio', 'Alle regio’s'] };

/** The search field and the filters over a list: counts that follow the other filters, chips to take one back, the result said. */
export class FilterBar {
  /**
   * @param facets which of sector, theme and region there are
   * @param open facets of which an item that names none is in all
   * @param searched gives what is searched in an item; all its texts unless told otherwise
   */
  constructor(root, { feed, items, facets, what, result, open = [], extra = '', change, searched = textsOf }) {
    Object.assign(this, { root, feed, facets, result, open, change, options: {} });
    this.text = '';
    this.chosen = { sector: '', theme: '', region: '' };
    this.searched = (item) => {
      const about = facets.flatMap((facet) => (item[`${facet}s`] ?? []).map((id) => feed[`${facet}s`].find((one) => one.id === id)));
      item.searchText ??= ` ${normalise([...textsOf(about), ...searched(item)].join(' '))}`;
      return item.searchText;
    };
    root.innerHTML = `<div class="filter-bar" role="search" aria-label="Zoek ${what}">
        <div class="filter search"><label for="search">Zoek ${what}</label><input id="search" name="text" type="search" autocomplete="off" enterkeyhint="search"></div>
        ${facets
          .map(
            (facet) => `<div class="filter"><label for="${facet}">${LABELS[facet][0]}</label><select id="${facet}" name="${facet}">
            </select></div>`,
          )
          .join('')}${extra}
      </div>
      <p class="filter-result row meta"></p>
      <p class="visually-hidden" role="status"></p>`;
    this.bar = root.querySelector('.filter-bar');
    this.line = root.querySelector('.filter-result');
    this.status = root.querySelector('[role=status]');
    this.offer(items);
    this.bar.addEventListener('input', ({ target }) => {
      if (target.name === 'text') this.set('text', target.value);
    });
    this.bar.addEventListener('change', ({ target }) => {
      if (facets.includes(target.name)) this.set(target.name, target.value);
    });
    this.line.addEventListener('click', ({ target }) => {
      const key = target.closest('button')?.dataset.key;
      if (key === undefined) return;
      for (const one of key ? [key] : ['text', ...facets]) {
        this.bar.querySelector(`[name=${one}]`).value = '';
        this.set(one, '', false);
      }
      this.change();
      this.bar.querySelector(`[name=${key || 'text'}]`).focus();
    });
  }

  /** Chooses from these items from now on. */
  offer(items) {
    this.items = items;
    for (const facet of this.facets) {
      const used = new Set(items.flatMap((item) => item[`${facet}s`] ?? [])).add(this.chosen[facet]);
      this.options[facet] = this.feed[`${facet}s`].filter(({ id }) => used.has(id));
      const select = this.bar.querySelector(`[name=${facet}]`);
      select.innerHTML = `<option value="">${LABELS[facet][1]}</option>${this.options[facet].map(({ id }) => `<option value="${id}"></option>`).join('')}`;
      select.value = this.chosen[facet];
    }
  }

  set(key, value, tell = true) {
    if (key === 'text') this.text = value;
    else this.chosen[key] = value;
    if (tell) this.change();
  }

  get needles() {
    const text = normalise(this.text);
    return text ? text.split(' ') : [];
  }

  has(item, facet) {
    const id = this.chosen[facet];
    const ids = item[`${facet}s`];
    return !id || (ids.length ? ids.includes(id) : this.open.includes(facet));
  }

  /** What the search and the filters leave; brings the counts up to date. */
  apply() {
    const { facets, needles } = this;
    const matching = needles.length
      ? this.items.filter((item) => {
          const text = this.searched(item);
          return needles.every((needle) => text.includes(` ${needle}`));
        })
      : this.items;
    for (const facet of facets) {
      const others = facets.filter((other) => other !== facet);
      const counts = new Map();
      let everywhere = 0;
      for (const item of matching) {
        if (!others.every((other) => this.has(item, other))) continue;
        const ids = item[`${facet}s`];
        for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
        if (!ids.length && this.open.includes(facet)) everywhere++;
      }
      const options = this.bar.querySelector(`[name=${facet}]`).options;
      this.options[facet].forEach(({ id, name }, at) => {
        const count = (counts.get(id) ?? 0) + everywhere;
        options[at + 1].textContent = `${name} (${count})`;
        options[at + 1].disabled = !count && id !== this.chosen[facet];
      });
    }
    return matching.filter((item) => facets.every((facet) => this.has(item, facet)));
  }

  /** Says how many there are, and what can be undone. */
  /** @param result other words for it than the usual */
  say(count, result = this.result(count)) {
    const chips = this.facets
      .filter((facet) => this.chosen[facet])
      .map((facet) => [facet, this.options[facet].find(({ id }) => id === this.chosen[facet]).name]);
    if (this.text.trim()) chips.unshift(['text', `‘${this.text.trim()}’`]);
    this.line.innerHTML = `<span>${result}</span>${chips
      .map(
        ([key, name]) =>
          `<button class="link-button" type="button" data-key="${key}" aria-label="Verwijder filter ${escape(name)}">${escape(name)}${icon('close')}</button>`,
      )
      .join('')}${chips.length > 1 ? '<button class="link-button" type="button" data-key="">Wis alle filters</button>' : ''}`;
    clearTimeout(this.timer);
    if (this.said && this.said !== result) this.timer = setTimeout(() => (this.status.textContent = result), 700);
    this.said = result;
  }
}
