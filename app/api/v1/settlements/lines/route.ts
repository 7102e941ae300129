import { route } from '@/lib/http/route';
import { getVideoInSight } from '@/lib/settlement/get-video-in-sight';
import { LineList, LineQuery } from '@/lib/settlement/line-schema';
import { listLines } from '@/lib/settlement/queries/list-lines';

export const GET = route({
  summary: "A video's settlement lines, day by day, with the ordinals they cover and the tariffs that priced them.",
  scope: 'settlements:read',
  query: LineQuery,
  response: LineList,
  handle: async ({ query, actor }) => listLines({ ...query, video: await getVideoInSight(actor, query.contentId) }),
});
