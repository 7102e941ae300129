import { endAd } from '@/lib/ads/end-ad';
import { Ad, AdPath } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Takes nobody any more, for good. Again is once.',
  scope: 'ads:write',
  params: AdPath,
  response: Ad,
  handle: ({ params, ...call }) => endAd({ id: idOf(params.id), ...call }),
});
