import { hideComment } from '@/lib/community/hide-comment';
import { Hide, PostPath } from '@/lib/community/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Takes a comment out of sight, for a reason that admins can read.',
  scope: 'posts:moderate',
  params: PostPath,
  body: Hide,
  status: 204,
  handle: ({ params, body, ...call }) => hideComment({ id: idOf(params.id), reason: body.reason, ...call }),
});
