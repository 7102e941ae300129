import { NewProductScreen } from '@/components/shop/new-product-screen';
import { requireAdminPage } from '@/lib/http/page-actor';

export default async function NewProductPage() {
  await requireAdminPage();
  return <NewProductScreen />;
}
