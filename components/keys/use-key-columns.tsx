'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { DayOf } from '@/components/ui/day-of';
import type { ApiKey } from '@/lib/accounts/schema';
import { ExpiryText } from './expiry-text';
import { KeyStateBadge } from './key-state-badge';
import { ScopeNames } from './scope-names';

const column = columnHelper<ApiKey>();

/** Columns of the keys: which one, what it may do, since when and until when, whether it is used. */
export function useKeyColumns() {
  const t = useTranslations('keys');
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', { header: t('name'), meta: { card: 'title' } }),
        column.accessor('prefix', {
          header: t('prefix'),
          cell: (cell) => <code className="font-mono text-sm whitespace-nowrap">{cell.getValue()}…</code>,
          meta: { width: '9rem' },
        }),
        column.accessor('kind', {
          header: t('kind'),
          cell: (cell) => <span className="whitespace-nowrap">{t(`kinds.${cell.getValue()}`)}</span>,
          meta: { width: '6rem' },
        }),
        column.accessor('scopes', {
          header: t('scopes'),
          cell: (cell) => <ScopeNames scopes={cell.getValue()} />,
          meta: { width: '11rem' },
        }),
        column.accessor('createdAt', {
          header: t('created'),
          cell: (cell) => <DayOf at={cell.getValue()} />,
          meta: { width: '8.5rem' },
        }),
        column.accessor('lastUsedAt', {
          header: t('lastUsed'),
          cell: (cell) => <DayOf at={cell.getValue()} never={t('neverUsed')} />,
          meta: { width: '8.5rem' },
        }),
        column.accessor('expiresAt', {
          header: t('expires'),
          cell: (cell) => <ExpiryText at={cell.getValue()} />,
          meta: { width: '8.5rem' },
        }),
        column.display({
          id: 'state',
          header: t('state'),
          cell: (cell) => <KeyStateBadge apiKey={cell.row.original} />,
          meta: { width: '6rem' },
        }),
      ]),
    [t],
  );
}
