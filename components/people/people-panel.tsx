'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
import { useDebounced } from '@/components/use-debounced';
import { usersQuery } from '@/lib/accounts/client';
import { Role } from '@/lib/accounts/schema';
import { usePeopleColumns } from './use-people-columns';

type Search = { q: string; role: Role | null };
type PeoplePanelProps = {
  search: Search;
  onSearch: (next: Partial<Search>) => void;
  onOpen: (userId: number) => void;
  myId: number;
};

export function PeoplePanel({ search, onSearch, onOpen, myId }: PeoplePanelProps) {
  const t = useTranslations('people');
  const text = useDebounced(search.q.trim());
  const query = useInfiniteQuery(usersQuery({ search: text, role: search.role }));
  const filtered = search.q !== '' || search.role !== null;
  return (
    <Panel title={t('list')} flush actions={<Filters search={search} onSearch={onSearch} />}>
      <PagedTable
        label={t('list')}
        query={query}
        columns={usePeopleColumns(myId)}
        rowId={(user) => String(user.id)}
        onOpen={(user) => onOpen(user.id)}
        empty={
          filtered ? (
            <EmptyState title={t('notFound')} />
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('emptyHow')}</EmptyState>
          )
        }
      />
    </Panel>
  );
}

function Filters({ search, onSearch }: Pick<PeoplePanelProps, 'search' | 'onSearch'>) {
  const t = useTranslations('people');
  const names = useTranslations('roles');
  return (
    <div className="flex flex-wrap items-center gap-2 max-md:w-full">
      <SearchInput label={t('search')} hint={t('searchHint')} value={search.q} onChange={(q) => onSearch({ q })} />
      <FilterSelect
        label={t('role')}
        all={t('allRoles')}
        options={Role.options.map((value) => ({ value, label: names(`${value}.name`) }))}
        value={search.role}
        onChange={(role) => onSearch({ role })}
      />
    </div>
  );
}
