import { listPosts } from '@/lib/community/queries/list-posts';
import { OpenPostList, OpenPostQuery } from '@/lib/community/schema';
import { options, route } from '@/lib/http/route';

export const OPTIONS = options;

export const GET = route({
  summary: 'For partners: the board without bodies, newest or most commented first.',
  scope: 'open:read',
  crossOrigin: true,
  query: OpenPostQuery,
  response: OpenPostList,
  handle: async ({ query, now }) =>
    OpenPostList.parse(await listPosts({ query: { ...query, state: 'seen' }, moderates: false, memberId: null, now })),
});
