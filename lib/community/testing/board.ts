import { randomUUID } from 'node:crypto';
import { SYSTEM } from '@/lib/accounts/actor';
import { createComment } from '../create-comment';
import { createPost } from '../create-post';
import { type Offer, PostCreate } from '../schema';

/** A member nobody else has, so that no pace of another test is theirs. */
export const somebody = () => `member ${randomUUID()}`;

type Written = { authorId?: string; kind?: 'admin' | 'notice' | 'member'; offer?: Offer; now?: Date };

/** A post on the board. */
export function writePost({ authorId = somebody(), kind = 'member', offer, now = new Date() }: Written = {}) {
  const wanted = PostCreate.parse({ kind, title: 'a post', body: 'a **body**', ...(offer && { offer }) });
  return createPost({ wanted, authorId, actor: SYSTEM, requestId: 'test', now, answer: null });
}

/** A comment on it. */
export function writeComment(postId: number, memberId = somebody(), now = new Date()) {
  return createComment({ postId, memberId, body: 'a comment', locale: 'ko', now, answer: null });
}
