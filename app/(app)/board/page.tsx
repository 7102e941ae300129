import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { BoardScreen } from '@/components/board/board-screen';
import { loadBoardSearch } from '@/components/board/search';
import { postsQuery } from '@/lib/community/client';
import { listPosts } from '@/lib/community/queries/list-posts';
import { PostQuery } from '@/lib/community/schema';
import { whoReads } from '@/lib/community/who-reads';
import { pageActor } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';

export default async function BoardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await pageActor();
  const { kind, sort } = await loadBoardSearch(searchParams);
  const client = new QueryClient();
  const query = PostQuery.parse({ sort, ...(kind && { kind }) });
  const queryFn = () => listPosts({ query, ...whoReads(actor), now: now() });
  await client.prefetchInfiniteQuery({ ...postsQuery({ kind, sort }), queryFn });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BoardScreen admin={actor.roles.includes('admin')} />
    </HydrationBoundary>
  );
}
