import { redirect } from 'next/navigation';
import { EditAdScreen } from '@/components/ads/edit-ad-screen';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { findAdOf } from '../find-ad-of';

export default async function EditAdPage({ params }: { params: Promise<{ id: string }> }) {
  const { ad, actor } = await findAdOf(params);
  // An ended ad stays as it is.
  if (ad.state === 'ended') redirect(`/ads/${ad.id}`);
  return <EditAdScreen ad={ad} personId={actor.id} today={calendar().dayOf(now())} />;
}
