import { DomainError } from '@/lib/kernel/error';

const invalid = (code: string, title: string, pointer: string, message: string) =>
  new DomainError(code, 'invalid', title, message, { fields: [{ pointer, message }] });

/** The refusals of ad videos. */
export const adVideoErrors = {
  notFound: () =>
    new DomainError(
      'streaming/ad-video-not-found',
      'missing',
      'No such ad video',
      'Check the id; GET /api/v1/ad-videos lists the ones you may see.',
    ),
  unknownFile: () =>
    invalid(
      'streaming/unknown-file',
      'No such video file',
      '/url',
      'was never uploaded here; upload the video first with POST /api/v1/ad-videos/files',
    ),
  notASlot: (positions: readonly number[]) =>
    invalid(
      'streaming/not-a-slot',
      'There is no ad slot here',
      '?position',
      `is no ad slot of this video; its slots are at ${positions.join(', ') || 'no second at all'}`,
    ),
  noAd: () =>
    new DomainError(
      'streaming/no-ad',
      'missing',
      'No ad to show',
      'No ad video is active. Play on without one, and count no ad view.',
    ),
  rangeReversed: () =>
    invalid('streaming/range-reversed', 'The days end before they begin', '?from', 'is after to; swap them'),
  rangeTooLong: (days: number) =>
    invalid(
      'streaming/range-too-long',
      'So many days at once are too many',
      '?to',
      `at most ${days} days can be asked at once; ask in parts`,
    ),
};
