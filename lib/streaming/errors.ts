import { DomainError } from '@/lib/kernel/error';
import { MAX_HEARTBEATS } from './schema';

/** The refusals of streaming; a single bad heartbeat is answered in the receipt instead. */
export const streamingErrors = {
  wrongCount: (count: number) =>
    new DomainError(
      'streaming/wrong-count',
      'invalid',
      `One to ${MAX_HEARTBEATS} heartbeats a request`,
      `This request has ${count}. Send them in parts; nothing of it was taken.`,
    ),
};
