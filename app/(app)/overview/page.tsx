import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { loadOverviewSearch } from '@/components/overview/search';
import { rangeOf } from '@/components/range/search';
import { statsQuery } from '@/lib/dashboard/client';
import { getStats } from '@/lib/dashboard/queries/get-stats';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const today = calendar().dayOf(now());
  const search = await loadOverviewSearch(searchParams);
  const question = { ...rangeOf(search, today), group: search.group };
  const contentId = search.content;
  const client = new QueryClient();
  const queryFn = () => getStats({ ...question, contentId: contentId ?? undefined });
  await client.prefetchQuery({ ...statsQuery({ ...question, contentId }), queryFn });
  const screen = <OverviewScreen today={today} />;
  return <HydrationBoundary state={dehydrate(client)}>{screen}</HydrationBoundary>;
}
