import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { DaysScreen } from '@/components/settlement-days/days-screen';
import { loadDaysSearch } from '@/components/settlement-days/search';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { DayQuery } from '@/lib/settlement/day-schema';
import { daysQuery } from '@/lib/settlement/days-client';
import { listDays } from '@/lib/settlement/queries/list-days';

export default async function DaysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const today = calendar().dayOf(now());
  const month = (await loadDaysSearch(searchParams)).month ?? today.slice(0, 7);
  const client = new QueryClient();
  const first = async () => (await listDays(DayQuery.parse({ month }), now())).items;
  await client.prefetchQuery({ ...daysQuery(month), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DaysScreen today={today} />
    </HydrationBoundary>
  );
}
