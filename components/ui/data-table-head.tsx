'use client';

import type { Header, ReactTable, RowData } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from './cx';
import type { features } from './data-table-columns';
import { Select } from './select';

export type Sort = { by: string; descending: boolean };

type Sorting = { sort?: Sort; onSort?: (sort: Sort) => void };
type Table<R extends RowData> = Pick<ReactTable<typeof features, R>, 'getHeaderGroups' | 'FlexRender'>;
type HeadProps<R extends RowData> = Sorting & { table: Table<R>; actions: boolean; cards: boolean };

/** The header row, which stays in sight while the page scrolls. */
export function DataTableHead<R extends RowData>({ table, actions, cards, ...sorting }: HeadProps<R>) {
  const t = useTranslations('ui');
  return (
    <thead {...{ role: 'rowgroup' }} className={cx(cards && '@max-2xl:sr-only')}>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} {...{ role: 'row' }} aria-rowindex={1}>
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} {...sorting}>
              <table.FlexRender header={header} />
            </HeaderCell>
          ))}
          {actions && (
            <th {...{ role: 'columnheader' }} className={headClasses}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          )}
        </tr>
      ))}
    </thead>
  );
}

type HeaderCellProps<R extends RowData> = Sorting & { header: Header<typeof features, R>; children: React.ReactNode };

function HeaderCell<R extends RowData>({ header, sort, onSort, children }: HeaderCellProps<R>) {
  const { align, width, sortable } = header.column.columnDef.meta ?? {};
  const active = sort?.by === header.column.id;
  const descending = active && sort.descending;
  const Arrow = descending ? ArrowDown : ArrowUp;
  const turn = () => onSort?.({ by: header.column.id, descending: active ? !descending : align === 'end' });
  return (
    <th
      {...{ role: 'columnheader' }}
      scope="col"
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
      style={{ width }}
      className={cx(headClasses, align === 'end' ? 'text-right' : 'text-left')}
    >
      {sortable && onSort ? (
        <button
          type="button"
          onClick={turn}
          className={cx('group -mx-1 inline-flex items-center gap-1 rounded px-1 hover:text-ink', active && 'text-ink')}
        >
          {align === 'end' && <Arrow aria-hidden className={cx(arrowClasses, active ? 'opacity-100' : 'opacity-0')} />}
          {children}
          {align !== 'end' && <Arrow aria-hidden className={cx(arrowClasses, active ? 'opacity-100' : 'opacity-0')} />}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

const headClasses =
  'sticky top-0 z-10 h-9 bg-surface px-4 text-sm font-medium whitespace-nowrap text-muted shadow-[inset_0_-1px_var(--color-line)]';
const arrowClasses = 'size-3.5 group-hover:opacity-60 group-focus-visible:opacity-60';

/** Sorting for cards, which have no header to press. */
export function DataTableSortSelect<R extends RowData>({
  table,
  sort,
  onSort,
}: Required<Sorting> & { table: Table<R> }) {
  const t = useTranslations('ui');
  const sortable = table
    .getHeaderGroups()
    .flatMap((group) => group.headers)
    .filter((header) => header.column.columnDef.meta?.sortable && typeof header.column.columnDef.header === 'string');
  if (sortable.length === 0) return null;
  const options = sortable.flatMap(({ column }) => {
    const name = String(column.columnDef.header);
    return [
      { value: `${column.id} up`, label: t('sortAscending', { column: name }) },
      { value: `${column.id} down`, label: t('sortDescending', { column: name }) },
    ];
  });
  const choose = (value: string) => {
    const [by = '', way] = value.split(' ');
    onSort({ by, descending: way === 'down' });
  };
  return (
    <div className="px-4 pb-3 @2xl:hidden">
      <Select
        toolbar
        aria-label={t('sort')}
        options={options}
        value={`${sort.by} ${sort.descending ? 'down' : 'up'}`}
        onChange={choose}
        className="w-full"
      />
    </div>
  );
}
