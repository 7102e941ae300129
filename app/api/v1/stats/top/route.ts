import { creatorSeenBy } from '@/lib/dashboard/creator-seen-by';
import { listTop } from '@/lib/dashboard/queries/list-top';
import { Top, TopQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: "The top contents of the day, week or month that holds a date: of all, or of one's own with `scope=mine`.",
  scope: ['stats:read', 'streaming:read'],
  query: TopQuery,
  response: Top,
  handle: ({ query, actor }) => listTop(query, creatorSeenBy(actor, query.scope)),
});
