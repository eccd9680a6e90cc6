/**
 * Sending a filled form, and what the answer means. Never takes a refusal, a web page or silence for success, never follows an address
 * that the server gives. Knows HTTP and the shapes in which receivers answer; knows no markup and no words.
 */
import type { JoinBody } from '../../feed/join-body.ts';
import { entry, isObject } from '../../feed/problem.ts';

/**
 * - `joined`: accepted · `invalid`: refused, with what is wrong per field · `known`: there already (409) · `large`: too much (413)
 * - `busy`: not now (429, 503) · `refused`: not accepted for another reason · `offline`: not sent
 * - `unknown`: it may or may not have arrived: no answer, none in time, a server in trouble, or an answer that can't be read
 */
export type Outcome = 'joined' | 'invalid' | 'known' | 'large' | 'busy' | 'refused' | 'offline' | 'unknown';

export interface Answer {
  readonly outcome: Outcome;
  /** What the server wants to say to the visitor, as text. */
  readonly message?: string;
  /** The server's name of a field (a path, a pointer or `''`) and what it says of it. */
  readonly errors?: readonly (readonly [string, string])[];
  /** Seconds to wait, when the server tells. */
  readonly wait?: number | undefined;
  /** Parsed JSON, else text. */
  readonly response?: unknown;
  /** What happened, for the editor. */
  readonly note?: string;
}

/** A field, by its own name and by that on the wire. */
export interface Wired {
  readonly name: string;
  readonly wire: string;
}

export interface Sending {
  readonly action: string;
  readonly encoding: string;
  /** What says where a field goes. */
  readonly fields: readonly Wired[];
  /** As a form: the receiver keeps the last of a name that comes more than once, unless it ends in `[]` (PHP). */
  readonly brackets?: boolean;
  /** The same for the same filled form, however often it is sent. */
  readonly key: string;
  /** Milliseconds to wait for an answer. */
  readonly patience: number;
}

/** The request for a body. As a form it is multipart, with lists as repeated keys; that and its headers need no CORS preflight. */
export function requestOf(body: JoinBody, { encoding, fields, brackets, key }: Omit<Sending, 'action' | 'patience'>): RequestInit {
  const entries = Object.entries(body).map(([name, value]) => [fields.find((field) => field.name === name)?.wire ?? name, value] as const);
  // a server that has a page for people and an answer for programs gives the latter
  const headers: Record<string, string> = { accept: 'application/json' };
  if (encoding !== 'form') {
    headers['content-type'] = 'application/json';
    // draft-ietf-httpapi-idempotency-key-header, 2.1: a structured field string, so in quotes
    headers['idempotency-key'] = `"${key}"`;
    return { body: JSON.stringify(Object.fromEntries(entries)), headers };
  }
  const form = new FormData();
  for (const [name, value] of [...entries, ['idempotency_key', key] as const])
    for (const one of [value].flat()) form.append(brackets && Array.isArray(value) ? name.replace(/(\[\])?$/, '[]') : name, String(one));
  return { body: form, headers };
}

/** Sends it once. Never rejects. */
export async function send(body: JoinBody, sending: Sending): Promise<Answer> {
  // the one case in which it is certain that nothing left
  if (navigator.onLine === false) return { outcome: 'offline', note: 'no connection' };
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      globalThis
        .fetch(sending.action, { method: 'POST', credentials: 'omit', signal: controller.signal, ...requestOf(body, sending) })
        .then(readAnswer),
      // a fetch that the page replaced may not listen to the signal
      new Promise<Answer>((resolve) => {
        timer = setTimeout(() => (resolve({ outcome: 'unknown', note: 'no answer in time' }), controller.abort()), sending.patience);
      }),
    ]);
  } catch (error) {
    return { outcome: 'unknown', note: String(error) };
  } finally {
    clearTimeout(timer);
  }
}

const OUTCOMES: Readonly<Record<number, Outcome>> = { 409: 'known', 413: 'large', 429: 'busy', 503: 'busy' };

/** What an answer means. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, ok, headers } = response;
  const text = await response.text();
  let json: unknown;
  let page = /^\s*</.test(text) || (!!text.trim() && /html/i.test(headers.get('content-type') ?? ''));
  try {
    json = JSON.parse(text);
    page = false;
  } catch {
    json = text;
  }
  const data = isObject(json) ? json : {};
  const errors = errorsOf(data);
  const refused = !ok || /^(false|0|-1)$/.test(String(json)) || refuses(data, errors);
  const more = { message: first(data, ['message', 'detail', 'title', 'error']), errors, response: json, note: `status ${status}` };
  // an opaque answer has no status: it went somewhere, and nothing can be known of it
  const outcome: Outcome =
    OUTCOMES[status] ??
    (!status || status >= 500
      ? 'unknown'
      : refused
        ? errors.length && (ok || /400|422/.test(`${status}`))
          ? 'invalid'
          : 'refused'
        : // a page for people: a thank-you, a log-in, a firewall; a program can't tell which
          page
          ? 'unknown'
          : 'joined');
  return { ...more, outcome, wait: waitOf(headers.get('retry-after')) };
}

/** Status 200, and yet no: how form services, WordPress and its plug-ins say it. */
function refuses(data: object, errors: readonly unknown[]): boolean {
  const says = (key: string, no: RegExp): boolean => no.test(String(entry(data, key)));
  return (
    ['ok', 'success', 'is_valid'].some((key) => says(key, /^(false|0)$/)) ||
    says('status', /fail|inval|error|spam|abort|missing|den(y|ied)/i) ||
    !!entry(data, 'error') ||
    errors.length > 0
  );
}

/** The first of these keys that holds a sentence for people; never markup. */
function first(data: object, keys: readonly string[]): string {
  const texts = keys.map((key) => entry(data, key));
  const found = texts.find((text) => typeof text === 'string' && text.trim() && !/<[a-z!/]/i.test(text));
  return ((found as string | undefined) ?? '').trim().slice(0, 500);
}

const LISTS = ['errors', 'invalid-params', 'invalid_fields', 'validation_messages'];
const NAMES = ['pointer', 'field', 'name', 'path', 'param', 'loc'];
const TEXTS = ['detail', 'message', 'reason', 'msg', 'title'];

/**
 * What is wrong per field: `errors` as an array of objects (RFC 9457 §3 has `pointer` and `detail`) or texts, or as a map from a name to
 * a text or texts; also under the names that RFC 7807 and two WordPress plug-ins use.
 */
function errorsOf(data: object): [string, string][] {
  const found = LISTS.map((key) => entry(data, key)).find((value) => typeof value === 'object' && value !== null);
  return Object.entries(found ?? {})
    .slice(0, 50)
    .map(([key, value]) => {
      const [text] = [value].flat() as unknown[];
      // a path may be a list of names
      if (isObject(value)) return [(NAMES.flatMap((name) => entry(value, name) ?? []) as string[]).join('/'), first(value, TEXTS)];
      return [key, first({ text }, ['text'])];
    });
}

/** The field that a server means by a name, a JSON pointer (`#/email`) or a path (`body.email`, `needs[0]`). */
export function fieldMeant<T extends Wired>(name: string, fields: readonly T[]): T | undefined {
  const parts = [...name.split('/'), ...name.split(/[^\w-]+/)].map((part) => part.toLowerCase());
  return fields.find((field) => parts.includes(field.wire.toLowerCase())) ?? fields.find((field) => parts.includes(field.name));
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds or a date. Of another site it can be read only when that site allows it. */
function waitOf(value: string | null): number | undefined {
  const seconds = /^\d+$/.test(value ?? '') ? Number(value) : (Date.parse(value ?? '') - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}
