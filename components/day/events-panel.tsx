'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
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
  const all = { value: 'all' as const, label: t('all') };
  const outcomes = [
    all,
    { value: 'counted' as const, label: t('counted') },
    { value: 'refused' as const, label: t('refused') },
  ];
  const types = [
    all,
    ...(['click', 'like', 'unlike', 'view', 'ad-view'] as const).map((value) => ({
      value,
      label: t(`types.${value}`),
    })),
  ];
  const hourAt = (hour: number) => format.time(new Date(Date.parse(startsAt) + hour * 3_600_000)).slice(0, 5);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {search.hour !== null && (
        <Button size="small" icon={X} onClick={() => onSearch({ hour: null })}>
          {t('hourChosen', { from: hourAt(search.hour), to: hourAt(search.hour + 1) })}
        </Button>
      )}
      <Select
        aria-label={t('filterType')}
        prefix={t('filterType')}
        options={types}
        value={search.type ?? 'all'}
        onChange={(type) => onSearch({ type: type === 'all' ? null : type })}
      />
      <Select
        aria-label={t('filterOutcome')}
        prefix={t('filterOutcome')}
        options={outcomes}
        value={search.outcome ?? 'all'}
        onChange={(outcome) => onSearch({ outcome: outcome === 'all' ? null : outcome })}
      />
    </div>
  );
}
