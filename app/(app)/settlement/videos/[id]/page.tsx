import { VideoSettlementScreen } from '@/components/settlement/video-settlement-screen';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { findVideoOf } from './find-video-of';

export default async function VideoSettlementPage({ params }: { params: Promise<{ id: string }> }) {
  const { video, isAdmin } = await findVideoOf((await params).id);
  const { contentId, title } = video;
  const back = isAdmin ? '/settlement/days' : '/settlement';
  return <VideoSettlementScreen video={{ contentId, title }} back={back} today={calendar().dayOf(now())} />;
}
