import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { rangeOf } from '@/components/range/search';
import { loadStreamingSearch } from '@/components/streaming/search';
import { StreamingScreen } from '@/components/streaming/streaming-screen';
import { getStreamingStats } from '@/lib/dashboard/queries/get-streaming-stats';
import { streamingQuery } from '@/lib/dashboard/streaming-client';
import { requireRolePage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function StreamingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { id, roles } = await requireRolePage('admin', 'creator');
  const today = calendar().dayOf(now());
  const search = await loadStreamingSearch(searchParams);
  const question = { ...rangeOf(search, today), group: search.group };
  const client = new QueryClient();
  const queryFn = () => getStreamingStats(question, roles.includes('admin') ? null : id);
  await client.prefetchQuery({ ...streamingQuery(question), queryFn });
  const screen = <StreamingScreen today={today} admin={roles.includes('admin')} />;
  return <HydrationBoundary state={dehydrate(client)}>{screen}</HydrationBoundary>;
}
