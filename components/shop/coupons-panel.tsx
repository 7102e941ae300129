'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import { couponsQuery } from '@/lib/coupons/client';
import type { Coupon, CouponState } from '@/lib/coupons/schema';
import { calendarOf, type Day } from '@/lib/kernel/day';
import { useDiscountText } from './use-discount-text';

/** A member's coupons with what they are worth and until when. */
export function CouponsPanel({ memberId }: { memberId: string }) {
  const t = useTranslations('shop');
  const query = useQuery(couponsQuery(memberId));
  return (
    <Panel
      title={t('coupons')}
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title={t('noCoupons')}>{t('noCouponsHow')}</EmptyState>}
    >
      {({ items }) => (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {items.map((coupon) => (
            <li key={coupon.id}>
              <CouponCard coupon={coupon} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const TONES: Record<CouponState, Tone> = { issued: 'good', used: 'neutral', expired: 'neutral' };

function CouponCard({ coupon }: { coupon: Coupon }) {
  const t = useTranslations('shop');
  const discountText = useDiscountText();
  const format = useFormat();
  return (
    <div className="flex h-full flex-col gap-1 rounded border border-dashed border-edge px-4 py-3">
      <p className="flex items-center justify-between gap-2">
        <span className="text-lg font-semibold">{discountText(coupon.discount)}</span>
        <Badge tone={TONES[coupon.state]}>{t(`couponStates.${coupon.state}`)}</Badge>
      </p>
      <p className="text-sm text-muted">
        {coupon.expiresAt === null
          ? t('forGood')
          : t('until', { day: format.day(lastDay(coupon.expiresAt, format.zone)) })}
      </p>
      <p className="text-xs text-muted">
        {coupon.productIds === null ? t('anyProduct') : t('someProducts', { count: coupon.productIds.length })}
      </p>
    </div>
  );
}

/** The last day on which it can be used; its moment is the first one after that. */
function lastDay(expiresAt: string, zone: string): Day {
  return calendarOf(zone).dayOf(new Date(new Date(expiresAt).getTime() - 1));
}
