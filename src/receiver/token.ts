/**
 * Signed links: a join, until when, and a signature (HMAC-SHA-256) over both and the address the letter went to. Knows cryptography; knows
 * no database. Who can read a link has got the letter; nothing in it says who that is.
 */
const encoder = new TextEncoder();
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');

/** What a link says. */
export interface Claim {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Signs and checks the links of one secret. */
export class Signer {
  readonly #key: Promise<CryptoKey>;

  /** @param secret at least 32 characters that nobody can guess */
  constructor(secret: string) {
    this.#key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  }

  async sign(claim: Claim, address: string): Promise<string> {
    const signature = await crypto.subtle.sign('HMAC', await this.#key, signed(claim, address));
    return `${claim.id}.${claim.expires.toString(36)}.${toBase64Url(new Uint8Array(signature))}`;
  }

  /** What a link says of itself, not checked; `undefined` for what is no link of ours. */
  read(token: string): (Claim & { readonly signature: Uint8Array<ArrayBuffer> }) | undefined {
    const [, id, expires, signature] = /^([\da-f-]{36})\.([\da-z]{1,11})\.([\w-]{43})$/.exec(token) ?? [];
    if (!id || !expires || !signature) return undefined;
    const bytes = atob(signature.replaceAll('-', '+').replaceAll('_', '/'));
    return { id, expires: parseInt(expires, 36), signature: Uint8Array.from(bytes, (character) => character.charCodeAt(0)) };
  }

  /** Whether we signed this for this address; takes as long whatever is wrong. */
  async check({ signature, ...claim }: Claim & { readonly signature: Uint8Array<ArrayBuffer> }, address: string): Promise<boolean> {
    return crypto.subtle.verify('HMAC', await this.#key, signature, signed(claim, address));
  }
}

function signed({ id, expires }: Claim, address: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(['confirm', id, expires, address]));
}
