import { getPost } from '@/lib/community/queries/get-post';
import { OpenPost, PostPath } from '@/lib/community/schema';
import { options, route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';

export const OPTIONS = options;

export const GET = route({
  summary: 'For partners: a post with its first comments, with names and no member ids.',
  scope: 'open:read',
  crossOrigin: true,
  params: PostPath,
  response: OpenPost,
  handle: async ({ params, now }) =>
    OpenPost.parse(await getPost(db(), { id: idOf(params.id), memberId: null, moderates: false, now, body: 'kept' })),
});
