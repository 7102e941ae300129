import { notFound } from 'next/navigation';
import { VideoDayScreen } from '@/components/settlement/video-day-screen';
import { parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { findVideoOf } from '../../find-video-of';

export default async function VideoDayPage({ params }: { params: Promise<{ id: string; day: string }> }) {
  const { id, day: text } = await params;
  const day = parseDay(text);
  if (!day) notFound();
  const { contentId, title } = (await findVideoOf(id)).video;
  const { dayOf, startOf } = calendar();
  return (
    <VideoDayScreen video={{ contentId, title }} day={day} today={dayOf(now())} startsAt={startOf(day).toISOString()} />
  );
}
