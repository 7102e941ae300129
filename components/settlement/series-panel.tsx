'use client';

import { useTranslations } from 'next-intl';
import { FormSwitch } from '@/components/charts/form-switch';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { Series, SeriesItem } from '@/lib/settlement/line-schema';
import { SeriesChart } from './series-chart';
import { SeriesTable } from './series-table';
import type { Earnings } from './use-earnings';

/** Amounts per day, week or month: stacked bars, or their table twin. A period opens its videos below. */
export function SeriesPanel({ query, earnings }: { query: PanelQuery<Series>; earnings: Earnings }) {
  const t = useTranslations('earnings');
  const { search, setSearch } = earnings;
  const choose = (date: string) => void setSearch({ date });
  return (
    <Panel
      title={t(`perPeriod.${search.period}`)}
      note={t('chartNote')}
      query={query}
      skeleton={<Skeleton className="h-72 w-full" />}
      isEmpty={({ items }) => !items.some(hasCounts)}
      empty={
        <EmptyState title={t('noAmounts')}>
          <p>{t('noAmountsHow')}</p>
        </EmptyState>
      }
      actions={<FormSwitch value={search.as} onChange={(as) => void setSearch({ as })} />}
    >
      {(series) => {
        const shared = { items: series.items, period: search.period, chosen: search.date, onChoose: choose };
        return search.as === 'chart' ? <SeriesChart {...shared} /> : <SeriesTable {...shared} />;
      }}
    </Panel>
  );
}

/** Whether there is anything to show of a period. */
export const hasCounts = (item: SeriesItem) => item.views !== 0 || item.adViews !== 0 || item.total !== 0;
