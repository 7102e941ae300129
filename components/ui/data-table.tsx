'use client';

import { type RowData, useTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { cx } from './cx';
import { type Columns, features } from './data-table-columns';
import { DataTableFooter, type More } from './data-table-footer';
import { DataTableHead, DataTableSortSelect, type Sort } from './data-table-head';
import { DataTableRow, type Opening } from './data-table-row';
import { DataTableSkeleton } from './data-table-skeleton';
import { ErrorState } from './error-state';

export type DataTableProps<R extends RowData> = Opening<R> & {
  /** Read aloud as the name of the table. */
  label: string;
  columns: Columns<R>;
  /** undefined while the first page is on its way. */
  rows: readonly R[] | undefined;
  rowId: (row: R) => string;
  /** Sorting is the server's work; put it into the URL. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Buttons at the end of each row. */
  actions?: (row: R) => ReactNode;
  more?: More | undefined;
  /** Shown when there is no row. */
  empty: ReactNode;
  error?: unknown;
  onRetry?: () => void;
  /** Rows stand but newer ones are on their way. */
  busy?: boolean;
  /** Stay a table however narrow, for two or three short columns. */
  neverCards?: boolean;
};

/** Rows above this many are windowed: only those near the screen are in the page. */
const WINDOWED_FROM = 200;
const ROW_HEIGHT = 41;
const NO_ROWS: never[] = [];

/** A list of rows: sticky header, sorting, cursor paging, rows that open, cards where it is narrow. */
export function DataTable<R extends RowData>(props: DataTableProps<R>) {
  const { rows, columns, rowId, error, onRetry, empty, busy, sort, onSort } = props;
  const cards = !props.neverCards;
  const table = useTable({ features, columns, data: rows ?? NO_ROWS, getRowId: rowId });
  if (rows === undefined && error) return <ErrorState error={error} onRetry={onRetry} busy={busy ?? false} />;
  if (rows?.length === 0) return <>{empty}</>;
  const sorting = sort && onSort ? { sort, onSort } : undefined;
  return (
    <div className="@container" aria-busy={busy || rows === undefined || undefined}>
      {error ? <ErrorState error={error} onRetry={onRetry} busy={busy ?? false} stale /> : null}
      {cards && sorting && <DataTableSortSelect table={table} {...sorting} />}
      <table
        {...{ role: 'table' }}
        aria-label={props.label}
        aria-rowcount={props.more?.hasMore ? -1 : (rows?.length ?? 0) + 1}
        className={cx('w-full border-collapse text-base', cards && '@max-2xl:block', busy && 'opacity-60')}
      >
        <DataTableHead table={table} actions={props.actions !== undefined} cards={cards} {...sorting} />
        {rows === undefined ? (
          <DataTableSkeleton columns={columns.length + (props.actions ? 1 : 0)} cards={cards} />
        ) : (
          <Body {...props} table={table} cards={cards} />
        )}
      </table>
      {rows && <DataTableFooter shown={rows.length} more={props.more} />}
    </div>
  );
}

type BodyProps<R extends RowData> = DataTableProps<R> & {
  table: ReturnType<typeof useTable<typeof features, R>>;
  cards: boolean;
};

function Body<R extends RowData>({ table, actions, cards, ...opening }: BodyProps<R>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = table.getRowModel().rows;
  const windowed = rows.length > WINDOWED_FROM;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: windowed,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const shown = windowed ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const above = windowed ? (items[0]?.start ?? 0) - virtual.options.scrollMargin : 0;
  const below = windowed ? virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin) : 0;
  return (
    <tbody ref={body} {...{ role: 'rowgroup' }} className={cx(cards && '@max-2xl:block')}>
      <Spacer height={above} />
      {shown.map((row) => (
        <DataTableRow
          key={row.id}
          ref={windowed ? virtual.measureElement : undefined}
          row={row}
          cards={cards}
          {...(actions && { actions })}
          {...opening}
        />
      ))}
      <Spacer height={below} />
    </tbody>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="block">
      <td style={{ height }} className="block p-0" />
    </tr>
  );
}
