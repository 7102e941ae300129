import { PostPath } from '@/lib/community/schema';
import { showPost } from '@/lib/community/show-post';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Shows a hidden post again.',
  scope: 'posts:moderate',
  params: PostPath,
  status: 204,
  handle: ({ params, ...call }) => showPost({ id: idOf(params.id), ...call }),
});
