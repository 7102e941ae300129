'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { dayUrl } from '@/components/overview/urls';
import { ErrorState } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import type { Run } from '@/lib/events/schema';
import type { Day } from '@/lib/kernel/day';
import { ComparisonPanel } from './comparison-panel';
import { DayActions } from './day-actions';
import { DayFigures } from './day-figures';
import { DayHint } from './day-hint';
import { DayLinesPanel } from './day-lines-panel';
import { DayRunsPanel } from './day-runs-panel';
import { DayState } from './day-state';
import { RunProgress } from './run-progress';
import { useSettlementDay } from './use-settlement-day';

/** One day: where it stands, what it is worth line by line, and what an admin decides about it. */
export function SettlementDayScreen({ day }: { day: Day }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const { query, comparison, expected, expect, running } = useSettlementDay(day, useTelling());
  const known = query.data;
  const kind = expected?.kind ?? (running?.kind === 'compare-day' ? 'compare-day' : 'settle-day');
  return (
    <>
      <PageHeader
        title={format.day(day, 'long')}
        back={<Link href={`/settlement/days?month=${day.slice(0, 7)}` as Route}>{t('title')}</Link>}
        note={
          <span className="mt-1 flex flex-wrap items-center gap-2">
            {known && <DayState day={known} />}
            <Link href={dayUrl(day, null)} className="underline">
              {t('openEvents')}
            </Link>
          </span>
        }
        action={known && <DayActions day={known} expected={expected} expect={expect} />}
      />
      <div className="flex flex-col gap-4">
        {query.error && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} stale={known !== undefined} />
        )}
        <p className="text-sm text-muted">{known ? <DayHint day={known} /> : '\u00a0'}</p>
        {(expected || known?.running) && <RunProgress kind={kind} run={running} />}
        <DayFigures day={known} />
        {comparison && <ComparisonPanel query={comparison} />}
        {known && <DayLinesPanel day={known} />}
        <DayRunsPanel runs={known?.runs} />
      </div>
    </>
  );
}

/** What a run did, once it ended. */
function useTelling() {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  return (run: Run) => {
    if (run.state === 'failed') return void toast.error(t('failedToast'), { description: run.error ?? undefined });
    const took = format.duration(run.tookMilliseconds ?? 0);
    const said = run.kind === 'compare-day' ? 'comparedToast' : 'ranToast';
    toast(t(said, { took, rows: run.rowsIn ?? 0, changed: run.verdictsChanged ?? 0 }));
  };
}
