import { creatorSeenBy } from '@/lib/dashboard/creator-seen-by';
import { listWatchedVideos } from '@/lib/dashboard/queries/list-watched-videos';
import { WatchedVideoList, WatchedVideosQuery } from '@/lib/dashboard/streaming-schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Videos with their views, ad views and watch time in a range of days, newest first.',
  scope: ['streaming:read', 'stats:read'],
  query: WatchedVideosQuery,
  response: WatchedVideoList,
  handle: ({ query, actor }) => listWatchedVideos(query, creatorSeenBy(actor, query.scope)),
});
