'use client';

import type { RowData } from '@tanstack/react-table';
import { DataTable, type DataTableProps } from './data-table';

/** The parts of a TanStack infinite query that the table of its rows looks at. */
export type PagedQuery<R> = {
  data: { pages: readonly { items: readonly R[] }[] } | undefined;
  error: unknown;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

type PagedTableProps<R extends RowData> = Omit<DataTableProps<R>, 'rows' | 'error' | 'onRetry' | 'busy' | 'more'> & {
  query: PagedQuery<R>;
};

/** A table of what a query loads page by page: its rows so far, the way to more, and what went wrong. */
export function PagedTable<R extends RowData>({ query, ...table }: PagedTableProps<R>) {
  return (
    <DataTable
      {...table}
      rows={query.data?.pages.flatMap((page) => page.items)}
      error={query.error}
      onRetry={() => void query.refetch()}
      busy={query.isPlaceholderData}
      more={{ hasMore: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
    />
  );
}
