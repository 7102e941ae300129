'use client';

import { stringify } from 'csv-stringify/browser/esm/sync';
import { useTranslations } from 'next-intl';
import { saveFile } from '@/components/save-file';
import { FIGURES, type Point } from './figures';
import type { Overview } from './use-overview';

/** Saves what the table shows, in the same order and language, as CSV that spreadsheets open as it is. */
export function useFiguresCsv({ range, search }: Overview): (points: Point[]) => void {
  const t = useTranslations('overview');
  const tRange = useTranslations('range');
  return (points) => {
    const header = [
      tRange(`grains.${search.group}`),
      ...FIGURES.map(({ id }) => t(`series.${id}`)),
      ...(search.compare ? [t('clicksBefore')] : []),
      t('state'),
    ];
    const rows = points
      .toReversed()
      .map((point) => [
        point.day,
        ...FIGURES.map(({ of }) => of(point)),
        ...(search.compare ? [point.before?.clicks ?? ''] : []),
        t(point.item.final ? 'final' : 'provisional'),
      ]);
    const text = stringify([header, ...rows], { bom: true, escape_formulas: true });
    const content = new Blob([text], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: `boxoffice ${range.from} ${range.to}.csv`, content });
  };
}
