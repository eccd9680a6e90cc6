import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import axe from 'axe-core';
import { MeedoenJoinForm } from '../../src/elements/join-form/join-form.ts';
import { MeedoenSessionRegisterEvent } from '../../src/elements/session-calendar/events.ts';
import { commonWords } from '../../src/i18n/common.ts';
import { answerWords } from '../../src/i18n/answers.ts';
import { joinWords } from '../../src/i18n/join.ts';
import { sessionWords } from '../../src/i18n/sessions.ts';
import { define, next, place, settled, textOf, until } from '../define.ts';
import { shownBy, uniqueFeed } from '../unique-feed.ts';

define('meedoen-join-form', MeedoenJoinForm);

/** Gives up soon instead of twenty seconds. */
class HastyForm extends MeedoenJoinForm {
  protected override patience = 400;
}
define('meedoen-join-hasty', HastyForm);

const words = { ...joinWords.nl, ...answerWords.nl };
const sessions = [
  { id: 'geweest', title: 'Vorige keer', start: '2021-09-01' },
  {
    id: 'nu',
    title: 'Baancreatie in de praktijk',
    start: '2021-10-04T09:30',
    end: '2021-10-04T11:00',
    sectors: ['po'],
    attendance: 'online',
  },
  { id: 'later', title: 'Draagvlak', start: '2021-11', sectors: ['vo'] },
  { id: 'vol', title: 'Volle zaal', start: '2021-09-25', registration: { full: true } },
];
const feed = {
  email: 'netwerk@example.org',
  sectors: [
    { id: 'po', name: 'Primair onderwijs' },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  themes: [
    { id: 'baancreatie', name: 'Baancreatie', kind: 'topic' },
    { id: 'draagvlak', name: 'Draagvlak', kind: 'topic' },
  ],
  sessions,
  join: {
    action: 'https://example.org/join',
    privacy: 'https://example.org/privacy',
    purposes: [{ id: 'nieuws', text: 'Stuur me nieuws van het netwerk.' }],
  },
};

type Sent = { url: string; init: RequestInit; body: Record<string, unknown> };
let requests: Sent[];
let respond: () => Promise<Response> | Response;
const real = globalThis.fetch;
const json = (status: number, content: unknown = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(content), { status, headers: { 'content-type': 'application/json', ...headers } });
/** An answer that comes when the test says so. */
const held = (): { answer: (response: Response) => void } => {
  let answer!: (response: Response) => void;
  const response = new Promise<Response>((resolve) => (answer = resolve));
  respond = () => response;
  return { answer };
};

const placeForm = (
  attributes: Record<string, string> = {},
  more: object = {},
  lang = 'nl',
  tag = 'meedoen-join-form',
): Promise<MeedoenJoinForm> => place<MeedoenJoinForm>(tag, { ...feed, ...more }, { today: '2021-09-20', ...attributes }, lang);
const get = <T extends HTMLElement = HTMLElement>(form: MeedoenJoinForm, selector: string): T =>
  form.renderRoot.querySelector<T>(selector)!;
const all = (form: MeedoenJoinForm, selector: string): HTMLElement[] => [...form.renderRoot.querySelectorAll<HTMLElement>(selector)];
const control = (form: MeedoenJoinForm, name: string): HTMLInputElement => get<HTMLInputElement>(form, `[name="${name}"]`);
const type = async (form: MeedoenJoinForm, name: string, value: string): Promise<void> => {
  const input = control(form, name);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await aTimeout(0);
  await form.updateComplete;
};
const tick = async (form: MeedoenJoinForm, name: string): Promise<void> => {
  control(form, name).click();
  await form.updateComplete;
};
const who = { name: 'Voorbeeld', email: 'naam@example.org', organisation: 'Voorbeeldschool' };
const fill = async (form: MeedoenJoinForm, values: Record<string, string> = who): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await type(form, name, value);
};
const button = (form: MeedoenJoinForm): HTMLElement => get(form, '[part~=submit]');
/** Presses the button and waits until there is something to read. */
const send = async (form: MeedoenJoinForm): Promise<void> => {
  button(form).click();
  await form.updateComplete;
  await until(() => get(form, 'form')?.getAttribute('aria-busy') !== 'true', 'it is answered');
  await aTimeout(0);
  await form.updateComplete;
};
/** What has the focus, as text: comparing elements makes a failing test print all of the page. */
const focused = (form: MeedoenJoinForm): string => {
  const element = form.shadowRoot!.activeElement;
  return element ? `${element.localName} ${element.getAttribute('name') ?? element.className}` : 'nothing';
};
const typed = (form: MeedoenJoinForm): (string | boolean)[] =>
  ['name', 'email', 'organisation', 'message'].map((name) => control(form, name).value).concat(String(control(form, 'invite').checked));
/** Whether the browser would ask before leaving the page. */
const warnsOnLeaving = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<meedoen-join-form>', () => {
  beforeEach(() => {
    requests = [];
    respond = () => json(200, { ok: true });
    globalThis.fetch = async (url, init) => {
      const body = init!.body;
      requests.push({
        url: String(url),
        init: init!,
        body: body instanceof FormData ? Object.fromEntries(body) : (JSON.parse(body as string) as Record<string, unknown>),
      });
      return respond();
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  describe('asks', () => {
    it('who you are and what you need, with topics and sectors of the feed', async () => {
      const form = await placeForm();
      const text = textOf(form);
      for (const part of ['Je naam', 'Je e-mailadres op je werk', 'Je organisatie', 'Baancreatie', 'Draagvlak', 'Hoe ken je ons?']) {
        expect(text, part).to.contain(part);
      }
      const options = [...(control(form, 'sector') as unknown as HTMLSelectElement).options].map((option) => option.text);
      expect(options).to.deep.equal([words.choose, 'Primair onderwijs', 'Voortgezet onderwijs']);
    });

    it('marks what is not required and nothing else', async () => {
      const form = await placeForm();
      for (const field of all(form, '.field')) {
        const control = field.querySelector('input,select,textarea')!;
        const required = ['name', 'email', 'organisation'].includes(control.getAttribute('name')!);
        expect(field.textContent.includes(words.optional), control.getAttribute('name')!).to.equal(!required);
        if (field.localName !== 'fieldset' && control.getAttribute('type') !== 'checkbox')
          expect(control.getAttribute('aria-required')).to.equal(String(required));
        expect((control as HTMLInputElement).required, 'no browser bubbles').to.equal(false);
      }
    });

    it('the invitation to the next session by its name and date, and to that of the sector once it is known', async () => {
      const form = await placeForm();
      const invitation = (): string => control(form, 'invite').closest('label')!.innerText.replace(/\s+/g, ' ');
      expect(invitation()).to.contain('Nodig me uit voor de eerstvolgende sessie: Baancreatie in de praktijk, 4 oktober 2021');
      await type(form, 'sector', 'vo');
      expect(invitation()).to.contain('Draagvlak, november 2021');
    });

    it('one unticked box per purpose, in the words of the feed, and links to the privacy statement', async () => {
      const form = await placeForm();
      expect(control(form, 'purposes').checked).to.equal(false);
      expect(control(form, 'invite').checked).to.equal(false);
      expect(control(form, 'purposes').closest('label')!.innerText.trim()).to.equal('Stuur me nieuws van het netwerk.');
      expect(get<HTMLAnchorElement>(form, 'a[href*=privacy]').innerText).to.equal(words.privacy);
    });

    it('with the words browsers know for filling in, and none that they don’t', async () => {
      const form = await placeForm();
      const tokens = all(form, 'input[autocomplete]').map((input) => [input.getAttribute('name'), input.getAttribute('autocomplete')]);
      expect(tokens).to.deep.equal([
        ['name', 'name'],
        ['email', 'email'],
        ['organisation', 'organization'],
        ['role', 'organization-title'],
        ['extra', 'off'],
      ]);
      expect(control(form, 'email').type).to.equal('email');
    });

    it('only the sectors of its attribute, and makes the only choice there is', async () => {
      const form = await placeForm({ sector: 'vo' });
      const select = control(form, 'sector') as unknown as HTMLSelectElement;
      expect([...select.options].map(({ value }) => value)).to.deep.equal(['', 'vo']);
      expect(select.value).to.equal('vo');
    });

    it('what the feed says, in its order and its words', async () => {
      const fields = [{ name: 'message', label: 'Waarom doe je mee?', hint: 'In een zin', required: true }, { name: 'email' }];
      const form = await placeForm({}, { join: { ...feed.join, title: 'Doe mee', intro: 'Welkom!', fields } });
      expect(textOf(form)).to.match(/^Doe mee Welkom! .*Waarom doe je mee\? In een zin Je e-mailadres op je werk \(niet verplicht\)/);
      await send(form);
      expect(textOf(form)).to.contain('Vul in: Waarom doe je mee?');
    });

    it('everything that the feed has for a form', async () => {
      const unique = uniqueFeed();
      const form = await place<MeedoenJoinForm>('meedoen-join-form', unique.feed, { today: '2021-09-20' });
      const shown = shownBy(form);
      const missing = [...unique.words].filter(([path, word]) => path.startsWith('join.') && !shown.includes(word)).map(([path]) => path);
      // where it goes; and fields without a name, which the feed's rules drop (see the test above)
      expect(missing.filter((path) => path !== 'join.action' && !path.startsWith('join.fields'))).to.deep.equal([]);
      await fill(form);
      await send(form);
      expect(requests[0]!.url).to.equal(unique.words.get('join.action') && `https://example.org/${unique.words.get('join.action')}`);
    });

    it('its default fields without any feed, when it has an action', async () => {
      const form = await fixture<MeedoenJoinForm>(html`<meedoen-join-form action="/join"><a href="/">Naar de site</a></meedoen-join-form>`);
      await settled(form);
      expect(!!control(form, 'name')).to.equal(true);
      expect(get<HTMLSlotElement>(form, 'slot').hidden).to.equal(true);
      await fill(form);
      await send(form);
      expect(requests[0]!.url).to.equal(new URL('/join', document.baseURI).href);
      expect(textOf(form)).to.contain(words.joined.join);
    });

    it('for a tip: who it is, and nothing to agree to', async () => {
      const form = await placeForm({ variant: 'tip' });
      expect(textOf(form)).to.match(/^Ken jij iemand\?/);
      expect(!control(form, 'purposes')).to.equal(true);
      expect(!control(form, 'organisation')).to.equal(true);
    });

    it('which session, when signing up for one that is not known', async () => {
      const form = await placeForm({ variant: 'session' });
      const options = [...(control(form, 'session') as unknown as HTMLSelectElement).options].map(({ text }) => text);
      expect(options).to.deep.equal([words.choose, 'Baancreatie in de praktijk – 4 oktober 2021', 'Draagvlak – november 2021']);
      await fill(form);
      await send(form);
      expect(textOf(form)).to.contain('Kies je sessie');
      await type(form, 'session', control(form, 'session').querySelectorAll('option')[2]!.value);
      await send(form);
      expect(requests[0]!.body).to.include({ variant: 'session', session: 'later' });
      expect(textOf(form)).to.match(/Je bent aangemeld\..*Draagvlak/);
    });

    it('says that a session is full or over and offers the others', async () => {
      const form = await placeForm({ variant: 'session', session: 'vol' });
      expect(textOf(form)).to.contain(`${words.closed} Volle zaal`);
      expect(!!control(form, 'session')).to.equal(true);
    });

    it('nothing when there is no session to sign up for', async () => {
      const form = await placeForm({ variant: 'session' }, { sessions: [] });
      expect(textOf(form)).to.contain(sessionWords.nl.none.upcoming);
      expect(!get(form, 'form')).to.equal(true);
    });

    it('joins where the variant is none it knows', async () => {
      expect(textOf(await placeForm({ variant: 'zomaar' }))).to.match(/^Sluit je aan bij het netwerk/);
    });
  });

  describe('checks', () => {
    it('on submit: says in a summary and at the field what to do, and takes the reader there', async () => {
      const form = await placeForm();
      await type(form, 'email', 'geen-adres');
      expect(all(form, '.error').length, 'nothing before submitting').to.equal(0);
      await send(form);
      expect(requests).to.deep.equal([]);
      expect(focused(form)).to.equal('h3 summary-title');
      const links = all(form, '.summary a');
      expect(links.map((link) => link.innerText)).to.deep.equal(['Vul je naam in', words.emailForm, 'Vul je organisatie in']);
      links[1]!.click();
      await aTimeout(0);
      expect(focused(form)).to.equal('input email');
      expect(location.hash).to.equal('');
    });

    it('ties hint and error to the field', async () => {
      const fields = [{ name: 'name', hint: 'Voor- en achternaam', required: true }];
      const form = await placeForm({}, { join: { ...feed.join, fields } });
      await send(form);
      const input = control(form, 'name');
      const described = input
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => form.shadowRoot!.getElementById(id)!.innerText);
      expect(described).to.deep.equal(['Voor- en achternaam', 'Vul je naam in']);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
    });

    it('looks again at a field when it was put right, and not while it is typed in', async () => {
      const form = await placeForm();
      await send(form);
      const input = control(form, 'name');
      input.value = 'V';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await form.updateComplete;
      expect(all(form, '.error').length).to.equal(3);
      await type(form, 'name', 'Voorbeeld');
      expect(all(form, '.error').map((error) => error.innerText)).to.deep.equal([
        'Vul je e-mailadres op je werk in',
        'Vul je organisatie in',
      ]);
      await type(form, 'name', '');
      expect(all(form, '.error').length).to.equal(3);
    });

    it('moves nothing from under a pointer that is down on the button', async () => {
      const form = await placeForm();
      await send(form);
      await type(form, 'email', who.email);
      await type(form, 'organisation', who.organisation);
      const input = control(form, 'name');
      input.value = 'Voorbeeld';
      const top = button(form).getBoundingClientRect().top;
      button(form).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await aTimeout(30);
      expect(button(form).getBoundingClientRect().top).to.equal(top);
      button(form).dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
      button(form).click();
      await until(() => requests.length, 'it is sent');
      expect(requests).to.have.lengthOf(1);
    });

    it('takes what a password manager filled in without saying so', async () => {
      const form = await placeForm();
      for (const [name, value] of Object.entries(who)) control(form, name).value = value;
      await send(form);
      expect(requests[0]!.body).to.include(who);
    });
  });

  describe('sends', () => {
    it('what was filled in, once, with a key, and no cookies', async () => {
      const form = await placeForm();
      await fill(form, { ...who, sector: 'po', message: 'Hoe begin ik?' });
      await tick(form, 'needs');
      await tick(form, 'purposes');
      await tick(form, 'invite');
      await send(form);
      const [{ url, init, body }] = requests as [Sent];
      expect(requests).to.have.lengthOf(1);
      expect(url).to.equal('https://example.org/join');
      expect(new Headers(init.headers).get('idempotency-key')).to.match(/^"[\da-f]{32}"$/);
      expect(init.credentials).to.equal('omit');
      expect(body).to.deep.equal({
        variant: 'join',
        ...who,
        sector: 'po',
        needs: ['baancreatie'],
        message: 'Hoe begin ik?',
        invite: true,
        session: 'nu',
        purposes: ['Stuur me nieuws van het netwerk.'],
        purpose_ids: ['nieuws'],
        feed: document.baseURI,
        language: 'nl',
        elapsed: body.elapsed,
      });
      expect(body.elapsed).to.be.within(0, 5);
    });

    it('to its own action rather than the feed’s; an action that is none is not used', async () => {
      const urls: string[] = [];
      for (const action of ['/eigen', 'javascript:alert(1)']) {
        const form = await placeForm({ action });
        await fill(form);
        await send(form);
        urls.push(requests.at(-1)!.url);
      }
      expect(urls).to.deep.equal([new URL('/eigen', document.baseURI).href, 'https://example.org/join']);
    });

    it('as a form, with the key in it', async () => {
      const form = await placeForm({ encoding: 'form' });
      await fill(form);
      await send(form);
      expect(requests[0]!.init.body).to.be.instanceOf(FormData);
      expect(requests[0]!.body.idempotency_key).to.match(/^[\da-f]{32}$/);
      expect([...new Headers(requests[0]!.init.headers).keys()]).to.deep.equal(['accept']);
    });

    it('the signals against robots and never drops what they filled in', async () => {
      const form = await placeForm();
      const trap = control(form, 'extra');
      expect(trap.closest('[aria-hidden]')!.getAttribute('aria-hidden')).to.equal('true');
      expect(trap.tabIndex).to.equal(-1);
      await fill(form, { ...who, extra: 'robot' });
      await send(form);
      expect(requests[0]!.body.extra).to.equal('robot');
    });

    it('once, whoever presses how often', async () => {
      const ways: ((form: MeedoenJoinForm) => void)[] = [
        (form) => (button(form).click(), button(form).click()),
        (form) => (get<HTMLFormElement>(form, 'form').requestSubmit(), button(form).click()),
        (form) => (button(form).click(), void Promise.resolve().then(() => button(form).click())),
        (form) => (button(form).click(), void setTimeout(() => get<HTMLFormElement>(form, 'form').requestSubmit(), 10)),
      ];
      for (const press of ways) {
        requests = [];
        const { answer } = held();
        const form = await placeForm();
        await fill(form);
        press(form);
        await until(() => requests.length, 'it is sent');
        await aTimeout(30);
        expect(requests).to.have.lengthOf(1);
        answer(json(200));
        await until(() => textOf(form).includes(words.joined.join), 'it is accepted');
        await aTimeout(20);
        expect(requests).to.have.lengthOf(1);
      }
    });

    it('on Enter in a field, pressed twice', async () => {
      const { answer } = held();
      const form = await placeForm();
      await fill(form);
      control(form, 'name').focus();
      await executeServerCommand('press', 'Enter');
      await executeServerCommand('press', 'Enter');
      await until(() => requests.length, 'it is sent');
      await aTimeout(30);
      expect(requests).to.have.lengthOf(1);
      answer(json(200));
      await aTimeout(20);
    });

    it('says that it is busy, in the button and aloud, and lets nothing be changed meanwhile', async () => {
      const { answer } = held();
      const form = await placeForm();
      await fill(form);
      button(form).focus();
      button(form).click();
      await form.updateComplete;
      expect(get(form, 'form').getAttribute('aria-busy')).to.equal('true');
      expect(button(form).innerText).to.equal('Bezig met versturen…');
      expect(get(form, '[role=status]').innerText).to.equal('Bezig met versturen…');
      expect(get(form, '[role=status]').closest('[aria-busy]') === null, 'heard, so not in what is busy').to.equal(true);
      expect(focused(form)).to.equal('button button');
      expect([control(form, 'name').readOnly, control(form, 'invite').disabled]).to.deep.equal([true, true]);
      answer(json(500));
      await until(() => get(form, '.answer'), 'it is refused');
      expect([control(form, 'name').readOnly, control(form, 'invite').disabled]).to.deep.equal([false, false]);
    });

    it('asks the page first; prevented, the page does it and says so', async () => {
      const form = await placeForm();
      await fill(form);
      let values: unknown;
      form.addEventListener('meedoen-join-submit', (event) => {
        values = event.values;
        event.preventDefault();
      });
      await send(form);
      expect(requests).to.deep.equal([]);
      expect(values).to.include(who);
      expect(control(form, 'name').value).to.equal('Voorbeeld');
      await form.complete('Gelukt!');
      expect(textOf(form)).to.contain('Gelukt!');
      expect(warnsOnLeaving()).to.equal(false);
    });
  });

  describe('loses nothing', () => {
    const failures: Record<string, [() => Promise<Response> | Response, string]> = {
      'a broken connection': [() => Promise.reject(new TypeError('Failed to fetch')), words.refused.unknown],
      silence: [() => new Promise<Response>(() => {}), words.refused.unknown],
      'a log-in page': [() => new Response('<!doctype html><form>', { headers: { 'content-type': 'text/html' } }), words.refused.unknown],
      'a server in trouble': [() => json(500), words.refused.unknown],
      'a refusal with status 200': [() => json(200, { ok: false, message: 'Vandaag niet' }), 'Vandaag niet'],
      'a wrong address': [() => json(404), words.refused.refused],
      'what was there already': [() => json(409), words.refused.known],
      'too much text': [() => json(413), words.refused.large],
      'a crowd, without saying how long': [() => json(429), words.wait('')],
      'a crowd that says how long': [() => json(429, {}, { 'retry-after': '120' }), 'over 2 minuten'],
      'a field that is wrong': [
        () => json(422, { errors: [{ pointer: '#/email', detail: 'Dit adres bestaat niet' }] }),
        'Dit adres bestaat niet',
      ],
    };
    for (const [name, [response, said]] of Object.entries(failures)) {
      it(`to ${name}: says so, keeps every keystroke, and sends the same key again`, async () => {
        respond = response;
        const form = await placeForm({}, {}, 'nl', 'meedoen-join-hasty');
        await fill(form, { ...who, message: 'Een lang verhaal,\nmet regels.' });
        await tick(form, 'invite');
        const before = typed(form);
        await send(form);
        expect(textOf(form)).to.contain(said);
        expect(focused(form)).to.equal('h3 summary-title');
        expect(typed(form)).to.deep.equal(before);
        expect(button(form).innerText).to.equal(commonWords.nl.retry);
        expect(warnsOnLeaving(), 'still unsent').to.equal(true);
        respond = () => json(202);
        await send(form);
        expect(textOf(form)).to.contain(words.joined.join);
        const keys = requests.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
        expect(keys).to.have.lengthOf(2);
        expect(keys[0]).to.equal(keys[1]);
        expect(requests[0]!.body.message).to.equal(requests[1]!.body.message);
        expect(warnsOnLeaving()).to.equal(false);
      });
    }

    it('to a lost connection: sends nothing until it is told to', async () => {
      const form = await placeForm();
      await fill(form);
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      await send(form);
      delete (navigator as { onLine?: boolean }).onLine;
      expect(textOf(form)).to.contain(words.refused.offline);
      dispatchEvent(new Event('online'));
      await aTimeout(30);
      expect(requests).to.deep.equal([]);
      await send(form);
      expect(requests).to.have.lengthOf(1);
    });

    it('shows what the server says of a field at that field, the rest in the summary, and lets it be put right', async () => {
      respond = () =>
        json(422, { title: 'Kijk nog eens', errors: { 'your-mail': ['Dit adres bestaat niet'], iets: 'Te laat ingestuurd' } });
      const form = await placeForm(
        {},
        {
          join: {
            ...feed.join,
            fields: [
              { name: 'name', required: true },
              { name: 'email', as: 'your-mail', required: true },
            ],
          },
        },
      );
      await fill(form, { name: 'Voorbeeld', email: 'a@example.org' });
      await send(form);
      expect(get(form, '#f-email-error').innerText).to.equal('Dit adres bestaat niet');
      expect(get(form, '.summary').innerText).to.contain('Kijk nog eens').and.contain('Te laat ingestuurd');
      expect(all(form, '.summary a').map((link) => link.innerText)).to.deep.equal(['Dit adres bestaat niet']);
      respond = () => json(200);
      await type(form, 'email', 'b@example.org');
      expect(!get(form, '#f-email-error')).to.equal(true);
      await send(form);
      expect(requests[1]!.body).to.include({ 'your-mail': 'b@example.org' });
      expect(textOf(form)).to.contain(words.joined.join);
    });

    it('warns when leaving only while there is something unsent', async () => {
      const form = await placeForm();
      expect(warnsOnLeaving()).to.equal(false);
      await type(form, 'name', 'V');
      expect(warnsOnLeaving()).to.equal(true);
      await type(form, 'name', '');
      expect(warnsOnLeaving()).to.equal(false);
      await type(form, 'name', 'V');
      form.remove();
      expect(warnsOnLeaving()).to.equal(false);
    });

    it('when it is moved, spoken in another language, or its feed goes away', async () => {
      const form = await placeForm();
      await fill(form, { ...who, message: 'Bewaar mij' });
      const before = typed(form);
      const wrapper = form.parentElement!;
      form.remove();
      wrapper.append(form);
      await settled(form);
      expect(typed(form)).to.deep.equal(before);
      wrapper.lang = 'en';
      await until(() => textOf(form).includes('job title'), 'it speaks English');
      expect(typed(form)).to.deep.equal(before);
      form.feed = { meedoen: 1 };
      await aTimeout(20);
      await settled(form);
      expect(control(form, 'message').value).to.equal('Bewaar mij');
    });
  });

  describe('is the invitation', () => {
    it('afterwards: says what happens next, names the session, and takes the focus', async () => {
      const form = await placeForm();
      await fill(form);
      await tick(form, 'invite');
      const joined = next(form, 'meedoen-joined');
      await send(form);
      expect((await joined).session?.id).to.equal('nu');
      expect((await joined).response).to.deep.equal({ ok: true });
      expect(focused(form)).to.equal('h2 title');
      const text = textOf(form);
      for (const part of [
        'Welkom in het netwerk. Je bent uitgenodigd.',
        'Je hoort van ons via naam@example.org',
        'Baancreatie in de praktijk',
        'maandag',
        'oktober 2021',
        '9.30 – 11.00 uur',
      ]) {
        expect(text, part).to.contain(part);
      }
      expect(get(form, '.date b').innerText).to.equal('4');
      expect(get(form, '.add summary').innerText).to.equal(sessionWords.nl.add);
      expect(!get(form, 'form')).to.equal(true);
    });

    it('in the words of the server, when it has any', async () => {
      respond = () => json(201, { message: 'Je krijgt zo een mail.' });
      const form = await placeForm();
      await fill(form);
      await send(form);
      expect(textOf(form)).to.contain('Je krijgt zo een mail.').and.not.contain('Je hoort van ons');
    });

    it('only tells of the next session when no invitation was asked for', async () => {
      const form = await placeForm();
      await fill(form);
      await send(form);
      expect(textOf(form)).to.contain(words.nextSession).and.contain('Baancreatie').and.not.contain(words.invited);
      expect(requests[0]!.body).to.include({ invite: false }).and.not.have.property('session');
    });

    it('names the zone and the visitor’s own time of a session elsewhere', async () => {
      const [zone, start] =
        Intl.DateTimeFormat().resolvedOptions().timeZone === 'America/New_York' ? ['Asia/Tokyo', '9.30'] : ['America/New_York', '9.30'];
      const form = await placeForm(
        { variant: 'session', session: 'ver' },
        { sessions: [{ id: 'ver', title: 'Ver weg', start: '2021-10-04T09:30', timeZone: zone }] },
      );
      expect(textOf(form))
        .to.contain(`${start} uur`)
        .and.match(/bij jou/);
    });
  });

  describe('answers a calendar', () => {
    const register = (form: MeedoenJoinForm, id = 'nu'): boolean => {
      const session = {
        ...sessions.find((one) => one.id === id)!,
        key: `x#${id}`,
        base: 'https://example.org/meedoen.json',
        themes: [],
        sectors: [],
        regions: [],
        partners: [],
        speakers: [],
        outcomes: [],
        figures: [],
        materials: [],
        links: [],
      };
      return form.parentElement!.dispatchEvent(new MeedoenSessionRegisterEvent(session as never));
    };

    it('that a visitor signs up there: shows that session, keeps what was typed and takes the focus', async () => {
      const form = await placeForm();
      await type(form, 'name', 'Voorbeeld');
      expect(register(form, 'later'), 'prevented').to.equal(false);
      await aTimeout(0);
      await form.updateComplete;
      expect(focused(form)).to.equal('h2 title');
      expect(textOf(form)).to.match(/^Meld je aan voor een sessie November 2021 dag nog onbekend Draagvlak/);
      expect(control(form, 'name').value).to.equal('Voorbeeld');
      await fill(form);
      const joined = next(form, 'meedoen-joined');
      await send(form);
      expect(requests[0]!.body).to.include({ variant: 'session', session: 'later', feed: 'https://example.org/meedoen.json' });
      expect((await joined).session?.title).to.equal('Draagvlak');
    });

    it('and lets the visitor come back from it', async () => {
      const form = await placeForm();
      register(form);
      await form.updateComplete;
      get(form, '.link-button[part=button]').click();
      await form.updateComplete;
      expect(textOf(form)).to.match(/^Sluit je aan bij het netwerk/);
    });

    it('after joining too: with who you are still there, agreeing done anew, and a new key', async () => {
      const form = await placeForm();
      await fill(form, { ...who, message: 'Eerste' });
      await tick(form, 'purposes');
      await send(form);
      register(form, 'later');
      await aTimeout(0);
      await form.updateComplete;
      expect(control(form, 'name').value).to.equal('Voorbeeld');
      expect(control(form, 'message').value).to.equal('');
      expect(control(form, 'purposes').checked).to.equal(false);
      await send(form);
      const keys = new Set(requests.map(({ init }) => new Headers(init.headers).get('idempotency-key')));
      expect(keys.size).to.equal(2);
    });

    it('once, when there are more forms on the page', async () => {
      const [first, second] = [await placeForm(), await placeForm()];
      register(first);
      await aTimeout(0);
      await Promise.all([first.updateComplete, second.updateComplete]);
      expect([first, second].filter((form) => textOf(form).startsWith('Meld je aan voor een sessie')).length).to.equal(1);
    });

    it('not when it is for tips, can’t send, or is gone', async () => {
      const tip = await placeForm({ variant: 'tip' });
      expect(register(tip)).to.equal(true);
      expect(tip.canRegister).to.equal(false);
      tip.remove();
      const mute = await placeForm({}, { email: undefined, join: { intro: 'Welkom!' } });
      expect(register(mute)).to.equal(true);
      expect(mute.canRegister).to.equal(false);
      mute.remove();
      const gone = await placeForm();
      const wrapper = gone.parentElement!;
      gone.remove();
      expect(wrapper.dispatchEvent(new MeedoenSessionRegisterEvent(sessions[1] as never))).to.equal(true);
    });
  });

  describe('without an action', () => {
    const placeUnconnected = (more: object = {}): Promise<MeedoenJoinForm> => placeForm({}, { join: { intro: 'Welkom!' }, ...more });

    it('says so to the visitor, offers a letter with what was filled in, and tells the editor once', async () => {
      const warnings: string[] = [];
      const warn = console.warn;
      console.warn = (text: string) => void warnings.push(text);
      const form = await placeUnconnected();
      await fill(form, { ...who, sector: 'po', message: 'Hoe begin ik?' });
      await tick(form, 'needs');
      await tick(form, 'invite');
      console.warn = warn;
      expect(warnings.filter((text) => text.includes('join.action'))).to.have.lengthOf(1);
      expect(textOf(form)).to.contain(words.mail('netwerk@example.org'));
      const letter = new URL(button(form).getAttribute('href')!);
      expect(letter.pathname).to.equal('netwerk@example.org');
      expect(letter.searchParams.get('body')!.split('\r\n')).to.deep.equal([
        'Je sessie: Baancreatie in de praktijk, 4 oktober 2021',
        'Je naam: Voorbeeld',
        'Je e-mailadres op je werk: naam@example.org',
        'Je organisatie: Voorbeeldschool',
        'Je sector: Primair onderwijs',
        'Waar wil je meer over weten?: Baancreatie',
        'Wat wil je leren van anderen?: Hoe begin ik?',
      ]);
    });

    it('writes no letter before it is complete', async () => {
      const form = await placeUnconnected();
      const press = new MouseEvent('click', { bubbles: true, cancelable: true });
      button(form).dispatchEvent(press);
      await form.updateComplete;
      expect(press.defaultPrevented).to.equal(true);
      expect(focused(form)).to.equal('h3 summary-title');
    });

    it('asks nothing when there is no address either', async () => {
      const form = await placeUnconnected({ email: undefined });
      expect(textOf(form)).to.contain(words.unconnected);
      expect(!get(form, 'form')).to.equal(true);
    });

    it('is empty for a feed without a form', async () => {
      const form = await placeForm({}, { join: undefined });
      expect(form.matches(':state(empty)')).to.equal(true);
      expect(textOf(form)).to.equal(`${words.unconnected} netwerk@example.org`);
    });
  });

  it('has no Dutch word of its own on an English page, and marks what is Dutch', async () => {
    const form = await placeForm({}, { language: 'nl' }, 'en');
    const dutch = ['niet', 'Naam', 'Vul', 'Sluit', 'Functie', 'Waarvoor', 'Lees', 'Maak', 'uur', 'versturen'];
    const own = (): string => {
      const copy = get(form, '.box').cloneNode(true) as HTMLElement;
      for (const foreign of copy.querySelectorAll('[lang=nl]')) foreign.remove();
      return copy.textContent;
    };
    const noDutch = (): void => dutch.forEach((word) => expect(own()).to.not.match(new RegExp(`\\b${word}\\b`)));
    noDutch();
    await send(form);
    noDutch();
    await fill(form);
    await tick(form, 'invite');
    await send(form);
    expect(textOf(form)).to.contain('Welcome to the network. You are invited.');
    noDutch();
    expect(get(form, '[lang=nl]').textContent).to.equal('Baancreatie in de praktijk');
  });

  it('starts its headings where the page says', async () => {
    const form = await placeForm({ 'heading-level': '4' });
    await send(form);
    expect(all(form, 'h1,h2,h3,h4,h5,h6').map(({ localName }) => localName)).to.deep.equal(['h4', 'h5']);
  });

  it('fits in 320 pixels with long words', async () => {
    const wrapper = await fixture<HTMLElement>(html`<div style="inline-size: 288px"></div>`);
    const form = await placeForm(
      {},
      {
        sectors: [{ id: 'x', name: 'Arbeidsongeschiktheidsverzekeringsmaatwerkcoördinatie' }],
        themes: [{ id: 'y', name: 'Arbeidsongeschiktheidsverzekeringsmaatwerk' }],
      },
    );
    wrapper.append(form);
    await settled(form);
    expect(form.scrollWidth).to.be.at.most(288);
    for (const input of all(form, 'input:not([type=checkbox],[name=extra]),select,textarea'))
      expect(input.getBoundingClientRect().height).to.be.at.least(48);
  });

  describe('is accessible', () => {
    /** As the examples are checked, contrast 7:1 included. */
    const accessible = async (form: MeedoenJoinForm): Promise<void> => {
      const rules = {
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
        'color-contrast-enhanced': { enabled: true },
      };
      const { violations } = await axe.run(form, { rules });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)).to.deep.equal([]);
    };

    for (const variant of ['join', 'session', 'tip']) {
      it(`as ${variant}, with mistakes, while sending, refused and accepted`, async function () {
        this.timeout(20_000);
        const form = await placeForm({ variant, session: 'nu' });
        await accessible(form);
        await send(form);
        await accessible(form);
        await fill(form, variant === 'tip' ? { name: 'A', email: 'a@example.org', message: 'B' } : who);
        const { answer } = held();
        button(form).click();
        await form.updateComplete;
        await accessible(form);
        answer(json(500));
        await until(() => get(form, '.answer'), 'it is refused');
        await accessible(form);
        respond = () => json(200);
        await send(form);
        await accessible(form);
      });
    }
  });
});
