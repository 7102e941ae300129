import { actingAuthor } from '@/lib/community/acting-author';
import { createComment } from '@/lib/community/create-comment';
import { listPostComments } from '@/lib/community/queries/list-post-comments';
import { CommentCreate, CommentList, CommentMade, CommentQuery, PostPath } from '@/lib/community/schema';
import { whoReads } from '@/lib/community/who-reads';
import { localeOfRequest } from '@/lib/http/locale-of-request';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const GET = route({
  summary: "A post's comments, oldest first.",
  scope: 'posts:read',
  params: PostPath,
  query: CommentQuery,
  response: CommentList,
  handle: ({ params, query, actor }) => listPostComments({ postId: idOf(params.id), query, ...whoReads(actor) }),
});

export const POST = route({
  example: () => ({ body: { memberId: 'member-42', body: 'I do!' } }),
  summary: "Comments on a post; the first members to comment on an admin's post with an offer win its coupons.",
  scope: 'posts:write',
  params: PostPath,
  body: CommentCreate,
  idempotent: true,
  response: CommentMade,
  status: 201,
  handle: ({ params, body, actor, request, now, firstAnswer }) =>
    createComment({
      postId: idOf(params.id),
      memberId: actingAuthor(actor, body.memberId),
      body: body.body,
      locale: localeOfRequest(request),
      now,
      answer: firstAnswer,
    }),
});
