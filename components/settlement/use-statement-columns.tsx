'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { Statement } from '@/lib/settlement/statement-schema';
import { PayoutBadge } from './payout-badge';

const column = columnHelper<Statement>();
const end = { align: 'end', width: '8rem' } as const;

/** Columns of statements: the month, what it was worth, what was withheld, what is paid and whether it was. */
export function useStatementColumns(withCreator: boolean) {
  const t = useTranslations('statements');
  return useMemo(() => {
    const won = (id: 'total' | 'net', header: string) =>
      column.accessor(id, { header, cell: (cell) => <Figure value={cell.getValue()} as="won" />, meta: end });
    const creator = column.accessor((row) => row.creator.name, { id: 'creator', header: t('creator') });
    return column.columns([
      column.accessor('month', {
        header: t('month'),
        cell: (cell) => <Month statement={cell.row.original} />,
        meta: { card: 'title' },
      }),
      ...(withCreator ? [creator] : []),
      column.accessor('videos', {
        header: t('videos'),
        cell: (cell) => <Figure value={cell.getValue()} />,
        meta: { ...end, width: '6rem' },
      }),
      won('total', t('gross')),
      column.accessor((row) => row.incomeTax + row.localTax, {
        id: 'taxes',
        header: t('taxes'),
        cell: (cell) => <Figure value={0 - cell.getValue()} as="won" />,
        meta: end,
      }),
      won('net', t('net')),
      column.accessor('payout', {
        header: t('payout'),
        cell: (cell) => <PayoutBadge payout={cell.getValue()} />,
        meta: { width: '8rem' },
      }),
    ]);
  }, [t, withCreator]);
}

function Month({ statement }: { statement: Statement }) {
  const t = useTranslations('statements');
  const format = useFormat();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {format.day(statement.from as Day, 'month')}
      {statement.state === 'provisional' && <Badge>{t('provisional')}</Badge>}
    </span>
  );
}
