'use client';

import { useTranslations } from 'next-intl';
import { Bar, Cell } from 'recharts';
import { Axes } from '@/components/charts/axes';
import { BAR, BarsChart } from '@/components/charts/bars-chart';
import { ChartLegend } from '@/components/charts/chart-legend';
import { ChartTooltip } from '@/components/charts/chart-tooltip';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { refusedOf } from '@/components/overview/figures';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import type { Hours } from '@/lib/dashboard/schema';

type HoursPanelProps = {
  query: PanelQuery<Hours>;
  /** Which bars an hour has, of clicks, views, ad views and refused events. */
  bars?: readonly BarId[];
  chosen: number | null;
  onChoose: (hour: number | null) => void;
};

/** Counted and refused events per hour; an hour narrows the list of events below. */
export function HoursPanel({ query, bars = ['clicks', 'views', 'refused'], chosen, onChoose }: HoursPanelProps) {
  const t = useTranslations('day');
  return (
    <Panel title={t('hours')} note={t('pressHour')} query={query} skeleton={<Skeleton className="h-52 w-full" />}>
      {(hours) => <HoursChart hours={hours} bars={bars} chosen={chosen} onChoose={onChoose} />}
    </Panel>
  );
}

type HoursChartProps = Required<Omit<HoursPanelProps, 'query'>> & { hours: Hours };
type BarId = 'clicks' | 'views' | 'adViews' | 'refused';

const COLORS: Record<BarId, string> = {
  clicks: 'var(--color-clicks)',
  views: 'var(--color-views)',
  adViews: 'var(--color-ad-views)',
  refused: 'var(--color-refused)',
};

function HoursChart({ hours, bars, chosen, onChoose }: HoursChartProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const rows = hours.items.map((item, hour) => ({
    hour,
    at: format.time(item.startsAt).slice(0, 5),
    clicks: item.clicks,
    views: item.views,
    adViews: item.adViews,
    refused: refusedOf(item),
  }));
  return (
    <BarsChart height={208} rows={rows} onPress={({ hour }) => onChoose(hour === chosen ? null : hour)}>
      <Axes at="at" nameOf={(at) => at} />
      <ChartTooltip over="bars" rows={rows}>
        {(row) => (
          <TooltipCard
            title={row.at}
            rows={bars.map((id) => ({ name: t(`series.${id}`), value: format.number(row[id]) }))}
          />
        )}
      </ChartTooltip>
      <ChartLegend of="bars" />
      {bars.map((id) => (
        <Bar key={id} dataKey={id} name={t(`series.${id}`)} fill={COLORS[id]} {...BAR}>
          {rows.map(({ hour }) => (
            <Cell key={hour} fillOpacity={chosen === null || chosen === hour ? 1 : 0.3} />
          ))}
        </Bar>
      ))}
    </BarsChart>
  );
}
