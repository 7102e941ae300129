'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Job } from '@/lib/status/job-schema';

type NoJobsProps = { state: Job['state']; filtered: boolean; onAllTasks: () => void };

/** Nothing of this kind, which is how it should be. */
export function NoJobs({ state, filtered, onAllTasks }: NoJobsProps) {
  const t = useTranslations('jobs');
  return (
    <EmptyState
      title={t(`none.${state}.title`)}
      {...(state === 'failed' && { icon: CircleCheck })}
      {...(filtered && { action: <Button onClick={onAllTasks}>{t('allTasks')}</Button> })}
    >
      {t(`none.${state}.how`)}
    </EmptyState>
  );
}
