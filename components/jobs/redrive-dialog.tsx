'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { redriveJobs } from '@/lib/status/job-client';
import type { JobsRedrive } from '@/lib/status/job-schema';
import { useTaskName } from './use-task-name';

/** Which failed jobs to run again, and how many they were when it was asked. */
export type Redrive = JobsRedrive & { count: number };

type RedriveDialogProps = { redrive: Redrive | null; onClose: () => void };

/** Says how many failed jobs will run again, and asks once. */
export function RedriveDialog({ redrive, onClose }: RedriveDialogProps) {
  const t = useTranslations('jobs');
  const taskName = useTaskName();
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: ({ ids, task }: Redrive) => redriveJobs({ ...(ids && { ids }), ...(task && { task }) }),
    onSuccess: async ({ redriven }) => {
      toast(t('redriven', { count: redriven }));
      onClose();
      await client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  const close = () => {
    run.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={redrive !== null}
      onOpenChange={close}
      title={
        redrive?.task
          ? t('redriveTitleOfTask', { count: redrive.count, task: taskName(redrive.task) })
          : t('redriveTitle', { count: redrive?.count ?? 0 })
      }
      confirm={t('redrive')}
      danger={false}
      busy={run.isPending}
      error={run.error}
      onConfirm={() => redrive && run.mutate(redrive)}
    >
      <p>{t('redriveWhat')}</p>
      <p>{t('redriveOnce')}</p>
    </ConfirmDialog>
  );
}
