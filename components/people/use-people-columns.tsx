'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import type { User } from '@/lib/accounts/schema';
import { RoleNames } from './role-names';

const column = columnHelper<User>();

/** Columns of the people: who, what they may do, under which member id, when they were here. */
export function usePeopleColumns(myId: number) {
  const t = useTranslations('people');
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', {
          header: t('name'),
          cell: ({ row: { original } }) => (
            <span className="inline-flex items-center gap-2">
              {original.name ?? original.email}
              {original.id === myId && <Badge tone="accent">{t('you')}</Badge>}
            </span>
          ),
          meta: { card: 'title' },
        }),
        column.accessor('email', { header: t('email') }),
        column.accessor('roles', {
          header: t('roles'),
          cell: (cell) => <RoleNames roles={cell.getValue()} />,
          meta: { width: '13rem' },
        }),
        column.accessor('memberId', {
          header: t('memberId'),
          cell: (cell) => <code className="font-mono text-sm break-all">{cell.getValue()}</code>,
          meta: { width: '13rem' },
        }),
        column.accessor('lastSessionAt', {
          header: t('lastSession'),
          cell: (cell) => <LastSession at={cell.getValue()} />,
          meta: { width: '12rem' },
        }),
      ]),
    [t, myId],
  );
}

function LastSession({ at }: { at: string | null }) {
  const t = useTranslations('people');
  return at === null ? <span className="text-muted">{t('signedOut')}</span> : <Time at={at} />;
}
