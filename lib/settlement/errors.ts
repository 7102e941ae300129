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
  videoNotFound: () =>
    new DomainError(
      'settlement/video-not-found',
      'missing',
      'No settlement of this video',
      'A creator sees the videos that are or were their own; look at the list of your settlement.',
    ),
};
