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
  readonly message: string;
  /** The server's name of a field (a path, a pointer or `''`) and what it says of it. */
  readonly errors: readonly (readonly [string, string])[];
  /** Seconds to wait, when the server tells. */
  readonly wait: number | undefined;
  /** Parsed JSON, else text. */
  readonly response: unknown;
  /** What to fix, for the editor. */
  readonly note: string;
}

export interface Sending {
  readonly action: string;
  readonly encoding: 'json' | 'form';
  /** Own name to wire name. */
  readonly rename: ReadonlyMap<string, string>;
  /** The same for the same filled form, however often it is sent. */
  readonly key: string;
  /** Milliseconds to wait for an answer. */
  readonly patience: number;
}

/** A new idempotency key; also where a page is not on https, so without `crypto.randomUUID`. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The request for a body. As a form it is multipart, with lists as repeated keys; that and its headers need no CORS preflight. */
export function requestOf(body: JoinBody, { encoding, rename, key }: Omit<Sending, 'action' | 'patience'>): RequestInit {
  const entries = Object.entries(body).map(([name, value]) => [rename.get(name) ?? name, value] as const);
  // a server that has a page for people and an answer for programs gives the latter
  const headers = { accept: 'application/json' };
  if (encoding === 'json') {
    return {
      body: JSON.stringify(Object.fromEntries(entries)),
      // draft-ietf-httpapi-idempotency-key-header, 2.1: a structured field string, so in quotes
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
    };
  }
  const form = new FormData();
  for (const [name, value] of entries) for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  form.append('idempotency_key', key);
  return { body: form, headers };
}

/** Sends it once. Never rejects. */
export async function send(body: JoinBody, sending: Sending): Promise<Answer> {
  // the one case in which it is certain that nothing left
  if (navigator.onLine === false) return answerOf('offline');
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${sending.patience / 1000} seconds`));
      controller.abort();
    }, sending.patience);
  });
  try {
    const init: RequestInit = { method: 'POST', credentials: 'omit', signal: controller.signal, ...requestOf(body, sending) };
    // a fetch that the page replaced may not listen to the signal
    return await Promise.race([globalThis.fetch(sending.action, init).then(readAnswer), late]);
  } catch (error) {
    return answerOf('unknown', { note: String(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** An answer of which only a part is known. */
export const answerOf = (outcome: Outcome, more: Partial<Answer> = {}): Answer => ({
  outcome,
  message: '',
  errors: [],
  wait: undefined,
  response: undefined,
  note: '',
  ...more,
});

/** What an answer means. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, redirected } = response;
  const note = `status ${status}`;
  // an opaque answer: it went somewhere, and nothing can be known of it
  if (!status) return answerOf('unknown', { note: 'an answer that may not be read (CORS)' });
  const text = await response.text();
  let json: unknown;
  let isJson = true;
  try {
    json = JSON.parse(text);
  } catch {
    isJson = false;
  }
  const data = isObject(json) ? json : {};
  const more = { message: messageOf(data), errors: errorsOf(data), response: isJson ? json : text, note };
  if (status >= 500 && status !== 503) return answerOf('unknown', more);
  if (status === 429 || status === 503) return answerOf('busy', { ...more, wait: waitOf(response.headers.get('retry-after')) });
  if (status === 409) return answerOf('known', more);
  if (status === 413) return answerOf('large', more);
  const accepted = response.ok && !refuses(json, data, more.errors);
  if (!accepted && (response.ok || status === 400 || status === 422) && more.errors.length) return answerOf('invalid', more);
  if (!accepted) return answerOf('refused', more);
  // a page for people: a thank-you, a log-in, a firewall; a program can't tell which
  if (!isJson && (/^\s*</.test(text) || (text.trim() && /html/i.test(response.headers.get('content-type') ?? '')))) {
    return answerOf('unknown', { note: `a web page instead of an answer${redirected ? ', after a redirect' : ''}`, response: text });
  }
  return answerOf('joined', more);
}

/** Status 200, and yet no: how form services, WordPress and its plug-ins say it. */
function refuses(json: unknown, data: object, errors: Answer['errors']): boolean {
  if (json === false || json === 0 || json === -1) return true;
  const no = ['ok', 'success', 'is_valid'].some((key) => /^(false|0)$/.test(String(entry(data, key))));
  const status = entry(data, 'status');
  return (
    no ||
    !!entry(data, 'error') ||
    errors.length > 0 ||
    (typeof status === 'string' && /fail|inval|error|spam|abort|missing|den(y|ied)/i.test(status))
  );
}

/** A sentence for people: RFC 9457 `detail` and `title`, or what is common; never markup. */
function messageOf(data: object): string {
  return first(data, 'message', 'detail', 'title', 'error');
}

function first(data: object, ...keys: string[]): string {
  for (const key of keys) {
    const value = entry(data, key);
    if (typeof value === 'string' && value.trim() && !/<[a-z!/]/i.test(value)) return value.trim().slice(0, 500);
  }
  return '';
}

/**
 * What is wrong per field: `errors` as an array of objects (RFC 9457 §3 has `pointer` and `detail`) or texts, or as a map from a name to
 * a text or texts; also under the names that RFC 7807 and two WordPress plug-ins use.
 */
function errorsOf(data: object): [string, string][] {
  const found = LISTS.map((key) => entry(data, key)).find((value) => typeof value === 'object' && value !== null);
  const pairs: (readonly [unknown, unknown])[] = Array.isArray(found)
    ? found.map((error: unknown) =>
        isObject(error)
          ? [NAMES.map((key) => entry(error, key)).find(Boolean), first(error, 'detail', 'message', 'reason', 'msg', 'title')]
          : ['', error],
      )
    : Object.entries(found ?? {});
  return pairs.slice(0, 50).map(([name, value]) => {
    const path: readonly unknown[] = Array.isArray(name) ? name : [name];
    const text: unknown = Array.isArray(value) ? value[0] : value;
    return [path.filter((part) => typeof part === 'string').join('.'), first({ text }, 'text')];
  });
}

const LISTS = ['errors', 'invalid-params', 'invalid_fields', 'validation_messages'];
const NAMES = ['pointer', 'field', 'name', 'path', 'param', 'loc'];

/** The field that a server means by a name, a JSON pointer (`#/email`) or a path (`body.email`, `needs[0]`). */
export function fieldMeant<T extends { readonly name: string; readonly wire: string }>(name: string, fields: readonly T[]): T | undefined {
  const parts = [name, ...name.split(/[^\w-]+/)].map((part) => part.toLowerCase());
  return fields.find((field) => parts.includes(field.wire.toLowerCase())) ?? fields.find((field) => parts.includes(field.name));
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds or a date. Of another site it can be read only when that site allows it. */
function waitOf(value: string | null): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}

/** A letter that has been written already, for the visitor's own mail program (RFC 6068). */
export function mailAddress(email: string, subject: string, lines: readonly string[]): string {
  // half a character makes encodeURIComponent throw
  const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r\n?|\n/g, '\r\n'));
  return `mailto:${email}?subject=${encode(subject)}&body=${encode(lines.join('\n'))}`;
}
