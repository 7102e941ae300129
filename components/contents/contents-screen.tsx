'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { useDebounced } from '@/components/use-debounced';
import { contentsQuery } from '@/lib/content/client';
import { CONTENT_SORTS, type ContentSort, type Kind } from '@/lib/content/schema';
import { useContentColumns } from './use-content-columns';

const contentsSearch = {
  q: parseAsString.withDefault(''),
  kind: parseAsStringLiteral(['article', 'video'] as const),
  archived: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(CONTENT_SORTS).withDefault('-id'),
};

/** Everything that is counted: found, sorted, opened. */
export function ContentsScreen() {
  const t = useTranslations('contents');
  const [search, setSearch] = useQueryStates(contentsSearch, { history: 'replace' });
  const text = useDebounced(search.q, 200);
  const query = useInfiniteQuery(
    contentsQuery({ search: text, kind: search.kind, archived: search.archived ? null : false, sort: search.sort }),
  );
  const filtered = search.q !== '' || search.kind !== null;
  return (
    <>
      <PageHeader title={t('title')} action={<Actions />} />
      <Panel title={t('title')} bar={<Filters search={search} onSearch={(next) => void setSearch(next)} />} flush>
        <PagedTable
          label={t('title')}
          query={query}
          columns={useContentColumns()}
          rowId={(row) => String(row.id)}
          hrefOf={(row) => `/contents/${row.id}`}
          sort={{ by: search.sort.replace('-', ''), descending: search.sort.startsWith('-') }}
          onSort={({ by, descending }) => void setSearch({ sort: `${descending ? '-' : ''}${by}` as ContentSort })}
          empty={<Nothing filtered={filtered} />}
        />
      </Panel>
    </>
  );
}

function Actions() {
  const t = useTranslations('contents');
  return (
    <>
      <LinkButton href="/contents/import" icon={Upload}>
        {t('import')}
      </LinkButton>
      <LinkButton variant="primary" href="/contents/new" icon={Plus}>
        {t('new')}
      </LinkButton>
    </>
  );
}

type Search = { q: string; kind: Kind | null; archived: boolean };

function Filters({ search, onSearch }: { search: Search; onSearch: (next: Partial<Search>) => void }) {
  const t = useTranslations('contents');
  const kinds = (['all', 'article', 'video'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <>
      <SearchInput label={t('search')} hint={t('searchHint')} value={search.q} onChange={(q) => onSearch({ q })} />
      <Segmented
        label={t('kind')}
        options={kinds}
        value={search.kind ?? 'all'}
        onChange={(kind) => onSearch({ kind: kind === 'all' ? null : kind })}
      />
      <Switch label={t('showArchived')} checked={search.archived} onChange={(archived) => onSearch({ archived })} />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('contents');
  if (filtered) return <EmptyState title={t('notFound')} />;
  return (
    <EmptyState title={t('emptyTitle')} action={<Actions />}>
      <p>{t('emptyHow')}</p>
    </EmptyState>
  );
}
