import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { loadOverviewSearch } from '@/components/overview/search';
import { rangeOf } from '@/components/range/search';
import { intakeQuery, statsQuery, topQuery } from '@/lib/dashboard/client';
import { getStats } from '@/lib/dashboard/queries/get-stats';
import { listIntake } from '@/lib/dashboard/queries/list-intake';
import { listTop } from '@/lib/dashboard/queries/list-top';
import { TopQuery } from '@/lib/dashboard/schema';
import { requireAdminPage } from '@/lib/http/page-actor';
import { type DayRange, previousRange } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const today = calendar().dayOf(now());
  const search = await loadOverviewSearch(searchParams);
  const { content: contentId, by, top: period, compare } = search;
  const range = rangeOf(search, today);
  const client = new QueryClient();
  const figuresOf = (of: DayRange) => {
    const question = { ...of, group: search.group };
    const queryFn = () => getStats({ ...question, contentId: contentId ?? undefined });
    return client.prefetchQuery({ ...statsQuery({ ...question, contentId }), queryFn });
  };
  const topQuestion = { by, period, date: range.to };
  await Promise.all([
    figuresOf(range),
    compare && figuresOf(previousRange(range)),
    client.prefetchQuery({ ...topQuery(topQuestion), queryFn: () => listTop(TopQuery.parse(topQuestion)) }),
    contentId === null && client.prefetchQuery({ ...intakeQuery(range), queryFn: () => listIntake(range) }),
  ]);
  const screen = <OverviewScreen today={today} />;
  return <HydrationBoundary state={dehydrate(client)}>{screen}</HydrationBoundary>;
}
