'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { PointEntry } from '@/lib/points/schema';

const column = columnHelper<PointEntry>();

/** Columns of what moved the points: when, what for, how many. */
export function useEntryColumns() {
  const t = useTranslations('points');
  return useMemo(
    () =>
      column.columns([
        column.accessor('at', {
          header: t('at'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '16rem' },
        }),
        column.accessor('kind', {
          header: t('what'),
          cell: ({ row }) => <What entry={row.original} />,
          meta: { card: 'title' },
        }),
        column.accessor('amount', {
          header: t('amount'),
          cell: (cell) => <Amount value={cell.getValue()} />,
          meta: { align: 'end', width: '10rem' },
        }),
      ]),
    [t],
  );
}

/** The page where more of it can be read, for the kinds that have one. */
const PAGES: Partial<Record<PointEntry['kind'], string>> = {
  'ad-reward': '/history',
  'ranking-reward': '/ranking',
  order: '/shop',
  refund: '/shop',
};

function What({ entry: { kind, reference, subject } }: { entry: PointEntry }) {
  const t = useTranslations('points');
  const page = PAGES[kind];
  const name = t(`kinds.${kind}`);
  const number = reference.split(':')[1];
  const more = subject ?? (number && `#${number}`);
  return (
    <span>
      {page ? (
        <Link href={page} className="rounded font-medium hover:underline">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      {more && <span className="ml-2 text-sm font-normal break-words text-muted">{more}</span>}
    </span>
  );
}

function Amount({ value }: { value: number }) {
  const format = useFormat();
  return (
    <span className="whitespace-nowrap tabular-nums">
      {value > 0 && '+'}
      {format.number(value)}
    </span>
  );
}
