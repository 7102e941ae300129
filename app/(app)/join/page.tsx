import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { JoinScreen } from '@/components/member/join-screen';
import { joinableQuery } from '@/lib/ads/client';
import { listJoinable } from '@/lib/ads/queries/list-joinable';
import { pageActor } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';
import { pointsQuery } from '@/lib/points/client';
import { getPoints } from '@/lib/points/queries/get-points';

export default async function JoinPage() {
  const { memberId } = await pageActor();
  const client = new QueryClient();
  const joinable = async () => ({ items: await listJoinable({ memberId, now: now() }), nextCursor: null });
  await Promise.all([
    client.prefetchQuery({ ...joinableQuery(), queryFn: joinable }),
    client.prefetchQuery({ ...pointsQuery(memberId), queryFn: () => getPoints(memberId) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <JoinScreen memberId={memberId} />
    </HydrationBoundary>
  );
}
