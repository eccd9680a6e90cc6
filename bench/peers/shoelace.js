// Shoelace: the same fields from its form controls.
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import '@shoelace-style/shoelace/dist/components/option/option.js';
import '@shoelace-style/shoelace/dist/components/select/select.js';
import '@shoelace-style/shoelace/dist/components/textarea/textarea.js';
import '@shoelace-style/shoelace/dist/themes/light.css';
import { shown, start } from './page.js';

const { root, feed } = await start();
const input = (name, label, more = '') => `<sl-input name="${name}" label="${label}" ${more}></sl-input>`;
const select = (name, label, list) =>
  `<sl-select name="${name}" label="${label}">${list.map(({ id, name: text }) => `<sl-option value="${id}">${text}</sl-option>`).join('')}</sl-select>`;
const check = (name, value, text) => `<sl-checkbox name="${name}" value="${value}">${text}</sl-checkbox><br>`;
root.innerHTML = `<h2>Sluit je aan bij het netwerk</h2><form>
  ${input('name', 'Je naam', 'required')}${input('email', 'Je e-mailadres op je werk', 'type="email" required')}${input('organisation', 'Je organisatie', 'required')}
  ${input('role', 'Je functie')}${select('sector', 'Je sector', feed.sectors)}${select('region', 'Je regio', feed.regions)}
  <fieldset><legend>Waar wil je meer over weten?</legend>${feed.themes.map(({ id, name }) => check('needs', id, name)).join('')}</fieldset>
  <sl-textarea name="message" label="Wat wil je leren van anderen?" help-text="Noem geen namen of gezondheidsgegevens."></sl-textarea>
  <sl-textarea name="offer" label="Wat kun je anderen bieden?"></sl-textarea>${input('source', 'Hoe ken je ons?')}
  ${check('invite', 'true', 'Nodig me uit voor de eerstvolgende sessie')}
  ${feed.join.purposes.map(({ id, text }) => check('purposes', id, text)).join('')}
  <sl-button type="submit" variant="primary">Sluit je aan</sl-button></form>`;
await Promise.all(
  [...root.querySelectorAll('sl-input, sl-select, sl-checkbox, sl-textarea, sl-button')].map((element) => element.updateComplete),
);
shown(root);
