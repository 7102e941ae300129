import { type DecideComment, decideComment } from './decide-comment';

/** Shows a hidden comment again. Error: community/comment-not-found. */
export function showComment(call: DecideComment): Promise<void> {
  return decideComment(call, null);
}
