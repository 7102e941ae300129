import { actingAuthor } from '@/lib/community/acting-author';
import { deletePost } from '@/lib/community/delete-post';
import { getPost } from '@/lib/community/queries/get-post';
import { ByMember, Post, PostPath, PostUpdate } from '@/lib/community/schema';
import { updatePost } from '@/lib/community/update-post';
import { whoReads } from '@/lib/community/who-reads';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';

export const GET = route({
  summary: 'A post with its first comments, oldest first.',
  scope: 'posts:read',
  params: PostPath,
  response: Post,
  handle: ({ params, actor, now }) => getPost(db(), { id: idOf(params.id), ...whoReads(actor), now, body: 'kept' }),
});

export const PATCH = route({
  summary: "Changes what is sent of one's own post.",
  scope: 'posts:write',
  params: PostPath,
  body: PostUpdate,
  response: Post,
  handle: ({ params, body, ...call }) =>
    updatePost({ id: idOf(params.id), wanted: body, authorId: actingAuthor(call.actor, body.memberId), ...call }),
});

export const DELETE = route({
  summary: "Takes one's own post off the board; points that it earned stay.",
  scope: 'posts:write',
  params: PostPath,
  body: ByMember,
  emptyBody: true,
  status: 204,
  handle: ({ params, body, ...call }) =>
    deletePost({ id: idOf(params.id), authorId: actingAuthor(call.actor, body.memberId), ...call }),
});
