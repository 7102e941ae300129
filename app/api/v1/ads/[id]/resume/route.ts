import { resumeAd } from '@/lib/ads/resume-ad';
import { Ad, AdPath } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  summary: 'Takes members again, as far as period and places allow. Again is once.',
  scope: 'ads:write',
  params: AdPath,
  response: Ad,
  handle: ({ params, ...call }) => resumeAd({ id: idOf(params.id), ...call }),
});
