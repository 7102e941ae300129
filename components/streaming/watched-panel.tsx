'use client';

import { useTranslations } from 'next-intl';
import { FormSwitch } from '@/components/charts/form-switch';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import type { StreamingStats } from '@/lib/dashboard/streaming-schema';
import type { Streaming } from './use-streaming';
import { WatchedChart } from './watched-chart';
import { WatchedTable } from './watched-table';

type WatchedPanelProps = { query: PanelQuery<StreamingStats>; streaming: Streaming };

/** Views and ad views, or watch time, per day, week or month: the chart and its table twin. */
export function WatchedPanel({ query, streaming }: WatchedPanelProps) {
  const t = useTranslations('streaming');
  const { search, setSearch } = streaming;
  const shows = (['views', 'watch'] as const).map((value) => ({ value, label: t(`shows.${value}`) }));
  return (
    <Panel
      title={t(`perPeriod.${search.group}`)}
      note={search.as === 'chart' ? t('chartNote') : undefined}
      query={query}
      skeleton={<Skeleton className="h-72 w-full" />}
      isEmpty={({ totals }) => totals.views + totals.adViews + totals.watchSeconds === 0}
      empty={
        <EmptyState title={t('emptyTitle')}>
          <p>{t('emptyHow')}</p>
        </EmptyState>
      }
      actions={
        <div className="flex flex-wrap items-center gap-2">
          {search.as === 'chart' && (
            <Segmented
              label={t('show')}
              options={shows}
              value={search.show}
              onChange={(show) => void setSearch({ show })}
            />
          )}
          <FormSwitch value={search.as} onChange={(as) => void setSearch({ as })} />
        </div>
      }
    >
      {({ items }) =>
        search.as === 'chart' ? (
          <WatchedChart items={items} show={search.show} grain={search.group} />
        ) : (
          <WatchedTable items={items} grain={search.group} />
        )
      }
    </Panel>
  );
}
