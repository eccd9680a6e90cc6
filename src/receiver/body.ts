/**
 * The body of a request, whichever way the form sent it, as one flat object. Knows HTTP and encodings; the schema says which field is a
 * list, a number or a tick, where an encoding has only text. Judges nothing that is in it.
 */
import { joinBodySchema } from '../feed/join-body.ts';
import { pointerTo, Problem } from './problem.ts';
import type { ReceiverWords } from './words.ts';

/** Fields by the names they came under. */
export type Fields = Readonly<Record<string, unknown>>;

const types = Object.fromEntries(
  Object.entries(joinBodySchema().properties as Record<string, { type?: string }>).map(([name, { type }]) => [name, type]),
);

const ACCEPTED = 'application/json, multipart/form-data, application/x-www-form-urlencoded';

/**
 * Reads a body of at most `limit` bytes.
 * @param names the field that is meant by a name on the wire (a feed may rename fields, docs/join.md)
 * @throws Problem 400, 413 or 415
 */
export async function readFields(
  request: Request,
  { limit, names, words }: { limit: number; names: ReadonlyMap<string, string>; words: ReceiverWords },
): Promise<Fields> {
  const contentType = request.headers.get('content-type') ?? '';
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  const json = /^application\/(?:[\w.-]+\+)?json$/.test(type);
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') throw new Problem(415, { detail: words.compressed, headers: { 'accept-encoding': 'identity' } });
  if (!json && !ACCEPTED.split(', ').includes(type))
    throw new Problem(415, { detail: words.contentType, headers: { 'accept-post': ACCEPTED } });

  const bytes = await readBytes(request, limit, words);
  // "needs[]" is how receivers in PHP want a list
  const rename = (name: string): string => names.get(name) ?? (types[name.slice(0, -2)] === 'array' ? name.replace(/\[\]$/, '') : name);
  if (json) {
    const value = parseJson(bytes, words);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), one as unknown]));
  }
  return formFields(await parseForm(bytes, contentType, words), rename, words);
}

/** The whole body, counted as it comes in: `Content-Length` may be missing or untrue. */
async function readBytes(request: Request, limit: number, words: ReceiverWords): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): Problem => new Problem(413, { detail: words.tooLarge(limit), headers: { connection: 'close' } });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      size += chunk.value.length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk.value);
    }
  } catch (error) {
    reader?.cancel().catch(() => undefined);
    throw error instanceof Problem ? error : new Problem(400, { detail: words.cutOff });
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function parseJson(bytes: Uint8Array, words: ReceiverWords): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(400, { detail: words.notJson });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Problem(400, { detail: words.notObject });
  return value;
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string, words: ReceiverWords): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new Problem(400, { detail: words.notForm });
  }
}

/** A form has only text: lists are repeated names, what is empty was not answered. */
function formFields(form: FormData, rename: (name: string) => string, words: ReceiverWords): Fields {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const wire of new Set(form.keys())) {
    const name = rename(wire);
    const texts = form.getAll(wire).map((value) => {
      if (typeof value === 'string') return value;
      throw new Problem(422, { detail: words.invalid, errors: [{ pointer: pointerTo(wire), detail: words.file }] });
    });
    const filled = texts.filter((text) => text.trim());
    if (!filled.length) continue;
    const last = filled.at(-1)!;
    fields[name] = valueOf(types[name], filled, last);
  }
  return { ...fields };
}

function valueOf(type: string | undefined, texts: readonly string[], last: string): unknown {
  switch (type) {
    case 'array':
      return texts;
    case 'boolean':
      return /^(true|on|1|yes|ja)$/i.test(last) ? true : /^(false|off|0|no|nee)$/i.test(last) ? false : last;
    case 'integer':
      return /^-?\d{1,15}$/.test(last) ? Number(last) : last;
    case undefined:
      return texts.length > 1 ? texts : last;
    default:
      return last;
  }
}
