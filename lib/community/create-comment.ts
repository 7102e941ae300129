import type { Locale } from '@/lib/kernel/locale';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import { communityErrors } from './errors';
import { holdPace } from './hold-pace';
import { moveStanding } from './live-board';
import type { CommentMade } from './schema';
import { writeComments } from './write-comments';

export type CreateComment = {
  postId: number;
  memberId: string;
  body: string;
  /** In which a coupon is written about. */
  locale: Locale;
  now: Date;
  answer: FirstAnswer | null;
};

/**
 * Comments on a post, and wins a coupon of an admin's post for the first who do (points rule 4). Resolves after the
 * commit. Those who come together share a transaction, so that a post that everybody comments on is locked once for all
 * of them, and the connections of this process do not all wait for it. Errors: community/post-not-found, community/too-fast.
 */
export async function createComment(wish: CreateComment): Promise<CommentMade> {
  await holdPace('comment', wish.memberId);
  const made = await gatherer()(wish);
  if (!made) throw communityErrors.postNotFound();
  await moveStanding(wish.memberId, wish.now);
  return made;
}

const gatherer = () =>
  singleton('comments', () =>
    gather<CreateComment, CommentMade | null>({
      run: writeComments,
      sizeOf: () => 1,
      maxSize: 100,
      lanes: 2,
      maxWaiting: 5000,
      maxWaitMilliseconds: 5000,
    }),
  );
