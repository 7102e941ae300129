import { NewAdVideoScreen } from '@/components/ad-videos/new-ad-video-screen';
import { requireRolePage } from '@/lib/http/page-actor';

export default async function NewAdVideoPage() {
  const { id, roles } = await requireRolePage('admin', 'advertiser');
  return <NewAdVideoScreen personId={id} admin={roles.includes('admin')} />;
}
