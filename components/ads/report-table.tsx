'use client';

import { useTranslations } from 'next-intl';
import { TwinTable } from '@/components/charts/twin-table';
import type { FigureColumn } from '@/components/ui/figure-table';
import { useFormat } from '@/components/use-format';
import type { Per, ReportPoint } from './report-points';
import { usePointName } from './use-point-name';

/** The table twin of the chart; points are told by day only. */
export function ReportTable({ points, per }: { points: ReportPoint[]; per: Per }) {
  const t = useTranslations('ads');
  const { number: text } = useFormat();
  const name = usePointName(per);
  const joined: FigureColumn<ReportPoint> = { head: t('participations'), of: (point) => point.participations, text };
  const earned: FigureColumn<ReportPoint> = { head: t('pointsColumn'), of: (point) => point.points, text };
  return (
    <TwinTable
      label={t(per === 'day' ? 'perDay' : 'perHour')}
      head={t(per)}
      columns={per === 'day' ? [joined, earned] : [joined]}
      rows={points}
      keyOf={({ at }) => at}
      nameOf={({ at }) => name.full(at)}
    />
  );
}
