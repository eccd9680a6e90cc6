// The story list made by hand: cards, search and filters, a dialog to read in.
import { dotted, escape, FilterBar, icon, names, people, start } from './shared.js';

const PACE = 200;
const PAGE = 12;

const { root, feed } = await start();
const limit = root.dataset.limit === '0' ? Infinity : PAGE;
let stories = [];
let count = limit;
let opener;

root.innerHTML = '<div class="bar"></div><div class="content"></div><dialog aria-labelledby="dialog-title"></dialog>';
const content = root.querySelector('.content');
const dialog = root.querySelector('dialog');
const filters = new FilterBar(root.querySelector('.bar'), {
  feed,
  items: feed.stories,
  facets: ['sector', 'theme', 'region'],
  what: 'een verhaal',
  result: (found) => (found === 1 ? '1 verhaal' : `${found} verhalen`),
  searched: ({ title, organisation, people, lead, quote, body, tips, links }) => [
    title,
    organisation,
    ...people.flatMap(({ name, role }) => [name, role]),
    lead,
    quote.text,
    quote.by,
    body.replace(/<[^>]*>/g, ' '),
    ...tips,
    ...links.map((link) => link.title),
  ],
  change: () => {
    count = limit;
    update();
  },
});

function update() {
  stories = filters.apply();
  filters.say(stories.length);
  show();
}

function show() {
  const left = stories.length - count;
  content.innerHTML = stories.length
    ? `<ul class="plain cards">${stories.slice(0, count).map(card).join('')}</ul>${
        left > 0
          ? `<p class="more row"><button class="button quiet" type="button">Toon ${Math.min(left, PAGE)} meer</button><span class="meta">Je ziet ${count} van de ${stories.length} verhalen.</span></p>`
          : ''
      }`
    : '<p class="empty">Geen verhaal gevonden. Probeer een ander woord of wis een filter.</p>';
}

function meta(story, kind, ...facets) {
  const words = story.body.replace(/<[^>]*>/g, ' ').match(/\S+/g).length;
  const minutes = Math.max(1, Math.round(words / PACE));
  return `<p class="meta">${escape(
    dotted([
      kind,
      ...facets.map((facet) => names(feed, facet, story[`${facet}s`]).join(', ')),
      minutes === 1 ? '1 minuut lezen' : `${minutes} minuten lezen`,
    ]),
  )}</p>`;
}

function card(story) {
  const initials = story.organisation
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join('');
  return `<li><article class="card"><div class="portrait"><span class="initials" aria-hidden="true">${initials}</span></div>
    <div class="card-text" dir="auto">${meta(story, '', 'sector', 'theme')}
      <h2 class="card-title"><button class="card-link" type="button" aria-haspopup="dialog" data-id="${escape(story.id)}">${escape(story.title)}</button></h2>
      <p class="meta">${escape(story.organisation)}</p>
      <p class="lead">${escape(story.lead)}</p>
    </div></article></li>`;
}

/** Shows a story; its body is the site's own HTML. */
function open(story) {
  const at = stories.indexOf(story);
  const step = (to, name) =>
    stories[to]
      ? `<button class="link-button ${name}" type="button" data-id="${escape(stories[to].id)}">${icon(name)}<span><span class="visually-hidden">${name === 'next' ? 'Volgende' : 'Vorige'}: </span>${escape(stories[to].title)}</span></button>`
      : '';
  dialog.innerHTML = `<div class="dialog-bar"><button class="link-button print" type="button">Print</button><button class="link-button close" type="button">Sluit${icon('close')}</button></div>
    <article class="dialog-content" dir="auto">${meta(story, 'Verhaal', 'sector', 'region', 'theme')}
      <h2 class="dialog-title" id="dialog-title" tabindex="-1">${escape(story.title)}</h2>
      <div class="reader"><p><strong>${escape(story.organisation)}</strong></p><p class="reader-lead text">${escape(story.lead)}</p>
        <ul class="plain people" aria-label="Mensen in dit verhaal">${people(story.people)}</ul>
        <figure class="quoted"><blockquote><p>‘${escape(story.quote.text)}’</p></blockquote><figcaption class="meta">${escape(story.quote.by)}</figcaption></figure>
        <div class="body text">${story.body.replaceAll('h2>', 'h3>')}</div>
        <section class="stack"><h3 class="reader-heading">Tips</h3><ul class="plain text tips">${story.tips.map((tip) => `<li>${icon('check')}<span>${escape(tip)}</span></li>`).join('')}</ul><button class="link-button print" type="button">Print de tips</button></section>
        <section class="stack"><h3 class="reader-heading">Meer lezen</h3><ul class="plain links">${story.links
          .map(({ title, url }) => `<li><a href="${escape(url)}">${escape(title)}</a></li>`)
          .join('')}</ul></section>
      </div></article>
    <nav class="dialog-nav row" aria-label="Vorige / Volgende">${step(at - 1, 'previous')}${step(at + 1, 'next')}</nav>`;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector('.dialog-title').focus({ preventScroll: true });
}

root.addEventListener('click', ({ target }) => {
  const link = target.closest('[data-id]') ?? target.closest('.card')?.querySelector('[data-id]');
  if (link) {
    if (!dialog.open) opener = link;
    open(feed.stories.find(({ id }) => id === link.dataset.id));
  } else if (target.closest('.more button')) {
    const before = content.querySelectorAll('.card').length;
    count += PAGE;
    show();
    content.querySelectorAll('.card-link')[before]?.focus();
  } else if (target.closest('.print')) print();
  else if (target.closest('.close')) dialog.close();
});
dialog.addEventListener('close', () => {
  dialog.innerHTML = '';
  opener?.focus({ preventScroll: true });
});

update();
