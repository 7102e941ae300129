'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { type DayLine, LINE_SORTS, type SettlementDayDetail } from '@/lib/settlement/day-schema';
import { dayLinesQuery } from '@/lib/settlement/days-client';
import { LineSheet } from './line-sheet';
import { linesSearch } from './search';
import { useLineColumns } from './use-line-columns';

/** The lines of the day, the largest first; each opens to how it is computed. */
export function DayLinesPanel({ day }: { day: SettlementDayDetail }) {
  const t = useTranslations('settlementDays');
  const [{ sort, order }, setSearch] = useQueryStates(linesSearch, { history: 'replace' });
  const [open, setOpen] = useState<DayLine | undefined>();
  const query = useInfiniteQuery(dayLinesQuery(day.day, { sort, order }));
  return (
    <Panel title={t('lines')} note={t(day.state === 'closed' ? 'linesClosed' : 'linesDraft')} flush>
      <PagedTable
        label={t('lines')}
        query={query}
        columns={useLineColumns()}
        rowId={(line) => `${line.contentId} ${line.forDay}`}
        onOpen={setOpen}
        sort={{ by: sort, descending: order === 'desc' }}
        onSort={({ by, descending }) => {
          const known = LINE_SORTS.find((name) => name === by);
          if (known) void setSearch({ sort: known, order: descending ? 'desc' : 'asc' });
        }}
        empty={
          <EmptyState title={t('noLines')}>
            <p>{t('noLinesHow')}</p>
          </EmptyState>
        }
      />
      <LineSheet line={open} onClose={() => setOpen(undefined)} />
    </Panel>
  );
}
