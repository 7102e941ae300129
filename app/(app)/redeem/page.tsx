import { RedeemScreen } from '@/components/shop/redeem-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function RedeemPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  await requireAdminPage();
  const { code } = await searchParams;
  return <RedeemScreen scanned={typeof code === 'string' ? code : ''} />;
}
