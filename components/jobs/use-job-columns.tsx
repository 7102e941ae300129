'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Job } from '@/lib/status/job-schema';
import { PayloadText } from './payload-text';
import type { Selection } from './use-selection';
import { useTaskName } from './use-task-name';

const column = columnHelper<Job>();

/** Columns of the jobs of one state; those that failed can be chosen. */
export function useJobColumns(state: Job['state'], selection: Selection) {
  const t = useTranslations('jobs');
  const format = useFormat();
  const taskName = useTaskName();
  const when = ({ waiting: 'runAt', running: 'lockedAt', failed: 'createdAt' } as const)[state];
  const chosen = column.display({
    id: 'chosen',
    header: () => (
      <Checkbox
        checked={selection.all}
        onChange={selection.chooseAll}
        label={<span className="sr-only">{t('chooseAll')}</span>}
      />
    ),
    cell: ({ row: { original } }) => <Choice job={original} selection={selection} />,
    meta: { width: '3rem' },
  });
  return column.columns([
    ...(state === 'failed' ? [chosen] : []),
    column.accessor('task', {
      header: t('task'),
      cell: (cell) => taskName(cell.getValue()),
      meta: { card: 'title', width: '9rem' },
    }),
    column.accessor('payload', {
      header: t('payload'),
      cell: (cell) => <PayloadText payload={cell.getValue()} />,
    }),
    column.accessor('attempts', {
      header: t('attempts'),
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {format.number(original.attempts)} / {format.number(original.maxAttempts)}
        </span>
      ),
      meta: { align: 'end', width: '6rem' },
    }),
    column.accessor(when, {
      header: t(`when.${state}`),
      cell: (cell) => <When at={cell.getValue()} />,
      meta: { width: '13rem' },
    }),
    column.accessor('lastError', {
      header: t('lastError'),
      cell: (cell) => <LastError text={cell.getValue()} />,
      meta: { width: '30%' },
    }),
  ]);
}

function Choice({ job, selection }: { job: Job; selection: Selection }) {
  const t = useTranslations('jobs');
  return (
    <Checkbox
      checked={selection.has(job.id)}
      onChange={() => selection.turn(job.id)}
      label={
        <span className="@2xl:sr-only">
          {t('choose')} <span className="sr-only">#{job.id}</span>
        </span>
      }
    />
  );
}

const When = ({ at }: { at: string | null }) => (at === null ? '–' : <Time at={at} />);

function LastError({ text }: { text: string | null }) {
  if (text === null) return <span className="text-muted">–</span>;
  return (
    <span className="line-clamp-2 text-sm" title={text}>
      {text}
    </span>
  );
}
