/**
 * Gets the text of a feed from an address or a file, for “Jouw feed”. Knows the network and its failures in words; nothing of what is in
 * the text. Asks the one address that was given, without cookies, and no other.
 */
import { problemWords } from '../../src/i18n/problems.ts';

/** Why there is no text, in a sentence for the person who gave the address. */
export class SourceError extends Error {}

/** The same limits as in a browser (feed/client.ts): what it would refuse is no good here either. */
const TIMEOUT = 10_000;
const MOST_BYTES = 10_000_000;
const { unread } = problemWords.nl;

/**
 * @returns the whole address
 * @throws SourceError when it is none that a site could use
 */
export function addressOf(written: string): string {
  const text = written.trim();
  if (!text) throw new SourceError('Vul het adres van je feed in. Heb je nog geen adres? Plak dan hieronder de tekst.');
  const address = URL.parse(text);
  if (!address)
    throw new SourceError(
      `Dit is geen heel adres. Begint het met https://? Bijvoorbeeld: https://${text.replace(/^\/+/, '').replace(/\s.*/s, '')}`,
    );
  if (!/^https?:$/.test(address.protocol))
    throw new SourceError('Geef een adres dat met https:// begint. Staat het bestand op je computer? Kies het dan hieronder.');
  return address.href;
}

/**
 * @param address a whole one
 * @throws SourceError
 */
export async function download(address: string): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(address, { credentials: 'omit', headers: { accept: 'application/json' }, signal });
    if (!response.ok) throw new SourceError(unread.status(response.status));
    return await textOf(response.body ?? new Blob().stream());
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (signal.aborted) throw new SourceError(unread.timeout);
    const secure = location.protocol === 'https:' && address.startsWith('http:');
    throw new SourceError(
      `${unread.network} Het kan ook zijn dat de site andere sites niet toestaat om dit bestand te lezen (CORS); een browser zegt niet welk van de twee het is. ${
        secure ? 'Dit adres begint met http: in plaats van https:, en dat laat je browser hier niet toe. ' : ''
      }Vraag de beheerder om “Access-Control-Allow-Origin: *” bij dit bestand: zonder dat werkt het op geen enkele andere site. Of plak de tekst hieronder.`,
    );
  }
}

/** @throws SourceError */
export async function readFile(file: Blob): Promise<string> {
  return textOf(file.stream());
}

/** As a browser reads it, but the byte order mark stays: it is something to tell. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const chunks: BlobPart[] = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value.slice());
    size += chunk.value.length;
    if (size <= MOST_BYTES) continue;
    await reader.cancel();
    throw new SourceError(unread['too-large']);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Blob(chunks).arrayBuffer());
}
