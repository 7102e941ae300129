import { actingAuthor } from '@/lib/community/acting-author';
import { deleteComment } from '@/lib/community/delete-comment';
import { ByMember, Comment, CommentUpdate, PostPath } from '@/lib/community/schema';
import { updateComment } from '@/lib/community/update-comment';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const PATCH = route({
  summary: "Changes one's own comment.",
  scope: 'posts:write',
  params: PostPath,
  body: CommentUpdate,
  response: Comment,
  handle: ({ params, body, actor, now }) =>
    updateComment({ id: idOf(params.id), body: body.body, authorId: actingAuthor(actor, body.memberId), now }),
});

export const DELETE = route({
  summary: "Takes one's own comment back; a coupon that it won stays.",
  scope: 'posts:write',
  params: PostPath,
  body: ByMember,
  emptyBody: true,
  status: 204,
  handle: ({ params, body, actor, now }) =>
    deleteComment({ id: idOf(params.id), authorId: actingAuthor(actor, body.memberId), now }),
});
