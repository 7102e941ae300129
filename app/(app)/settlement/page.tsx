import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { rangeOf } from '@/components/range/search';
import { EarningsScreen } from '@/components/settlement/earnings-screen';
import { loadEarningsSearch } from '@/components/settlement/earnings-search';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { seriesQuery } from '@/lib/settlement/line-client';
import { listSeries } from '@/lib/settlement/queries/list-series';
import { findCreatorOf } from './find-creator-of';

export default async function SettlementPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await loadEarningsSearch(searchParams);
  const { creatorId, ...found } = await findCreatorOf(search.creatorId);
  const today = calendar().dayOf(now());
  const question = { ...rangeOf(search, today), period: search.period, creatorId: search.creatorId };
  const client = new QueryClient();
  await client.prefetchQuery({ ...seriesQuery(question), queryFn: () => listSeries({ ...question, creatorId }) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EarningsScreen today={today} {...found} />
    </HydrationBoundary>
  );
}
