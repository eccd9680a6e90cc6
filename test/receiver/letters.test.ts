import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { openStore, type ReceiverOptions } from '../../src/receiver/index.ts';
import {
  folder,
  freePort,
  HOME,
  joinOf,
  linkIn,
  type Made,
  type Post,
  postOffice,
  receiver,
  request,
  rows,
  until,
  wordsOf,
} from './support.ts';

const place = folder();
const TODAY = Date.parse('2021-09-20T10:00:00Z');
const FROM = 'Netwerk Voorbeeld <netwerk@example.org>';
const feed = {
  meedoen: 1,
  title: 'Netwerk Voorbeeld',
  url: 'https://www.example.org/',
  email: 'netwerk@example.org',
  sectors: [
    { id: 'po', name: 'Primair onderwijs' },
    { id: 'vo', name: 'Voortgezet onderwijs' },
  ],
  sessions: [
    { id: 'geweest', title: 'Geweest', start: '2021-09-01T09:30' },
    { id: 'afgelast', title: 'Afgelast', start: '2021-09-21T09:30', status: 'cancelled' },
    { id: 'vol', title: 'Vol', start: '2021-09-22T09:30', registration: { full: true } },
    { id: 'vo', title: 'Alleen vo', start: '2021-09-23T09:30', sectors: ['vo'] },
    {
      id: 'volgende',
      title: 'Werk maken <van> talent',
      start: '2021-09-24T09:30',
      end: '2021-09-24T11:00',
      attendance: 'online',
      url: 'https://www.example.org/s',
      sectors: ['po'],
    },
    { id: 'later', title: 'Later', start: '2021-11' },
  ],
};

interface MadeWithMail extends Made {
  readonly post: Post;
  /** Moves the clock of the receiver on. */
  readonly later: (milliseconds: number) => void;
}

async function withMail(options: Partial<ReceiverOptions> = {}, office?: Post): Promise<MadeWithMail> {
  const post = office ?? (await postOffice());
  let now = TODAY;
  const mail = { url: post.url, from: FROM };
  const made = await receiver(place, { mail, feed: () => Promise.resolve(feed), now: () => now, mailPause: 20, ...options });
  return { ...made, post, later: (milliseconds) => (now += milliseconds) };
}

const MINUTE = 60_000;
const DAY = 864e5;
const confirmed = async (database: string): Promise<number> =>
  (await rows(database, 'SELECT * FROM joins WHERE confirmed IS NOT NULL')).length;
const open = (receive: Made['receive'], link: string, method = 'GET'): Promise<Response> => receive(new Request(link, { method }));

describe('the letter that asks to confirm', () => {
  it('is in the language of the form, as text and as HTML, with a link and no word of what was filled in', async () => {
    const { receive, post, log } = await withMail();
    const answer = await receive(request(joinOf({ name: 'Koop nu https://example.com', email: 'Mijn.Naam@Example.org', sector: 'po' })));
    assert.deepEqual(await answer.json(), { message: 'Kijk in je e-mail: klik op de link die we je sturen, dan doe je mee.' });
    await until('a letter', () => post.letters.length);
    const [letter] = post.letters;
    assert.equal(letter!.subject, 'Bevestig dat je meedoet met Netwerk Voorbeeld');
    assert.deepEqual(
      letter!.to?.map(({ address }) => address),
      ['Mijn.Naam@example.org'],
    );
    assert.equal(letter!.from?.address, 'netwerk@example.org');
    assert.equal(letter!.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated');
    for (const text of [letter!.text!, letter!.html!]) {
      assert.ok(text.includes(linkIn(letter)), 'the link');
      assert.match(text, /De link werkt tot en met (maandag )?27 september 2021/);
      assert.match(text, /Mail naar netwerk@example.org/);
      assert.match(text, /na 30 dagen/);
      assert.doesNotMatch(text, /Koop nu|example\.com|Voorbeeldschool/);
    }
    assert.match(letter!.html!, /<html lang="nl">/);
    await until('the log', () => log.some(({ event, sent }) => event === 'mail' && sent));
    assert.doesNotMatch(JSON.stringify(log), /naam@example|confirm\?t/i);

    const english = await receive(request(joinOf({ language: 'en-GB', email: 'english@example.org', sector: 'po' })));
    assert.match(((await english.json()) as { message: string }).message, /Look in your email/);
    await until('another', () => post.letters.length === 2);
    assert.equal(post.letters[1]!.subject, 'Confirm that you take part in Netwerk Voorbeeld');
    assert.match(post.letters[1]!.text!, /The next session:\nWerk maken <van> talent\nFriday, 24 September 2021, 9:30 – 11:00\nOnline\n/);
  });

  it('names the next session one can go to, for the sector, and carries its calendar file', async () => {
    const { receive, post } = await withMail();
    await receive(request(joinOf({ sector: 'po', invite: true })));
    await until('a letter', () => post.letters.length);
    const { text = '', html = '', attachments } = post.letters[0]!;
    assert.match(
      text,
      /De eerstvolgende sessie:\nWerk maken <van> talent\nvrijdag 24 september 2021, 9\.30 – 11\.00 uur\nOnline\nhttps:\/\/www\.example\.org\/s\n/,
    );
    assert.match(html, /<a href="https:\/\/www\.example\.org\/s">Werk maken &lt;van&gt; talent<\/a>/);
    assert.equal(attachments.length, 1);
    const { filename, mimeType, content } = attachments[0]!;
    assert.deepEqual([filename, mimeType], ['sessie.ics', 'text/calendar']);
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(content as ArrayBuffer)) as unknown[] as never);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    assert.equal(event.summary, 'Werk maken <van> talent');
    assert.equal(event.startDate.toString(), '2021-09-24T09:30:00');
  });

  const named: [what: string, body: object, title: string | undefined][] = [
    ['the session of the ticked invitation', { invite: true, session: 'later' }, 'Later'],
    [
      'the next one where the invitation names one that has gone',
      { invite: true, session: 'afgelast', sector: 'po' },
      'Werk maken <van> talent',
    ],
    ['none to who wants no invitation', { invite: false }, undefined],
    ['the session signed up for', { variant: 'session', session: 'vo' }, 'Alleen vo'],
    ['none to who signs up for one that is not in the feed', { variant: 'session', session: 'onbekend' }, undefined],
    ['none to who signs up for one that is off', { variant: 'session', session: 'afgelast' }, undefined],
    ['the next one of the sector', { sector: 'vo' }, 'Alleen vo'],
  ];
  for (const [what, body, title] of named) {
    it(`names ${what}`, async () => {
      const { receive, post } = await withMail();
      await receive(request(joinOf(body)));
      await until('a letter', () => post.letters.length);
      const text = post.letters[0]!.text!;
      assert.equal(/sessie:\n(.*)\n/.exec(text)?.[1], title);
      assert.equal(post.letters[0]!.attachments.length, title && title !== 'Later' ? 1 : 0, 'a month is no date for a calendar');
    });
  }

  it('goes out without a session when the feed can’t be had', async () => {
    const { receive, post } = await withMail({ feed: () => Promise.reject(new Error('down')) });
    await receive(request(joinOf()));
    await until('a letter', () => post.letters.length);
    assert.match(post.letters[0]!.subject!, /join\.example\.org$/);
    assert.doesNotMatch(post.letters[0]!.text!, /sessie/);
  });

  it('is not sent for a tip', async () => {
    const { receive, database } = await withMail();
    const answer = await receive(request(joinOf({ variant: 'tip', message: 'Daar!' })));
    assert.deepEqual([answer.status, await answer.json()], [202, {}]);
    assert.equal((await rows(database, 'SELECT * FROM letters')).length, 0);
  });
});

describe('confirming', () => {
  it('takes a press on the page: opening the link, as mail scanners do, changes nothing', async () => {
    const { receive, post, database } = await withMail();
    await receive(request(joinOf({ sector: 'po' })));
    await until('a letter', () => post.letters.length);
    const link = linkIn(post.letters[0]);
    assert.ok(link.startsWith(`${HOME}/confirm?t=`));
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await open(receive, link, method);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(page.headers.get('cache-control'), 'no-store');
      if (method === 'GET')
        assert.match(wordsOf(await page.text()), /Doe je mee met Netwerk Voorbeeld\?.*Ja, ik doe mee.*Werk maken &lt;van&gt; talent/);
    }
    assert.equal(await confirmed(database), 0);
    const done = await open(receive, link, 'POST');
    assert.match(wordsOf(await done.text()), /^Je doet mee Je doet mee Je hoeft niets meer te doen\./);
    assert.equal(await confirmed(database), 1);
    const again = await open(receive, link);
    assert.match(wordsOf(await again.text()), /Je doet mee/);
    assert.equal((await open(receive, link, 'POST')).status, 200);
  });

  it('is over after the days that the letter says', async () => {
    const { receive, post, database, later } = await withMail();
    await receive(request(joinOf()));
    await until('a letter', () => post.letters.length);
    const link = linkIn(post.letters[0]);
    // until the end of that day in the Netherlands
    later(Date.parse('2021-09-27T21:59:59Z') - TODAY);
    assert.equal((await open(receive, link)).status, 200);
    later(DAY);
    for (const method of ['GET', 'POST']) {
      const page = await open(receive, link, method);
      assert.equal(page.status, 410);
      assert.match(wordsOf(await page.text()), /Deze link werkt niet meer.*Vul het formulier nog een keer in/);
    }
    assert.equal(await confirmed(database), 0);
    await receive(request(joinOf()));
    await until('a new letter', () => post.letters.length === 2);
    await open(receive, linkIn(post.letters[1]), 'POST');
    assert.equal(await confirmed(database), 1);
  });

  it('takes no link that we did not sign, for that person, until then, here', async () => {
    const { receive, post, database } = await withMail();
    await receive(request(joinOf({ email: 'een@example.org' })));
    await receive(request(joinOf({ email: 'twee@example.org' })));
    await until('two letters', () => post.letters.length === 2);
    const parts = (index: number): string[] => linkIn(post.letters[index]).split('?t=')[1]!.split('.');
    const [id, expires, signature] = parts(0) as [string, string, string];
    const flipped = signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    const later = (parseInt(expires, 36) + DAY).toString(36);
    for (const token of [
      [parts(1)[0], expires, signature],
      [id, later, signature],
      [id, expires, flipped],
      [id, expires],
      ['x'],
      ["' OR 1=1", expires, signature],
    ]) {
      const page = await open(receive, `${HOME}/confirm?t=${encodeURIComponent(token.join('.'))}`, 'POST');
      assert.equal(page.status, 404, token.join('.'));
    }
    const { receive: other } = await receiver(place, { database, network: 'ander' });
    assert.equal((await open(other, linkIn(post.letters[0]), 'POST')).status, 404, 'of another network');
    assert.equal(await confirmed(database), 0);
  });

  it('goes on with the same links after a restart, and not with another secret', async () => {
    const { receive, post, database } = await withMail();
    await receive(request(joinOf()));
    await until('a letter', () => post.letters.length);
    await receive.close();
    const { receive: next } = await withMail({ database });
    assert.equal((await open(next, linkIn(post.letters[0]))).status, 200);
    const { receive: other } = await withMail({ database, secret: 'een heel ander geheim, lang genoeg' });
    assert.equal((await open(other, linkIn(post.letters[0]))).status, 404);
  });
});

describe('who joins again', () => {
  it('gets the same answer, and by letter what the answer may not tell', async () => {
    const { receive, post, later } = await withMail();
    const join = async (): Promise<string> => (await receive(request(joinOf()))).text();
    const first = await join();
    await until('a letter', () => post.letters.length);
    assert.equal(await join(), first, 'at once: no second letter');
    later(61 * MINUTE);
    assert.equal(await join(), first);
    await until('the letter again', () => post.letters.length === 2);
    assert.match(post.letters[1]!.subject!, /^Bevestig/);
    await open(receive, linkIn(post.letters[1]), 'POST');
    later(61 * MINUTE);
    assert.equal(await join(), first);
    await until('another letter', () => post.letters.length === 3);
    assert.equal(post.letters[2]!.subject, 'Je doet al mee met Netwerk Voorbeeld');
    assert.equal(linkIn(post.letters[2]), '');
  });

  it('can’t have somebody else sent more than five letters a day', async () => {
    const { receive, database } = await withMail();
    for (let n = 0; n < 9; n++) assert.equal((await receive(request(joinOf({ variant: 'session', session: `s${n}` })))).status, 202);
    assert.equal((await rows(database, 'SELECT * FROM letters')).length, 5);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 9);
  });

  it('after a typing error in the address: the letter goes to the right one as well', async () => {
    const { receive, post, database } = await withMail();
    await receive(request(joinOf({ email: 'fotu@example.org' }), { key: 'same' }));
    await until('a letter', () => post.letters.length);
    await receive(request(joinOf({ email: 'fout@example.org' }), { key: 'same' }));
    await until('the second', () => post.letters.length === 2);
    assert.equal(post.letters[1]!.to![0]!.address, 'fout@example.org');
    await open(receive, linkIn(post.letters[1]), 'POST');
    assert.deepEqual(
      (await rows(database, 'SELECT address FROM joins WHERE confirmed IS NOT NULL')).map(({ address }) => address),
      ['fout@example.org'],
    );
  });

  it('after a correction of the address by the network: the old link is no good', async () => {
    const { receive, post, database } = await withMail();
    await receive(request(joinOf({ email: 'oud@example.org' })));
    await until('a letter', () => post.letters.length);
    const store = await openStore({ url: database });
    await store.people.correct('oud@example.org', { email: 'nieuw@example.org' }, {});
    await store.close();
    assert.equal((await open(receive, linkIn(post.letters[0]), 'POST')).status, 404);
  });
});

describe('a mail server', () => {
  it('that is down delays letters, and never a join', async () => {
    const port = await freePort();
    const { receive, log, later } = await withMail({ mail: { url: `smtp://127.0.0.1:${port}`, from: FROM } });
    for (let n = 0; n < 12; n++) assert.equal((await receive(request(joinOf({ email: `p${n}@example.org` })))).status, 202);
    await until('a failure', () => log.some(({ event, sent }) => event === 'mail' && sent === false));
    assert.ok(log.filter(({ event }) => event === 'mail').length < 5, 'it is left alone for a while, not asked for every letter');
    const post = await postOffice(port);
    for (let n = 0; n < 20 && post.letters.length < 12; n++) {
      later(MINUTE);
      await receive.deliver();
    }
    assert.equal(new Set(post.letters.map(({ to }) => to![0]!.address)).size, 12);
    assert.equal(post.letters.length, 12, 'each once');
  });

  it('that refuses one address for good is not asked again; one that says “later” is', async () => {
    const { receive, post, database, later, log } = await withMail();
    post.refuse = (to) => (to.startsWith('weg') ? 550 : to.startsWith('vol') ? 452 : undefined);
    for (const name of ['weg', 'vol', 'goed']) await receive(request(joinOf({ email: `${name}@example.org` })));
    await until('one letter', () => post.letters.length === 1);
    const states = async (): Promise<unknown[][]> =>
      (await rows(database, 'SELECT address, sent IS NOT NULL AS sent, failed FROM letters ORDER BY address')).map((row) => [
        row.address,
        row.sent,
        row.failed,
      ]);
    await until('both refused', () => log.filter(({ event, sent }) => event === 'mail' && sent === false).length === 2);
    post.refuse = undefined;
    await until('the second', async () => {
      later(MINUTE);
      await receive.deliver();
      return post.letters.length === 2;
    });
    await until('noted', async () => (await states()).filter(([, sent]) => sent).length === 2);
    assert.deepEqual(await states(), [
      ['goed@example.org', 1, null],
      ['vol@example.org', 1, null],
      ['weg@example.org', 0, 'EENVELOPE 550'],
    ]);
  });

  it('gets each letter once from two receivers on one database', async () => {
    const post = await postOffice();
    const { receive, database } = await withMail({}, post);
    const { receive: second } = await withMail({ database }, post);
    for (let n = 0; n < 20; n++) await (n % 2 ? receive : second)(request(joinOf({ email: `p${n}@example.org` })));
    await until('all letters', () => post.letters.length >= 20);
    await Promise.all([receive.deliver(), second.deliver()]);
    assert.equal(post.letters.length, 20);
    assert.equal(new Set(post.letters.map(({ to }) => to![0]!.address)).size, 20);
  });

  it('that is not there at all leaves joins unconfirmed and kept', async () => {
    const { receive, database } = await receiver(place, { now: () => TODAY });
    const answer = await receive(request(joinOf()));
    assert.deepEqual([answer.status, await answer.json()], [202, {}]);
    assert.equal((await rows(database, 'SELECT * FROM letters')).length, 0);
    await receive.close();
    const { receive: next } = await withMail({ database, now: () => TODAY + 365 * DAY });
    assert.equal(await next.prune(), 0, 'who was never asked is not thrown out when there is mail');
  });
});

describe('keeping', () => {
  it('ends for what nobody confirmed, not for what was, for tips, or for a letter that is still waiting', async () => {
    const { receive, post, database, later } = await withMail();
    post.refuse = (to) => (to.startsWith('wacht') ? 452 : undefined);
    for (const name of ['ja', 'nee', 'wacht']) await receive(request(joinOf({ email: `${name}@example.org` })));
    await receive(request(joinOf({ variant: 'tip', message: 'Daar!' })));
    await until('two letters', () => post.letters.length === 2);
    await open(receive, linkIn(post.letters.find(({ to }) => to![0]!.address === 'ja@example.org')), 'POST');
    later(29 * DAY);
    assert.equal(await receive.prune(), 0);
    later(2 * DAY);
    assert.equal(await receive.prune(), 1);
    const left = (await rows(database, 'SELECT address FROM joins ORDER BY address')).map(({ address }) => address);
    assert.deepEqual(left, ['ja@example.org', 'voorbeeld@example.org', 'wacht@example.org']);
  });

  it('ends for everything where that was asked', async () => {
    const { receive, database, later } = await withMail({ keep: 365 });
    await receive(request(joinOf({ variant: 'tip', message: 'Daar!' })));
    later(366 * DAY);
    assert.equal(await receive.prune(), 1);
    assert.equal((await rows(database, 'SELECT * FROM joins')).length, 0);
  });
});
