/** Which sites may send a form from a visitor's browser and read the answer (the CORS protocol of the Fetch standard). */

export class Origins {
  readonly #allowed: ReadonlySet<string>;

  /** @param origins `https://example.org`; `*` for every site */
  constructor(origins: readonly string[]) {
    this.#allowed = new Set(origins.map((origin) => (origin === '*' || origin === 'null' ? origin : new URL(origin).origin)));
  }

  /** Whether a request may come from where it says; one without an origin is no browser's on another site. */
  allows(origin: string | null, own: readonly string[]): boolean {
    return origin === null || this.#allowed.has('*') || this.#allowed.has(origin) || own.includes(origin);
  }

  /** The answer, readable where it was asked for. */
  mark(response: Response, origin: string | null): Response {
    response.headers.append('vary', 'origin');
    if (origin !== null) {
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-expose-headers', 'retry-after');
    }
    return response;
  }

  /** The answer to the question that a browser asks first (a preflight). */
  preflight(origin: string | null): Response {
    const headers = {
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, idempotency-key',
      'access-control-max-age': '7200',
    };
    return this.mark(new Response(null, { status: 204, headers }), origin);
  }
}
