import { hidePost } from '@/lib/community/hide-post';
import { Hide, PostPath } from '@/lib/community/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Takes a post out of sight, for a reason that its author can read.',
  scope: 'posts:moderate',
  params: PostPath,
  body: Hide,
  status: 204,
  handle: ({ params, body, ...call }) => hidePost({ id: idOf(params.id), reason: body.reason, ...call }),
});
