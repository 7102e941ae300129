import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { ProductScreen } from '@/components/shop/product-screen';
import { requireAdminPage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { productQuery } from '@/lib/shop/client';
import { getProduct } from '@/lib/shop/queries/get-product';

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdminPage();
  const id = idOf((await params).id);
  const product = await getProduct(id, true).catch((error) => {
    if (error instanceof DomainError) notFound();
    throw error;
  });
  const client = new QueryClient();
  client.setQueryData(productQuery(id).queryKey, product);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ProductScreen id={id} />
    </HydrationBoundary>
  );
}
