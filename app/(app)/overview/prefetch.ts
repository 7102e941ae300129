import { QueryClient } from '@tanstack/react-query';
import { type OverviewSearch, questionsOf } from '@/components/overview/search';
import { intakeQuery, type StatsQuestion, statsQuery, topQuery } from '@/lib/dashboard/client';
import { getStats } from '@/lib/dashboard/queries/get-stats';
import { listIntake } from '@/lib/dashboard/queries/list-intake';
import { listTop } from '@/lib/dashboard/queries/list-top';
import { TopQuery } from '@/lib/dashboard/schema';
import type { Day } from '@/lib/kernel/day';

/** All that the overview shows at first, so that it comes with the page. What fails is asked for again by the screen, which says why. */
export async function prefetchOverview(search: OverviewSearch, today: Day): Promise<QueryClient> {
  const { range, question, before, top } = questionsOf(search, today);
  const client = new QueryClient();
  const figuresOf = (of: StatsQuestion) =>
    client.prefetchQuery({
      ...statsQuery(of),
      queryFn: () => getStats({ ...of, contentId: of.contentId ?? undefined }),
    });
  await Promise.all([
    figuresOf(question),
    search.compare && figuresOf(before),
    client.prefetchQuery({ ...topQuery(top), queryFn: () => listTop(TopQuery.parse(top)) }),
    search.content === null && client.prefetchQuery({ ...intakeQuery(range), queryFn: () => listIntake(range) }),
  ]);
  return client;
}
