'use client';

import { useTranslations } from 'next-intl';
import { Bar } from 'recharts';
import { Axes } from '@/components/charts/axes';
import { BAR, BarsChart } from '@/components/charts/bars-chart';
import { ChartTooltip } from '@/components/charts/chart-tooltip';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { Per, ReportPoint } from './report-points';
import { usePointName } from './use-point-name';

type ReportChartProps = { points: ReportPoint[]; per: Per };

/** Participations, a bar a day or hour. */
export function ReportChart({ points, per }: ReportChartProps) {
  const t = useTranslations('ads');
  const format = useFormat();
  const name = usePointName(per);
  // Hours of several days are told apart by where each day begins.
  const marks = points.length > 48 && per === 'hour' ? points.map(({ at }) => at).filter(name.beginsDay) : undefined;
  return (
    <BarsChart height={224} rows={points}>
      <Axes at="at" nameOf={name.brief} ticks={marks} />
      <ChartTooltip over="bars" rows={points}>
        {(point) => (
          <TooltipCard
            title={name.full(point.at)}
            rows={[
              { name: t('participations'), value: format.number(point.participations) },
              ...(point.points === null ? [] : [{ name: t('pointsColumn'), value: format.number(point.points) }]),
            ]}
          />
        )}
      </ChartTooltip>
      <Bar dataKey="participations" fill="var(--color-participations)" {...BAR} />
    </BarsChart>
  );
}
