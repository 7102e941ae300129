import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { AbuseScreen } from '@/components/abuse/abuse-screen';
import { loadAbuseSearch, periodOf } from '@/components/abuse/search';
import { blocksQuery } from '@/lib/abuse/client';
import { listBlocks } from '@/lib/abuse/queries/list-blocks';
import { BlockQuery } from '@/lib/abuse/schema';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function AbusePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const { span } = await loadAbuseSearch(searchParams);
  const client = new QueryClient();
  await client.prefetchInfiniteQuery({ ...blocksQuery(), queryFn: () => listBlocks(BlockQuery.parse({})) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AbuseScreen period={periodOf(span, calendar().dayOf(now()))} />
    </HydrationBoundary>
  );
}
