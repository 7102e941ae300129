import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { loadOverviewSearch } from '@/components/overview/search';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { prefetchOverview } from './prefetch';

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const today = calendar().dayOf(now());
  const client = await prefetchOverview(await loadOverviewSearch(searchParams), today);
  const screen = <OverviewScreen today={today} />;
  return <HydrationBoundary state={dehydrate(client)}>{screen}</HydrationBoundary>;
}
