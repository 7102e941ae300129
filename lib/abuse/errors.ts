import { DomainError } from '@/lib/kernel/error';

/** The refusals of the abuse desk. */
export const abuseErrors = {
  blockNotFound: () =>
    new DomainError('abuse/block-not-found', 'missing', 'No such block', 'See the list of blocks for their ids.'),
  alreadyBlocked: (id: number) =>
    new DomainError(
      'abuse/already-blocked',
      'conflict',
      'This viewer is blocked already',
      `Block ${id} reaches as far back. Lift it first to block from a later moment on.`,
    ),
  tooMuch: () =>
    new DomainError(
      'abuse/period-too-busy',
      'invalid',
      'Too many events in this period',
      'Looking through them took longer than 15 seconds. Choose fewer days.',
      { fields: [{ pointer: '?from', message: 'begins a period with too many events to look through at once' }] },
    ),
};
