import { PostPath } from '@/lib/community/schema';
import { showComment } from '@/lib/community/show-comment';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Shows a hidden comment again.',
  scope: 'posts:moderate',
  params: PostPath,
  status: 204,
  handle: ({ params, ...call }) => showComment({ id: idOf(params.id), ...call }),
});
