// What programs that fill in forms see of ours, which stands in a shadow root: Chromium's own autofill, driven by its debugging protocol
// with an address as a user has saved one; and what a program finds that walks through open shadow roots, as password managers do.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inEachBrowser, page, site, TODAY, until } from './support.mjs';

const feed = {
  meedoen: 1,
  sectors: [
    { id: 'po', name: 'Primair onderwijs' },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  sessions: [{ id: 'sessie', title: 'Een voorbeeldsessie', start: '2021-10-04T09:30' }],
  join: {
    action: '/join',
    purposes: [{ id: 'nieuws', text: 'Stuur me nieuws.' }],
    fields: ['name', 'email', 'organisation', 'role', 'phone', 'sector', 'message', 'invite'].map((name) => ({ name })),
  },
};
const saved = {
  NAME_FULL: 'Voorbeeld van der Voorbeeld',
  EMAIL_ADDRESS: 'naam@example.org',
  COMPANY_NAME: 'Voorbeeldschool',
  PHONE_HOME_WHOLE_NUMBER: '+31201234567',
};

describe('filling in by programs', () => {
  inEachBrowser('the form', ({ name: browser, visit }) => {
    const open = async () => {
      const bodies = [];
      const host = await site({
        '/feed.json': JSON.stringify(feed),
        '/': page(`<meedoen-join-form src="/feed.json" today="${TODAY}"></meedoen-join-form>`),
        '/join': (request, response) => {
          let text = '';
          request.on('data', (piece) => (text += piece));
          request.on('end', () => (bodies.push(JSON.parse(text)), response.end('{}')));
        },
      });
      const view = await visit(host.origin);
      await view.all('ready');
      const inForm = (...given) => view.within('meedoen-join-form', ...given);
      return { view, bodies, inForm };
    };

    it('shows a program that looks into open shadow roots one form, with names, types, labels and tokens', async () => {
      const { inForm } = await open();
      const seen = await inForm(`
        return [...root.querySelector('form').elements]
          .filter(({ type }) => /^(text|email|tel|select-one|textarea)$/.test(type))
          .map((input) => [input.name, input.type, input.labels[0]?.innerText.trim() ?? '', input.getAttribute('autocomplete') ?? ''].join(' | '));`);
      assert.deepEqual(seen, [
        'name | text | Je naam (niet verplicht) | name',
        'email | email | Je e-mailadres op je werk (niet verplicht) | email',
        'organisation | text | Je organisatie (niet verplicht) | organization',
        'role | text | Je functie (niet verplicht) | organization-title',
        'phone | tel | Je telefoonnummer (niet verplicht) | tel',
        'sector | select-one | Je sector (niet verplicht) | ',
        'message | textarea | Wat wil je leren van anderen? (niet verplicht) | ',
        // out of sight and out of reach; asked to be left alone
        'extra | text |  | off',
      ]);
      assert.equal(await inForm(`return root.mode`), 'open');
    });

    // the protocol for it is Chromium's
    if (browser !== 'chromium') return;

    it('is named for who can’t see it, each field once', async () => {
      const { view } = await open();
      const cdp = await view.page.createCDPSession();
      const { nodes } = await cdp.send('Accessibility.getFullAXTree');
      const named = nodes
        .filter(({ role, ignored }) => !ignored && ['textbox', 'combobox', 'checkbox'].includes(role?.value))
        .map(({ role, name }) => `${role.value}: ${name.value}`);
      assert.deepEqual(named, [
        'textbox: Je naam (niet verplicht)',
        'textbox: Je e-mailadres op je werk (niet verplicht)',
        'textbox: Je organisatie (niet verplicht)',
        'textbox: Je functie (niet verplicht)',
        'textbox: Je telefoonnummer (niet verplicht)',
        'combobox: Je sector (niet verplicht)',
        'textbox: Wat wil je leren van anderen? (niet verplicht)',
        'checkbox: Nodig me uit voor de eerstvolgende sessie: Een voorbeeldsessie, 4 oktober 2021 (niet verplicht)',
        'checkbox: Stuur me nieuws.',
      ]);
    });

    it('is filled in by Chromium from a saved address, by its tokens; the field nobody sees is left alone', async () => {
      const { view, inForm, bodies } = await open();
      const cdp = await view.page.createCDPSession();
      await cdp.send('DOM.enable');
      await cdp.send('Autofill.enable');
      const filled = new Promise((resolve) => cdp.once('Autofill.addressFormFilled', ({ filledFields }) => resolve(filledFields)));
      const expression = `document.querySelector('meedoen-join-form').shadowRoot.querySelector('[name=name]')`;
      const { result } = await cdp.send('Runtime.evaluate', { expression });
      const { node } = await cdp.send('DOM.describeNode', { objectId: result.objectId });
      const fields = Object.entries(saved).map(([name, value]) => ({ name, value }));
      await cdp.send('Autofill.trigger', { fieldId: node.backendNodeId, address: { fields } });
      const by = Object.fromEntries((await filled).map(({ name, value, fillingStrategy }) => [name, value && fillingStrategy]));
      for (const name of ['name', 'email', 'organisation', 'phone']) assert.equal(by[name], 'autocompleteAttribute', name);
      assert.equal(by.extra, '');
      await until(() => inForm(`return root.querySelector('[name=email]').value`), 'nothing was filled in');
      assert.ok(await view.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))), 'leaving would lose it');
      await inForm(`root.querySelector('[type=submit]').click()`);
      await until(() => bodies.length, 'it was not sent');
      const [{ name, email, organisation, phone, extra }] = bodies;
      assert.deepEqual(
        { name, email, organisation, phone: phone.replace(/\D/g, '').slice(-9), extra },
        { name: saved.NAME_FULL, email: saved.EMAIL_ADDRESS, organisation: saved.COMPANY_NAME, phone: '201234567', extra: undefined },
      );
    });
  });
});
