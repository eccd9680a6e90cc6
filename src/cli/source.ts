/** Gets the text of a feed from a file, an address or standard input. Knows nothing of what is in it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

export interface Source {
  readonly name: string;
  readonly text: string;
  /** What relative addresses are resolved against. */
  readonly base?: string;
  /** Whether a relative address leads to a file; only for files. */
  readonly hasFile?: (address: string) => boolean;
}

export type Unreadable =
  | { readonly why: 'missing' | 'folder' | 'network' | 'timeout' | 'too-large' }
  | { readonly why: 'file'; readonly detail: string }
  | { readonly why: 'status'; readonly status: number };

/** Why there is no text. */
export class SourceError extends Error {
  readonly reason: Unreadable;

  constructor(reason: Unreadable) {
    super(reason.why);
    this.reason = reason;
  }
}

/** The same limits as in a browser (feed/client.ts): what it would refuse is no good here either. */
const TIMEOUT = 10_000;
const MOST_BYTES = 10_000_000;

/**
 * @param name a path, an https or http address, or `-`
 * @throws SourceError
 */
export async function readSource(name: string, input: AsyncIterable<Buffer> = process.stdin): Promise<Source> {
  if (name === '-') return { name, text: decode(await buffer(input)) };
  if (/^https?:/i.test(name)) return { name, text: decode(await download(name)), base: name };
  try {
    const text = decode(await readFile(name));
    const folder = path.dirname(name);
    return { name, text, hasFile: (address) => existsSync(path.join(folder, plainPath(address))) };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new SourceError({ why: 'missing' });
    if (code === 'EISDIR') throw new SourceError({ why: 'folder' });
    throw new SourceError({ why: 'file', detail: code ?? message });
  }
}

async function download(address: string): Promise<Uint8Array> {
  let response: Response;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    response = await fetch(address, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw new SourceError({ why: 'status', status: response.status });
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += (chunk as Uint8Array).length;
      if (size > MOST_BYTES) throw new SourceError({ why: 'too-large' });
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError({ why: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network' });
  }
  return Buffer.concat(chunks);
}

/** As a browser does, but the byte order mark stays: it is something to tell. */
function decode(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new SourceError({ why: 'too-large' });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function plainPath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
