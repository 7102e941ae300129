import { DomainError } from '@/lib/kernel/error';

/** The refusals of settlements. */
export const settlementErrors = {
  creatorNotFound: () =>
    new DomainError(
      'settlement/creator-not-found',
      'missing',
      'No settlements of this creator',
      'A creator sees their own; leave creatorId out.',
    ),
};
