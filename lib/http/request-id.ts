import { randomUUID } from 'node:crypto';

/** The name of a request in logs, answers and the audit log: the caller's own when it is a plain word, else a new one. */
export function requestIdOf(request: Request): string {
  return request.headers.get('x-request-id')?.match(/^[\w.-]{1,64}$/)?.[0] ?? randomUUID();
}
