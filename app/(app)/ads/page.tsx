import { AdsScreen } from '@/components/ads/ads-screen';
import { requireRolePage } from '@/lib/http/page-actor';

export default async function AdsPage() {
  const { roles } = await requireRolePage('admin', 'advertiser');
  return <AdsScreen admin={roles.includes('admin')} />;
}
