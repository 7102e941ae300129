import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { StatusScreen } from '@/components/status/status-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';
import { statusQuery } from '@/lib/status/client';
import { readStatus } from '@/lib/status/queries/read-status';

export default async function StatusPage() {
  await requireAdminPage();
  const client = new QueryClient();
  await client.prefetchQuery({ ...statusQuery(), queryFn: () => readStatus(now()) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <StatusScreen />
    </HydrationBoundary>
  );
}
