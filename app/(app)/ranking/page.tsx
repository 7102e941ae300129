import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { RankingScreen } from '@/components/ranking/ranking-screen';
import { rankingDaysQuery, rankingQuery } from '@/lib/community/client';
import { getRanking } from '@/lib/community/queries/get-ranking';
import { listRankingDays } from '@/lib/community/queries/list-ranking-days';
import { pageActor } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';

export default async function RankingPage() {
  const { memberId } = await pageActor();
  const client = new QueryClient();
  const board = () => getRanking({ limit: 100 }, now());
  await Promise.all([
    client.prefetchQuery({ ...rankingQuery(null), queryFn: board }),
    client.prefetchQuery({ ...rankingDaysQuery(), queryFn: () => listRankingDays({ limit: 30 }) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RankingScreen memberId={memberId} />
    </HydrationBoundary>
  );
}
