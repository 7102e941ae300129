import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { MonthsScreen } from '@/components/payouts/months-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { monthsQuery } from '@/lib/settlement/payout-client';
import { listMonths } from '@/lib/settlement/queries/list-months';

export default async function MonthsPage() {
  await requireAdminPage();
  const client = new QueryClient();
  await client.prefetchQuery({ ...monthsQuery(), queryFn: () => listMonths(calendar().dayOf(now())) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <MonthsScreen />
    </HydrationBoundary>
  );
}
