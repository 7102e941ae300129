import { creatorSeenBy } from '@/lib/dashboard/creator-seen-by';
import { getStreamingStats } from '@/lib/dashboard/queries/get-streaming-stats';
import { StreamingQuery, StreamingStats } from '@/lib/dashboard/streaming-schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: "Views, ad views and watch time per day, week or month, of one video, one's own or all.",
  scope: ['streaming:read', 'stats:read'],
  query: StreamingQuery,
  response: StreamingStats,
  handle: ({ query, actor }) => getStreamingStats(query, creatorSeenBy(actor, query.scope)),
});
