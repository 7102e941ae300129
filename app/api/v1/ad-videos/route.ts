import { ownerSeenBy } from '@/lib/ads/rules';
import { route } from '@/lib/http/route';
import { AdVideo, AdVideoCreate, AdVideoList, AdVideoQuery } from '@/lib/streaming/ad-video-schema';
import { createAdVideo } from '@/lib/streaming/create-ad-video';
import { listAdVideos } from '@/lib/streaming/queries/list-ad-videos';

export const GET = route({
  summary: "An advertiser's own ad videos, or all of them for admins and keys, newest first.",
  scope: 'ad-videos:read',
  query: AdVideoQuery,
  response: AdVideoList,
  handle: ({ query, actor }) => listAdVideos({ query, ownerId: ownerSeenBy(actor) }),
});

export const POST = route({
  summary: 'Registers an ad video, by its https address or the `url` that an upload answered with.',
  scope: 'ad-videos:write',
  body: AdVideoCreate,
  response: AdVideo,
  status: 201,
  handle: ({ body, ...call }) => createAdVideo({ wanted: body, ...call }),
});
