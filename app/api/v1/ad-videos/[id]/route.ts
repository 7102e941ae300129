import { ownerSeenBy } from '@/lib/ads/rules';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';
import { AdVideo, AdVideoPath, AdVideoUpdate } from '@/lib/streaming/ad-video-schema';
import { getAdVideo } from '@/lib/streaming/queries/get-ad-video';
import { updateAdVideo } from '@/lib/streaming/update-ad-video';

export const GET = route({
  summary: 'One ad video.',
  scope: 'ad-videos:read',
  params: AdVideoPath,
  response: AdVideo,
  handle: ({ params, actor }) => getAdVideo(db(), { id: idOf(params.id), ownerId: ownerSeenBy(actor) }),
});

export const PATCH = route({
  summary: 'Changes what is sent of an ad video; one that is not active is shown in no slot.',
  scope: 'ad-videos:write',
  params: AdVideoPath,
  body: AdVideoUpdate,
  response: AdVideo,
  handle: ({ params, body, ...call }) => updateAdVideo({ id: idOf(params.id), wanted: body, ...call }),
});
