import { QueryClient } from '@tanstack/react-query';
import type { loadOverviewSearch } from '@/components/overview/search';
import { rangeOf } from '@/components/range/search';
import { intakeQuery, statsQuery, topQuery } from '@/lib/dashboard/client';
import { getStats } from '@/lib/dashboard/queries/get-stats';
import { listIntake } from '@/lib/dashboard/queries/list-intake';
import { listTop } from '@/lib/dashboard/queries/list-top';
import { TopQuery } from '@/lib/dashboard/schema';
import { type Day, type DayRange, previousRange } from '@/lib/kernel/day';

/** All that the overview shows at first, so that it comes with the page. What fails is asked for again by the screen, which says why. */
export async function prefetchOverview(
  search: Awaited<ReturnType<typeof loadOverviewSearch>>,
  today: Day,
): Promise<QueryClient> {
  const { content: contentId, group, by, top: period, compare } = search;
  const range = rangeOf(search, today);
  const client = new QueryClient();
  const figuresOf = (of: DayRange) => {
    const queryFn = () => getStats({ ...of, group, contentId: contentId ?? undefined });
    return client.prefetchQuery({ ...statsQuery({ ...of, group, contentId }), queryFn });
  };
  const topQuestion = { by, period, date: range.to };
  await Promise.all([
    figuresOf(range),
    compare && figuresOf(previousRange(range)),
    client.prefetchQuery({ ...topQuery(topQuestion), queryFn: () => listTop(TopQuery.parse(topQuestion)) }),
    contentId === null && client.prefetchQuery({ ...intakeQuery(range), queryFn: () => listIntake(range) }),
  ]);
  return client;
}
