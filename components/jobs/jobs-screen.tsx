'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import type { Job } from '@/lib/status/job-schema';
import { JobSheet } from './job-sheet';
import { JobsPanel } from './jobs-panel';
import { JobsTotals } from './jobs-totals';
import { type Redrive, RedriveDialog } from './redrive-dialog';
import { jobsSearch } from './search';
import { useJobs } from './use-jobs';

/** What Boxoffice does behind the answers: what waits, what runs, and what failed for good. */
export function JobsScreen() {
  const t = useTranslations('jobs');
  const [search, setSearch] = useQueryStates(jobsSearch, { history: 'replace' });
  const [open, setOpen] = useState<Job | null>(null);
  const [redrive, setRedrive] = useState<Redrive | null>(null);
  const { summary, list, jobs } = useJobs(search);
  const redriveOne = ({ id, task }: Job) => {
    setOpen(null);
    setRedrive({ ids: [id], task, count: 1 });
  };
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { zone: useZoneName() })} />
      <div className="flex flex-col gap-4">
        <JobsTotals query={summary} />
        <JobsPanel
          key={`${search.state} ${search.task}`}
          query={list}
          jobs={jobs}
          summary={summary.data}
          search={search}
          onSearch={(next) => void setSearch(next)}
          onOpen={setOpen}
          onRedrive={setRedrive}
        />
      </div>
      <JobSheet
        job={open && (jobs?.find(({ id }) => id === open.id) ?? open)}
        onClose={() => setOpen(null)}
        onRedrive={redriveOne}
      />
      <RedriveDialog redrive={redrive} onClose={() => setRedrive(null)} />
    </>
  );
}
