import type { FieldError } from '@/lib/kernel/error';

export type FetchInit = Omit<RequestInit, 'body'> & {
  /** Sent as JSON; makes the request a POST unless `method` says otherwise. */
  json?: unknown;
  /** Sent as it is; say what it is in `headers`. */
  text?: string;
  /** Added to the address; null, undefined and '' are left out. */
  query?: Record<string, string | number | boolean | null | undefined>;
};

type Facts = {
  code: string;
  title: string;
  detail: string;
  /** HTTP status; 0 when no answer came. */
  status: number;
  errors?: FieldError[];
  requestId?: string | null;
  retryAfterSeconds?: number | null;
};

/** What went wrong with a request, as the server said it (RFC 9457), or that no answer came. */
export class Problem extends Error {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly errors: FieldError[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(facts: Facts) {
    super(`${facts.code}: ${facts.detail}`);
    this.name = 'Problem';
    this.code = facts.code;
    this.title = facts.title;
    this.detail = facts.detail;
    this.status = facts.status;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }
}

/**
 * Asks our own API with the session's cookie and reads its JSON; 204 gives undefined.
 * Throws a Problem for every refusal, `platform/offline` when no answer came, and the AbortError of an aborted signal.
 */
export async function fetchJson<T>(path: string, init: FetchInit = {}): Promise<T> {
  return readAnswer(await send(path, init));
}

/** The JSON of an answer of our own API, however it was asked. Throws a Problem for every refusal. */
export async function readAnswer<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response);
  return readJson(response);
}

/** No answer came. */
export function offline(): Problem {
  return new Problem(OFFLINE);
}

async function send(path: string, { json, text, query, headers, ...init }: FetchInit): Promise<Response> {
  const sent = new Headers(headers);
  if (!sent.has('accept')) sent.set('accept', 'application/json');
  if (json !== undefined) sent.set('content-type', 'application/json');
  try {
    return await fetch(withQuery(path, query), {
      ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
      ...(text !== undefined && { method: 'POST', body: text }),
      ...init,
      headers: sent,
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw offline();
  }
}

const OFFLINE: Facts = {
  code: 'platform/offline',
  title: 'No connection',
  detail:
    'No answer came from Boxoffice, so it is unknown whether the request arrived. Check the connection and try again.',
  status: 0,
};

/** The shape is the caller's word: our own API answers, and its doors are tested. */
async function readJson(response: Response) {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new Problem(unreadable(response));
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const text = (name: string) => {
    const value = isRecord(body) ? body[name] : undefined;
    return typeof value === 'string' ? value : null;
  };
  const other = unreadable(response);
  return new Problem({
    code: text('code') ?? other.code,
    title: text('title') ?? other.title,
    detail: text('detail') ?? other.detail,
    status: response.status,
    errors: isRecord(body) && Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    requestId: text('requestId') ?? response.headers.get('x-request-id'),
    retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
  });
}

/** Something between the browser and Boxoffice answered, or the answer was cut short. */
function unreadable(response: Response): Facts {
  return {
    code: 'platform/unreadable',
    title: 'The answer could not be read',
    detail: `The server answered ${response.status} with something that is not ours. Try again; if it stays, ask whoever runs the server.`,
    status: response.status,
    requestId: response.headers.get('x-request-id'),
  };
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.message === 'string';
}

function withQuery(path: string, query: FetchInit['query']): string {
  const entries = Object.entries(query ?? {}).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (entries.length === 0) return path;
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return `${path}${path.includes('?') ? '&' : '?'}${search}`;
}
