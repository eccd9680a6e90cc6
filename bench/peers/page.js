// What the pages of other libraries share: the feed, and controls of the page's own where a library has none. Enough for the jobs that
// are measured; none of them shows as much as our elements or the pages made by hand.

export async function start() {
  const root = document.querySelector('#app');
  const feed = await (await fetch(root.dataset.src)).json();
  return { root, feed, now: root.dataset.now };
}

/** A search field and a choice of sector above a list; `change` gets the items that answer to both. */
export function controls(root, feed, items, change) {
  root.insertAdjacentHTML(
    'afterbegin',
    `<p class="controls"><input name="text" type="search" aria-label="Zoek"> <select name="sector" aria-label="Sector"><option value="">Alle sectoren</option>${feed.sectors
      .map(({ id, name }) => `<option value="${id}">${name}</option>`)
      .join('')}</select></p>`,
  );
  const bar = root.querySelector('.controls');
  const update = () => {
    const text = bar.querySelector('input').value.toLowerCase();
    const sector = bar.querySelector('select').value;
    change(
      items.filter((item) => (!sector || item.sectors.includes(sector)) && `${item.title} ${item.summary}`.toLowerCase().includes(text)),
    );
  };
  bar.addEventListener('input', update);
  bar.addEventListener('change', ({ target }) => target.matches('select') && update());
  return bar;
}

/** Buttons for the two views and for turning the month, which call the library's own methods. */
export function calendarButtons(bar, { list, month, previous, next }) {
  bar.insertAdjacentHTML(
    'beforeend',
    '<span class="views"><button type="button">Lijst</button><button type="button">Maand</button></span> <button class="step" type="button">Vorige</button><button class="step" type="button">Volgende</button>',
  );
  const press = (button, act) => button.addEventListener('click', act);
  const [first, second] = bar.querySelectorAll('.views button');
  const [back, on] = bar.querySelectorAll('.step');
  press(first, list);
  press(second, month);
  press(back, previous);
  press(on, next);
}

/** Tells the bench that there is something to see. */
export const shown = (root) => (root.dataset.shown = '');

/** An event as calendars know it; a session of which only the month is known is on its first day, as they know no months. */
export const eventOf = ({ id, title, start, end }) => ({
  id,
  title,
  start: start.length === 7 ? `${start}-01` : start,
  end: end ?? (start.length === 7 ? `${start}-02` : start),
  allDay: !start.includes('T'),
});

/** A contact as a row of texts and links. */
export function cellsOf(feed) {
  const names = (facet, ids) => ids.map((id) => feed[facet].find((item) => item.id === id).name).join(', ');
  return ({ organisation, name, role = '', sectors, regions, email, phone = '', checked }) => [
    organisation,
    name,
    role,
    names('sectors', sectors),
    names('regions', regions),
    email,
    phone,
    checked,
  ];
}

export const COLUMNS = ['Organisatie', 'Contactpersoon', 'Functie', 'Sector', 'Regio', 'E-mail', 'Telefoon', 'Gecontroleerd'];
/** As many rows at a time as our table shows. */
export const PAGE = 400;
