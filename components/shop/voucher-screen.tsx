'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { voucherQuery } from '@/lib/shop/client';
import { groupedCode } from '@/lib/shop/rules';
import type { Voucher } from '@/lib/shop/schema';
import { VoucherBadge } from './voucher-badge';

/** What a member shows at the counter; it says by itself when it was redeemed. */
export function VoucherScreen({ code }: { code: string }) {
  const t = useTranslations('shop');
  const { data, error, refetch, isFetching } = useQuery(voucherQuery(code));
  return (
    <>
      <PageHeader title={t('voucher')} back={<Link href="/shop">{t('title')}</Link>} />
      {data && <VoucherCard voucher={data} />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />}
      {!data && !error && <Skeleton className="mx-auto h-112 w-full max-w-sm" />}
    </>
  );
}

function VoucherCard({ voucher }: { voucher: Voucher }) {
  const t = useTranslations('shop');
  const { state, redeemedAt, voidedAt } = voucher;
  return (
    <article className="mx-auto flex max-w-sm flex-col items-center gap-4 rounded border bg-surface px-6 py-8 text-center">
      <h2 className="text-lg font-semibold break-words">{voucher.productName}</h2>
      <div role="status">
        <VoucherBadge state={state} />
      </div>
      <div className="rounded bg-white p-3">
        {/* biome-ignore lint/performance/noImgElement: made by our own door, and the same at any size */}
        <img
          src={`/api/v1/vouchers/${voucher.code}/qr`}
          alt={t('qrOf', { code: groupedCode(voucher.code) })}
          width={240}
          height={240}
          className={cx('size-60', state !== 'valid' && 'opacity-15')}
        />
      </div>
      <p
        className={cx('font-mono text-lg font-semibold tracking-wide', state !== 'valid' && 'text-muted line-through')}
      >
        {groupedCode(voucher.code)}
      </p>
      <p className="text-sm text-muted">
        {state === 'valid' && t('showIt')}
        {redeemedAt !== null && t.rich('redeemedAt', { time: () => <Time at={redeemedAt} /> })}
        {voidedAt !== null && t.rich('voidedAt', { time: () => <Time at={voidedAt} /> })}
      </p>
      <dl className="flex w-full justify-between border-t pt-4 text-sm">
        <dt className="text-muted">{t('order', { id: voucher.orderId })}</dt>
        <dd>{t('points', { points: voucher.paid })}</dd>
      </dl>
    </article>
  );
}
