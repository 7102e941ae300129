'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { DayOf } from '@/components/ui/day-of';
import type { Content } from '@/lib/content/schema';
import { formatClock } from '@/lib/kernel/format';

const column = columnHelper<Content>();

export function useContentColumns() {
  const t = useTranslations('contents');
  return useMemo(
    () =>
      column.columns([
        column.accessor('id', { header: t('id'), meta: { width: '5rem', sortable: true, align: 'end' } }),
        column.accessor('title', {
          header: t('contentTitle'),
          cell: (cell) => <Title content={cell.row.original} />,
          meta: { card: 'title', sortable: true },
        }),
        column.accessor('kind', {
          header: t('kind'),
          cell: (cell) => t(`kinds.${cell.getValue()}`),
          meta: { width: '6rem' },
        }),
        column.accessor('durationSeconds', {
          header: t('duration'),
          cell: (cell) => (cell.getValue() === null ? '–' : formatClock(cell.getValue() ?? 0)),
          meta: { width: '6rem', align: 'end' },
        }),
        column.accessor('creatorName', {
          header: t('creator'),
          cell: (cell) => cell.getValue() ?? '–',
          meta: { width: '10rem' },
        }),
        column.accessor('externalId', {
          header: t('externalId'),
          cell: (cell) => <code className="font-mono text-sm">{cell.getValue() ?? '–'}</code>,
          meta: { width: '11rem' },
        }),
        column.accessor('createdAt', {
          header: t('createdAt'),
          cell: (cell) => <DayOf at={cell.getValue()} />,
          meta: { width: '9rem' },
        }),
      ]),
    [t],
  );
}

function Title({ content }: { content: Content }) {
  const t = useTranslations('contents');
  return (
    <span>
      {content.title} {content.archivedAt !== null && <Badge>{t('archived')}</Badge>}
    </span>
  );
}
