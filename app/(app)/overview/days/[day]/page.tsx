import { notFound } from 'next/navigation';
import { DayScreen } from '@/components/day/day-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function DayPage({ params }: { params: Promise<{ day: string }> }) {
  await requireAdminPage();
  const day = parseDay((await params).day);
  if (!day) notFound();
  return <DayScreen day={day} today={calendar().dayOf(now())} startsAt={calendar().startOf(day).toISOString()} />;
}
