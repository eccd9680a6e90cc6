/** What the guide for editors names exists: its elements, attributes and values, its keys of the feed, its scripts. And its feed is right. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { checkFeed } from '../../src/feed/check.ts';
import { feedRule, type Rule } from '../../src/feed/schema.ts';
import { sessionPhase, signUpOf } from '../../src/feed/sessions.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const guide = file('HANDLEIDING.md');

/** The blocks of code in one language. */
const blocks = (language: string): string[] =>
  [...guide.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter((found) => found[1] === language).map((found) => found[2]!);

/** What stands between backticks in the text, each once. */
const named = [...new Set([...guide.replace(/^```.*?^```/gms, '').matchAll(/`([^`]+)`/g)].map((found) => found[1]!))];

/** Attributes of each element, with what their documentation says of them. */
const attributes = new Map<string, Map<string, string>>();
/** How links to a story or session begin: `?verhaal=`, `?sessie=`. */
const links = new Set<string>();

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: { name: string; description?: string; default?: string }[] }[] }[];
}

before(async () => {
  const analyzer = '@custom-elements-manifest/analyzer/cli.js';
  const { cli } = (await import(analyzer)) as { cli: (options: { argv: string[]; noWrite: boolean }) => Promise<Manifest> };
  const { modules } = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
  for (const { tagName, attributes: known = [] } of modules.flatMap(({ declarations = [] }) => declarations)) {
    if (tagName) attributes.set(tagName, new Map(known.map(({ name, description = '' }) => [name, description])));
    for (const { name, default: value = '' } of known) if (name === 'deep-link') links.add(`?${value.slice(1, -1)}=`);
  }
});

/** Keys of the feed, with the words that they may hold. */
const keys = new Map<string, Set<string>>();
function collect(rule: Rule, key?: string): void {
  if (rule.kind === 'list') collect(rule.of, key);
  else if (rule.kind === 'object') {
    for (const [name, of] of Object.entries(rule.keys)) {
      keys.set(name, keys.get(name) ?? new Set());
      collect(of, name);
    }
  } else if (rule.kind === 'enum' && key) for (const value of rule.values) keys.get(key)!.add(value);
}
collect(feedRule);

/** Attributes of all elements together, with what each of those says of them. */
function allAttributes(): Map<string, string> {
  const all = new Map<string, string>();
  for (const known of attributes.values()) for (const [name, text] of known) all.set(name, `${all.get(name) ?? ''} ${text}`);
  return all;
}

/** Whether the documentation of an attribute knows a word as its value. */
const knowsValue = (description: string, value: string): boolean =>
  value.split(' ').every((word) => description.split(/[^\w-]+/).includes(word));

/** Attributes whose values come from the feed. */
const FREE = new Set(['sector', 'theme', 'region', 'src', 'story', 'session', 'action', 'today', 'limit', 'stale-after', 'heading-level']);

describe('HANDLEIDING.md', () => {
  it('has examples with elements and attributes that exist', () => {
    const tags = blocks('html').flatMap((code) => [...code.matchAll(/<(meedoen-[\w-]+|div)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)]);
    assert.equal(tags.length, 3);
    for (const [, tag = '', written = ''] of tags) {
      const pairs = [...written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value]): [string, string | undefined] => [
        name,
        value,
      ]);
      const carrier = new Map(pairs).get('data-meedoen');
      const element = tag === 'div' ? `meedoen-${carrier}` : tag;
      const known = attributes.get(element);
      assert.ok(known, `there is no <${element}>`);
      for (const [name] of pairs) {
        if (name === 'data-meedoen') continue;
        const attribute = tag === 'div' ? name.replace(/^data-/, '') : name;
        assert.ok(known.has(attribute), `<${element}> has no ${attribute}`);
      }
    }
  });

  it('has a feed in which the check finds nothing but contacts that were never checked', () => {
    const feeds = blocks('json');
    assert.equal(feeds.length, 1);
    const { findings, feed } = checkFeed(feeds[0]!);
    assert.deepEqual(
      findings.filter(({ code }) => code !== 'not-checked').map(({ path, code }) => `${path} ${code}`),
      [],
    );
    assert.equal(feed?.sessions.length, 3);
  });

  it('has a feed whose sessions have been, or are still to come, as they say: now and in years', () => {
    const { sessions } = checkFeed(blocks('json')[0]!).feed!;
    for (const now of ['2026-11-22', '2034-12-31'].map((day) => Date.parse(day))) {
      for (const session of sessions) {
        const over = session.outcomes.length + session.materials.length > 0;
        assert.equal(sessionPhase(session, now), over ? 'past' : 'upcoming', session.title);
        if (session.registration) assert.equal(signUpOf(session, now), 'open', session.title);
      }
    }
  });

  it('tells how to link to one story and one session of its feed', () => {
    const { stories, sessions } = checkFeed(blocks('json')[0]!).feed!;
    assert.deepEqual([...links].sort(), ['?sessie=', '?verhaal=']);
    assert.ok(named.includes(`?verhaal=${stories[0]!.id}`) && named.includes(`?sessie=${sessions[0]!.id}`));
  });

  it('names every element and every attribute in its tables', () => {
    for (const tag of attributes.keys()) assert.ok(named.includes(`<${tag}>`), `<${tag}> is missing`);
    const rows = guide.slice(guide.indexOf('| attribuut'), guide.indexOf('Een agenda voor'));
    const listed = [...rows.matchAll(/^\| `([\w-]+)`/gm)].map((found) => found[1]!);
    // encoding is for who builds the receiver, today for previews
    const left = [...allAttributes().keys()].filter((name) => !listed.includes(name) && name !== 'encoding' && name !== 'today');
    assert.deepEqual(left, []);
    for (const name of listed) assert.ok(allAttributes().has(name), `there is no attribute ${name}`);
  });

  it('names nothing that is not there', () => {
    const words = new Set(
      [...allAttributes().values()].flatMap((description) =>
        [...description.matchAll(/`([^`]+)`/g)].flatMap((found) => found[1]!.split(' ')),
      ),
    );
    const others = new Set([
      'data-',
      'data-sector',
      'data-meedoen',
      '<div>',
      '<div data-meedoen>',
      'meedoen.json',
      '"',
      '_',
      '<p>',
      '<h2>',
      'Access-Control-Allow-Origin: *',
      '"_notitie": "nog nabellen"',
      '?',
      '&',
    ]);
    const unknown = named.filter((name) => {
      if (others.has(name) || attributes.has(name.slice(1, -1)) || /^\d{4}(-\d\d){0,2}(T\d\d:\d\d)?$/.test(name)) return false;
      if (links.has(/\?\w+=(?=\w+$)/.exec(name)?.[0] ?? '')) return false;
      const [, attribute, value] = /^([\w-]+)="([^"]*)"$/.exec(name) ?? [];
      if (attribute) {
        const description = allAttributes().get(attribute);
        return description === undefined || !(FREE.has(attribute) || knowsValue(description, value!));
      }
      const [, key, word] = /^"(\w+)": (?:"(\w*)"|true)$/.exec(name) ?? [];
      if (key) return !keys.has(key) || (!!word && !keys.get(key)!.has(word));
      return !keys.has(name) && !allAttributes().has(name) && !words.has(name);
    });
    assert.deepEqual(unknown, []);
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(file('package.json')) as { scripts: Record<string, string> };
    const asked = blocks('sh').flatMap((code) => [...code.matchAll(/^npm run ([\w:]+)/gm)].map((found) => found[1]!));
    assert.equal(asked.length, 2);
    for (const name of asked) assert.ok(scripts[name], `there is no npm run ${name}`);
  });
});
