// The worked examples of docs/join-receivers.md: the real form, in a real browser, before receivers that take, check and answer as their
// makers describe. The feed and the tag of each example are read from that page, so that what stands there works.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../../scripts/bootstrap.mjs';
import { contactForm7, formspree } from './receivers.mjs';
import { inEachBrowser, page, site, TODAY, until } from './support.mjs';

const text = readFileSync(`${root}/docs/join-receivers.md`, 'utf8');
/** What stands in the blocks of code of one chapter, by their language. */
function exampleOf(title) {
  const [, chapter] = new RegExp(`^## ${title}$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text);
  return Object.fromEntries([...chapter.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => [language, code]));
}

/** What every example adds: things to choose, and more than one thing to agree to. */
const base = {
  meedoen: 1,
  language: 'nl',
  sectors: [{ id: 'po', name: 'Primair onderwijs' }],
  themes: [
    { id: 'baancreatie', name: 'Baancreatie', kind: 'topic' },
    { id: 'draagvlak', name: 'Draagvlak', kind: 'topic' },
  ],
  sessions: [{ id: 'sessie', title: 'Een voorbeeldsessie', start: '2021-10-04T09:30' }],
};
const purposes = [
  { id: 'nieuws', text: 'Stuur me nieuws.' },
  { id: 'lijst', text: 'Zet me op de lijst.' },
];

/** The form of an example on a page, before `receiver`: on another site, or the page's own. */
async function open(visit, example, receiver, own = false) {
  const { join } = JSON.parse(example.json);
  const away = new URL(/action="([^"]*)"/.exec(example.html)?.[1] ?? join.action);
  const host = await site({ [away.pathname]: receiver.handle });
  const origin = own ? host.origin : host.other;
  const feed = { ...base, join: { ...join, purposes, action: join.action && `${origin}${away.pathname}${away.search}` } };
  host.routes['/feed.json'] = JSON.stringify(feed);
  const tag = example.html.replaceAll(away.origin, origin).replace(/src="[^"]*"/, `src="/feed.json" today="${TODAY}"`);
  host.routes['/'] = page(tag);
  const view = await visit(host.origin);
  await view.all('ready');
  const inForm = (...given) => view.within('meedoen-join-form', ...given);
  return {
    host,
    action: `${origin}${away.pathname}${away.search}`,
    said: () => inForm(`return root.querySelector('.box').innerText`),
    /** Fills in, ticks everything, and sends. */
    send: (values) =>
      inForm(
        `for (const [name, value] of Object.entries(args[0])) {
          const input = root.querySelector('[name=' + name + ']');
          input.value = value;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }
        for (const box of root.querySelectorAll('[type=checkbox]')) box.checked || box.click();
        root.querySelector('[type=submit]').click();`,
        values,
      ),
    errorAt: (name) => inForm(`return root.getElementById('f-' + args[0] + '-error')?.innerText`, name),
  };
}

const who = { name: 'Voorbeeld', email: 'naam@example.org', organisation: 'Voorbeeldschool', message: 'Hoe begin ik?' };

describe('the worked examples', () => {
  inEachBrowser('a form', ({ visit }) => {
    it('reaches Formspree whole, without code', async () => {
      const receiver = formspree({ required: ['email'], email: ['email'] });
      const form = await open(visit, exampleOf('Formspree'), receiver);
      await form.send(who);
      await until(async () => /Welkom in het netwerk/.test(await form.said()), form.said);
      const [kept] = receiver.kept;
      const all = (name) => kept.filter(([key]) => key === name).map(([, value]) => value.replace(/\r\n/g, '\n'));
      for (const [name, value] of Object.entries(who)) assert.deepEqual(all(name), [value]);
      assert.deepEqual(all('needs'), ['baancreatie', 'draagvlak']);
      assert.deepEqual(all('purposes'), ['Stuur me nieuws.', 'Zet me op de lijst.']);
      assert.deepEqual(all('session'), ['sessie']);
      assert.match(all('idempotency_key')[0], /^[\da-f]{32}$/);
      // no address that it gives is gone to
      assert.deepEqual(form.host.requestsFor('/thanks'), []);
    });

    it('shows what Formspree has against a field at that field, and against the form above it', async () => {
      const receiver = formspree({ required: ['role'], email: ['organisation'] });
      const form = await open(visit, exampleOf('Formspree'), receiver);
      await form.send(who);
      await until(() => form.errorAt('role'), form.said);
      assert.equal(await form.errorAt('role'), 'is required');
      assert.equal(await form.errorAt('organisation'), 'should be an email');
      assert.deepEqual(receiver.kept, []);
      await form.send({ role: 'adviseur', organisation: 'school@example.org' });
      await until(async () => /Welkom in het netwerk/.test(await form.said()), form.said);
      assert.equal(receiver.kept.length, 1);
    });

    it('says that Formspree is too busy, and keeps what was filled in', async () => {
      const receiver = formspree();
      const form = await open(visit, exampleOf('Formspree'), receiver);
      for (let times = 0; times < 20; times++) {
        const body = JSON.stringify({ message: 'Nog een' });
        await fetch(form.action, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body });
      }
      await form.send(who);
      await until(async () => /te druk/.test(await form.said()), form.said);
      assert.match(await form.said(), /Wat je hebt ingevuld, staat er nog/);
    });

    it('does not reach a service that lets no other header through as json, and says that it does not know', async () => {
      const receiver = formspree();
      const example = exampleOf('Formspree');
      const form = await open(visit, { ...example, html: example.html.replace(/encoding="form"/, '') }, receiver);
      await form.send(who);
      await until(async () => /weten niet of/.test(await form.said()), form.said);
      assert.deepEqual(receiver.kept, []);
    });

    /** The form and the mail of that chapter, as an editor puts them in WordPress. */
    const wordpress = () => {
      const example = exampleOf('Contact Form 7 \\(WordPress\\)');
      const tags = {};
      for (const [, type, star, name, more] of example.form.matchAll(/\[(text|email|textarea)(\*?) ([\w-]+)([^\]]*)\]/g))
        tags[name] = { type, required: !!star, maxlength: Number(/maxlength:(\d+)/.exec(more)?.[1] ?? NaN) || undefined };
      return { example, receiver: contactForm7(tags, example.mail) };
    };

    it('reaches Contact Form 7 whole, without code: every field is in its mail', async () => {
      const { example, receiver } = wordpress();
      const form = await open(visit, example, receiver);
      await form.send({ ...who, message: `Hoe begin ik? ${'En dan? '.repeat(300)}`.trim() });
      await until(async () => /Thank you for your message/.test(await form.said()), form.said);
      const [mail] = receiver.sent;
      for (const part of ['Voorbeeld', 'naam@example.org', 'Voorbeeldschool', 'Hoe begin ik?', 'sessie'])
        assert.ok(mail.includes(part), `${part} in ${mail}`);
      assert.match(mail, /baancreatie, draagvlak/);
      assert.match(mail, /Stuur me nieuws\., Zet me op de lijst\./);
      assert.match(mail, /[\da-f]{32}/);
    });

    it('shows what Contact Form 7 has against a field at that field', async () => {
      const { example, receiver } = wordpress();
      const form = await open(visit, example, receiver);
      await form.send({ ...who, organisation: 'x'.repeat(401) });
      await until(() => form.errorAt('organisation'), form.said);
      assert.equal(await form.errorAt('organisation'), 'This field has a too long input.');
      assert.match(await form.said(), /One or more fields have an error/);
      assert.deepEqual(receiver.sent, []);
      await form.send({ organisation: 'Voorbeeldschool' });
      await until(async () => /Thank you for your message/.test(await form.said()), form.said);
      assert.equal(receiver.sent.length, 1);
    });

    for (const [name, change, said] of [
      ['without a unit tag', (html) => html.replace(/\?_wpcf7_unit_tag=\w+/, ''), /There is no valid unit tag/],
      ['as json on its own site', (html) => html.replace(/encoding="form"/, ''), /not supported/],
    ])
      it(`is refused by Contact Form 7 ${name}, and says so`, async () => {
        const { example, receiver } = wordpress();
        const form = await open(visit, { ...example, html: change(example.html) }, receiver, true);
        await form.send(who);
        await until(async () => said.test(await form.said()), form.said);
        assert.deepEqual(receiver.sent, []);
      });
  });
});
