'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PERIOD_STYLES } from '@/components/charts/period-styles';
import { TwinTable } from '@/components/charts/twin-table';
import type { FigureColumn } from '@/components/ui/figure-table';
import { useFormat } from '@/components/use-format';
import { FIGURES, type Point } from './figures';
import { dayUrl } from './urls';
import type { Overview } from './use-overview';

type FiguresTableProps = { points: Point[]; overview: Overview };

/** The table twin of the chart: every value of each period, and a way into each day. */
export function FiguresTable({ points, overview }: FiguresTableProps) {
  const t = useTranslations('overview');
  const tRange = useTranslations('range');
  const format = useFormat();
  const { group, content, compare } = overview.search;
  const columns: FigureColumn<Point>[] = FIGURES.map(({ id, of }) => ({
    head: t(`series.${id}`),
    of,
    text: format.number,
  }));
  const before: FigureColumn<Point> = {
    head: t('clicksBefore'),
    of: (point) => point.before?.clicks ?? null,
    text: format.number,
    tone: 'muted',
  };
  return (
    <TwinTable
      label={t(`perPeriod.${group}`)}
      head={tRange(`grains.${group}`)}
      columns={compare ? [...columns, before] : columns}
      rows={points}
      keyOf={({ day }) => day}
      nameOf={({ day }) => {
        const name = format.day(day, PERIOD_STYLES[group]);
        if (group !== 'day') return name;
        return (
          <Link
            href={dayUrl(day, content)}
            className="underline decoration-line underline-offset-4 hover:decoration-current"
          >
            {name}
          </Link>
        );
      }}
      isFinal={({ item }) => item.final}
    />
  );
}
