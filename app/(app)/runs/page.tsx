import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { RunsScreen } from '@/components/runs/runs-screen';
import { loadRunsSearch } from '@/components/runs/search';
import { runsQuery } from '@/lib/events/client';
import { listRuns } from '@/lib/events/queries/list-runs';
import { RunQuery } from '@/lib/events/schema';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const { day } = await loadRunsSearch(searchParams);
  const client = new QueryClient();
  const first = () => listRuns(RunQuery.parse({ day: day ?? undefined }));
  await client.prefetchInfiniteQuery({ ...runsQuery({ day }), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RunsScreen today={calendar().dayOf(now())} />
    </HydrationBoundary>
  );
}
