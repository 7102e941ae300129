'use client';

import { stringify } from 'csv-stringify/browser/esm/sync';
import { useTranslations } from 'next-intl';
import { type Point, refusedOf } from './figures';
import type { Overview } from './use-overview';

/** Saves what the table shows, in the same order and language, as CSV that spreadsheets open as it is. */
export function useFiguresCsv({ range, search }: Overview): (points: Point[]) => void {
  const t = useTranslations('overview');
  return (points) => {
    const heads = ['clicks', 'likes', 'unlikes', 'likesNet', 'views', 'adViews', 'refused'] as const;
    const header = [
      t(`grains.${search.group}`),
      ...heads.map((head) => t(`series.${head}`)),
      ...(search.compare ? [t('clicksBefore')] : []),
      t('state'),
    ];
    const rows = points
      .toReversed()
      .map(({ day, item, before }) => [
        day,
        item.clicks,
        item.likes,
        item.unlikes,
        item.likes - item.unlikes,
        item.views,
        item.adViews,
        refusedOf(item),
        ...(search.compare ? [before?.clicks ?? ''] : []),
        t(item.final ? 'final' : 'provisional'),
      ]);
    save(stringify([header, ...rows], { bom: true, escape_formulas: true }), `boxoffice ${range.from} ${range.to}.csv`);
  };
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
