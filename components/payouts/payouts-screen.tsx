'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { SettlementTabs } from '@/components/settlement/settlement-tabs';
import { FilterSelect } from '@/components/ui/filter-select';
import { monthsQuery, payoutSummaryQuery, payoutsQuery } from '@/lib/settlement/payout-client';
import { BankFiles } from './bank-files';
import { MonthWork } from './month-work';
import { PayoutTotals } from './payout-totals';
import { PayoutsPanel } from './payouts-panel';
import { payoutsSearch } from './search';
import { useMonthName } from './use-month-name';

/** What creators are paid, of a month or of all: totals, files for the bank, and each payout with its steps. */
export function PayoutsScreen() {
  const t = useTranslations('payouts');
  const [search, setSearch] = useQueryStates(payoutsSearch, { history: 'replace' });
  const summary = useQuery(payoutSummaryQuery(search.month));
  const query = useInfiniteQuery(payoutsQuery(search));
  return (
    <>
      <PageHeader
        title={t('settlement')}
        period={<MonthChoice month={search.month} onChange={(month) => void setSearch({ month })} />}
      />
      <div className="flex flex-col gap-4">
        <SettlementTabs />
        <PayoutTotals summary={summary.data} />
        <BankFiles files={summary.data?.files ?? []} />
        <PayoutsPanel
          query={query}
          state={search.state}
          onState={(state) => void setSearch({ state })}
          work={search.month && summary.data ? <MonthWork month={search.month} summary={summary.data} /> : null}
        />
      </div>
    </>
  );
}

function MonthChoice({ month, onChange }: { month: string | null; onChange: (month: string | null) => void }) {
  const t = useTranslations('payouts');
  const monthName = useMonthName();
  const months = useQuery(monthsQuery());
  const closed = (months.data ?? []).filter((one) => one.state === 'closed').map((one) => one.month);
  const values = month && !closed.includes(month) ? [month, ...closed] : closed;
  return (
    <FilterSelect
      label={t('month')}
      all={t('allMonths')}
      options={values.map((value) => ({ value, label: monthName(value) }))}
      value={month}
      onChange={onChange}
    />
  );
}
