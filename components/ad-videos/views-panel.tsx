'use client';

import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Streaming } from '@/components/streaming/use-streaming';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip as Hint } from '@/components/ui/tooltip';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';
import { ViewsTable } from './views-table';

type ViewsPanelProps = { id: number; query: PanelQuery<AdVideoReport>; streaming: Streaming };

/** Counted views per day: the chart, its table twin, and the whole report as CSV. */
export function ViewsPanel({ id, query, streaming: { search, setSearch, range } }: ViewsPanelProps) {
  const t = useTranslations('streaming');
  const forms = (['chart', 'table'] as const).map((value) => ({ value, label: t(value) }));
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
          <Segmented label={t('form')} options={forms} value={search.as} onChange={(as) => void setSearch({ as })} />
          <Hint text={t('ads.csv')}>
            <a
              href={`/api/v1/ad-videos/${id}/report?format=csv&from=${range.from}&to=${range.to}`}
              download
              aria-label={t('ads.csv')}
              className="inline-flex size-8 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
            >
              <Download aria-hidden className="size-4" />
            </a>
          </Hint>
        </div>
      }
    >
      {({ days }) => (search.as === 'chart' ? <ViewsChart days={days} /> : <ViewsTable days={days} />)}
    </Panel>
  );
}

function ViewsChart({ days }: { days: AdVideoReport['days'] }) {
  const format = useFormat();
  return (
    <div className="h-56" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 224 }}>
        <BarChart data={days} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: Day) => format.day(day, 'short')}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            tick={TICK}
            minTickGap={32}
          />
          <YAxis
            width={48}
            tickFormatter={(value: number) => format.compact(value)}
            tickLine={false}
            axisLine={false}
            tick={TICK}
            allowDecimals={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-sunken)' }}
            content={<DayTooltip days={days} />}
          />
          <Bar dataKey="views" fill="var(--color-ad-views)" maxBarSize={32} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };

function DayTooltip({ days, active, label }: { days: AdVideoReport['days']; active?: boolean; label?: unknown }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const day = days.find((candidate) => candidate.day === label);
  if (!active || !day) return null;
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">
        {format.day(day.day as Day, 'long')}
        {!day.final && <span className="ml-2 font-normal text-muted">{t('provisional')}</span>}
      </p>
      <p>
        <span className="text-muted">{t('adViews')}</span> {format.number(day.views)}
      </p>
    </div>
  );
}
