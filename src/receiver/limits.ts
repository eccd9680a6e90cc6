/** How many requests are let in: token buckets, in memory only. Knows names of buckets and the time; knows no requests. */

interface Bucket {
  tokens: number;
  /** When `tokens` was right (milliseconds since 1970). */
  at: number;
}

const MINUTE = 60_000;
/** The most buckets that are remembered; the one longest unused goes first. */
const MOST = 20_000;

export class Limiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param perMinute how many a minute, and how many at once after a quiet minute; 0 for no limit */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Takes one from a bucket.
   * @param now milliseconds since 1970
   * @returns 0 when there was one, else the seconds until there is
   */
  take(name: string, now: number): number {
    const most = this.#perMinute;
    if (!most) return 0;
    const bucket = this.#buckets.get(name) ?? { tokens: most, at: now };
    bucket.tokens = Math.min(most, bucket.tokens + (Math.max(0, now - bucket.at) / MINUTE) * most);
    bucket.at = now;
    // the map keeps the order in which they were last used
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > MOST) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / most) * 60);
    bucket.tokens--;
    return 0;
  }
}

/**
 * The bucket of an address. A household or a machine has a whole /64 of IPv6 to choose from, so that counts as one.
 */
export function bucketOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const [, v4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain) ?? [];
  if (v4 || !plain.includes(':')) return v4 ?? plain;
  const [head = '', tail] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** The address that a proxy in front of us saw: the last it wrote down itself; what stands before it anyone can have made up. */
export function forwardedAddress(request: Request): string | undefined {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || undefined;
}
