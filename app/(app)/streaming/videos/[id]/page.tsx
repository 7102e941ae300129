import { notFound } from 'next/navigation';
import { VideoScreen } from '@/components/streaming/video-screen';
import { getOwnVideo } from '@/lib/dashboard/queries/get-own-video';
import { requireRolePage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';

export default async function VideoPage({ params }: { params: Promise<{ id: string }> }) {
  const { id, roles } = await requireRolePage('admin', 'creator');
  const creatorId = roles.includes('admin') ? null : id;
  const video = await getOwnVideo(idOf((await params).id), creatorId).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return <VideoScreen video={video} today={calendar().dayOf(now())} />;
}
