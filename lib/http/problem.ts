import { DomainError, type ErrorKind } from '@/lib/kernel/error';
import { errorFacts } from '@/lib/platform/error-facts';
import { DISK_FULL, noteFullDisk } from '@/lib/platform/full-disk';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { httpErrors } from './errors';

const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  invalid: 422,
  limited: 429,
  unavailable: 503,
};

/** RFC 9457 body of a refusal, with these headers beside its own; `type` opens a page of the app that explains the code. */
export function problemResponse(error: unknown, requestId: string, others: Record<string, string> = {}): Response {
  const refusal = error instanceof DomainError ? error : unexpected(error, requestId);
  const status = statusOf(refusal);
  metrics().refusals.inc({ code: refusal.code });
  const body = {
    ...refusal.facts,
    type: `/problems/${refusal.code}`,
    title: refusal.title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    requestId,
    ...(refusal.fields.length > 0 && { errors: refusal.fields }),
  };
  const headers = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(refusal.retryAfterSeconds !== undefined && { 'retry-after': String(refusal.retryAfterSeconds) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...others,
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The HTTP status of a refusal: by its kind, and 500 for what nobody foresaw. */
export function statusOf({ code, kind }: DomainError): number {
  return code === 'platform/unexpected' ? 500 : STATUS[kind];
}

// Postgres: connection failures (08), too many connections and a full disk (53), statement timeout and shutdown (57), lock timeout (55P03), deadlock and serialization (40), and a standby that is not promoted yet (25006).
const RETRYABLE = /^(08|53|57|55P03|40|25006)/;
const LOST_CONNECTION = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE/;

function unexpected(error: unknown, requestId: string): DomainError {
  const causes = causesOf(error);
  if (causes.some(({ code }) => code === DISK_FULL)) noteFullDisk();
  const busy = causes.some(
    (cause) => RETRYABLE.test(String(cause.code ?? '')) || LOST_CONNECTION.test(`${cause.code} ${cause.message}`),
  );
  if (busy) {
    const { stack: _, ...facts } = errorFacts(error);
    log().warn({ requestId, error: facts }, 'busy');
    return httpErrors.busy();
  }
  log().error({ requestId, error: errorFacts(error) }, 'unexpected');
  return httpErrors.unexpected();
}

function causesOf(error: unknown): { code?: unknown; message?: unknown }[] {
  const causes: { code?: unknown; message?: unknown }[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = 'cause' in cause ? cause.cause : null) {
    causes.push(cause);
  }
  return causes;
}
