'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { SettlementTabs } from '@/components/settlement/settlement-tabs';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { monthsQuery } from '@/lib/settlement/payout-client';
import type { SettlementMonth } from '@/lib/settlement/statement-schema';
import { CloseMonthDialog } from './close-month-dialog';
import { useMonthColumns } from './use-month-columns';

/** Every month of the settlement, and the way to close one. */
export function MonthsScreen() {
  const t = useTranslations('payouts');
  const [closing, setClosing] = useState<SettlementMonth | null>(null);
  const months = useQuery(monthsQuery());
  return (
    <>
      <PageHeader title={t('settlement')} />
      <div className="flex flex-col gap-4">
        <SettlementTabs />
        <Panel title={t('months')} note={t('monthsNote')} flush>
          <DataTable
            label={t('months')}
            columns={useMonthColumns()}
            rows={months.data}
            rowId={(month) => month.month}
            actions={(month) => <MonthAction month={month} onClose={setClosing} />}
            empty={
              <EmptyState title={t('noMonths')}>
                <p>{t('noMonthsHow')}</p>
              </EmptyState>
            }
            error={months.error}
            onRetry={() => void months.refetch()}
          />
        </Panel>
      </div>
      <CloseMonthDialog month={closing} onClose={() => setClosing(null)} />
    </>
  );
}

function MonthAction({ month, onClose }: { month: SettlementMonth; onClose: (month: SettlementMonth) => void }) {
  const t = useTranslations('payouts');
  if (month.state === 'closable')
    return (
      <Button size="small" onClick={() => onClose(month)}>
        {t('closeMonth')}
      </Button>
    );
  const href =
    month.state === 'closed' ? `/settlement/payouts?month=${month.month}` : `/settlement/days?month=${month.month}`;
  return (
    <Button size="small" variant="quiet" asChild>
      <Link href={href}>{month.state === 'closed' ? t('toPayouts') : t('toDays')}</Link>
    </Button>
  );
}
