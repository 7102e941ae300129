import { DomainError, type FieldError } from '@/lib/kernel/error';

/** The refusals that any door may answer with. */
export const httpErrors = {
  malformedJson: (where: string) =>
    new DomainError('platform/malformed-json', 'malformed', 'The body is not JSON', `${where}. Send valid JSON.`),
  tooDeep: (levels: number) =>
    new DomainError(
      'platform/too-deep',
      'malformed',
      'The body is nested too deeply',
      `Brackets nest more than ${levels} levels deep; no request needs more than five.`,
    ),
  invalid: (fields: FieldError[]) => {
    const list = fields.map((field) => `${field.pointer || 'body'}: ${field.message}`).join('; ');
    return new DomainError('platform/invalid', 'invalid', 'Some fields need another value', list, { fields });
  },
  noSuchDoor: () =>
    new DomainError(
      'platform/no-such-door',
      'missing',
      'There is no such address in the API',
      'Check the path against GET /api/openapi.json.',
    ),
  tooLarge: (bytes: number) =>
    new DomainError(
      'platform/too-large',
      'too-large',
      'The body is too large',
      `The body is larger than ${bytes.toLocaleString('en')} bytes. Send it in smaller parts.`,
    ),
  rateLimited: (rate: { requestsPerSecond: number; burst: number }, retryAfterSeconds: number) =>
    new DomainError(
      'platform/rate-limited',
      'limited',
      'Too many requests',
      `At most ${rate.requestsPerSecond} requests a second, with bursts of ${rate.burst}. Send the same again in ${retryAfterSeconds} s; nothing was counted.`,
      { retryAfterSeconds },
    ),
  tooManyTries: (retryAfterSeconds: number) =>
    new DomainError(
      'accounts/too-many-tries',
      'limited',
      'Too many tries from this address',
      `Check the key or the sign-in, and come again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    ),
  idempotencyKeyTooLong: () =>
    new DomainError(
      'platform/idempotency-key-too-long',
      'invalid',
      'The Idempotency-Key is too long',
      'Send 1 to 255 printable ASCII characters, such as a UUID.',
    ),
  idempotencyKeyReused: () =>
    new DomainError(
      'platform/idempotency-key-reused',
      'invalid',
      'This Idempotency-Key belongs to another request',
      'It was sent before with another address or body. Make a new key for each new operation; nothing was done.',
    ),
  unexpected: () =>
    new DomainError(
      'platform/unexpected',
      'unavailable',
      'Something went wrong on our side',
      'Nothing of this request was kept unless an earlier answer said so. Try again; if it happens again, report the request id.',
    ),
  busy: () =>
    new DomainError(
      'platform/busy',
      'unavailable',
      'The database is busy or restarting',
      'Send the same again after the time that Retry-After names. What was kept all the same is not done twice: events go by their ids, other writes by their Idempotency-Key.',
      { retryAfterSeconds: 2 },
    ),
  notTheCron: () =>
    new DomainError(
      'accounts/not-the-cron',
      'unauthenticated',
      'Only the scheduler may ask this',
      'Send `Authorization: Bearer <CRON_SECRET>`; without CRON_SECRET in the settings nobody may.',
    ),
  notTheMonitor: () =>
    new DomainError(
      'accounts/not-the-monitor',
      'unauthenticated',
      'Only monitoring may ask this',
      'Send `Authorization: Bearer <METRICS_TOKEN>`, or <CRON_SECRET>; without either in the settings nobody may.',
    ),
};
