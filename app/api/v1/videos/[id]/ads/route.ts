import { siteOrigin } from '@/lib/accounts/site-origin';
import { eventSourceOf } from '@/lib/http/event-source';
import { options, route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { SlotAd, SlotQuery } from '@/lib/streaming/ad-video-schema';
import { chooseAd } from '@/lib/streaming/choose-ad';
import { VideoPath } from '@/lib/streaming/schema';

export const OPTIONS = options;

export const GET = route({
  summary: 'The ad video for an ad slot of a video; the same viewer, day and slot get the same one.',
  scope: 'videos:read',
  crossOrigin: true,
  params: VideoPath,
  query: SlotQuery,
  response: SlotAd,
  handle: async ({ params, query, actor, request, now }) => {
    const ad = await chooseAd(idOf(params.id), query, eventSourceOf(request, actor), now);
    // A page of the platform plays it from our address.
    return { ...ad, url: new URL(ad.url, siteOrigin(request)).href };
  },
});
