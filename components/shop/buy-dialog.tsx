'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { couponsQuery } from '@/lib/coupons/client';
import { discountOf } from '@/lib/coupons/rules';
import type { Coupon } from '@/lib/coupons/schema';
import { pointsQuery } from '@/lib/points/client';
import { groupedCode } from '@/lib/shop/rules';
import type { OrderPlaced, Product } from '@/lib/shop/schema';
import { useBuy } from './use-buy';
import { useDiscountText } from './use-discount-text';

type BuyDialogProps = { product: Product; memberId: string; onClose: () => void };

const NONE = 'none';

/** What a purchase costs with the best coupon, what is left afterwards, and one press to buy. */
export function BuyDialog({ product, memberId, onClose }: BuyDialogProps) {
  const t = useTranslations('shop');
  const buy = useBuy(product.id, memberId);
  const coupons = useUsable(product, memberId);
  const [choice, setChoice] = useState<string | null>(null);
  const coupon = coupons.find(({ id }) => String(id) === choice) ?? (choice === null ? coupons[0] : undefined);
  const balance = useQuery(pointsQuery(memberId)).data?.balance;
  const discount = coupon ? discountOf(coupon.discount, product.price) : 0;
  const paid = product.price - discount;
  const short = balance !== undefined && balance < paid;
  if (buy.data) return <Bought product={product} placed={buy.data} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('buyTitle', { name: product.name })}
      description={t('buyNote')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={buy.isPending}
            disabled={short}
            onClick={() => buy.send({ couponId: coupon?.id ?? null, price: product.price })}
          >
            {t('buyFor', { points: paid })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {coupons.length > 0 && (
          <CouponChoice coupons={coupons} value={coupon ? String(coupon.id) : NONE} onChange={setChoice} />
        )}
        <dl className="flex flex-col rounded border px-4 py-1">
          <Line name={t('price')} value={t('points', { points: product.price })} />
          {discount > 0 && <Line name={t('coupon')} value={`−${t('points', { points: discount })}`} />}
          <Line name={t('paid')} value={t('points', { points: paid })} strong />
          {balance !== undefined && !short && (
            <Line name={t('balanceAfter')} value={t('points', { points: balance - paid })} />
          )}
        </dl>
        {short && (
          <p role="status" className="text-sm text-bad">
            {t('short', { missing: paid - balance })}
          </p>
        )}
        {buy.error && <ErrorState error={buy.error} compact />}
      </div>
    </Dialog>
  );
}

/** The coupons that can be used for this product, the best first. */
function useUsable(product: Product, memberId: string): Coupon[] {
  const { data } = useQuery(couponsQuery(memberId, 'issued'));
  const worth = (coupon: Coupon) => discountOf(coupon.discount, product.price);
  const usable = (data?.items ?? []).filter(({ productIds }) => productIds === null || productIds.includes(product.id));
  return usable.filter((coupon) => worth(coupon) > 0).sort((a, b) => worth(b) - worth(a));
}

type ChoiceProps = { coupons: Coupon[]; value: string; onChange: (value: string) => void };

function CouponChoice({ coupons, value, onChange }: ChoiceProps) {
  const t = useTranslations('shop');
  const discountText = useDiscountText();
  const options = coupons.map(({ id, discount }) => ({
    value: String(id),
    label: `${discountText(discount)} · #${id}`,
  }));
  return (
    <Field label={t('coupon')}>
      <Select options={[...options, { value: NONE, label: t('noCoupon') }]} value={value} onChange={onChange} />
    </Field>
  );
}

function Line({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div className="flex justify-between gap-4 py-1.5">
      <dt className="text-muted">{name}</dt>
      <dd className={strong ? 'font-semibold' : undefined}>{value}</dd>
    </div>
  );
}

function Bought({ product, placed, onClose }: { product: Product; placed: OrderPlaced; onClose: () => void }) {
  const t = useTranslations('shop');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('boughtTitle')}
      description={t('boughtNote', { name: product.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <LinkButton variant="primary" href={`/vouchers/${placed.voucherCode}`}>
            {t('openVoucher')}
          </LinkButton>
        </>
      }
    >
      <p role="status" className="text-center">
        <span className="block font-mono text-lg font-semibold tracking-wide">{groupedCode(placed.voucherCode)}</span>
        <span className="mt-2 block text-sm text-muted">
          {t('boughtFor', { paid: placed.paid, balance: placed.balance })}
        </span>
      </p>
    </Dialog>
  );
}
