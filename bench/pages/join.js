// The join form made by hand: fields from a list, checked when it is sent.
import { escape, fullDate, start } from './shared.js';

const OPTIONAL = ' <span class="optional">(niet verplicht)</span>';
const { root, feed, now } = await start();

const next = feed.sessions
  .filter(({ start, status, registration }) => start.length > 7 && new Date(start) > now && status !== 'cancelled' && !registration?.full)
  .sort((a, b) => new Date(a.start) - new Date(b.start))[0];

const choices = (list) =>
  `<option value="">Maak een keuze</option>${list.map(({ id, name }) => `<option value="${id}">${escape(name)}</option>`).join('')}`;
const label = (name, text, required) => `<label for="f-${name}"><span>${text}</span>${required ? '' : OPTIONAL}</label>`;
const input = (name, text, { required = false, type = 'text', autocomplete = '' } = {}) =>
  `<div class="field">${label(name, text, required)}<input id="f-${name}" name="${name}" type="${type}" aria-required="${required}"${autocomplete && ` autocomplete="${autocomplete}"`}></div>`;
const select = (name, text, list) =>
  `<div class="field">${label(name, text)}<select id="f-${name}" name="${name}" aria-required="false">${choices(list)}</select></div>`;
const long = (name, text, hint) =>
  `<div class="field">${label(name, text)}${hint ? `<p class="hint" id="f-${name}-hint">${hint}</p>` : ''}<textarea id="f-${name}" name="${name}" rows="5" aria-required="false"${hint ? ` aria-describedby="f-${name}-hint"` : ''}></textarea></div>`;
const check = (name, value, text) =>
  `<label class="check"><input type="checkbox" name="${name}" value="${value}"><span>${text}</span></label>`;

root.innerHTML = `<div class="join"><h2 class="title">Sluit je aan bij het netwerk</h2>
  <form novalidate aria-label="Sluit je aan"><div class="errors"></div><p>Vul alles in. Als iets niet verplicht is, staat dat erbij.</p>
    ${input('name', 'Je naam', { required: true, autocomplete: 'name' })}
    ${input('email', 'Je e-mailadres op je werk', { required: true, type: 'email', autocomplete: 'email' })}
    ${input('organisation', 'Je organisatie', { required: true, autocomplete: 'organization' })}
    ${input('role', 'Je functie', { autocomplete: 'organization-title' })}
    ${select('sector', 'Je sector', feed.sectors)}${select('region', 'Je regio', feed.regions)}
    <fieldset class="field"><legend><span>Waar wil je meer over weten?</span>${OPTIONAL}</legend><div class="needs">${feed.themes.map(({ id, name }) => check('needs', id, escape(name))).join('')}</div></fieldset>
    ${long('message', 'Wat wil je leren van anderen?', 'Noem geen namen of gezondheidsgegevens.')}
    ${long('offer', 'Wat kun je anderen bieden?')}${input('source', 'Hoe ken je ons?')}
    <div class="field">${check('invite', 'true', `<span>Nodig me uit voor de eerstvolgende sessie</span>: <strong>${escape(next.title)}, ${fullDate(new Date(next.start))}</strong>${OPTIONAL}`)}</div>
    <fieldset class="field"><legend>Waarvoor mogen we je gegevens nog meer gebruiken?${OPTIONAL}</legend><div class="purposes">${feed.join.purposes
      .map(({ id, text }) => check('purposes', id, escape(text)))
      .join('')}</div></fieldset>
    <div class="visually-hidden" aria-hidden="true"><input name="extra" tabindex="-1" autocomplete="off"></div>
    <p><a href="${escape(feed.join.privacy)}">Lees hoe we met je gegevens omgaan</a></p>
    <p><button class="button" type="submit">Sluit je aan</button></p>
  </form></div>`;
const form = root.querySelector('form');
const errors = root.querySelector('.errors');

const problemOf = ({ name, type, value, ariaRequired, labels }) => {
  const text = value.trim();
  if (!text && ariaRequired === 'true') {
    const words = labels[0].firstChild.textContent;
    return `Vul ${words[0].toLowerCase()}${words.slice(1)} in`;
  }
  return text && type === 'email' && name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@,]+$/.test(text)
    ? 'Vul een e-mailadres in zoals naam@voorbeeld.nl'
    : '';
};

function mark(field) {
  const text = problemOf(field);
  const box = field.closest('.field');
  box.classList.toggle('bad', !!text);
  box.querySelector('.error')?.remove();
  field.ariaInvalid = text ? 'true' : null;
  if (text) {
    field.insertAdjacentHTML('beforebegin', `<p class="error" id="f-${field.name}-error">${text}</p>`);
    field.setAttribute('aria-describedby', `f-${field.name}-error`);
  } else field.removeAttribute('aria-describedby');
  return text;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const wrong = [...form.querySelectorAll('[aria-required=true]')].map((field) => [field.name, mark(field)]).filter(([, text]) => text);
  if (!wrong.length) {
    const { join } = feed;
    void fetch(join.action, { method: 'POST', body: new FormData(form) });
    return;
  }
  errors.innerHTML = `<div class="summary stack"><h3 class="summary-title" tabindex="-1">Kijk dit nog even na</h3><ul class="plain">${wrong
    .map(([name, text]) => `<li><a href="#f-${name}">${text}</a></li>`)
    .join('')}</ul></div>`;
  errors.querySelector('h3').focus();
});
form.addEventListener('change', ({ target }) => {
  if (!target.closest('.bad')) return;
  mark(target);
  const link = errors.querySelector(`[href="#f-${target.name}"]`);
  if (!target.closest('.bad')) link?.parentElement.remove();
  if (!errors.querySelector('li')) errors.innerHTML = '';
});
