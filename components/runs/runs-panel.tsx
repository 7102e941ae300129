'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import type { Run } from '@/lib/events/schema';
import { type Day, parseDay } from '@/lib/kernel/day';
import { NoRuns } from './no-runs';
import { useRunColumns } from './use-run-columns';
import type { useRuns } from './use-runs';

type RunsPanelProps = {
  query: ReturnType<typeof useRuns>['query'];
  today: Day;
  day: Day | null;
  onDay: (day: Day | null) => void;
  onOpen: (run: Run) => void;
};

export function RunsPanel({ query, today, day, onDay, onOpen }: RunsPanelProps) {
  const t = useTranslations('runs');
  return (
    <Panel title={t('list')} flush actions={<DayFilter today={today} day={day} onDay={onDay} />}>
      <DataTable
        label={t('list')}
        columns={useRunColumns()}
        rows={query.data?.pages.flatMap((page) => page.items)}
        rowId={(run) => String(run.id)}
        onOpen={onOpen}
        empty={<NoRuns filtered={day !== null} />}
        error={query.error}
        onRetry={() => void query.refetch()}
        busy={query.isPlaceholderData}
        more={{ hasMore: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
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
