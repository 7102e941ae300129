import { type DecideComment, decideComment } from './decide-comment';

/** Takes a comment out of everybody's sight. Error: community/comment-not-found. */
export function hideComment({ reason, ...call }: DecideComment & { reason: string }): Promise<void> {
  return decideComment(call, reason);
}
