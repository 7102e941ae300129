import { DomainError } from '@/lib/kernel/error';

const field = (pointer: string, message: string) => ({ fields: [{ pointer, message }] });
const invalid = (code: string, title: string, pointer: string, message: string) =>
  new DomainError(code, 'invalid', title, message, field(pointer, message));

/** The refusals of ads. */
export const adErrors = {
  notFound: () =>
    new DomainError(
      'ads/not-found',
      'missing',
      'No such ad',
      'Check the id; GET /api/v1/ads lists the ads you may see.',
    ),
  nameTaken: (name: string) =>
    new DomainError(
      'ads/name-taken',
      'conflict',
      'This name is taken',
      `Another ad is called "${name}". Choose a different name.`,
      field('/name', 'is taken by another ad; choose a different one'),
    ),
  notLive: (state: string) =>
    new DomainError(
      'ads/not-live',
      'conflict',
      'This ad takes nobody now',
      `It is ${state}. Ask for the joinable ads.`,
    ),
  soldOut: () =>
    new DomainError(
      'ads/sold-out',
      'conflict',
      'All places are taken',
      'Ask for the joinable ads and join another one.',
    ),
  notEligible: (detail: string) => new DomainError('ads/not-eligible', 'conflict', 'This ad is for others', detail),
  alreadyJoined: () =>
    new DomainError(
      'ads/already-joined',
      'conflict',
      'Joined already',
      'A member joins an ad once; the reward is on its way or paid.',
    ),
  ended: () =>
    new DomainError('ads/ended', 'conflict', 'This ad has ended', 'An ended ad stays as it is. Register a new one.'),
  periodReversed: () =>
    invalid(
      'ads/period-reversed',
      'The period ends before it begins',
      '/endsAt',
      'is not after startsAt; choose a later end',
    ),
  periodPast: () => invalid('ads/period-past', 'The period is over', '/endsAt', 'has passed; choose a later end'),
  placesBelowUsed: (used: number) =>
    invalid(
      'ads/places-below-used',
      'So many have joined already',
      '/places',
      `is less than the ${used} who have joined; send at least ${used}`,
    ),
  unknownCondition: (index: number, adId: number) =>
    invalid(
      'ads/unknown-condition',
      'A condition names no ad',
      `/eligibility/${index}/adId`,
      `names no other ad: ${adId}`,
    ),
  notAnAdvertiser: (ownerId: number) =>
    invalid(
      'ads/not-an-advertiser',
      'The owner has to be an advertiser',
      '/ownerId',
      `Person ${ownerId} does not exist or has no advertiser role. An admin grants it on the People page.`,
    ),
  ownerNotYours: () =>
    invalid('ads/owner-not-yours', 'Only an admin registers for others', '/ownerId', 'is another person; leave it out'),
  unknownImage: () =>
    invalid('ads/unknown-image', 'No such picture', '/imageUrl', 'was never uploaded here; upload the picture first'),
  draftNotFound: () =>
    new DomainError(
      'ads/draft-not-found',
      'missing',
      'No such draft',
      'It was published or deleted; GET /api/v1/ad-drafts lists yours.',
    ),
  tooManyDrafts: (most: number) =>
    new DomainError(
      'ads/too-many-drafts',
      'conflict',
      'Too many drafts',
      `One person keeps at most ${most}. Publish or delete one first.`,
    ),
  draftOwnerMissing: () =>
    invalid('ads/draft-owner-missing', 'Whose draft?', '/ownerId', 'is missing; a key has to name the person'),
  rangeReversed: () =>
    invalid('ads/range-reversed', 'The time ends before it begins', '?from', 'is after to; choose an earlier one'),
  memberMissing: () =>
    invalid('ads/member-missing', 'Who joins?', '/memberId', 'is missing; a key has to name the member'),
};
