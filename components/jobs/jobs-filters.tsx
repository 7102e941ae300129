'use client';

import { useTranslations } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';
import { Segmented } from '@/components/ui/segmented';
import { useFormat } from '@/components/use-format';
import { JOB_STATES, type Job, type JobsSummary } from '@/lib/status/job-schema';
import { useTaskName } from './use-task-name';

type Search = { state: Job['state']; task: string | null };
type JobsFiltersProps = {
  search: Search;
  onSearch: (next: Partial<Search>) => void;
  summary: JobsSummary | undefined;
};

/** Which state, and which task. */
export function JobsFilters({ search, onSearch, summary }: JobsFiltersProps) {
  const t = useTranslations('jobs');
  const format = useFormat();
  const taskName = useTaskName();
  const counts = search.task === null ? summary : summary?.tasks.find(({ task }) => task === search.task);
  const states = JOB_STATES.map((value) => {
    const count = counts?.[value] ?? 0;
    return { value, label: count > 0 ? `${t(`states.${value}`)} ${format.number(count)}` : t(`states.${value}`) };
  });
  const known = new Set([...(summary?.tasks.map(({ task }) => task) ?? []), ...(search.task ? [search.task] : [])]);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented label={t('state')} options={states} value={search.state} onChange={(state) => onSearch({ state })} />
      <FilterSelect
        label={t('filterTask')}
        all={t('allTasks')}
        options={[...known].sort().map((task) => ({ value: task, label: taskName(task) }))}
        value={search.task}
        onChange={(task) => onSearch({ task })}
      />
    </div>
  );
}
