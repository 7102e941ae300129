import { AdScreen } from '@/components/ads/ad-screen';
import { findAdOf } from './find-ad-of';

export default async function AdPage({ params }: { params: Promise<{ id: string }> }) {
  const { ad, actor } = await findAdOf(params);
  return <AdScreen initial={ad} admin={actor.roles.includes('admin')} />;
}
