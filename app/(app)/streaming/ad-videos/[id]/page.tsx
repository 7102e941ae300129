import { AdVideoScreen } from '@/components/ad-videos/ad-video-screen';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { findAdVideoOf } from './find-ad-video-of';

export default async function AdVideoPage({ params }: { params: Promise<{ id: string }> }) {
  const { adVideo, actor } = await findAdVideoOf(params);
  const admin = actor.roles.includes('admin');
  return <AdVideoScreen initial={adVideo} today={calendar().dayOf(now())} admin={admin} />;
}
