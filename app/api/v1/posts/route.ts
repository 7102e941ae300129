import { actingAuthor } from '@/lib/community/acting-author';
import { createPost } from '@/lib/community/create-post';
import { listPosts } from '@/lib/community/queries/list-posts';
import { Post, PostCreate, PostList, PostQuery } from '@/lib/community/schema';
import { whoReads } from '@/lib/community/who-reads';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'The board without bodies, newest or most commented first, all of it or one kind or author.',
  scope: 'posts:read',
  query: PostQuery,
  response: PostList,
  handle: ({ query, actor, now }) => listPosts({ query, ...whoReads(actor), now }),
});

export const POST = route({
  example: () => ({ body: { memberId: 'member-42', title: 'Autumn festival', body: 'Who comes along?' } }),
  summary: 'Publishes a post; the first three of a member and business day earn 100 points each.',
  scope: 'posts:write',
  body: PostCreate,
  idempotent: true,
  response: Post,
  status: 201,
  handle: ({ body, actor, requestId, now, firstAnswer }) =>
    createPost({
      wanted: body,
      authorId: actingAuthor(actor, body.memberId),
      actor,
      requestId,
      now,
      answer: firstAnswer,
    }),
});
