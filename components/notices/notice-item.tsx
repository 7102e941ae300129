'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useDiscountText } from '@/components/shop/use-discount-text';
import { cx } from '@/components/ui/cx';
import { Time } from '@/components/ui/time';
import type { Notice } from '@/lib/notices/schema';

/** One notice in a sentence; it leads to what it tells of. */
export function NoticeItem({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const sentence = useSentence();
  return (
    <Link href={pageOf(notice)} onClick={onGo} className="flex gap-3 px-4 py-3 hover:bg-sunken">
      <span
        aria-hidden
        className={cx('mt-2 size-1.5 shrink-0 rounded-full', notice.read ? 'bg-transparent' : 'bg-accent')}
      />
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className={cx('break-words', !notice.read && 'font-medium')}>{sentence(notice)}</span>
        <span className="text-xs text-muted">
          <Time at={notice.at} />
        </span>
      </span>
    </Link>
  );
}

function useSentence(): (notice: Notice) => string {
  const t = useTranslations('notices');
  const points = useTranslations('points');
  const discountText = useDiscountText();
  return ({ kind, data }) => {
    const { points: amount = 0, productName: name = '', postTitle: post = '', rank = 0 } = data;
    switch (kind) {
      case 'coupon-won':
        return t('couponWon', { post, discount: data.discount ? discountText(data.discount) : '' });
      case 'points-paid':
        return t('pointsPaid', {
          points: amount,
          reason: isPaidKind(data.paidFor) ? points(`kinds.${data.paidFor}`) : '',
        });
      case 'ticket-bought':
        return t('ticketBought', { name });
      case 'ticket-refunded':
        return t('ticketRefunded', { name, points: amount });
      case 'ranking-reward':
        return t('rankingReward', { rank, points: amount });
    }
  };
}

const PAID_KINDS = ['ad-reward', 'post-reward', 'ranking-reward'] as const;
const isPaidKind = (kind: string | undefined): kind is (typeof PAID_KINDS)[number] =>
  PAID_KINDS.some((one) => one === kind);

function pageOf({ kind, data }: Notice): '/shop' | '/points' | '/ranking' | `/vouchers/${string}` {
  if (kind === 'ticket-bought' && data.voucherCode !== undefined) return `/vouchers/${data.voucherCode}`;
  if (kind === 'ranking-reward') return '/ranking';
  return kind === 'coupon-won' ? '/shop' : '/points';
}
