import { EditAdVideoScreen } from '@/components/ad-videos/edit-ad-video-screen';
import { findAdVideoOf } from '../find-ad-video-of';

export default async function EditAdVideoPage({ params }: { params: Promise<{ id: string }> }) {
  const { adVideo, actor } = await findAdVideoOf(params);
  return <EditAdVideoScreen adVideo={adVideo} personId={actor.id} />;
}
