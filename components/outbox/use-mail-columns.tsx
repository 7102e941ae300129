'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Mail } from '@/lib/mail/schema';
import { MailState } from './mail-state';

const column = columnHelper<Mail>();

/** Columns of the outbox: what, to whom, where it stands. */
export function useMailColumns() {
  const t = useTranslations('outbox');
  const format = useFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor('subject', { header: t('subject'), meta: { card: 'title' } }),
        column.accessor('address', {
          header: t('to'),
          cell: ({ row: { original } }) => <span className="break-all">{original.address ?? original.memberId}</span>,
          meta: { width: '24%' },
        }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <MailState state={cell.getValue()} />,
          meta: { width: '7rem' },
        }),
        column.accessor('attempts', {
          header: t('attempts'),
          cell: (cell) => format.number(cell.getValue()),
          meta: { align: 'end', width: '6rem' },
        }),
        column.accessor('createdAt', {
          header: t('written'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '14rem' },
        }),
      ]),
    [t, format],
  );
}
