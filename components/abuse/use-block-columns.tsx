'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import type { Block } from '@/lib/abuse/schema';
import { ViewerName } from './viewer-name';

const column = columnHelper<Block>();

/** Columns of the blocks. */
export function useBlockColumns() {
  const t = useTranslations('abuse');
  return useMemo(
    () =>
      column.columns([
        column.accessor('viewer', {
          header: t('viewer'),
          cell: (cell) => <ViewerName viewer={cell.getValue()} />,
          meta: { card: 'title' },
        }),
        column.accessor('liftedAt', {
          header: t('state'),
          cell: (cell) => <BlockState block={cell.row.original} />,
          meta: { width: '9rem' },
        }),
        column.accessor('from', {
          header: t('reach'),
          cell: (cell) => {
            const from = cell.getValue();
            return from === null ? t('everything') : <Time at={from} />;
          },
        }),
        column.accessor('reason', { header: t('reason') }),
        column.accessor('createdBy', {
          header: t('by.who'),
          cell: (cell) => (
            <span>
              {cell.getValue()}{' '}
              <span className="text-sm text-muted">
                <Time at={cell.row.original.createdAt} />
              </span>
            </span>
          ),
        }),
      ]),
    [t],
  );
}

/** Active or lifted, and how far its days are gone through. */
function BlockState({ block }: { block: Block }) {
  const t = useTranslations('abuse');
  const { done, of } = block.progress ?? { done: 0, of: 0 };
  if (!block.applied) return <Badge tone="warn">{of > 0 ? t('applying', { done, of }) : t('waiting')}</Badge>;
  return block.liftedAt === null ? <Badge tone="bad">{t('active')}</Badge> : <Badge>{t('lifted')}</Badge>;
}
