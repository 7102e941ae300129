'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { useDebounced } from '@/components/use-debounced';
import { useFormat } from '@/components/use-format';
import { productsQuery } from '@/lib/shop/client';
import type { Product } from '@/lib/shop/schema';

const STATES = ['on-sale', 'archived', 'all'] as const;
const productsSearch = { q: parseAsString.withDefault(''), state: parseAsStringLiteral(STATES).withDefault('on-sale') };

/** What is sold for points: found, opened, changed. */
export function ProductsScreen() {
  const t = useTranslations('products');
  const [search, setSearch] = useQueryStates(productsSearch, { history: 'replace' });
  const query = useInfiniteQuery(productsQuery({ search: useDebounced(search.q), state: search.state }));
  return (
    <>
      <PageHeader title={t('title')} action={<NewProduct />} />
      <Panel
        flush
        title={t('title')}
        bar={
          <>
            <SearchInput label={t('search')} value={search.q} onChange={(q) => void setSearch({ q })} />
            <Segmented
              label={t('state')}
              options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
              value={search.state}
              onChange={(state) => void setSearch({ state })}
            />
          </>
        }
      >
        <PagedTable
          label={t('title')}
          query={query}
          columns={useColumns()}
          rowId={(row) => String(row.id)}
          hrefOf={(row) => `/products/${row.id}`}
          empty={<Nothing filtered={search.q !== '' || search.state === 'archived'} />}
        />
      </Panel>
    </>
  );
}

const column = columnHelper<Product>();

function useColumns() {
  const t = useTranslations('products');
  const format = useFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', { header: t('name'), meta: { card: 'title' } }),
        column.accessor('archived', {
          header: t('state'),
          cell: ({ row }) => <State product={row.original} />,
          meta: { width: '8rem' },
        }),
        column.accessor('price', {
          header: t('price'),
          cell: (cell) => format.number(cell.getValue()),
          meta: { align: 'end', width: '9rem' },
        }),
        column.accessor('stock', {
          header: t('stock'),
          cell: (cell) => format.number(cell.getValue()),
          meta: { align: 'end', width: '8rem' },
        }),
        column.accessor('sold', {
          header: t('sold'),
          cell: (cell) => format.number(cell.getValue()),
          meta: { align: 'end', width: '8rem' },
        }),
      ]),
    [t, format],
  );
}

/** Archived, sold out, or on sale. */
function State({ product }: { product: Product }) {
  const t = useTranslations('products');
  if (product.archived) return <Badge>{t('states.archived')}</Badge>;
  return product.stock > 0 ? (
    <Badge tone="good">{t('states.on-sale')}</Badge>
  ) : (
    <Badge tone="warn">{t('soldOut')}</Badge>
  );
}

function NewProduct() {
  const t = useTranslations('products');
  return (
    <LinkButton variant="primary" href="/products/new" icon={Plus}>
      {t('new')}
    </LinkButton>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('products');
  if (filtered) return <EmptyState title={t('notFound')} />;
  return (
    <EmptyState title={t('emptyTitle')} action={<NewProduct />}>
      {t('emptyHow')}
    </EmptyState>
  );
}
