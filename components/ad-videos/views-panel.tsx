'use client';

import { useTranslations } from 'next-intl';
import { FormSwitch } from '@/components/charts/form-switch';
import type { Streaming } from '@/components/streaming/use-streaming';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';
import { ViewsChart } from './views-chart';
import { ViewsTable } from './views-table';

type ViewsPanelProps = { id: number; query: PanelQuery<AdVideoReport>; streaming: Streaming };

/** Counted views per day: the chart, its table twin, and the whole report as CSV. */
export function ViewsPanel({ id, query, streaming: { search, setSearch, range } }: ViewsPanelProps) {
  const t = useTranslations('streaming');
  return (
    <Panel
      title={t('ads.report')}
      note={t('ads.reportNote')}
      query={query}
      skeleton={<Skeleton className="h-56 w-full" />}
      isEmpty={(report) => report.views === 0}
      empty={
        <EmptyState title={t('ads.noViews')}>
          <p>{t('ads.noViewsHow')}</p>
        </EmptyState>
      }
      actions={
        <div className="flex items-center gap-2">
          <FormSwitch value={search.as} onChange={(as) => void setSearch({ as })} />
          <DownloadLink
            label={t('ads.csv')}
            href={`/api/v1/ad-videos/${id}/report?format=csv&from=${range.from}&to=${range.to}`}
          />
        </div>
      }
    >
      {({ days }) => (search.as === 'chart' ? <ViewsChart days={days} /> : <ViewsTable days={days} />)}
    </Panel>
  );
}
