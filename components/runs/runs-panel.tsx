'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { type PagedQuery, PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import type { Run } from '@/lib/events/schema';
import { type Day, parseDay } from '@/lib/kernel/day';
import { NoRuns } from './no-runs';
import { useRunColumns } from './use-run-columns';

type RunsPanelProps = {
  query: PagedQuery<Run>;
  today: Day;
  day: Day | null;
  onDay: (day: Day | null) => void;
  onOpen: (run: Run) => void;
};

export function RunsPanel({ query, today, day, onDay, onOpen }: RunsPanelProps) {
  const t = useTranslations('runs');
  return (
    <Panel title={t('list')} flush actions={<DayFilter today={today} day={day} onDay={onDay} />}>
      <PagedTable
        label={t('list')}
        query={query}
        columns={useRunColumns()}
        rowId={(run) => String(run.id)}
        onOpen={onOpen}
        empty={<NoRuns filtered={day !== null} />}
      />
    </Panel>
  );
}

function DayFilter({ today, day, onDay }: Pick<RunsPanelProps, 'today' | 'day' | 'onDay'>) {
  const t = useTranslations('runs');
  return (
    <div className="flex items-center gap-1">
      <div className="w-40">
        <Input
          type="date"
          aria-label={t('filterDay')}
          max={today}
          value={day ?? ''}
          onChange={(event) => onDay(parseDay(event.target.value))}
          className="border-line"
        />
      </div>
      {day && <IconButton icon={X} label={t('allDays')} onClick={() => onDay(null)} />}
    </div>
  );
}
