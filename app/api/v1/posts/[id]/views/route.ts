import { actingAuthor } from '@/lib/community/acting-author';
import { reactToPost } from '@/lib/community/react-to-post';
import { PostPath, Reacted, Reaction } from '@/lib/community/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Counts that a member read a post, under the rules of views.',
  scope: 'posts:read',
  params: PostPath,
  body: Reaction,
  response: Reacted,
  handle: ({ params, body, actor, now }) =>
    reactToPost({
      postId: idOf(params.id),
      type: 'view',
      eventId: body.eventId,
      memberId: actingAuthor(actor, body.memberId),
      now,
    }),
});
