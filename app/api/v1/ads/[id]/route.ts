import { getAd } from '@/lib/ads/queries/get-ad';
import { ownerSeenBy } from '@/lib/ads/rules';
import { Ad, AdPath, AdUpdate } from '@/lib/ads/schema';
import { updateAd } from '@/lib/ads/update-ad';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';

export const GET = route({
  summary: 'One ad.',
  scope: 'ads:read',
  params: AdPath,
  response: Ad,
  handle: ({ params, actor, now }) => getAd(db(), { id: idOf(params.id), ownerId: ownerSeenBy(actor), now }),
});

export const PATCH = route({
  summary: 'Changes what is sent of an ad that has not ended; never to fewer places than are used.',
  scope: 'ads:write',
  params: AdPath,
  body: AdUpdate,
  response: Ad,
  handle: ({ params, body, ...call }) => updateAd({ id: idOf(params.id), wanted: body, ...call }),
});
