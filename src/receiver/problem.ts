/** Refusals as problem details (RFC 9457). Knows HTTP; knows no joins and no words. */

/** What is wrong in one field: a JSON pointer into the body, and what to do about it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What is known of a refusal. */
export interface ProblemOptions {
  /** One sentence for the visitor, with what to fix. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Thrown where a request can't go on. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly #options: ProblemOptions;

  constructor(status: number, options: ProblemOptions) {
    super(options.detail);
    this.status = status;
    this.#options = options;
  }

  get errors(): readonly FieldError[] {
    return this.#options.errors ?? [];
  }

  /** The answer. `type` is “about:blank”: the status says what kind of problem it is (§4.2.1). */
  toResponse(): Response {
    const { detail, errors, headers } = this.#options;
    const { status } = this;
    const body = { type: 'about:blank', title: TITLES[status], status, detail, ...(errors?.length && { errors }) };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
  }
}

/** A name as a part of a JSON pointer (RFC 6901, §3). */
export function pointerTo(name: string): string {
  return `#/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
