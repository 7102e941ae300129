'use client';

import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, Cell, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
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

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };
const COLORS: Record<BarId, string> = {
  clicks: 'var(--color-clicks)',
  views: 'var(--color-views)',
  adViews: 'var(--color-ad-views)',
  refused: 'var(--color-refused)',
};

function HoursChart({ hours, bars, chosen, onChoose }: HoursChartProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const rows = hours.items.map((item) => ({
    at: format.time(item.startsAt).slice(0, 5),
    clicks: item.clicks,
    views: item.views,
    adViews: item.adViews,
    refused: refusedOf(item),
  }));
  const choose = (state: { activeTooltipIndex?: unknown }) => {
    const hour = Number(state.activeTooltipIndex ?? Number.NaN);
    if (Number.isInteger(hour)) onChoose(hour === chosen ? null : hour);
  };
  return (
    <div className="h-52">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 208 }}>
        <BarChart
          data={rows}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          onClick={choose}
          accessibilityLayer
          className="[&_.recharts-surface]:cursor-pointer"
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="at" tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--color-line)' }} minTickGap={16} />
          <YAxis
            width={40}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickFormatter={(value: number) => format.compact(value)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-sunken)' }}
            formatter={(value) => format.number(Number(value))}
            contentStyle={{
              background: 'var(--color-floating)',
              border: '1px solid var(--color-line)',
              borderRadius: 6,
              fontSize: 13,
            }}
            itemStyle={{ color: 'var(--color-ink)', padding: 0 }}
          />
          <Legend
            verticalAlign="bottom"
            height={24}
            iconType="square"
            iconSize={10}
            itemSorter={null}
            formatter={(name: string) => <span className="text-sm text-ink">{name}</span>}
          />
          {bars.map((id) => (
            <Bar key={id} dataKey={id} name={t(`series.${id}`)} fill={COLORS[id]} isAnimationActive={false}>
              {rows.map(({ at }, hour) => (
                <Cell key={at} fillOpacity={chosen === null || chosen === hour ? 1 : 0.3} />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
