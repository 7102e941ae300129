import { VoucherScreen } from '@/components/shop/voucher-screen';
import { pageActor } from '@/lib/http/page-actor';

export default async function VoucherPage({ params }: { params: Promise<{ code: string }> }) {
  await pageActor();
  return <VoucherScreen code={(await params).code} />;
}
