import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { AccountScreen } from '@/components/account/account-screen';
import { meQuery } from '@/lib/accounts/client';
import { getMe } from '@/lib/accounts/queries/get-me';
import { Me } from '@/lib/accounts/schema';
import { pageActor } from '@/lib/http/page-actor';

export default async function AccountPage() {
  const actor = await pageActor();
  const client = new QueryClient();
  const asSent = async () => Me.parse(JSON.parse(JSON.stringify(await getMe(actor))));
  await client.prefetchQuery({ ...meQuery(), queryFn: asSent });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AccountScreen />
    </HydrationBoundary>
  );
}
