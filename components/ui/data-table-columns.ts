import { createColumnHelper, type RowData, type TableOptions, tableFeatures } from '@tanstack/react-table';

/** What a column says about itself besides its header and cell. */
export type ColumnMeta = {
  /** Figures stand at the end, words at the start. */
  align?: 'start' | 'end';
  /** A width such as `8rem`; the others share what is left. */
  width?: string;
  sortable?: boolean;
  /** On a card (narrow places): `title` opens the card without a label, `hidden` is left out. */
  card?: 'title' | 'hidden';
};

/** Sorting and paging are the server's, so the table needs no feature of its own. */
export const features = tableFeatures({ columnMeta: {} as ColumnMeta });

export type Columns<R extends RowData> = TableOptions<typeof features, R>['columns'];

/** Makes columns: `column.columns([column.accessor('title', { header, meta: { sortable: true } }), ...])`. */
export const columnHelper = <R extends RowData>() => createColumnHelper<typeof features, R>();
