import { createAd } from '@/lib/ads/create-ad';
import { listAds } from '@/lib/ads/queries/list-ads';
import { ownerSeenBy } from '@/lib/ads/rules';
import { Ad, AdCreate, AdList, AdQuery } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: "An advertiser's own ads, or all of them for admins and keys, newest first.",
  scope: 'ads:read',
  query: AdQuery,
  response: AdList,
  handle: ({ query, actor, now }) => listAds({ query, seenBy: ownerSeenBy(actor), now }),
});

const AD = { name: 'Autumn festival', text: 'Come and see it!', rewardPoints: 500, places: 100 };
const inAMonth = (now: Date) => new Date(now.getTime() + 30 * 86_400_000).toISOString();

export const POST = route({
  example: (now) => ({ body: { ...AD, startsAt: now.toISOString(), endsAt: inAMonth(now) } }),
  summary: 'Registers an ad. A date as `startsAt` means its first moment, as `endsAt` the end of that day.',
  scope: 'ads:write',
  body: AdCreate,
  response: Ad,
  status: 201,
  handle: ({ body, ...call }) => createAd({ wanted: body, ...call }),
});
