'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '@/components/use-format';
import type { Per, ReportPoint } from './report-points';
import { usePointName } from './use-point-name';

type ReportChartProps = { points: ReportPoint[]; per: Per };

/** A bar a day or hour, from zero; the keyboard walks them. */
export function ReportChart({ points, per }: ReportChartProps) {
  const format = useFormat();
  const name = usePointName(per);
  // Hours of several days are told apart by where each day begins.
  const marks = points.length > 48 && per === 'hour' ? points.map(({ at }) => at).filter(name.beginsDay) : undefined;
  return (
    <div className="h-56" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 224 }}>
        <BarChart data={points} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="at"
            tickFormatter={name.brief}
            {...(marks && { ticks: marks })}
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
            content={<PointTooltip points={points} per={per} />}
          />
          <Bar dataKey="participations" fill="var(--color-participations)" maxBarSize={32} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };

function PointTooltip({ points, per, active, label }: ReportChartProps & { active?: boolean; label?: unknown }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const name = usePointName(per);
  const point = points.find((candidate) => candidate.at === label);
  if (!active || !point) return null;
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">{name.full(point.at)}</p>
      <p>
        <span className="text-muted">{t('participations')}</span> {format.number(point.participations)}
      </p>
      {point.points !== null && (
        <p>
          <span className="text-muted">{t('pointsColumn')}</span> {format.number(point.points)}
        </p>
      )}
    </div>
  );
}
