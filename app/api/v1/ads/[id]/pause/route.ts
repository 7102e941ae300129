import { pauseAd } from '@/lib/ads/pause-ad';
import { Ad, AdPath } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Takes nobody from now on, until it is resumed. Again is once.',
  scope: 'ads:write',
  params: AdPath,
  response: Ad,
  handle: ({ params, ...call }) => pauseAd({ id: idOf(params.id), ...call }),
});
