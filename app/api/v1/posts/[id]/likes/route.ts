import type { z } from 'zod';
import { actingAuthor } from '@/lib/community/acting-author';
import { reactToPost } from '@/lib/community/react-to-post';
import { PostPath, Reacted, Reaction } from '@/lib/community/schema';
import { type Call, route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Likes a post for a member; liking twice is once.',
  scope: 'posts:write',
  params: PostPath,
  body: Reaction,
  response: Reacted,
  handle: (call) => react('like', call),
});

export const DELETE = route({
  summary: 'Takes a like back.',
  scope: 'posts:write',
  params: PostPath,
  body: Reaction,
  response: Reacted,
  handle: (call) => react('unlike', call),
});

type Asked = Call<{ id: string }, unknown, z.infer<typeof Reaction>>;

function react(type: 'like' | 'unlike', { params, body, actor, now }: Asked): Promise<Reacted> {
  const memberId = actingAuthor(actor, body.memberId);
  return reactToPost({ postId: idOf(params.id), type, eventId: body.eventId, memberId, now });
}
