'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { columnHelper } from '@/components/ui/data-table-columns';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { productOrdersQuery } from '@/lib/shop/client';
import type { Order } from '@/lib/shop/schema';
import { RefundDialog } from './refund-dialog';
import { VoucherBadge } from './voucher-badge';

/** Who bought a product; an order whose voucher was not redeemed can be refunded. */
export function ProductOrdersPanel({ productId }: { productId: number }) {
  const t = useTranslations('products');
  const [refunding, setRefunding] = useState<Order | null>(null);
  const query = useInfiniteQuery(productOrdersQuery(productId));
  return (
    <Panel title={t('orders')} flush>
      <PagedTable
        label={t('orders')}
        query={query}
        columns={useColumns()}
        rowId={(order) => String(order.id)}
        actions={(order) =>
          order.voucherState === 'valid' && (
            <Button size="small" onClick={() => setRefunding(order)}>
              {t('refund')}
            </Button>
          )
        }
        empty={<EmptyState title={t('noOrders')} />}
      />
      {refunding && <RefundDialog order={refunding} onClose={() => setRefunding(null)} />}
    </Panel>
  );
}

const column = columnHelper<Order>();

function useColumns() {
  const t = useTranslations('products');
  return useMemo(
    () =>
      column.columns([
        column.accessor('memberId', {
          header: t('member'),
          cell: (cell) => <span className="break-all">{cell.getValue()}</span>,
          meta: { card: 'title' },
        }),
        column.accessor('id', { header: t('order'), cell: (cell) => `#${cell.getValue()}`, meta: { width: '6rem' } }),
        column.accessor('voucherState', {
          header: t('voucher'),
          cell: (cell) => <VoucherBadge state={cell.getValue()} />,
          meta: { width: '8rem' },
        }),
        column.accessor('paid', {
          header: t('paid'),
          cell: ({ row: { original } }) => <Paid order={original} />,
          meta: { align: 'end', width: '9rem' },
        }),
        column.accessor('orderedAt', {
          header: t('orderedAt'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '14rem' },
        }),
      ]),
    [t],
  );
}

function Paid({ order: { paid, discount } }: { order: Order }) {
  const t = useTranslations('products');
  const format = useFormat();
  return (
    <span>
      {format.number(paid)}
      {discount > 0 && <span className="block text-xs text-muted">{t('less', { discount })}</span>}
    </span>
  );
}
