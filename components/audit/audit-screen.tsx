'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { auditQuery } from '@/lib/accounts/client';
import { AuditFilters } from './audit-filters';
import { auditFilterOf, auditSearch } from './search';
import { useAuditColumns } from './use-audit-columns';

/** Who changed what, when, from what to what. */
export function AuditScreen() {
  const t = useTranslations('audit');
  const [search, setSearch] = useQueryStates(auditSearch, { history: 'replace' });
  const query = useInfiniteQuery(auditQuery(auditFilterOf(search)));
  const filtered = search.action !== null || search.kind !== null;
  const showAll = () => void setSearch({ action: null, kind: null, id: null });
  const columns = useAuditColumns({
    open: search.open,
    onOpen: (open) => void setSearch({ open }),
    onSubject: ({ kind, id }) => void setSearch({ kind, id, action: null }),
  });
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { zone: useZoneName() })} />
      <Panel
        title={t('list')}
        flush
        actions={<AuditFilters search={search} onSearch={(next) => void setSearch(next)} onClear={showAll} />}
      >
        {/* An open row keeps its first lines level. */}
        <div className="[&_td]:align-baseline">
          <PagedTable
            label={t('list')}
            query={query}
            columns={columns}
            rowId={(item) => String(item.id)}
            empty={<Nothing filtered={filtered} onShowAll={showAll} />}
          />
        </div>
      </Panel>
    </>
  );
}

function Nothing({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const t = useTranslations('audit');
  if (filtered)
    return <EmptyState title={t('notFound')} action={<Button onClick={onShowAll}>{t('clearFilters')}</Button>} />;
  return <EmptyState title={t('emptyTitle')}>{t('emptyHow')}</EmptyState>;
}
