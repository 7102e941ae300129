'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { bankName } from '@/lib/settlement/account-schema';
import type { Payout } from '@/lib/settlement/payout-schema';
import { PayoutStateCell } from './payout-state';
import { useMonthName } from './use-month-name';

const column = columnHelper<Payout>();

/** Columns of the payouts: to whom, of which month, how much, where to, and where it stands. */
export function usePayoutColumns() {
  const t = useTranslations('payouts');
  const monthName = useMonthName();
  return useMemo(
    () =>
      column.columns([
        column.accessor('creator.name', { header: t('creator'), meta: { card: 'title' } }),
        column.accessor('month', {
          header: t('month'),
          cell: (cell) => <span className="whitespace-nowrap">{monthName(cell.getValue())}</span>,
        }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <PayoutStateCell payout={cell.row.original} />,
        }),
        column.accessor('account', {
          header: t('account'),
          cell: (cell) => <Account account={cell.getValue()} />,
        }),
        column.accessor('file', {
          header: t('file'),
          cell: (cell) => (
            <span className="font-mono text-xs">{cell.row.original.reference ?? cell.getValue() ?? '–'}</span>
          ),
          meta: { card: 'hidden' },
        }),
        column.accessor('amount', {
          header: t('amount'),
          cell: (cell) => (
            <span className="font-medium">
              <Figure value={cell.getValue()} as="won" />
            </span>
          ),
          meta: { align: 'end' },
        }),
      ]),
    [t, monthName],
  );
}

function Account({ account }: { account: Payout['account'] }) {
  const locale = useLocale();
  if (!account) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex flex-col whitespace-nowrap @max-2xl:items-end">
      <span>
        {bankName(account.bank, locale)} ···{account.last4}
      </span>
      <span className="text-xs text-muted">{account.holder}</span>
    </span>
  );
}
