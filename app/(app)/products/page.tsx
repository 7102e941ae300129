import { ProductsScreen } from '@/components/shop/products-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function ProductsPage() {
  await requireAdminPage();
  return <ProductsScreen />;
}
