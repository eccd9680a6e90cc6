/** The fixtures: feeds in test/fixtures/feed, one valid and one invalid for each rule of the reader, named after it. */

/** What a fixture says about itself, in keys that belong to the author. */
export interface Fixture {
  /** What must be reported, in this order; nothing when it isn't there. */
  _problems?: { path: string; code: string; effect: string; expected?: string }[];
  /** What must be read at these paths, where that is not what was written; `null` for nothing. */
  _reads?: Record<string, unknown>;
}

/** The names of the fixtures of a kind, without `.json`; the test server lists folders. */
export async function fixtureNames(kind: 'valid' | 'invalid'): Promise<string[]> {
  const names = (await (await fetch(`/test/fixtures/feed/${kind}/`)).json()) as string[];
  return names.map((name) => name.replace(/\.json$/, ''));
}

export async function fixture(kind: 'valid' | 'invalid', name: string): Promise<Fixture> {
  return (await (await fetch(`/test/fixtures/feed/${kind}/${name}.json`)).json()) as Fixture;
}

/** Every value in a feed that is not an object or list, with its path; keys that start with `_` are left out. */
export function* leaves(value: unknown, path = ''): Generator<[path: string, value: unknown]> {
  if (Array.isArray(value)) for (const [index, element] of value.entries()) yield* leaves(element, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) if (!key.startsWith('_')) yield* leaves(inner, path ? `${path}.${key}` : key);
  } else yield [path, value];
}

/** The value at a path; `undefined` where there is none. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const [key] of path.matchAll(/[^.[\]]+/g)) {
    found = typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined;
  }
  return found;
}
