'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { SettlementTabs } from '@/components/settlement/settlement-tabs';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { Day } from '@/lib/kernel/day';
import { daysQuery } from '@/lib/settlement/days-client';
import { MonthPicker } from './month-picker';
import { MonthTotals } from './month-totals';
import { daysSearch } from './search';
import { useDayColumns } from './use-day-columns';

const WATCHING_MILLISECONDS = 2000;

/** The days of a month as money sees them; a day that is running is looked at again by itself. */
export function DaysScreen({ today }: { today: Day }) {
  const t = useTranslations('settlementDays');
  const [search, setSearch] = useQueryStates(daysSearch, { history: 'replace' });
  const month = search.month ?? today.slice(0, 7);
  const query = useQuery({
    ...daysQuery(month),
    refetchInterval: ({ state }) => (state.data?.some((day) => day.running) ? WATCHING_MILLISECONDS : false),
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        period={<MonthPicker month={month} today={today} onChange={(next) => void setSearch({ month: next })} />}
      />
      <div className="flex flex-col gap-4">
        <SettlementTabs />
        <MonthTotals days={query.isPlaceholderData ? undefined : query.data} />
        <Panel title={t('days')} note={t('daysNote')} flush>
          <DataTable
            label={t('days')}
            columns={useDayColumns()}
            rows={query.data}
            rowId={(row) => row.day}
            hrefOf={(row) => `/settlement/days/${row.day}` as Route}
            empty={
              <EmptyState title={t('emptyTitle')}>
                <p>{t('emptyHow')}</p>
              </EmptyState>
            }
            error={query.error}
            onRetry={() => void query.refetch()}
            busy={query.isPlaceholderData}
          />
        </Panel>
      </div>
    </>
  );
}
