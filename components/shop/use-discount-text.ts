'use client';

import { useTranslations } from 'next-intl';
import type { Discount } from '@/lib/coupons/schema';

/** A discount in words: `20% off`, `500 P off`. */
export function useDiscountText(): (discount: Discount) => string {
  const t = useTranslations('shop');
  return ({ kind, value }) => t(kind === 'percent' ? 'percentOff' : 'pointsOff', { value });
}
