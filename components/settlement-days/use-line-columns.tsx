'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { DayLine } from '@/lib/settlement/day-schema';

const column = columnHelper<DayLine>();
const end = { align: 'end' as const };
/** A card on the phone says the total; its parts stand beside the opened line. */
const part = { ...end, card: 'hidden' as const };

/** Columns of the lines of a day; an adjustment names the closed day that it corrects. */
export function useLineColumns() {
  const t = useTranslations('settlementDays');
  return useMemo(
    () =>
      column.columns([
        column.accessor('title', {
          id: 'content',
          header: t('video'),
          cell: (cell) => <LineName line={cell.row.original} />,
          meta: { card: 'title', sortable: true },
        }),
        column.accessor('creatorName', {
          header: t('creator'),
          cell: (cell) => cell.getValue() ?? <span className="text-muted">{t('nobody')}</span>,
          meta: { width: '9rem' },
        }),
        column.accessor((line) => line.viewsAfter - line.viewsBefore, {
          id: 'views',
          header: t('views'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { ...end, sortable: true },
        }),
        column.accessor((line) => line.adViewsAfter - line.adViewsBefore, {
          id: 'adViews',
          header: t('adViews'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { ...end, sortable: true },
        }),
        column.accessor('videoAmount', {
          header: t('videoAmount'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: part,
        }),
        column.accessor('adAmount', {
          header: t('adAmount'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: part,
        }),
        column.accessor('total', {
          header: t('total'),
          cell: (cell) => (
            <span className="font-medium">
              <Figure value={cell.getValue()} as="won" />
            </span>
          ),
          meta: { ...end, sortable: true },
        }),
      ]),
    [t],
  );
}

function LineName({ line }: { line: DayLine }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const corrected = line.forDay === line.day ? null : parseDay(line.forDay);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {line.title}
      {corrected && <Badge tone="warn">{t('corrects', { day: format.day(corrected, 'short') })}</Badge>}
    </span>
  );
}
