import { AdVideosScreen } from '@/components/ad-videos/ad-videos-screen';
import { requireRolePage } from '@/lib/http/page-actor';

export default async function AdVideosPage() {
  const { roles } = await requireRolePage('admin', 'advertiser');
  return <AdVideosScreen admin={roles.includes('admin')} />;
}
