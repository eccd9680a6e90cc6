import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { check, type CheckSettings } from '../../src/cli/check.ts';

const script = fileURLToPath(new URL('../../scripts/meedoen.mjs', import.meta.url));
const GOOD = '{ "meedoen": 1, "title": "A", "join": {} }';
const BAD = '{\n  "meedoen": 1,\n  "sessions": [{ "id": "s", "title": "S", "start": "17-09-2021" }]\n}';
const DOUBTFUL = '{ "meedoen": 1, "tittle": "A", "join": {} }';

let folder: string;
let server: Server;
let origin: string;
/** What the server answers, per path. */
const answers: Record<string, RequestListener> = {
  '/good.json': (_, response) => response.end(GOOD),
  '/page': (_, response) => response.end('<!doctype html><title>Pagina</title>'),
  '/broken.json': (_, response) => response.writeHead(500).end(),
  '/large.json': (_, response) => response.end(' '.repeat(10_000_001)),
  '/reset.json': (request) => request.socket.destroy(),
};

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'meedoen-check-'));
  const files = {
    'good.json': GOOD,
    'bad.json': BAD,
    'doubtful.json': DOUBTFUL,
    'syntax.json': '{ "meedoen": 1, }',
    'empty.json': '',
    'utf16.json': Buffer.from(`\ufeff${GOOD}`, 'utf16le'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  server = createServer((request, response) => (answers[request.url!] ?? ((_, other) => other.writeHead(404).end()))(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command as a person does, in the folder with the feeds. */
function meedoen(args: string[], input = ''): Promise<{ out: string; err: string; status: number | null }> {
  const { INIT_CWD: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [script, ...args], { cwd: folder, env, timeout: 30_000 });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ out, err: err.replace(/^npm warn.*\n/gm, ''), status })));
}

/** What the command does with files in the folder and addresses, without starting a process for it. */
function checked(names: string[], settings: Partial<CheckSettings> = {}): ReturnType<typeof check> {
  const places = names.map((name) => (/^https?:/.test(name) ? name : path.join(folder, name)));
  return check(places, { json: false, strict: false, language: 'nl', colour: false, ...settings });
}

describe('meedoen check', () => {
  it('says that a good feed is good, and what there is to see', async () => {
    const { out, err, status } = await meedoen(['check', 'good.json']);
    assert.equal(out, 'good.json\n  Alles klopt. Getoond: 0 verhalen, 0 sessies, 0 contacten.\n');
    assert.equal(err, '');
    assert.equal(status, 0);
  });

  it('says where a problem is, what was expected and found, what to do and what visitors see', async () => {
    const { out, status } = await meedoen(['check', 'bad.json']);
    assert.match(out, /^ {2}bad\.json:3:52 sessions\[0\]\.start {2}fout$/m);
    assert.match(out, /Verwacht: een datum zoals .*\. Gevonden: "17-09-2021"\./);
    assert.match(out, /Schrijf eerst het jaar.*De sessie wordt wel getoond, maar zonder dag en tijd/);
    assert.match(out, /1 fout, 0 waarschuwingen\. Getoond: 0 verhalen, 1 sessie, 0 contacten\./);
    assert.equal(status, 1);
  });

  it('speaks English when asked to', async () => {
    const { text: out } = await checked(['bad.json'], { language: 'en' });
    assert.match(out, /error\n {4}Expected: a date such as .*\. Found: "17-09-2021"\./);
    assert.match(out, /1 error, 0 warnings\. Shown: 0 stories, 1 session, 0 contacts\./);
    assert.doesNotMatch(out, /Verwacht|fout/);
  });

  it('warns without failing, unless strict', async () => {
    const { text: out, status } = await checked(['doubtful.json']);
    assert.match(out, /doubtful\.json:1:17 tittle {2}waarschuwing\n.*\n {4}Bedoel je “title”\?/);
    assert.equal(status, 0);
    assert.equal((await meedoen(['check', '--strict', 'doubtful.json'])).status, 1);
  });

  it('says once what is the same in many places, with the first of them, and leaves nothing out of its JSON', async () => {
    const contacts = Array.from({ length: 8 }, (_, at) => ({ id: `c${at}`, name: 'Voorbeeld', ...(at < 6 && { checked: '2019' }) }));
    const file = path.join(folder, 'alike.json');
    writeFileSync(file, JSON.stringify({ meedoen: 1, sectors: [], contacts }, undefined, 1));
    const { text: out, status } = await checked(['alike.json']);
    assert.equal(out.match(/meer dan een jaar niet gecontroleerd/g)?.length, 1);
    assert.match(out, /alike\.json:8:15 6 keer {2}waarschuwing\n/);
    assert.match(
      out,
      /\n {4}Bij contacts\[0\]\.checked \(regel 8\), contacts\[1\]\.checked \(regel 13\), .* en nog 1\. Met --json zie je ze allemaal\.\n/,
    );
    assert.match(out, /2 keer {2}waarschuwing\n.*\n.*\n {4}Bij contacts\[6\] \(regel \d+\), contacts\[7\] \(regel \d+\)\.\n/);
    assert.match(out, /0 fouten, 8 waarschuwingen\./);
    assert.equal(status, 0);
    const [{ findings }] = JSON.parse((await checked(['alike.json'], { json: true })).text) as [{ findings: unknown[] }];
    assert.equal(findings.length, 8);
    const { text: english } = await checked(['alike.json'], { language: 'en' });
    assert.match(english, /6 times {2}warning\n/);
    assert.match(english, /At contacts\[0\]\.checked \(line 8\)/);
  });

  it('says apart what differs in its words', async () => {
    const sessions = ['17-09-2021', '18-09-2021'].map((start, at) => ({ id: `s${at}`, title: 'S', start }));
    writeFileSync(path.join(folder, 'apart.json'), JSON.stringify({ meedoen: 1, sessions }));
    const { text: out } = await checked(['apart.json']);
    assert.match(out, /sessions\[0\]\.start {2}fout/);
    assert.match(out, /sessions\[1\]\.start {2}fout/);
  });

  for (const [name, expected] of [
    [
      'syntax.json',
      /syntax\.json:1:15 {2}fout\n {4}Er staat een komma na het laatste onderdeel\.\n {4}Haal die komma weg\. Bezoekers zien niets van deze feed\./,
    ],
    ['empty.json', /empty\.json:1:1 {2}fout\n {4}Het bestand is leeg\./],
    ['utf16.json', /utf16\.json:1:1 {2}fout\n {4}Het bestand is niet opgeslagen als UTF-8\./],
  ] as const) {
    it(`calls ${name} wrong, with its place`, async () => {
      const { text: out, status } = await checked([name]);
      assert.match(out, expected);
      assert.equal(status, 1);
    });
  }

  it('checks several, one after the other', async () => {
    const { out, status } = await meedoen(['check', 'good.json', 'bad.json', 'nergens.json']);
    assert.deepEqual(out.match(/^\S.*$/gm), ['good.json', 'bad.json', 'nergens.json']);
    assert.match(out, /Dit bestand is er niet\./);
    assert.equal(status, 2);
  });

  it('says that a folder is a folder', async () => {
    const { text: out, status } = await checked(['.']);
    assert.match(out, /Dit is een map\./);
    assert.equal(status, 2);
  });

  it('reads from standard input', async () => {
    const { out, status } = await meedoen(['check', '-'], BAD);
    assert.match(out, /standaardinvoer:3:52 sessions\[0\]\.start/);
    assert.equal(status, 1);
  });

  for (const [address, expected, status] of [
    ['/good.json', /Alles klopt\./, 0],
    ['/page', /Dit is een webpagina \(HTML\), geen feed\./, 1],
    ['/broken.json', /status 500/, 2],
    ['/nergens.json', /status 404/, 2],
    ['/large.json', /groter dan 10 MB/, 2],
    ['/reset.json', /Geen antwoord van dit adres/, 2],
  ] as const) {
    it(`reads the address ${address}`, async () => {
      const result = await checked([origin + address]);
      assert.match(result.text, expected);
      assert.equal(result.status, status);
    });
  }

  it('gives JSON to programs', async () => {
    const { out, status } = await meedoen(['check', '--json', 'bad.json', 'nergens.json']);
    const [bad, missing] = JSON.parse(out) as [
      { source: string; problems: number; findings: Record<string, unknown>[] },
      { read: boolean },
    ];
    assert.equal(bad.problems, 1);
    const { message, advice, ...finding } = bad.findings[0]!;
    assert.deepEqual(finding, {
      level: 'problem',
      code: 'form',
      path: 'sessions[0].start',
      line: 3,
      column: 52,
      expected: 'date',
      found: '"17-09-2021"',
      effect: 'dropped',
      lost: 'sessions[0].start',
    });
    assert.match(`${String(message)} ${String(advice)}`, /Verwacht.*Schrijf/);
    assert.equal(missing.read, false);
    assert.equal(status, 2);
  });

  it('uses colour where there is a terminal', async () => {
    const { text } = await checked(['bad.json'], { colour: true });
    assert.ok(text.includes(styleText('red', 'fout', { validateStream: false })));
  });

  it('lets no feed write on the terminal', async () => {
    const { out } = await meedoen(['check', '-'], '{ "meedoen": 1, "language": "\\u001b[2Jweg", "\\u001b]0;x\\u0007": 1 }');
    assert.doesNotMatch(out.replaceAll('\n', ''), /\p{Cc}/u);
    assert.match(out, /␛\[2Jweg/);
  });
});

describe('meedoen', () => {
  it('prints the JSON Schema', async () => {
    const { out, status } = await meedoen(['schema']);
    assert.equal((JSON.parse(out) as { $schema: string }).$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(status, 0);
  });

  it('explains itself, in Dutch and English', async () => {
    assert.match((await meedoen(['--help'])).out, /^meedoen: controleer de feed/);
    assert.match((await meedoen(['-h', '--lang=en'])).out, /^meedoen: check the feed/);
    assert.match((await meedoen(['--version'])).out, /^\d+\.\d+\.\d+\S*\n$/);
  });

  for (const [args, expected] of [
    [[], /Gebruik/],
    [['check'], /Noem een bestand of adres/],
    [['controleer', 'x.json'], /kent “controleer” niet/],
    [['check', '--onbekend', 'x.json'], /Deze opdracht klopt niet/],
  ] as const) {
    it(`says on the other stream what is wrong with “meedoen ${args.join(' ')}”`, async () => {
      const { out, err, status } = await meedoen([...args]);
      assert.equal(out, '');
      assert.match(err, expected);
      assert.equal(status, 2);
    });
  }
});
