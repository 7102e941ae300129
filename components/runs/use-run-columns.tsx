'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { Time } from '@/components/ui/time';
import type { Run } from '@/lib/events/schema';
import { Checksum } from './checksum';
import { RunDay } from './run-day';
import { RunState } from './run-state';
import { Took } from './took';

const column = columnHelper<Run>();
const figure = (value: number | null) => (value === null ? '–' : <Figure value={value} />);

/** Columns of the runs: which day, how it went, what went in and came out. */
export function useRunColumns() {
  const t = useTranslations('runs');
  return useMemo(
    () =>
      column.columns([
        column.accessor('day', {
          header: t('day'),
          cell: (cell) => <RunDay run={cell.row.original} />,
          meta: { card: 'title', width: '13rem' },
        }),
        column.accessor('attempt', { header: t('attempt'), meta: { align: 'end', width: '5rem' } }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <RunState run={cell.row.original} />,
          meta: { width: '8rem' },
        }),
        column.accessor('startedAt', { header: t('startedAt'), cell: (cell) => <Time at={cell.getValue()} /> }),
        column.accessor('tookMilliseconds', {
          header: t('took'),
          cell: (cell) => <Took milliseconds={cell.getValue()} />,
          meta: { align: 'end' },
        }),
        column.accessor('rowsIn', {
          header: t('rowsIn'),
          cell: (cell) => figure(cell.getValue()),
          meta: { align: 'end' },
        }),
        column.accessor('rowsOut', {
          header: t('rowsOut'),
          cell: (cell) => figure(cell.getValue()),
          meta: { align: 'end' },
        }),
        column.accessor('verdictsChanged', {
          header: t('changed'),
          cell: (cell) => figure(cell.getValue()),
          meta: { align: 'end' },
        }),
        column.accessor('checksumOut', {
          header: t('checksum'),
          cell: (cell) => <Checksum value={cell.getValue()} />,
          meta: { width: '9rem' },
        }),
      ]),
    [t],
  );
}
