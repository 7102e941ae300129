'use client';

import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { FormSwitch } from '@/components/charts/form-switch';
import { WhenSeen } from '@/components/charts/when-seen';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import type { Stats } from '@/lib/dashboard/schema';
import { CurlLine } from './curl-line';
import { type Point, pointsOf, SERIES, type Show } from './figures';
import { FiguresTable } from './figures-table';
import { useFiguresCsv } from './use-figures-csv';
import type { Overview } from './use-overview';

const FiguresChart = dynamic(() => import('./figures-chart').then((file) => file.FiguresChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

type FiguresPanelProps = { query: PanelQuery<Stats>; previous: Stats | undefined; overview: Overview };

/** Figures per day, week or month: the chart, its table twin, and the same as CSV. */
export function FiguresPanel({ query, previous, overview }: FiguresPanelProps) {
  const t = useTranslations('overview');
  const { search, setSearch } = overview;
  const saveCsv = useFiguresCsv(overview);
  const shows = (['clicks-likes', 'likes', 'views'] as const).map((value) => ({ value, label: t(`shows.${value}`) }));
  const points = (stats: Stats): Point[] => pointsOf(stats, previous);
  return (
    <Panel
      title={t(`perPeriod.${search.group}`)}
      note={t(search.compare ? 'linesCompared' : 'lines')}
      query={query}
      skeleton={<Skeleton className="h-72 w-full" />}
      isEmpty={isEmpty}
      empty={<NothingYet />}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Segmented<Show>
            label={t('show')}
            options={shows}
            value={search.show}
            onChange={(show) => void setSearch({ show })}
          />
          <div className="flex items-center gap-2">
            <FormSwitch value={search.as} onChange={(as) => void setSearch({ as })} />
            <IconButton
              icon={Download}
              label={t('csv')}
              disabled={!query.data}
              onClick={() => query.data && saveCsv(points(query.data))}
            />
          </div>
        </div>
      }
    >
      {(stats) =>
        search.as === 'chart' ? (
          <WhenSeen height={288}>
            <FiguresChart
              points={points(stats)}
              series={SERIES[search.show]}
              grain={search.group}
              contentId={search.content}
            />
          </WhenSeen>
        ) : (
          <FiguresTable points={points(stats)} overview={overview} />
        )
      }
    </Panel>
  );
}

const isEmpty = (stats: Stats) =>
  stats.items.every(
    (item) =>
      item.clicks + item.likes + item.unlikes + item.views + item.adViews === 0 &&
      Object.keys(item.refused).length === 0,
  );

function NothingYet() {
  const t = useTranslations('overview');
  return (
    <EmptyState title={t('emptyTitle')}>
      <p>{t('emptyHow')}</p>
      <CurlLine />
    </EmptyState>
  );
}
