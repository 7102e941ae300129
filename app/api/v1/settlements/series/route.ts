import { route } from '@/lib/http/route';
import { creatorInSight } from '@/lib/settlement/creator-in-sight';
import { Series, SeriesQuery } from '@/lib/settlement/line-schema';
import { listSeries } from '@/lib/settlement/queries/list-series';

export const GET = route({
  summary: 'What was earned per day, week or month: one row for each period that the range touches.',
  scope: 'settlements:read',
  query: SeriesQuery,
  response: Series,
  handle: ({ query, actor }) => listSeries({ ...query, creatorId: creatorInSight(actor, query.creatorId) }),
});
