'use client';

import { TicketPercent } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDiscountText } from '@/components/shop/use-discount-text';
import type { Post } from '@/lib/community/schema';

/** What the first who comment win, and how much of it is left. */
export function OfferBanner({ offer }: { offer: NonNullable<Post['offer']> }) {
  const t = useTranslations('board');
  const left = offer.coupons - offer.used;
  const discount = useDiscountText()(offer.discount);
  return (
    <div className={`flex items-start gap-3 rounded border p-3 ${left > 0 ? 'bg-good-soft' : 'bg-sunken text-muted'}`}>
      <TicketPercent aria-hidden className={`mt-0.5 size-5 shrink-0 ${left > 0 ? 'text-good' : ''}`} />
      <div className="min-w-0">
        <p className="font-medium">
          {left > 0 ? t('offer', { coupons: offer.coupons, discount }) : t('offerOver', { coupons: offer.coupons })}
        </p>
        <p className="text-sm">
          {left > 0 ? t('offerLeft', { count: left }) : t('offerThanks')}
          {offer.validDays ? ` ${t('offerValid', { days: offer.validDays })}` : ''}
        </p>
      </div>
    </div>
  );
}
