'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Job } from '@/lib/status/job-schema';
import { JobState } from './job-state';
import { useTaskName } from './use-task-name';

type JobSheetProps = { job: Job | null; onClose: () => void; onRedrive: (job: Job) => void };

/** All that is known of one job. */
export function JobSheet({ job, onClose, onRedrive }: JobSheetProps) {
  const t = useTranslations('jobs');
  const taskName = useTaskName();
  return (
    <Sheet open={job !== null} onOpenChange={onClose} title={job ? `${taskName(job.task)} #${job.id}` : t('title')}>
      {job && <JobFacts job={job} />}
      {job?.state === 'failed' && (
        <Button icon={RotateCw} className="mt-4" onClick={() => onRedrive(job)}>
          {t('redrive')}
        </Button>
      )}
    </Sheet>
  );
}

function JobFacts({ job }: { job: Job }) {
  const t = useTranslations('jobs');
  const format = useFormat();
  return (
    <>
      {job.lastError !== null && (
        <pre className="mb-2 rounded bg-bad-soft px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap">
          {job.lastError}
        </pre>
      )}
      <Facts>
        <Fact name={t('state')}>
          <JobState state={job.state} />
        </Fact>
        <Fact name={t('task')}>
          <code className="font-mono text-sm">{job.task}</code>
        </Fact>
        <Fact name={t('attempts')}>
          {format.number(job.attempts)} / {format.number(job.maxAttempts)}
        </Fact>
        <Fact name={t('when.failed')}>
          <Time at={job.createdAt} />
        </Fact>
        {job.state === 'waiting' && (
          <Fact name={t('when.waiting')}>
            <Time at={job.runAt} />
          </Fact>
        )}
        {job.lockedAt !== null && (
          <Fact name={t('when.running')}>
            <Time at={job.lockedAt} />
          </Fact>
        )}
        <Fact name={t('payload')}>
          <pre className="font-mono text-sm break-words whitespace-pre-wrap">
            {JSON.stringify(job.payload, null, 2)}
          </pre>
        </Fact>
      </Facts>
    </>
  );
}
