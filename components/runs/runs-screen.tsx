'use client';

import { CirclePlay } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useZoneName } from '@/components/operations/use-zone-name';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import { RunDayDialog } from './run-day-dialog';
import { RunSheet } from './run-sheet';
import { RunsPanel } from './runs-panel';
import { runsSearch } from './search';
import { useRuns } from './use-runs';

/** Each attempt to settle a day, and the way to begin one. */
export function RunsScreen({ today }: { today: Day }) {
  const t = useTranslations('runs');
  const format = useFormat();
  const [search, setSearch] = useQueryStates(runsSearch, { history: 'replace' });
  const [asking, setAsking] = useState(false);
  const runs = useRuns(search.day);
  const begin = (day: Day) => {
    setAsking(false);
    runs.expect(day);
    void setSearch({ day: null });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note', { zone: useZoneName() })}
        action={
          <Button variant="primary" icon={CirclePlay} onClick={() => setAsking(true)}>
            {t('runDay')}
          </Button>
        }
      />
      <div className="flex flex-col gap-4">
        <p role="status" className={runs.expected ? 'rounded bg-accent-soft px-4 py-2 text-sm' : 'sr-only'}>
          {runs.expected && t('queued', { day: format.day(runs.expected) })}
        </p>
        <RunsPanel
          query={runs.query}
          today={today}
          day={search.day}
          onDay={(day) => void setSearch({ day })}
          onOpen={(run) => void setSearch({ run: run.id })}
        />
      </div>
      <RunSheet run={runs.items?.find((run) => run.id === search.run)} onClose={() => void setSearch({ run: null })} />
      <RunDayDialog open={asking} onOpenChange={setAsking} today={today} onQueued={begin} />
    </>
  );
}
