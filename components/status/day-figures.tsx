import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { useFormat } from '@/components/use-format';
import type { Status } from '@/lib/status/schema';

/** What waits to be counted, settled and done. */
export function DayFigures({ days, jobs }: NonNullable<Status['database']>) {
  const t = useTranslations('status');
  const format = useFormat();
  const oldest = jobs.oldestWaitingSeconds ?? 0;
  return (
    <Facts>
      {(['daysNotSettled', 'daysDirty', 'deltasWaiting', 'runsFailedToday', 'partitionsAhead'] as const).map((name) => (
        <Fact key={name} name={t(name)}>
          {format.number(days[name])}
        </Fact>
      ))}
      {(['waiting', 'running', 'failed'] as const).map((state) => (
        <Fact key={state} name={t(`jobs.${state}`)}>
          {format.number(jobs[state])}
          {state === 'waiting' && oldest > 0 && (
            <span className="ml-2 text-sm text-muted">{t('oldest', { age: format.duration(oldest * 1000) })}</span>
          )}
        </Fact>
      ))}
    </Facts>
  );
}
