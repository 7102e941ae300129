'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RunSheet } from '@/components/runs/run-sheet';
import { useRunColumns } from '@/components/runs/use-run-columns';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { Run } from '@/lib/events/schema';

/** The newest runs and comparisons of the day; each opens to its steps and checksums. */
export function DayRunsPanel({ runs }: { runs: Run[] | undefined }) {
  const t = useTranslations('settlementDays');
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Panel title={t('runs')} note={t('runsNote')} flush>
      <DataTable
        label={t('runs')}
        columns={useRunColumns()}
        rows={runs}
        rowId={(run) => String(run.id)}
        onOpen={(run) => setOpen(run.id)}
        empty={<EmptyState title={t('noRuns')} />}
      />
      <RunSheet run={runs?.find((run) => run.id === open)} onClose={() => setOpen(null)} />
    </Panel>
  );
}
