'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { RangePicker } from '@/components/range/range-picker';
import { rangeOf } from '@/components/range/search';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { joinedQuery } from '@/lib/ads/client';
import type { Day } from '@/lib/kernel/day';
import { historySearch } from './search';
import { useJoinedColumns } from './use-joined-columns';

/** What a member joined in some days, with the names and rewards of then. */
export function HistoryScreen({ memberId, today }: { memberId: string; today: Day }) {
  const t = useTranslations('history');
  const [search, setSearch] = useQueryStates(historySearch, { history: 'replace' });
  const range = rangeOf(search, today);
  const query = useInfiniteQuery(joinedQuery(memberId, range));
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note', { zone: useZoneName() })}
        period={<RangePicker of={{ search, setSearch, range }} today={today} />}
      />
      <Panel title={t('list')} flush>
        <PagedTable
          label={t('list')}
          query={query}
          columns={useJoinedColumns()}
          rowId={(joined) => String(joined.adId)}
          empty={<NothingJoined />}
        />
      </Panel>
    </>
  );
}

function NothingJoined() {
  const t = useTranslations('history');
  return (
    <EmptyState title={t('emptyTitle')} action={<LinkButton href="/join">{t('toAds')}</LinkButton>}>
      {t('emptyHow')}
    </EmptyState>
  );
}
