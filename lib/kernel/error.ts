/** What a refusal is, independent of any protocol; `lib/http/problem.ts` alone turns a kind into a status. */
export type ErrorKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'limited'
  | 'unavailable';

/** One wrong field: a JSON pointer into the body (or `?name` for a query), what is wrong and the remedy. */
export type FieldError = { pointer: string; message: string };

/** What a program needs to go on, such as a balance and a price; members of the problem's body. */
type Facts = Record<string, string | number | null>;

type Extra = { fields?: FieldError[]; retryAfterSeconds?: number; facts?: Facts };

/** A refusal with a stable code such as `content/not-found`. Titles are for people, codes are for programs. */
export class DomainError extends Error {
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly facts: Facts;

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly title: string,
    readonly detail: string,
    extra: Extra = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DomainError';
    this.fields = extra.fields ?? [];
    this.retryAfterSeconds = extra.retryAfterSeconds;
    this.facts = extra.facts ?? {};
  }
}
