// Grid.js: its own search and sorting; a choice of sector of the page's own that gives it other rows.
import { Grid, h } from 'gridjs';
import 'gridjs/dist/theme/mermaid.css';
import { cellsOf, COLUMNS, PAGE, shown, start } from './page.js';

const { root, feed } = await start();
root.innerHTML = `<p><select name="sector" aria-label="Sector"><option value="">Alle sectoren</option>${feed.sectors
  .map(({ id, name }) => `<option value="${id}">${name}</option>`)
  .join('')}</select> <button class="sort" type="button">Sorteer</button></p><div class="grid-place"></div>`;
const cells = cellsOf(feed);
const rows = (sector) => feed.contacts.filter(({ sectors }) => !sector || sectors.includes(sector)).map(cells);
const grid = new Grid({
  columns: COLUMNS.map((name) => ({
    name,
    ...(name === 'E-mail' && { formatter: (email) => h('a', { href: `mailto:${email}` }, email) }),
  })),
  data: rows(''),
  search: { debounceTimeout: 0 },
  sort: true,
  ...(feed.contacts.length > PAGE && { pagination: { limit: PAGE } }),
});
grid.render(root.querySelector('.grid-place'));
root.querySelector('.sort').addEventListener('click', () => root.querySelector('.gridjs-sort').click());

// it says that it is ready before it is
const ready = () => {
  const field = root.querySelector('.gridjs-search-input');
  if (!field || !root.querySelector('tbody td a')) return void requestAnimationFrame(ready);
  field.name = 'text';
  shown(root);
};
ready();

root.querySelector('select').addEventListener('change', ({ target }) => {
  grid.updateConfig({ data: rows(target.value) }).forceRender();
  ready();
});
