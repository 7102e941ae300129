import { getStats } from '@/lib/dashboard/queries/get-stats';
import { Stats, StatsQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Figures per day, week or month of all contents, one content or one viewer.',
  scope: 'stats:read',
  query: StatsQuery,
  response: Stats,
  handle: ({ query }) => getStats(query),
});
