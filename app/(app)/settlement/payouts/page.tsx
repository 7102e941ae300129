import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { PayoutsScreen } from '@/components/payouts/payouts-screen';
import { loadPayoutsSearch } from '@/components/payouts/search';
import { requireAdminPage } from '@/lib/http/page-actor';
import { monthOf } from '@/lib/settlement/month';
import { payoutSummaryQuery, payoutsQuery } from '@/lib/settlement/payout-client';
import { PayoutQuery } from '@/lib/settlement/payout-schema';
import { getPayoutSummary } from '@/lib/settlement/queries/get-payout-summary';
import { listPayouts } from '@/lib/settlement/queries/list-payouts';

export default async function PayoutsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const { month, state } = await loadPayoutsSearch(searchParams);
  const client = new QueryClient();
  const first = () => listPayouts(PayoutQuery.parse({ month: month ?? undefined, state: state ?? undefined }));
  await client.prefetchInfiniteQuery({ ...payoutsQuery({ month, state }), queryFn: first });
  const summary = () => getPayoutSummary(month ? monthOf(month) : null);
  await client.prefetchQuery({ ...payoutSummaryQuery(month), queryFn: summary });
  return <HydrationBoundary state={dehydrate(client)}>{<PayoutsScreen />}</HydrationBoundary>;
}
