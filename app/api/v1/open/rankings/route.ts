import { getRanking } from '@/lib/community/queries/get-ranking';
import { OpenRanking, RankingQuery } from '@/lib/community/schema';
import { options, route } from '@/lib/http/route';

export const OPTIONS = options;

export const GET = route({
  summary: 'For partners: the board of a business day, with names and no member ids.',
  scope: 'open:read',
  crossOrigin: true,
  query: RankingQuery,
  response: OpenRanking,
  handle: async ({ query, now }) => OpenRanking.parse(await getRanking(query, now)),
});
