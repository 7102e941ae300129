import { ProductScreen } from '@/components/shop/product-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { idOf } from '@/lib/kernel/id';

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdminPage();
  return <ProductScreen id={idOf((await params).id)} />;
}
