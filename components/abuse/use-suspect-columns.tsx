'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import type { Suspect } from '@/lib/abuse/schema';
import { ReasonList } from './reason-list';
import { ViewerName } from './viewer-name';

const column = columnHelper<Suspect>();
const end = { align: 'end' as const };

/** Columns of the worst viewers. */
export function useSuspectColumns() {
  const t = useTranslations('abuse');
  return useMemo(
    () =>
      column.columns([
        column.accessor('viewer', {
          header: t('viewer'),
          cell: (cell) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <ViewerName viewer={cell.getValue()} />
              {cell.row.original.blocked && <Badge tone="bad">{t('blocked')}</Badge>}
            </span>
          ),
          meta: { card: 'title' },
        }),
        column.accessor('refused', {
          header: t('refused'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { ...end, width: '6rem' },
        }),
        column.accessor('reasons', {
          header: t('reasons'),
          cell: (cell) => <ReasonList reasons={cell.getValue()} />,
          meta: { card: 'hidden' },
        }),
        column.accessor('counted', {
          header: t('counted'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { ...end, width: '6rem' },
        }),
        column.accessor('peakPerMinute', {
          header: t('peak'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { ...end, width: '7rem' },
        }),
        column.accessor((suspect) => suspect.top?.share ?? 0, {
          id: 'share',
          header: t('share'),
          cell: (cell) => <Share top={cell.row.original.top} />,
          meta: { ...end, width: '9rem' },
        }),
      ]),
    [t],
  );
}

/** Of the content it viewed most. */
function Share({ top }: { top: Suspect['top'] }) {
  if (!top) return <span className="text-muted">–</span>;
  return (
    <span title={top.title}>
      <Figure value={top.share} as="percent" />
    </span>
  );
}
