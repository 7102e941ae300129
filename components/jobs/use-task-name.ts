'use client';

import { useMessages } from 'next-intl';

/** What a task does, in the reader's words; one that has none yet goes by its own name. */
export function useTaskName(): (task: string) => string {
  const names: Record<string, string> = useMessages().jobs.taskNames;
  return (task) => names[task] ?? task;
}
