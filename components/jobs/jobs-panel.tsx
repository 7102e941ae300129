'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { type PagedQuery, PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import type { Job, JobsSummary } from '@/lib/status/job-schema';
import { JobsFilters } from './jobs-filters';
import { NoJobs } from './no-jobs';
import type { Redrive } from './redrive-dialog';
import { useJobColumns } from './use-job-columns';
import { useSelection } from './use-selection';

type Search = { state: Job['state']; task: string | null };
type JobsPanelProps = {
  query: PagedQuery<Job>;
  jobs: Job[] | undefined;
  summary: JobsSummary | undefined;
  search: Search;
  onSearch: (next: Partial<Search>) => void;
  onOpen: (job: Job) => void;
  onRedrive: (redrive: Redrive) => void;
};

/** The jobs of one state; of those that failed one, some or all run again. */
export function JobsPanel({ query, jobs, summary, search, onSearch, onOpen, onRedrive }: JobsPanelProps) {
  const t = useTranslations('jobs');
  const selection = useSelection(jobs?.map(({ id }) => id) ?? []);
  const { state, task } = search;
  const failed = state === 'failed';
  return (
    <Panel title={t('list')} flush actions={<JobsFilters search={search} onSearch={onSearch} summary={summary} />}>
      {failed && <RedriveBar chosen={selection.ids} task={task} summary={summary} onRedrive={onRedrive} />}
      <PagedTable
        label={t('list')}
        query={query}
        columns={useJobColumns(state, selection)}
        rowId={(job) => String(job.id)}
        onOpen={onOpen}
        {...(failed && { actions: (job: Job) => <RedriveOne job={job} onRedrive={onRedrive} /> })}
        empty={<NoJobs state={state} filtered={task !== null} onAllTasks={() => onSearch({ task: null })} />}
      />
    </Panel>
  );
}

function RedriveOne({ job, onRedrive }: { job: Job; onRedrive: (redrive: Redrive) => void }) {
  const t = useTranslations('jobs');
  return (
    <IconButton
      icon={RotateCw}
      label={t('redriveOne', { id: job.id })}
      onClick={() => onRedrive({ ids: [job.id], task: job.task, count: 1 })}
    />
  );
}

type RedriveBarProps = {
  chosen: readonly number[];
  task: string | null;
  summary: JobsSummary | undefined;
  onRedrive: (redrive: Redrive) => void;
};

/** Those that were chosen, or all there are, also beyond the rows in sight. */
function RedriveBar({ chosen, task, summary, onRedrive }: RedriveBarProps) {
  const t = useTranslations('jobs');
  const counts = task === null ? summary : summary?.tasks.find((one) => one.task === task);
  const count = counts?.failed ?? 0;
  if (count === 0 && chosen.length === 0) return null;
  const ofTask = task === null ? {} : { task };
  return (
    <div className="flex flex-wrap items-center gap-2 border-t px-4 py-2">
      <Button
        size="small"
        icon={RotateCw}
        disabled={chosen.length === 0}
        onClick={() => onRedrive({ ids: [...chosen], count: chosen.length, ...ofTask })}
      >
        {t('redriveChosen', { count: chosen.length })}
      </Button>
      <Button size="small" onClick={() => onRedrive({ count, ...ofTask })}>
        {t('redriveAll', { count })}
      </Button>
    </div>
  );
}
