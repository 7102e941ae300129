import { listRankingDays } from '@/lib/community/queries/list-ranking-days';
import { RankingDayList, RankingDayQuery } from '@/lib/community/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'The days whose board was frozen, newest first.',
  scope: 'posts:read',
  query: RankingDayQuery,
  response: RankingDayList,
  handle: ({ query }) => listRankingDays(query),
});
