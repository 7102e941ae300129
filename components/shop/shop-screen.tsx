'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Ticket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { AdCardsSkeleton } from '@/components/member/ad-cards-skeleton';
import { PointsTotals } from '@/components/member/points-totals';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { productsQuery } from '@/lib/shop/client';
import type { Product } from '@/lib/shop/schema';
import { BuyDialog } from './buy-dialog';
import { CouponsPanel } from './coupons-panel';
import { MyOrdersPanel } from './my-orders-panel';
import { ProductCard } from './product-card';

/** What members buy with their points, what they hold, and their coupons. */
export function ShopScreen({ memberId }: { memberId: string }) {
  const t = useTranslations('shop');
  const [chosen, setChosen] = useState<Product | null>(null);
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="flex flex-col gap-4">
        <PointsTotals memberId={memberId} />
        <Products onChoose={setChosen} />
        <MyOrdersPanel memberId={memberId} />
        <CouponsPanel memberId={memberId} />
      </div>
      {chosen && <BuyDialog key={chosen.id} product={chosen} memberId={memberId} onClose={() => setChosen(null)} />}
    </>
  );
}

function Products({ onChoose }: { onChoose: (product: Product) => void }) {
  const t = useTranslations('shop');
  const query = useInfiniteQuery({ ...productsQuery({ state: 'on-sale' }), refetchOnWindowFocus: true });
  const products = query.data?.pages.flatMap((page) => page.items);
  if (!products && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!products) return <AdCardsSkeleton />;
  if (products.length === 0)
    return (
      <div className="rounded border bg-surface">
        <EmptyState icon={Ticket} title={t('emptyTitle')}>
          {t('emptyHow')}
        </EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col items-center gap-4">
      <ul aria-label={t('title')} className="grid w-full gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {products.map((product) => (
          <li key={product.id} className="grid min-w-0">
            <ProductCard product={product} onBuy={() => onChoose(product)} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
