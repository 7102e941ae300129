'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FigureTable, type FigureTableProps } from '@/components/ui/figure-table';

type TwinTableProps<Row> = FigureTableProps<Row> & {
  /** Whether the figures of a row stand; those that may still change say so. */
  isFinal?: (row: Row) => boolean;
};

/** The table twin of a chart, the newest first. */
export function TwinTable<Row>({ isFinal = () => true, rows, nameOf, ...table }: TwinTableProps<Row>) {
  const t = useTranslations('charts');
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[28rem] overflow-auto [&_thead]:sticky [&_thead]:top-0 [&_thead]:bg-surface"
    >
      <FigureTable
        {...table}
        rows={rows.toReversed()}
        nameOf={(row) => (
          <>
            {nameOf(row)}
            {!isFinal(row) && (
              <span className="ml-2">
                <Badge>{t('provisional')}</Badge>
              </span>
            )}
          </>
        )}
      />
    </div>
  );
}
