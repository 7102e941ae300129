'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { memberOrdersQuery } from '@/lib/shop/client';
import type { Order } from '@/lib/shop/schema';
import { VoucherBadge } from './voucher-badge';

/** What the member bought; each row opens its voucher. */
export function MyOrdersPanel({ memberId }: { memberId: string }) {
  const t = useTranslations('shop');
  const query = useInfiniteQuery(memberOrdersQuery(memberId));
  return (
    <Panel title={t('orders')} flush>
      <PagedTable
        label={t('orders')}
        query={query}
        columns={useColumns()}
        rowId={(order) => String(order.id)}
        hrefOf={(order) => `/vouchers/${order.voucherCode}`}
        empty={<EmptyState title={t('noOrders')}>{t('noOrdersHow')}</EmptyState>}
      />
    </Panel>
  );
}

const column = columnHelper<Order>();

function useColumns() {
  const t = useTranslations('shop');
  const format = useFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor('productName', { header: t('product'), meta: { card: 'title' } }),
        column.accessor('voucherState', {
          header: t('voucher'),
          cell: (cell) => <VoucherBadge state={cell.getValue()} />,
          meta: { width: '8rem' },
        }),
        column.accessor('paid', {
          header: t('paid'),
          cell: (cell) => format.number(cell.getValue()),
          meta: { align: 'end', width: '8rem' },
        }),
        column.accessor('orderedAt', {
          header: t('orderedAt'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '14rem' },
        }),
      ]),
    [t, format],
  );
}
