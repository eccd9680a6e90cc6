// DataTables: its own search and sorting; a choice of sector of the page's own on its column.
import DataTable from 'datatables.net-dt';
import 'datatables.net-dt/css/dataTables.dataTables.css';
import { cellsOf, COLUMNS, PAGE, shown, start } from './page.js';

const { root, feed } = await start();
root.innerHTML = `<p><select name="sector" aria-label="Sector"><option value="">Alle sectoren</option>${feed.sectors
  .map(({ id, name }) => `<option value="${id}">${name}</option>`)
  .join('')}</select> <button class="sort" type="button">Sorteer</button></p><table></table>`;
const table = new DataTable(root.querySelector('table'), {
  data: feed.contacts.map(cellsOf(feed)),
  columns: COLUMNS.map((title) => ({ title, ...(title === 'E-mail' && { render: (email) => `<a href="mailto:${email}">${email}</a>` }) })),
  order: [],
  paging: feed.contacts.length > PAGE,
  pageLength: PAGE,
});
root.querySelector('input[type=search]').name = 'text';
let descending = true;
root.querySelector('.sort').addEventListener('click', () => {
  descending = !descending;
  table.order([[0, descending ? 'desc' : 'asc']]).draw();
});
root.querySelector('select').addEventListener('change', ({ target }) => {
  const name = feed.sectors.find(({ id }) => id === target.value)?.name ?? '';
  table.column(3).search(name).draw();
});
shown(root);
