'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { pointEntriesQuery, pointsQuery } from '@/lib/points/client';
import { PointsTotals } from './points-totals';
import { useEntryColumns } from './use-entry-columns';

/** What a member has, what is on its way, and each movement that made it so. */
export function PointsScreen({ memberId }: { memberId: string }) {
  const t = useTranslations('points');
  const balance = useQuery(pointsQuery(memberId)).data?.balance;
  const query = useInfiniteQuery(pointEntriesQuery(memberId));
  const { refetch } = query;
  const listed = useRef(balance);
  useEffect(() => {
    // A balance that moved has an entry that is not in the list yet.
    if (listed.current !== undefined && listed.current !== balance) void refetch();
    listed.current = balance;
  }, [balance, refetch]);
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { zone: useZoneName() })} />
      <div className="flex flex-col gap-4">
        <PointsTotals memberId={memberId} />
        <Panel title={t('list')} flush>
          <PagedTable
            label={t('list')}
            query={query}
            columns={useEntryColumns()}
            rowId={(entry) => String(entry.id)}
            empty={<NoEntries />}
          />
        </Panel>
      </div>
    </>
  );
}

function NoEntries() {
  const t = useTranslations('points');
  return (
    <EmptyState title={t('emptyTitle')} action={<LinkButton href="/join">{t('toAds')}</LinkButton>}>
      {t('emptyHow')}
    </EmptyState>
  );
}
