import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { TariffsScreen } from '@/components/tariffs/tariffs-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { tariffsQuery } from '@/lib/settlement/days-client';
import { listTariffs } from '@/lib/settlement/queries/list-tariffs';

export default async function TariffsPage() {
  await requireAdminPage();
  const client = new QueryClient();
  await client.prefetchQuery({ ...tariffsQuery(), queryFn: listTariffs });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TariffsScreen today={calendar().dayOf(now())} />
    </HydrationBoundary>
  );
}
