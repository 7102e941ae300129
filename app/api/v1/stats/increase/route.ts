import { creatorSeenBy } from '@/lib/dashboard/creator-seen-by';
import { getIncrease } from '@/lib/dashboard/queries/get-increase';
import { IncreaseList, IncreaseQuery } from '@/lib/dashboard/streaming-schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'What each day, week or month added to the views, ad views and watch time of a video.',
  scope: ['streaming:read', 'stats:read'],
  query: IncreaseQuery,
  response: IncreaseList,
  handle: ({ query, actor }) => getIncrease(query, creatorSeenBy(actor, undefined)),
});
