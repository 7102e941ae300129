import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { ShopScreen } from '@/components/shop/shop-screen';
import { pageActor } from '@/lib/http/page-actor';
import { pointsQuery } from '@/lib/points/client';
import { getPoints } from '@/lib/points/queries/get-points';
import { productsQuery } from '@/lib/shop/client';
import { listProducts } from '@/lib/shop/queries/list-products';
import { ProductQuery } from '@/lib/shop/schema';

export default async function ShopPage() {
  const { memberId } = await pageActor();
  const client = new QueryClient();
  const first = () => listProducts(ProductQuery.parse({}));
  await Promise.all([
    client.prefetchQuery({ ...pointsQuery(memberId), queryFn: () => getPoints(memberId) }),
    client.prefetchInfiniteQuery({ ...productsQuery({ state: 'on-sale' }), queryFn: first }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ShopScreen memberId={memberId} />
    </HydrationBoundary>
  );
}
