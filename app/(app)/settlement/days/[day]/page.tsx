import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { SettlementDayScreen } from '@/components/settlement-days/settlement-day-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { parseDay } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { now } from '@/lib/platform/clock';
import { dayQuery } from '@/lib/settlement/days-client';
import { getDay } from '@/lib/settlement/queries/get-day';

export default async function SettlementDayPage({ params }: { params: Promise<{ day: string }> }) {
  await requireAdminPage();
  const day = parseDay((await params).day) ?? notFound();
  const found = await getDay(day, now()).catch((error) =>
    error instanceof DomainError ? null : Promise.reject(error),
  );
  if (!found) notFound();
  const client = new QueryClient();
  client.setQueryData(dayQuery(day).queryKey, found);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SettlementDayScreen day={day} />
    </HydrationBoundary>
  );
}
