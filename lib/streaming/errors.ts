import { DomainError } from '@/lib/kernel/error';
import { MAX_HEARTBEATS } from './schema';

/** The refusals of streaming; a single bad heartbeat is answered in the receipt instead. */
export const streamingErrors = {
  videoNotFound: () =>
    new DomainError(
      'streaming/video-not-found',
      'missing',
      'No such video',
      'Check the id; GET /api/v1/contents?kind=video lists what there is. An article is no video.',
    ),
  viewerRefused: (pointer: string, detail: string) =>
    new DomainError(
      'streaming/viewer-refused',
      'invalid',
      'The viewer cannot be named so',
      `${pointer.slice(1)} ${detail}.`,
      { fields: [{ pointer: `?${pointer.slice(1)}`, message: detail }] },
    ),
  wrongCount: (count: number) =>
    new DomainError(
      'streaming/wrong-count',
      'invalid',
      `One to ${MAX_HEARTBEATS} heartbeats a request`,
      `This request has ${count}. Send them in parts; nothing of it was taken.`,
    ),
};
