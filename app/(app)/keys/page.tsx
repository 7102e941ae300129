import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { KeysScreen } from '@/components/keys/keys-screen';
import { keysQuery } from '@/lib/accounts/client';
import { listKeys } from '@/lib/accounts/queries/list-keys';
import { ApiKeys, ListQuery } from '@/lib/accounts/schema';
import { jsonOf } from '@/lib/http/json-of';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function KeysPage() {
  await requireAdminPage();
  const client = new QueryClient();
  const first = async () => jsonOf(ApiKeys, await listKeys(ListQuery.parse({})));
  await client.prefetchInfiniteQuery({ ...keysQuery(), queryFn: first });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <KeysScreen today={calendar().dayOf(now())} />
    </HydrationBoundary>
  );
}
