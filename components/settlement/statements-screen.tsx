'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { statementsQuery } from '@/lib/settlement/statement-client';
import { EarningsTabs } from './earnings-tabs';
import { SettlementTabs } from './settlement-tabs';
import { useStatementColumns } from './use-statement-columns';

type StatementsScreenProps = { creatorId: number | null; isAdmin: boolean };

/** Statements, month by month: what was earned, withheld, and paid. */
export function StatementsScreen({ creatorId, isAdmin }: StatementsScreenProps) {
  const t = useTranslations('statements');
  const query = useInfiniteQuery(statementsQuery({ creatorId }));
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="flex flex-col gap-4">
        {isAdmin ? <SettlementTabs /> : <EarningsTabs />}
        <Panel title={t('list')} note={t('listNote')} flush>
          <PagedTable
            label={t('title')}
            query={query}
            columns={useStatementColumns(isAdmin)}
            rowId={(row) => row.id}
            hrefOf={(row) => `/settlement/statements/${row.id}`}
            empty={
              <EmptyState title={t('empty')}>
                <p>{t('emptyHow')}</p>
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  );
}
