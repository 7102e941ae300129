'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { suspectsQuery } from '@/lib/abuse/client';
import type { Day } from '@/lib/kernel/day';
import type { AbuseSearch } from './search';
import { useSuspectColumns } from './use-suspect-columns';

type SuspectsPanelProps = {
  period: { from: Day; to: Day };
  search: AbuseSearch;
  onSearch: (next: Partial<AbuseSearch>) => void;
};

/** The worst viewers of the period; a row opens what they did. */
export function SuspectsPanel({ period, search, onSearch }: SuspectsPanelProps) {
  const t = useTranslations('abuse');
  const query = useInfiniteQuery(suspectsQuery({ by: search.by, ...period }));
  return (
    <Panel
      title={t('suspects')}
      note={t(`by.${search.by}.note`)}
      flush
      actions={<Choices search={search} onSearch={onSearch} />}
    >
      <PagedTable
        label={t('suspects')}
        query={query}
        columns={useSuspectColumns()}
        rowId={({ viewer }) => viewer}
        onOpen={({ viewer }) => onSearch({ viewer })}
        empty={
          <EmptyState icon={ShieldCheck} title={t('noSuspects')}>
            {t('noSuspectsHow')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function Choices({ search, onSearch }: Pick<SuspectsPanelProps, 'search' | 'onSearch'>) {
  const t = useTranslations('abuse');
  const by = (['refusals', 'rate'] as const).map((value) => ({ value, label: t(`by.${value}.name`) }));
  const spans = (['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`spans.${value}`) }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented label={t('byLabel')} options={by} value={search.by} onChange={(next) => onSearch({ by: next })} />
      <Segmented label={t('span')} options={spans} value={search.span} onChange={(span) => onSearch({ span })} />
    </div>
  );
}
