'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { AdPicture } from '@/components/member/ad-picture';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Product } from '@/lib/shop/schema';

/** From here down people are told how few are left. */
const FEW = 10;

/** One product as a member sees it. */
export function ProductCard({ product, onBuy }: { product: Product; onBuy: () => void }) {
  const t = useTranslations('shop');
  const name = useId();
  const { stock } = product;
  return (
    <article aria-labelledby={name} className="flex min-w-0 flex-col rounded border bg-surface">
      <AdPicture url={product.imageUrl} />
      <div className="flex grow flex-col gap-2 px-4 pt-3 pb-4">
        <h2 id={name} className="font-semibold break-words">
          {product.name}
        </h2>
        <p className="text-sm break-words whitespace-pre-line text-muted">{product.intro}</p>
        <div className="mt-auto flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-2">
          <p className="flex items-center gap-2 font-medium">
            {t('points', { points: product.price })}
            {stock > 0 && stock <= FEW && <Badge tone="warn">{t('left', { count: stock })}</Badge>}
          </p>
          {stock > 0 ? (
            <Button aria-describedby={name} onClick={onBuy}>
              {t('buy')}
            </Button>
          ) : (
            <Badge>{t('soldOut')}</Badge>
          )}
        </div>
      </div>
    </article>
  );
}
