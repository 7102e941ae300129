import { getRanking } from '@/lib/community/queries/get-ranking';
import { Ranking, RankingQuery } from '@/lib/community/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'The board of a business day: of today as it stands, of a past one as it was frozen.',
  scope: 'posts:read',
  query: RankingQuery,
  response: Ranking,
  handle: ({ query, now }) => getRanking(query, now),
});
