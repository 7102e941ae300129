import type { ReactNode } from 'react';
import { cx } from './cx';

export type FigureColumn<Row> = {
  head: string;
  /** Null is a dash: there is no such figure. */
  of: (row: Row) => number | null;
  text: (value: number, row: Row) => string;
  /** What is only compared with is muted, as zero is; what the table is about is bold. */
  tone?: 'muted' | 'bold';
};

export type FigureTableProps<Row> = {
  /** Read aloud before the table, when nothing around it says what it is. */
  label?: string;
  /** Over the names of the rows. */
  head: string;
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  nameOf: (row: Row) => ReactNode;
  isChosen?: (row: Row) => boolean;
};

/** A row of figures for each name: small enough to need no paging, sorting or cards. */
export function FigureTable<Row>({ label, head, columns, rows, keyOf, nameOf, isChosen }: FigureTableProps<Row>) {
  return (
    <table aria-label={label} className="w-full text-right whitespace-nowrap tabular-nums">
      <thead className="text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 text-left font-normal">
            {head}
          </th>
          {columns.map((column) => (
            <th key={column.head} scope="col" className="py-1.5 pl-4 font-normal">
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={cx('border-t', isChosen?.(row) && 'bg-sunken')}>
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {nameOf(row)}
            </th>
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column: { of, text, tone }, row }: { column: FigureColumn<Row>; row: Row }) {
  const value = of(row);
  const muted = !value || tone === 'muted';
  return (
    <td className={cx('py-1.5 pl-4', muted ? 'text-muted' : tone === 'bold' && 'font-medium')}>
      {value === null ? '–' : text(value, row)}
    </td>
  );
}
