'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import { dayEventsQuery } from '@/lib/dashboard/client';
import type { Day } from '@/lib/kernel/day';
import { useEventColumns } from './use-event-columns';

export type DaySearch = {
  content: number | null;
  hour: number | null;
  outcome: 'counted' | 'refused' | null;
  type: 'click' | 'like' | 'unlike' | 'view' | 'ad-view' | null;
};

type EventsPanelProps = { day: Day; startsAt: string; search: DaySearch; onSearch: (next: Partial<DaySearch>) => void };

/** The events behind the figures of a day, each with its verdict. */
export function EventsPanel({ day, startsAt, search, onSearch }: EventsPanelProps) {
  const t = useTranslations('day');
  const columns = useEventColumns(search.content === null);
  const query = useInfiniteQuery(
    dayEventsQuery({ day, contentId: search.content, hour: search.hour, outcome: search.outcome, type: search.type }),
  );
  return (
    <Panel title={t('events')} note={t('eventsNote')} flush actions={<Filters {...{ startsAt, search, onSearch }} />}>
      <PagedTable
        label={t('list')}
        query={query}
        columns={columns}
        rowId={(row) => `${row.contentId} ${row.id}`}
        empty={<EmptyState title={t('empty')} />}
      />
    </Panel>
  );
}

function Filters({ startsAt, search, onSearch }: Omit<EventsPanelProps, 'day'>) {
  const t = useTranslations('day');
  const format = useFormat();
  const outcomes = (['counted', 'refused'] as const).map((value) => ({ value, label: t(value) }));
  const types = (['click', 'like', 'unlike', 'view', 'ad-view'] as const).map((value) => ({
    value,
    label: t(`types.${value}`),
  }));
  const hourAt = (hour: number) => format.time(new Date(Date.parse(startsAt) + hour * 3_600_000)).slice(0, 5);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {search.hour !== null && (
        <Button size="small" icon={X} onClick={() => onSearch({ hour: null })}>
          {t('hourChosen', { from: hourAt(search.hour), to: hourAt(search.hour + 1) })}
        </Button>
      )}
      <FilterSelect
        label={t('filterType')}
        labelled
        all={t('all')}
        options={types}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <FilterSelect
        label={t('filterOutcome')}
        labelled
        all={t('all')}
        options={outcomes}
        value={search.outcome}
        onChange={(outcome) => onSearch({ outcome })}
      />
    </div>
  );
}
