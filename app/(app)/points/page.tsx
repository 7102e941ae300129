import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { PointsScreen } from '@/components/member/points-screen';
import { pageActor } from '@/lib/http/page-actor';
import { pointEntriesQuery, pointsQuery } from '@/lib/points/client';
import { getPoints } from '@/lib/points/queries/get-points';
import { PointEntryQuery } from '@/lib/points/schema';
import { listWalletEntries } from '@/lib/shop/queries/list-wallet-entries';

export default async function PointsPage() {
  const { memberId } = await pageActor();
  const client = new QueryClient();
  const first = () => listWalletEntries(memberId, PointEntryQuery.parse({}));
  await Promise.all([
    client.prefetchQuery({ ...pointsQuery(memberId), queryFn: () => getPoints(memberId) }),
    client.prefetchInfiniteQuery({ ...pointEntriesQuery(memberId), queryFn: first }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PointsScreen memberId={memberId} />
    </HydrationBoundary>
  );
}
