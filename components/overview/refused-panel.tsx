'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import { intakeQuery } from '@/lib/dashboard/client';
import type { Intake, Stats } from '@/lib/dashboard/schema';
import type { Day } from '@/lib/kernel/day';
import { refusedOf } from './figures';
import { ReasonLegend } from './reason-legend';
import { REASON_COLORS, reasonsOf, stackOf } from './reasons';
import type { Overview } from './use-overview';

/** What was received: counted, refused by reason, and what was answered without being stored. */
export function RefusedPanel({ query, overview }: { query: PanelQuery<Stats>; overview: Overview }) {
  const t = useTranslations('overview');
  const intake = useQuery({ ...intakeQuery(overview.range), enabled: overview.search.content === null });
  return (
    <Panel title={t('received')} note={t('receivedNote')} query={query} skeleton={<Skeleton className="h-48 w-full" />}>
      {(stats) => (
        <>
          <ReasonBars stats={stats} />
          <ReasonLegend totals={stats.totals} />
          {overview.search.content === null && intake.data && <IntakeLine intake={intake.data} stats={stats} />}
        </>
      )}
    </Panel>
  );
}

function ReasonBars({ stats }: { stats: Stats }) {
  const t = useTranslations('overview');
  const tReason = useTranslations('reasons');
  const format = useFormat();
  const reasons = reasonsOf(stats.totals);
  if (reasons.length === 0) return <p className="py-6 text-center text-sm text-muted">{t('nothingRefused')}</p>;
  return (
    <div className="h-40">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 520, height: 160 }}>
        <BarChart data={stackOf(stats, reasons)} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: Day) => format.day(day, 'short')}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            tick={{ fontSize: 12, fill: 'var(--color-muted)' }}
            minTickGap={32}
          />
          <YAxis
            width={40}
            allowDecimals={false}
            tickFormatter={(value: number) => format.compact(value)}
            tickLine={false}
            axisLine={false}
            tick={{ fontSize: 12, fill: 'var(--color-muted)' }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-sunken)' }}
            formatter={(value) => format.number(Number(value))}
            labelFormatter={(day) => format.day(day as Day, 'long')}
            contentStyle={{
              background: 'var(--color-floating)',
              border: '1px solid var(--color-line)',
              borderRadius: 6,
              fontSize: 13,
            }}
            itemStyle={{ color: 'var(--color-ink)', padding: 0 }}
          />
          {reasons.map((reason, index) => (
            <Bar
              key={reason}
              dataKey={reason}
              name={reason === 'other' ? t('otherReasons') : tReason(`${reason}.name`)}
              stackId="refused"
              fill={REASON_COLORS[index] ?? 'var(--color-reason-5)'}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** received = counted + refused + duplicate + rejected: the last two were answered, and are tallied by their day of arrival. */
function IntakeLine({ intake, stats }: { intake: Intake; stats: Stats }) {
  const t = useTranslations('overview');
  const tReason = useTranslations('reasons');
  const format = useFormat();
  const duplicate = intake.items.reduce((sum, item) => sum + item.duplicate, 0);
  const rejected = new Map<string, number>();
  for (const item of intake.items)
    for (const [reason, n] of Object.entries(item.rejected)) rejected.set(reason, (rejected.get(reason) ?? 0) + n);
  const all = [...rejected.values()].reduce((sum, n) => sum + n, 0);
  const { clicks, likes, unlikes, views, adViews } = stats.totals;
  const counted = clicks + likes + unlikes + views + adViews;
  return (
    <dl className="mt-3 grid grid-cols-2 gap-x-4 border-t pt-3 text-sm sm:grid-cols-4">
      {[
        [t('counted'), counted],
        [t('series.refused'), refusedOf(stats.totals)],
        [t('duplicate'), duplicate],
        [t('rejected'), all],
      ].map(([name, value]) => (
        <div key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="font-medium">{format.number(Number(value))}</dd>
        </div>
      ))}
      {all > 0 && (
        <p className="col-span-full mt-1 text-xs text-muted">
          {[...rejected]
            .map(([reason, n]) => `${tReason(`${reason as 'invalid'}.name`)} ${format.number(n)}`)
            .join(' · ')}
        </p>
      )}
    </dl>
  );
}
