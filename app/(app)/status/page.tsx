import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { StatusScreen } from '@/components/status/status-screen';
import { readStatus } from '@/lib/dashboard/queries/read-status';
import { statusQuery } from '@/lib/dashboard/status-client';
import { requireAdminPage } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';

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
