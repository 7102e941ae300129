import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { HistoryScreen } from '@/components/member/history-screen';
import { loadHistorySearch } from '@/components/member/search';
import { rangeOf } from '@/components/range/search';
import { joinedQuery } from '@/lib/ads/client';
import { listJoined } from '@/lib/ads/queries/list-joined';
import { JoinedQuery } from '@/lib/ads/schema';
import { pageActor } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function HistoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { memberId } = await pageActor();
  const today = calendar().dayOf(now());
  const range = rangeOf(await loadHistorySearch(searchParams), today);
  const client = new QueryClient();
  const first = () => listJoined({ memberId, ...JoinedQuery.parse(range) });
  await client.prefetchInfiniteQuery({ ...joinedQuery(memberId, range), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HistoryScreen memberId={memberId} today={today} />
    </HydrationBoundary>
  );
}
